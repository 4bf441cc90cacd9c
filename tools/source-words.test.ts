/** A line a source says also how its last fetches went. */
import { expect, it } from 'vitest';
import { outcomeSchema } from '../server/conversations/message.ts';
import { sourcesOutcome } from './source-words.ts';

const line = { en: 'Read', de: 'Gelesen', uk: 'Прочитано' };

it('a source with past fetches has a mark for each; one that was never asked has none', () => {
  const history = [
    { state: 'done', drifted: true },
    { state: 'failed', drifted: true },
    { state: 'done', drifted: false },
  ] as const;
  const outcome = sourcesOutcome(line, [
    { title: 'Old', line, state: 'done', history },
    { title: 'New', line, state: 'never', history: [] },
  ]);
  expect(outcomeSchema.parse(outcome).view).toEqual({
    kind: 'sources',
    lines: [
      { source: 'Old', line, failed: false, runs: ['drifted', 'failed', 'done'] },
      { source: 'New', line, failed: false },
    ],
  });
});
