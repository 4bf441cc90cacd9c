/**
 * What every source keeps: it reads its fixture as expected, gives what is whole when a field or an answer is wrong,
 * never throws anything but a PerchError, and notices when a field that used to be there has gone.
 */
import { describe, expect, it } from 'vitest';
import { PerchError } from '../../kernel/errors.ts';
import { sourcePostingSchema } from '../job-posting.ts';
import { driftOf } from '../source-drift.ts';
import { answeringAs, fetchAll, type Outcome } from './testing/answering.ts';
import { contracts } from './testing/contracts.ts';
import { fixtureAnswers, fixtureExpected } from './testing/fixtures.ts';
import { NO_ANSWERS, openList, pathsIn, setAt, WRONG } from './testing/mutations.ts';

const HUGE = 10_000_000;

/** Everything that came is a posting as the store wants it, and nothing else was thrown than a reason for people. */
function expectSound(outcome: Outcome, what: string): void {
  if (outcome.error !== null) expect(outcome.error, what).toBeInstanceOf(PerchError);
  for (const posting of outcome.postings) {
    const checked = sourcePostingSchema.safeParse(posting);
    expect(checked.error?.issues ?? [], `${what}: ${posting.title.slice(0, 60)}`).toEqual([]);
  }
  for (const refusal of outcome.refusals) expect(refusal.words.length, what).toBeLessThan(300);
}

/** Fields that the board no longer gives. */
function driftIn(report: Outcome['report']): string[] {
  return report === null ? [] : driftOf(report, 0, [], false).map(({ field }) => field);
}

describe.each(contracts)('$name', (contract) => {
  const { name, source } = contract;
  const answers = fixtureAnswers(name);
  const list = openList(contract, answers);

  it('reads its fixture to the end', async () => {
    const { postings, error, report } = await fetchAll(source, answers);
    expect(error).toBeNull();
    expect(postings.map(({ source: _source, isSample: _sample, ...rest }) => rest)).toEqual(fixtureExpected(name));
    expect(report?.complete).toBe(true);
    expect(driftIn(report)).toEqual([]);
  });

  it('gives the other postings as they are when one has a wrong field', async () => {
    const whole = await fetchAll(source, answers);
    let paths: string[] = [];
    list.with(([first]) => void (paths = pathsIn(first)));
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      for (const [kind, wrong] of WRONG) {
        const mutated = list.with(([first]) => first !== undefined && setAt(first, path, wrong));
        const outcome = await fetchAll(source, answeringAs(whole.asked, mutated));
        const what = `${path} is ${kind}`;
        expectSound(outcome, what);
        expect(outcome.error, what).toBeNull();
        const others = whole.postings.filter(({ url }) => url !== whole.postings[0]?.url);
        const ids = new Set(others.map(({ sourceId }) => sourceId));
        expect(
          outcome.postings.filter(({ sourceId }) => ids.has(sourceId)),
          what,
        ).toEqual(others);
      }
    }
  });

  it('cuts what is ten megabytes long', async () => {
    const huge = list.with((items) => {
      for (const [field, value] of Object.entries(items[0] ?? {}))
        if (typeof value === 'string') setAt(items[0] ?? {}, field, 'm'.repeat(HUGE / 4));
    });
    expectSound(await fetchAll(source, huge), 'huge fields');
    const longest = list.with((items) => {
      const texts = Object.entries(items[0] ?? {}).filter(([, value]) => typeof value === 'string');
      const [field = ''] = texts.toSorted(([, one], [, other]) => String(other).length - String(one).length)[0] ?? [];
      setAt(items[0] ?? {}, field, '<p>m</p>'.repeat(HUGE / 8));
    });
    expectSound(await fetchAll(source, longest), 'a huge text');
  });

  it('takes dates in seconds, milliseconds and text, and nonsense for none', async () => {
    let present: string[] = [];
    list.with(([first]) => void (present = pathsIn(first)));
    const dates = Object.entries(contract.fields).filter(
      ([path, field]) => field === 'datePosted' && present.includes(path),
    );
    for (const [path] of dates) {
      const read = async (value: unknown): Promise<string | null | undefined> => {
        const changed = list.with(([first]) => first !== undefined && setAt(first, path, value));
        const { postings, error } = await fetchAll(source, changed);
        expect(error).toBeNull();
        return postings[0]?.datePosted;
      };
      // Some boards have a second date, which counts when the first is none.
      const instead = await read(undefined);
      if (!list.isXml) {
        expect(await read(1_793_000_000), path).toBe('2026-10-26T07:33:20.000Z');
        expect(await read(1_793_000_000_000), path).toBe('2026-10-26T07:33:20.000Z');
      }
      expect(await read('2026-10-26'), path).toBe('2026-10-26T00:00:00.000Z');
      expect(await read('2026-10-26 07:33:20'), path).toBe('2026-10-26T07:33:20.000Z');
      for (const nonsense of ['soon', 'Posted 3 Days Ago', '2026-13-45', '0000-00-00', '1', '-1', '99999999999999999'])
        expect(await read(nonsense), `${path}: ${nonsense}`).toBe(instead);
    }
  });

  it('gives an item that comes again the same id again', async () => {
    const whole = await fetchAll(source, answers);
    const twice = list.with(() => undefined, 2);
    const { postings, error } = await fetchAll(source, answeringAs(whole.asked, twice));
    expect(error).toBeNull();
    expect(postings.length).toBeGreaterThan(whole.postings.length);
    const ids = (all: readonly { sourceId: string }[]): string[] => [...new Set(all.map(({ sourceId }) => sourceId))];
    expect(ids(postings).toSorted()).toEqual(ids(whole.postings).toSorted());
  });

  it.each(NO_ANSWERS)('says so when the answer is %s', async (_kind, wrong) => {
    const outcome = await fetchAll(source, [wrong]);
    expectSound(outcome, wrong);
    expect(outcome.postings).toEqual([]);
  });

  it('notices a field that has been renamed', async () => {
    const whole = await fetchAll(source, answers);
    const present = Object.entries(whole.report?.shares ?? {}).filter(([, share]) => share === 1);
    expect(present.length).toBeGreaterThan(2);
    for (const [path] of present) {
      const field = path.split('.')[0]?.replace('[]', '') ?? '';
      const renamed = list.with((items) => {
        for (const item of items) {
          if (!(field in item)) continue;
          item[`${field}_v2`] = item[field];
          delete item[field];
        }
      }, 8);
      const { report, error } = await fetchAll(source, renamed);
      if (error !== null) expect(error).toBeInstanceOf(PerchError);
      expect(driftIn(report), `${field} renamed`).toContain(path);
    }
  });
});
