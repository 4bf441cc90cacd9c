/** What the built-in assistant says when an action waits for the person's approval. */
import type { Localized } from '../../kernel/text.ts';

export const WAITS_FOR_APPROVAL: Localized = {
  en: 'I do this only with your approval, which you give above, on the page.',
  de: 'Das mache ich nur mit Ihrer Zustimmung; die geben Sie oben auf der Seite.',
  uk: 'Це я роблю лише з вашого дозволу; дати його можна вище на сторінці.',
};
