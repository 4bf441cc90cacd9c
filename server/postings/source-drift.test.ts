/** Drift is told against what a source itself used to give. */
import { describe, expect, it } from 'vitest';
import { driftOf, type PastRun, usualShares, WHOLE_ITEM } from './source-drift.ts';

const recorded = { title: 1, company: 1, pay: 0.2 };
const run = (given: Partial<PastRun> = {}): PastRun => ({
  items: 40,
  shares: { title: 1, company: 1, pay: 0.9 },
  refused: 0,
  drift: [],
  ...given,
});
const report = (shares: Record<string, number>, items = 40) => ({ items, shares, usual: recorded });
const fields = (...given: Parameters<typeof driftOf>): string[] => driftOf(...given).map(({ field }) => field);

describe('what a source usually gives', () => {
  it('is what was recorded until three runs say otherwise, then their median', () => {
    expect(usualShares(recorded, [run(), run()], false)).toEqual(recorded);
    const shares = [0.5, 0.9, 0.6].map((pay) => run({ shares: { title: 1, company: 1, pay } }));
    expect(usualShares(recorded, shares, false)).toEqual({ title: 1, company: 1, pay: 0.6 });
  });

  it('is not what a run with few items gave', () => {
    const few = Array.from({ length: 5 }, () => run({ items: 2, shares: { title: 0, company: 0, pay: 0 } }));
    expect(usualShares(recorded, few, false)).toEqual(recorded);
  });
});

describe('drift', () => {
  it('is a field that this source used to fill more often than the recording', () => {
    const past = [run(), run(), run()];
    expect(fields(report({ title: 1, company: 1, pay: 0.2 }), 0, past, false)).toEqual(['pay']);
    expect(fields(report({ title: 1, company: 1, pay: 0.2 }), 0, [], false)).toEqual([]);
  });

  it('goes on for as long as the field stays away, however many runs that is', () => {
    let past = [run(), run(), run()];
    for (let day = 0; day < 20; day += 1) {
      const now = { title: 1, company: 0, pay: 0.9 };
      const drift = driftOf(report(now), 0, past, false);
      expect(drift).toEqual([{ field: 'company', usual: 1, now: 0 }]);
      past = [run({ shares: now, drift }), ...past];
    }
  });

  it('ends for an employer whose board never had the field, and for no shared board', () => {
    const never = run({
      shares: { title: 1, company: 0, pay: 0 },
      drift: [{ field: 'company', usual: 1, now: 0 }],
    });
    const now = report({ title: 1, company: 0, pay: 0 });
    expect(fields(now, 0, [never, never], true)).toEqual(['company', 'pay']);
    expect(fields(now, 0, [never, never, never], true)).toEqual([]);
    expect(fields(now, 0, [never, never, never], false)).toEqual(['company']);
  });

  it('is also when more items than usual cannot be read', () => {
    const whole = report({ title: 1, company: 1, pay: 0.9 });
    expect(fields(whole, 20, [], false)).toEqual([WHOLE_ITEM]);
    expect(fields(whole, 3, [], false)).toEqual([]);
    const past = [run({ refused: 12 }), run({ refused: 12 }), run({ refused: 12 })];
    expect(fields(whole, 20, past, false)).toEqual([]);
    expect(driftOf(whole, 30, past, false)).toEqual([{ field: WHOLE_ITEM, usual: 0.7, now: 0.25 }]);
  });
});
