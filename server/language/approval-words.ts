/** What the built-in assistant says when an action waits for the person's approval. */
import type { Localized } from '../kernel/text.ts';

export const WAITS_FOR_APPROVAL: Localized = {
  en: 'This waits for you: approve or deny it above, on the page.',
  de: 'Das wartet auf Sie: Stimmen Sie oben auf der Seite zu, oder lehnen Sie ab.',
  uk: 'Це чекає на вас: дозвольте або відхиліть вище на сторінці.',
};
