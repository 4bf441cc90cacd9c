import { describe, expect, it } from 'vitest';
import type { Message } from './message.ts';
import { toMarkdown } from './to-markdown.ts';

const base = {
  turnId: '00000000-0000-4000-8000-000000000001',
  parentId: null,
  siblings: [],
  createdAt: '2026-11-21T08:05:00.000Z',
  turnState: 'ended' as const,
};
const messages: Message[] = [
  {
    ...base,
    id: '00000000-0000-4000-8000-000000000002',
    role: 'user',
    parts: [{ type: 'text', id: 'said', text: '# not a heading\n<b>remote</b>' }],
  },
  {
    ...base,
    id: '00000000-0000-4000-8000-000000000003',
    role: 'assistant',
    parts: [
      {
        type: 'action',
        callId: 'c',
        action: 'set_filter',
        input: {},
        state: 'done',
        outcome: { line: { en: '44 jobs', de: '44 Jobs', uk: '44 вакансії' }, undoId: null, undone: false, view: null },
        error: null,
        startedAt: base.createdAt,
        elapsedMs: 3,
      },
      { type: 'text', id: 't', text: '44 jobs fit.' },
      { type: 'suggestions', sentences: ['newest first'] },
    ],
  },
];

describe('a conversation as Markdown', () => {
  it('quotes the person, lists what was done and keeps the answer, in the language asked for', () => {
    expect(toMarkdown('Python\nin Germany', messages, 'de')).toBe(
      '# Python in Germany\n\n## Sie, 2026-11-21 08:05 UTC\n\n> # not a heading\n> <b>remote</b>\n\n' +
        '## Perch, 2026-11-21 08:05 UTC\n\n- 44 Jobs\n\n44 jobs fit.\n',
    );
  });
});
