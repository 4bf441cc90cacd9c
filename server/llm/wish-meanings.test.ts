/** In which space a wish is, and what it means while it has to be asked elsewhere. */
import { beforeEach, expect, it } from 'vitest';
import { createEvents } from '../kernel/events.ts';
import { createLogger } from '../kernel/logger.ts';
import { createBuiltinEmbedder } from './builtin-embedder.ts';
import { DIMENSIONS, type SlowEmbedder } from './embedder.ts';
import { createWishMeanings, type MeaningEvents, type WishMeanings } from './wish-meanings.ts';

const builtin = createBuiltinEmbedder();
const nothing = new Float32Array(DIMENSIONS);
const theirs = new Map([
  ['theirs', 10],
  [builtin.model, 3],
]);
let now = new Date('2026-11-21T10:00:00Z');
let asked: string[];
let answer: () => Promise<Float32Array>;
let meanings: WishMeanings;
let understood: Promise<void>;

beforeEach(() => {
  asked = [];
  answer = async () => await Promise.resolve(nothing.map((_, at) => (at === 0 ? 1 : 0)));
  const configured: SlowEmbedder = {
    model: 'theirs',
    async embedAll([text = '']) {
      asked.push(text);
      return [await answer()];
    },
  };
  const logger = createLogger({ level: 'silent' });
  const events = createEvents<MeaningEvents>(logger);
  understood = new Promise((resolve) => void events.on('wish-understood', () => resolve()));
  meanings = createWishMeanings({ builtin, configured, clock: () => now, logger, events });
});

it('is in the built-in space until most postings are in the other one', async () => {
  const before = new Map([
    ['theirs', 2],
    [builtin.model, 11],
  ]);
  expect(await meanings.of('nurse', before)).toEqual({ model: builtin.model, vector: await builtin.embed('nurse') });
  expect(asked).toEqual([]);
});

it('means nothing the first time, is told when it is known, and is asked once', async () => {
  for (let time = 0; time < 2; time += 1)
    expect(await meanings.of('nurse', theirs)).toEqual({ model: 'theirs', vector: nothing });
  await understood;
  expect((await meanings.of('nurse', theirs)).vector[0]).toBe(1);
  expect(asked).toEqual(['nurse']);
});

it('leaves an embedder that fails alone for a minute', async () => {
  answer = async () => await Promise.reject(new Error('down'));
  await meanings.of('nurse', theirs);
  await new Promise(setImmediate);
  await meanings.of('nurse', theirs);
  await meanings.of('cook', theirs);
  expect(asked).toEqual(['nurse']);
  now = new Date(now.getTime() + 61_000);
  await meanings.of('cook', theirs);
  expect(asked).toEqual(['nurse', 'cook']);
});
