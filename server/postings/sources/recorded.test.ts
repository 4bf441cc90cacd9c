/** Every source reads what was recorded of its board: all items, and of each every field that it has. Prints a table. */
import { describe, expect, it } from 'vitest';
import { isRefusal, type Refusal } from '../refusal.ts';
import { readPosting } from '../reading/read-posting.ts';
import type { SourcePosting } from '../job-posting.ts';
import { employerBoards } from './employer-boards.ts';
import { isFilled } from './drift.ts';
import { fetchAll, type Outcome } from './testing/answering.ts';
import type { Contract } from './testing/contract.ts';
import { contracts } from './testing/contracts.ts';
import { ashbyCorpus, hasRecordings } from './testing/recorded.ts';
import { itemsAt } from './testing/items.ts';

type Missing = { path: string; said: number; filled: number };

/** How often an item has a field, and how often its posting then has it too. */
function missingFields(
  contract: Contract,
  items: readonly unknown[],
  rows: readonly (SourcePosting | Refusal)[],
): Missing[] {
  return Object.entries(contract.fields).map(([path, field]) => {
    let [said, filled] = [0, 0];
    for (const [index, item] of items.entries()) {
      const row = rows[index];
      if (row === undefined || isRefusal(row) || !isFilled(item, path) || saysNo(item, path)) continue;
      said += 1;
      if (isFilled(row, field) || row[field] === false) filled += 1;
    }
    return { path, said, filled };
  });
}

/** A flag that is down, and a word that says "not said", are nothing to fill. */
function saysNo(item: unknown, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : at), item);
  return value === false || value === 'unspecified';
}

function share(rows: readonly SourcePosting[], filled: (row: SourcePosting) => boolean): string {
  return rows.length === 0 ? '–' : `${Math.round((100 * rows.filter(filled).length) / rows.length)}`;
}

function tableRow(name: string, outcome: Outcome): string[] {
  const { postings, refusals } = outcome;
  const facts = new Map(postings.map((posting) => [posting, readPosting(posting)]));
  return [
    name,
    String(postings.length),
    String(refusals.length),
    share(postings, ({ locations }) => locations.length > 0),
    share(postings, (posting) => (facts.get(posting)?.countries.length ?? 0) > 0),
    share(postings, (posting) => {
      const eligible = facts.get(posting)?.eligible;
      return eligible !== undefined && (eligible.yes.length > 0 || eligible.elsewhere !== 'unclear');
    }),
    share(postings, ({ pay }) => pay !== null),
    share(postings, ({ datePosted }) => datePosted !== null),
    share(postings, ({ employment }) => employment.length > 0),
    share(postings, (posting) => (facts.get(posting)?.skills.length ?? 0) > 0),
    [...new Set(refusals.map(({ words }) => words.replace(/\d+ /u, '')))].join(' · '),
  ];
}

function print(rows: readonly string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stderr.write(`\n${lines.join('\n')}\n`);
}

const HEAD = [
  'recording',
  'postings',
  'refused',
  'place',
  'country',
  'eligible',
  'pay',
  'date',
  'employment',
  'skills',
  'why',
];

describe.skipIf(!hasRecordings)('recorded responses (skipped without ../shared)', () => {
  it('are read: at least 99 % of the items, and 98 % of the fields they have', async () => {
    const table: string[][] = [HEAD];
    const short: string[] = [];
    let [items, read] = [0, 0];
    for (const contract of contracts) {
      const totals = new Map<string, Missing>();
      for (const { file, answers } of contract.recorded) {
        const outcome = await fetchAll(contract.source, answers);
        const raw = itemsAt(contract, answers[0] ?? '');
        table.push(tableRow(`${contract.name}/${file}`, outcome));
        items += outcome.rows.length;
        read += outcome.postings.length;
        for (const { path, said, filled } of missingFields(contract, raw, outcome.rows)) {
          const before = totals.get(path) ?? { path, said: 0, filled: 0 };
          totals.set(path, { path, said: before.said + said, filled: before.filled + filled });
        }
      }
      for (const { path, said, filled } of totals.values())
        if (filled < said * 0.98) short.push(`${contract.name} ${path}: ${filled} of ${said}`);
    }
    print(table);
    expect(short).toEqual([]);
    expect(items).toBeGreaterThan(0);
    expect(read / items).toBeGreaterThanOrEqual(0.99);
  });

  it('of Ashby, 5,586 postings of 279 employers, are read', async () => {
    const corpus = ashbyCorpus();
    const ashby = employerBoards.find(({ name }) => name === 'ashby');
    const outcomes: Outcome[] = [];
    for (const { board, answer } of corpus) {
      const source = ashby?.source(board);
      if (source !== undefined) outcomes.push(await fetchAll(source, [answer]));
    }
    const postings = outcomes.flatMap((outcome) => outcome.postings);
    const refusals = outcomes.flatMap((outcome) => outcome.refusals);
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    expect(postings.length).toBeGreaterThan(5000);
    expect(refusals.length).toBeLessThanOrEqual(postings.length * 0.01);
    expect(postings.filter(({ url }) => url.includes('ashbyhq.com'))).toHaveLength(postings.length);
  });
});
