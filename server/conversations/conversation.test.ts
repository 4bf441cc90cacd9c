import { describe, expect, it } from 'vitest';
import { foldFrames, settleParts, titleFrom } from './conversation.ts';
import type { Chunk } from './message.ts';

const outcome = { line: { en: '44 jobs', de: '44 Jobs', uk: '44 вакансії' }, undoId: null, undone: false, view: null };
const chunks: Chunk[] = [
  {
    type: 'tool-input-available',
    toolCallId: 'c1',
    toolName: 'set_filter',
    input: { set: {} },
    at: '2026-11-21T08:00:00.000Z',
  },
  { type: 'tool-output-available', toolCallId: 'c1', outcome, elapsedMs: 12 },
  { type: 'text-start', id: 't' },
  { type: 'text-delta', id: 't', delta: '44 jobs ' },
  { type: 'text-delta', id: 't', delta: 'fit.' },
  { type: 'text-end', id: 't' },
];

describe('frames of a turn', () => {
  it('fold to the same parts however they were cut and in whatever order they came', () => {
    const whole = foldFrames([{ n: 1, chunks }]);
    const cut = chunks.map((chunk, index) => ({ n: index + 1, chunks: [chunk] }));
    expect(foldFrames(cut)).toEqual(whole);
    expect(foldFrames(cut.toReversed())).toEqual(whole);
    expect(whole.at(-1)).toEqual({ type: 'text', id: 't', text: '44 jobs fit.' });
  });

  it('keep the text and mark a running action as failed when the turn ends early', () => {
    const parts = settleParts(
      foldFrames([
        { n: 1, chunks: chunks.slice(0, 1) },
        { n: 2, chunks: chunks.slice(2, 4) },
      ]),
    );
    expect(parts[0]).toMatchObject({ type: 'action', state: 'failed' });
    expect(parts[1]).toMatchObject({ type: 'text', text: '44 jobs ' });
  });
});

describe('the title of a conversation', () => {
  it('is what was said, cut at a word', () => {
    expect(titleFrom('remote Python jobs\n in Germany')).toBe('remote Python jobs in Germany');
    const long = titleFrom('word '.repeat(40));
    expect(long.length).toBeLessThanOrEqual(61);
    expect(long.endsWith('word…')).toBe(true);
  });
});
