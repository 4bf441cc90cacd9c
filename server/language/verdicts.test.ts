/** Refusals, permissions and releases as English says them behind and before a thing. */
import { describe, expect, it } from 'vitest';
import { filterAfter } from './testing.ts';

describe('verdicts', () => {
  it.each([
    'Paris is way too expensive',
    "Paris isn't really my thing",
    'Paris is off the cards',
    "Paris won't work for me",
    'Paris puts me off',
  ])('refuse what stands before: %s', (said) => {
    expect(filterAfter(said)).toEqual({ exclude: { cities: ['Paris'] } });
  });

  it.each(['hybrid would be ok at a push', "hybrid wouldn't be a problem", 'hybrid could work for me too'])(
    'let pass what stands before: %s',
    (said) => {
      expect(filterAfter(said, { workplace: ['remote'] })).toEqual({ workplace: ['remote', 'hybrid'] });
    },
  );

  it.each(["nothing that isn't remote", 'no non-remote jobs', 'no jobs that are not remote'])(
    'two refusals make a wish: %s',
    (said) => {
      expect(filterAfter(said)).toEqual({ workplace: ['remote'] });
    },
  );

  it.each(["remote isn't a must", "remote isn't essential", 'remote is not a requirement'])(
    'what is no must asks for nothing: %s',
    (said) => {
      expect(filterAfter(said)).toEqual({});
    },
  );

  it.each(["I don't do nights", 'keep me away from nights', 'spare me nights'])('refuse what follows: %s', (said) => {
    expect(filterAfter(said)).toEqual({ exclude: { keywords: ['night shift'] } });
  });

  it.each(['money is no object', 'my salary is irrelevant', 'salary is secondary'])(
    'release a criterion: %s',
    (said) => {
      expect(filterAfter(said, { pay: { min: 60_000, period: 'year' } })).toEqual({});
    },
  );

  it.each(['hmm full time after all', 'actually full time', 'full time instead'])('change their mind: %s', (said) => {
    expect(filterAfter(said, { employment: ['part_time'] })).toEqual({ employment: ['full_time'] });
  });
});
