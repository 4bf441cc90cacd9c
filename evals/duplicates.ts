/**
 * `npm run eval -- duplicates`: is one opening shown once, and no two as one? Pairs of postings made by recipes whose
 * answer is known: what another board makes of a posting, and near misses (another place, another level, advertised
 * anew, twins of one employer), beside taking the same company and title for the same. `--misses` prints what is wrong instead.
 *
 * Then two real openings of one employer each, which a person read and found to be different, and real openings as a
 * board would carry them (`duplicates/boards.ts`): those whose misses have been looked at since, and those held out,
 * drawn after the last rule: other postings, partly of the same employers.
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
import { BOARD_NAMES, carriedBy } from './duplicates/boards.ts';
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
/** A board carries `carried`: is that the opening that stands on the employer's own board? */
const carriedSchema = z.strictObject({
  employer: z.string(),
  carried: z.string(),
  board: z.enum(BOARD_NAMES),
  same: z.boolean(),
});
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
type Found = ReadonlyMap<string, SourcePosting>;

function get(found: Found, id: string): SourcePosting {
  const posting = found.get(id);
  if (posting === undefined) throw new Error(`There is no posting ${id}.`);
  return posting;
}

function judge(pair: Pair, found: Found): Verdict {
  const standing = get(found, pair.standing);
  const source = get(found, pair.carried);
  const url = `https://${pair.board}.example/jobs/90210`;
  const carried = edit(
    { ...source, source: pair.board, sourceId: 'carried', url, applyUrl: null },
    // The link that it carries is the posting's own.
    pair.edits.filter((words) => !words.startsWith('linked')),
  );
  const linked = pair.edits.find((words) => words.startsWith('linked'));
  const link = linked === undefined ? null : edit(source, [linked]).applyUrl;
  const beside = pair.beside === undefined ? [] : [get(found, pair.beside)];
  return verdict(standing, { ...carried, applyUrl: link ?? carried.applyUrl }, beside);
}

/** Are they put together, with others in the store? And would they be, by company and title alone? */
function verdict(standing: SourcePosting, carried: SourcePosting, beside: readonly SourcePosting[]): Verdict {
  const all = new Map([
    ['standing', standing],
    ...beside.map((posting, at) => [`beside ${at}`, posting] as const),
    ['carried', carried] as const,
  ]);
  const members = [...all].map(([id, posting]) => memberOf(id, posting));
  const text = ({ id, completeness }: Member) => ({ description: all.get(id)?.description ?? '', completeness });
  const groups = groupOpenings(members, (a, b) => textLikeness(text(a), text(b)));
  const group = groups.find(({ winner, others }) =>
    [winner, ...others.map(({ member }) => member)].some(({ id }) => id === 'carried'),
  );
  const together = [group?.winner.id, ...(group?.others.map(({ member }) => member.id) ?? [])];
  const name = ({ title, company }: SourcePosting): string => `${fold(company ?? '')} ${fold(title)}`;
  return { ours: together.includes('standing'), baseline: name(standing) === name(carried) };
}

function score(
  pairs: readonly { same: boolean }[],
  said: readonly boolean[],
): { precision: number; recall: number; wrong: number } {
  const count = (test: (pair: { same: boolean }, yes: boolean) => boolean): number =>
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

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema>[] {
  const text = readFileSync(new URL(`./duplicates/${file}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}

/** Prints and notes how a set came out, or with `--misses` what came out wrong. */
function tell(section: string, pairs: readonly { same: boolean }[], verdicts: readonly Verdict[]): void {
  if (process.argv.includes('--misses')) {
    for (const [at, pair] of pairs.entries()) if (verdicts[at]?.ours !== pair.same) print(JSON.stringify(pair));
    return;
  }
  const ours = score(
    pairs,
    verdicts.map((one) => one.ours),
  );
  const baseline = score(
    pairs,
    verdicts.map((one) => one.baseline),
  );
  const near = pairs.filter(({ same }) => !same).length;
  print(`${section}: ${pairs.length} pairs, ${near} of them near misses`);
  print(`precision ${ours.precision} (bar 0.995), recall ${ours.recall} (bar 0.9), wrong merges ${ours.wrong}`);
  print(
    `same company and title: precision ${baseline.precision}, recall ${baseline.recall}, wrong merges ${baseline.wrong}`,
  );
  writeFigures(section, { pairs: pairs.length, nearMisses: near, ...ours, sameCompanyAndTitle: baseline });
}

async function main(): Promise<void> {
  if (!existsSync(CORPUS)) {
    print('Skipped: the corpus of postings is not here.');
    return;
  }
  const pairs = read('pairs.jsonl', pairSchema);
  const looked = read('read-pairs.jsonl', carriedSchema);
  const heldOut = read('held-out.jsonl', carriedSchema);
  const found = await postings(
    new Set([
      ...pairs.flatMap(({ standing, beside, carried }) => [
        standing,
        carried,
        ...(beside === undefined ? [] : [beside]),
      ]),
      ...[...looked, ...heldOut].flatMap(({ employer, carried }) => [employer, carried]),
    ]),
  );
  tell(
    'duplicates',
    pairs,
    pairs.map((pair) => judge(pair, found)),
  );
  for (const [section, carried] of [
    ['duplicates-read', looked],
    ['duplicates-held-out', heldOut],
  ] as const)
    tell(
      section,
      carried,
      carried.map((pair) => verdict(get(found, pair.employer), carriedBy(pair.board, get(found, pair.carried)), [])),
    );
}

await main();
