/**
 * `npm run eval -- reading`: how right postings are read, by labels of real ones. Prints each field beside the
 * structured fields alone. The rules were written with parts 1 to 4 in sight; parts 5 and 6 were kept apart until the
 * last round (before it: workplace .934, eligibility .925, seniority .934); part 7 was labelled after the last rule and
 * measured once.
 * `--misses FIELD [PART …]` prints what differs instead.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asRead } from '../server/postings/as-read.ts';
import { readImport } from '../server/postings/import-reader.ts';
import type { SourcePosting } from '../server/postings/job-posting.ts';
import { readPosting } from '../server/postings/reading/read-posting.ts';
import { isRefusal } from '../server/postings/refusal.ts';
import { writeFigures } from './figures.ts';
import { COUNTRIES, createComparison, type Miss, readLineSchema } from './reading/compare.ts';
import { type Label, partsThere, readLabels } from './reading/labels.ts';
import { readStructured } from './reading/structured-baseline.ts';

const CORPUS = fileURLToPath(new URL('../../shared/data/postings/ashby.jsonl.gz', import.meta.url));
const HELD_OUT = new Set([5, 6]);
const FRESH = 7;

/** The labelled postings of the corpus, by id. */
async function corpus(ids: ReadonlySet<string>): Promise<Map<string, SourcePosting>> {
  const found = new Map<string, SourcePosting>();
  for await (const row of readImport(CORPUS, { signal: AbortSignal.timeout(300_000) })) {
    if (!isRefusal(row) && ids.has(row.sourceId)) found.set(row.sourceId, row);
  }
  return found;
}

type Outcome = { figures: Record<string, unknown>; baseline: Record<string, unknown>; misses: Miss[] };

function compareAll(labels: readonly Label[], postings: ReadonlyMap<string, SourcePosting>): Outcome {
  const [ours, baseline] = [createComparison(), createComparison()];
  const misses: Miss[] = [];
  for (const label of labels) {
    const source = postings.get(label.id);
    if (source === undefined) throw new Error(`The corpus has no posting ${label.id}.`);
    const line = asRead({ id: label.id, source, facts: readPosting(source) }, COUNTRIES);
    misses.push(...ours.take(label, readLineSchema.parse(line)));
    baseline.take(label, readStructured(source));
  }
  return { figures: ours.figures(), baseline: baseline.figures(), misses };
}

const print = (words: string): boolean => process.stdout.write(`${words}\n`);

function printBeside(name: string, { figures, baseline }: Outcome): void {
  print(`\n${name}: ${String(figures['postings'])} postings`);
  for (const [field, value] of Object.entries(figures)) {
    if (field === 'postings') continue;
    print(
      `  ${field.padEnd(12)} ${JSON.stringify(value)}   structured fields only: ${JSON.stringify(baseline[field])}`,
    );
  }
}

async function main(): Promise<void> {
  if (!existsSync(CORPUS)) {
    print('Skipped: the corpus of postings is not here.');
    return;
  }
  const [flag, field, ...chosen] = process.argv.slice(2);
  const wanted = chosen.map(Number);
  const parts = partsThere().filter((part) => wanted.length === 0 || wanted.includes(part));
  const labels = new Map(parts.map((part) => [part, readLabels(part)]));
  const of = (test: (part: number) => boolean): Label[] =>
    [...labels].flatMap(([part, all]) => (test(part) ? all : []));
  const postings = await corpus(new Set(of(() => true).map(({ id }) => id)));
  if (flag === '--misses') {
    const { misses } = compareAll(
      of((part) => wanted.includes(part) || (!HELD_OUT.has(part) && part < FRESH)),
      postings,
    );
    for (const miss of misses)
      if (miss.field === field)
        print(`${miss.id}\n  label ${JSON.stringify(miss.label)}\n  read  ${JSON.stringify(miss.read)}`);
    return;
  }
  const outcome = {
    fresh: compareAll(
      of((part) => part >= FRESH),
      postings,
    ),
    heldOut: compareAll(
      of((part) => HELD_OUT.has(part)),
      postings,
    ),
    development: compareAll(
      of((part) => !HELD_OUT.has(part) && part < FRESH),
      postings,
    ),
  };
  printBeside('Fresh', outcome.fresh);
  printBeside('Held out', outcome.heldOut);
  printBeside('Development', outcome.development);
  if (wanted.length > 0) return;
  const { fresh, heldOut, development } = outcome;
  writeFigures('reading', {
    fresh: fresh.figures,
    heldOut: heldOut.figures,
    heldOutStructuredFieldsOnly: heldOut.baseline,
    development: development.figures,
  });
}

await main();
