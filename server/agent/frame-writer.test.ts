import { describe, expect, it } from 'vitest';
import type { Frame } from '../conversations/conversation.ts';
import { foldFrames } from '../conversations/conversation.ts';
import { coalesce, createFrameWriter } from './frame-writer.ts';

function setUp(options: { stopAfter?: number; failAt?: number } = {}) {
  const stored: Frame[] = [];
  const sent: Frame[] = [];
  const events: string[] = [];
  const writer = createFrameWriter({
    store: async (frames) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (options.failAt !== undefined && stored.length >= options.failAt) throw new Error('disk full');
      stored.push(...frames);
      return { stopRequested: options.stopAfter !== undefined && stored.length >= options.stopAfter };
    },
    send: (frame) => {
      events.push(stored.some(({ n }) => n === frame.n) ? 'sent after stored' : 'sent before stored');
      sent.push(frame);
    },
    stopRequested: () => events.push('stop'),
    failed: () => events.push('failed'),
  });
  return { writer, stored, sent, events };
}

describe('a frame writer', () => {
  it('stores every chunk before it sends it, numbered without gaps', async () => {
    const { writer, stored, sent, events } = setUp();
    writer.push({ type: 'text-start', id: 'a' });
    for (let index = 0; index < 200; index += 1) {
      writer.push({ type: 'text-delta', id: 'a', delta: `${index} ` });
      if (index % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
    }
    writer.push({ type: 'text-end', id: 'a' });
    await writer.close();

    expect(new Set(events)).toEqual(new Set(['sent after stored']));
    expect(sent).toEqual(stored);
    expect(stored.map(({ n }) => n)).toEqual(stored.map((_, index) => index + 1));
    expect(stored.length).toBeLessThan(20);
    expect(foldFrames(stored)).toEqual(writer.parts());
  });

  it('hands on that somebody asked for a stop', async () => {
    const { writer, events } = setUp({ stopAfter: 1 });
    writer.push({ type: 'text-start', id: 'a' });
    await writer.close();
    expect(events).toContain('stop');
  });

  it('sends nothing that could not be stored, and says so', async () => {
    const { writer, sent, events } = setUp({ failAt: 0 });
    writer.push({ type: 'text-start', id: 'a' });
    await writer.close();
    expect(sent).toEqual([]);
    expect(events).toContain('failed');
  });

  it('joins deltas of one text and keeps those of others apart', () => {
    const joined = coalesce([{ type: 'text-delta', id: 'a', delta: 'he' }], {
      type: 'text-delta',
      id: 'a',
      delta: 'llo',
    });
    expect(joined).toEqual([{ type: 'text-delta', id: 'a', delta: 'hello' }]);
    expect(coalesce(joined, { type: 'text-delta', id: 'b', delta: '!' })).toHaveLength(2);
  });
});
