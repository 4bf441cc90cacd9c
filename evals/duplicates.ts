/**
 * `npm run eval -- duplicates`: is one opening shown once, and no two as one? Pairs of postings made by
 * recipes whose answer is known: what another board makes of a posting, and near misses (another place, another level, advertised anew, twins of one
 * employer), beside taking the same company and title for the same. `--misses` prints what is wrong instead.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { groupOpenings, type Member } from '../server/postings/duplicates/group-openings.ts';
import { toOpening } from '../server/postings/duplicates/same-opening.ts';
import { textLikeness } from '../server/postings/duplicates/text-likeness.ts';
import { readImport } from '../server/postings/import-reader.ts';
import type { SourcePosting } from '../server/postings/job-posting.ts';
import { readPosting } from '../server/postings/reading/read-posting.ts';
import { isRefusal } from '../server/postings/refusal.ts';
import { generateSamples } from '../server/postings/sample/sample-board.ts';
import { fold } from '../server/taxonomy/fold.ts';
import { edit } from './duplicates/edits.ts';
import { digits, writeFigures } from './figures.ts';

const CORPUS = fileURLToPath(new URL('../../shared/data/postings/ashby.jsonl.gz', import.meta.url));
const SAMPLES = 2000;
const TODAY = new Date('2026-11-20T00:00:00Z');

/** `standing` is in the store (with `beside`), a board carries `carried` with these edits: the same opening? */
const pairSchema = z.strictObject({
  standing: z.string(),
  beside: z.string().optional(),
  carried: z.string(),
  board: z.string(),
  edits: z.array(z.string()),
  same: z.boolean(),
});
type Pair = z.infer<typeof pairSchema>;
const print = (words: string): boolean => process.stdout.write(`${words}\n`);

async function postings(wanted: ReadonlySet<string>): Promise<Map<string, SourcePosting>> {
  const found = new Map<string, SourcePosting>();
  for (const posting of generateSamples(SAMPLES, TODAY))
    if (wanted.has(posting.sourceId)) found.set(posting.sourceId, { ...posting, source: 'employer', isSample: false });
  for await (const row of readImport(CORPUS, { signal: AbortSignal.timeout(300_000) }))
    if (!isRefusal(row) && wanted.has(row.sourceId)) found.set(row.sourceId, row);
  return found;
}

function memberOf(id: string, posting: SourcePosting): Member {
  const opening = toOpening({ ...posting, id, facts: readPosting(posting) });
  return { ...opening, completeness: posting.completeness, isClosed: false, isApart: false };
}

type Verdict = { ours: boolean; baseline: boolean };

function judge(pair: Pair, found: ReadonlyMap<string, SourcePosting>): Verdict {
  const get = (id: string): SourcePosting => {
    const posting = found.get(id);
    if (posting === undefined) throw new Error(`There is no posting ${id}.`);
    return posting;
  };
  const carried = edit(
    {
      ...get(pair.carried),
      source: pair.board,
      sourceId: 'carried',
      url: `https://${pair.board}.example/jobs/90210`,
      applyUrl: null,
    },
    // The link that it carries is the posting's own.
    pair.edits.filter((words) => !words.startsWith('linked')),
  );
  const linked = pair.edits.find((words) => words.startsWith('linked'));
  const link = linked === undefined ? null : edit(get(pair.carried), [linked]).applyUrl;
  const all = new Map([
    ['standing', get(pair.standing)],
    ...(pair.beside === undefined ? [] : [['beside', get(pair.beside)] as const]),
    ['carried', { ...carried, applyUrl: link ?? carried.applyUrl }] as const,
  ]);
  const members = [...all].map(([id, posting]) => memberOf(id, posting));
  const text = ({ id, completeness }: Member) => ({ description: all.get(id)?.description ?? '', completeness });
  const groups = groupOpenings(members, (a, b) => textLikeness(text(a), text(b)));
  const group = groups.find(({ winner, others }) =>
    [winner, ...others.map(({ member }) => member)].some(({ id }) => id === 'carried'),
  );
  const together = [group?.winner.id, ...(group?.others.map(({ member }) => member.id) ?? [])];
  const standing = get(pair.standing);
  const name = ({ title, company }: SourcePosting): string => `${fold(company ?? '')} ${fold(title)}`;
  return { ours: together.includes('standing'), baseline: name(standing) === name(carried) };
}

function score(pairs: readonly Pair[], said: readonly boolean[]): { precision: number; recall: number; wrong: number } {
  const count = (test: (pair: Pair, yes: boolean) => boolean): number =>
    pairs.filter((pair, at) => test(pair, said[at] ?? false)).length;
  const right = count((pair, yes) => yes && pair.same);
  const wrong = count((pair, yes) => yes && !pair.same);
  return {
    precision: digits(right / Math.max(1, right + wrong), 4),
    recall: digits(
      right /
        Math.max(
          1,
          count((pair) => pair.same),
        ),
      4,
    ),
    wrong,
  };
}

async function main(): Promise<void> {
  if (!existsSync(CORPUS)) {
    print('Skipped: the corpus of postings is not here.');
    return;
  }
  const lines = readFileSync(new URL('./duplicates/pairs.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const pairs = lines.map((line) => pairSchema.parse(JSON.parse(line)));
  const found = await postings(
    new Set(
      pairs.flatMap(({ standing, beside, carried }) => [standing, carried, ...(beside === undefined ? [] : [beside])]),
    ),
  );
  const verdicts = pairs.map((pair) => judge(pair, found));
  if (process.argv.includes('--misses')) {
    for (const [at, pair] of pairs.entries()) if (verdicts[at]?.ours !== pair.same) print(JSON.stringify(pair));
    return;
  }
  const ours = score(
    pairs,
    verdicts.map((verdict) => verdict.ours),
  );
  const baseline = score(
    pairs,
    verdicts.map((verdict) => verdict.baseline),
  );
  const near = pairs.filter(({ same }) => !same).length;
  print(`${pairs.length} pairs, ${near} of them near misses`);
  print(`precision ${ours.precision} (bar 0.995), recall ${ours.recall} (bar 0.9), wrong merges ${ours.wrong}`);
  print(
    `same company and title: precision ${baseline.precision}, recall ${baseline.recall}, wrong merges ${baseline.wrong}`,
  );
  writeFigures('duplicates', { pairs: pairs.length, nearMisses: near, ...ours, sameCompanyAndTitle: baseline });
}

await main();
