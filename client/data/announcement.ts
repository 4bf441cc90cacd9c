/**
 * What the status line tells people who do not see the page: that an answer runs, and once after each turn what it
 * changed. Changes by the person's own hand are told by their counts. Pure.
 */
import type { Language, Message } from '../../server/protocol/index.ts';
import type { Texts } from '../i18n/index.ts';
import type { PageState } from './page-state.ts';

export interface Announcement {
  words: string;
  /** The turn that runs or whose end is not told yet. */
  turnId: string | null;
  /** The revision whose counts were told last; null before the first. */
  revision: number | null;
}

export const silence: Announcement = { words: '', turnId: null, revision: null };

/** The next thing to say after `before`; the same object when there is nothing new. */
export function announce(before: Announcement, page: PageState, texts: Texts, language: Language): Announcement {
  const { running, counts, filter } = page;
  if (running !== null) {
    return before.turnId === running.turnId ? before : { ...before, words: texts.answering, turnId: running.turnId };
  }
  // Counts may come after the end of the turn; both are told together.
  if (counts === null || counts.revision < filter.revision) return before;
  const shown = texts.announce(counts.total, counts.hidden + counts.hiddenByPerson);
  if (before.turnId !== null) {
    const answer = page.messages.findLast(({ role, turnId }) => role === 'assistant' && turnId === before.turnId);
    const told = answer === undefined ? [] : changesOf(answer, texts, language);
    return { words: [...told, shown].join('. '), turnId: null, revision: counts.revision };
  }
  return counts.revision === before.revision ? before : { words: shown, turnId: null, revision: counts.revision };
}

function changesOf({ parts, turnState }: Message, texts: Texts, language: Language): string[] {
  const lines = parts.flatMap((part) => {
    if (part.type !== 'action') return [];
    const line = part.error ?? part.outcome?.line;
    // Told in a row, each with its own full stop.
    return line === undefined ? [] : [line[language].replace(/\.$/u, '')];
  });
  const ending = {
    stopped: texts.stopped,
    failed: texts.failed,
    interrupted: texts.interrupted,
    ended: '',
    running: '',
  };
  return [...lines, ending[turnState]].filter((words) => words !== '');
}
