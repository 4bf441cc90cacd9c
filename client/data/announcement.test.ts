import { describe, expect, it } from 'vitest';
import type { Counts, Message } from '../../server/protocol/index.ts';
import { en } from '../i18n/en.ts';
import { type Announcement, announce, silence } from './announcement.ts';
import { emptyState, type PageState } from './page-state.ts';

const TURN = '00000000-0000-4000-8000-000000000001';
const line = { en: 'Filters set: remote', de: 'x', uk: 'x' };
const counts = (revision: number, total: number): Counts => ({
  revision,
  postings: 100,
  total,
  unclear: 0,
  hidden: 100 - total,
  hiddenBy: [],
  hiddenBySeveral: 0,
  relief: null,
  hiddenByPerson: 0,
  samples: false,
});
const answer: Message = {
  id: '00000000-0000-4000-8000-000000000002',
  role: 'assistant',
  turnId: TURN,
  parentId: null,
  siblings: [],
  parts: [
    {
      type: 'action',
      callId: 'a',
      action: 'set_filter',
      input: {},
      state: 'done',
      outcome: { line, undoId: null, undone: false, view: null },
      error: null,
      startedAt: '2026-11-21T08:00:00.000Z',
      elapsedMs: 3,
    },
  ],
  createdAt: '2026-11-21T08:00:00.000Z',
  turnState: 'ended',
};
const running = { turnId: TURN, messageId: answer.id, startedAt: '2026-11-21T08:00:00.000Z', lastChunk: 0, parts: [] };
const at = (page: PageState, revision: number): PageState => ({ ...page, filter: { ...page.filter, revision } });

/** Each different thing that is said while the page goes through these states. */
function said(pages: readonly PageState[]): string[] {
  const words: string[] = [];
  let now: Announcement = silence;
  for (const page of pages) {
    const next = announce(now, page, en, 'en');
    if (next.words !== now.words) words.push(next.words);
    now = next;
  }
  return words;
}

describe('the status line', () => {
  const idle: PageState = { ...emptyState, counts: counts(1, 40) };
  const asked: PageState = { ...idle, running };
  const done: PageState = { ...idle, messages: [answer] };

  it('tells a turn twice: that it runs, and what it changed, however the counts come', () => {
    const turn = [at(idle, 1), at(asked, 1), at({ ...asked, running: { ...running, lastChunk: 5 } }, 2)];
    const changed = at({ ...done, counts: counts(2, 12) }, 2);
    const expected = ['40 shown, 60 hidden', 'Perch is answering', 'Filters set: remote. 12 shown, 88 hidden'];
    expect(said([...turn, at(done, 2), changed, changed])).toEqual(expected);
    expect(said([...turn, at({ ...asked, counts: counts(2, 12) }, 2), changed])).toEqual(expected);
  });

  it('tells the counts after a click, once', () => {
    const clicked = at({ ...idle, counts: counts(3, 7) }, 3);
    expect(said([at(idle, 1), at(idle, 3), clicked, clicked])).toEqual(['40 shown, 60 hidden', '7 shown, 93 hidden']);
  });

  it('tells that an answer was stopped', () => {
    const stopped = at({ ...idle, messages: [{ ...answer, parts: [], turnState: 'stopped' }] }, 1);
    expect(said([at(asked, 1), stopped])).toEqual(['Perch is answering', 'Stopped. 40 shown, 60 hidden']);
  });
});
