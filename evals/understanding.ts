/**
 * `npm run eval -- understanding`: how well messages are understood without a model, by language and tag, on the
 * development dialogues, on our own and on sets of others, beside two baselines: nothing understood, and only the first turn of each
 * dialogue. Writes the predictions to data/understanding-*.jsonl and the figures to docs/figures.json.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { digits, writeFigures } from './figures.ts';
import { type Prediction, predict, readDialogues } from './understanding/predict.ts';
import { type Bucket, f1, loadScorer, type Report } from './understanding/scorer.ts';

const own = new URL('understanding/', import.meta.url);
const output = new URL('../data/', import.meta.url);
const SAMPLE = new URL('../../shared/data/understanding/dev-sample.jsonl', import.meta.url);
/** What each fresh set scored before anything was mended for it. */
const firstTime = z.record(
  z.string(),
  z.object({ turns: z.number(), exact: z.number(), f1: z.number(), tools: z.number() }),
);
/** Tags of fewer turns say little. */
const FEWEST = 5;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number): string =>
  whole === 0 ? '    –' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;

function row(name: string, bucket: Bucket): string {
  const exact = percent(bucket.exact, bucket.n);
  return `  ${name.padEnd(20)} ${String(bucket.n).padStart(5)}  ${exact}  ${percent(f1(bucket), 1)}  ${percent(bucket.tools, bucket.n)}`;
}

/** What a program would predict that reads only the first message of each dialogue. */
function firstOnly(predictions: readonly Prediction[]): Prediction[] {
  const first = new Map(predictions.filter(({ turn }) => turn === 0).map((one) => [one.id, one]));
  return predictions.map((one) =>
    one.turn === 0 ? one : { ...one, filter: first.get(one.id)?.filter ?? {}, tools: [] },
  );
}

function printReport(report: Report, baselines: Record<string, Report>): void {
  print(`  ${''.padEnd(20)} turns   exact      F1   tools`);
  print(row('all', report.all));
  for (const [language, bucket] of Object.entries(report.lang)) print(row(language, bucket));
  for (const [name, baseline] of Object.entries(baselines)) print(row(`(${name})`, baseline.all));
  const tags = Object.entries(report.tag).filter(([, { n }]) => n >= FEWEST);
  for (const [tag, bucket] of tags.toSorted(([, a], [, b]) => a.exact / a.n - b.exact / b.n))
    print(row(`· ${tag}`, bucket));
  print(`  left alone when nothing was asked ${percent(report.keep[0], report.keep[1])} of ${report.keep[1]}`);
  print(`  arguments of tools ${percent(report.args[0], report.args[1])} of ${report.args[1]}`);
}

function summary(report: Report): object {
  const { all, keep, args } = report;
  return {
    turns: all.n,
    exact: digits(all.exact / all.n),
    f1: digits(f1(all)),
    tools: digits(all.tools / all.n),
    leftAlone: digits(keep[0] / Math.max(1, keep[1])),
    arguments: digits(args[0] / Math.max(1, args[1])),
    exactByLanguage: Object.fromEntries(
      Object.entries(report.lang).map(([name, { exact, n }]) => [name, digits(exact / n)]),
    ),
  };
}

/** The sets of a folder, in the order of their names. */
function dialoguesIn(folder: URL): URL[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return files.toSorted().map((file) => new URL(file, folder));
}

async function main(): Promise<void> {
  const evaluate = await loadScorer();
  mkdirSync(output, { recursive: true });
  const sets = [
    { name: 'sample', files: [SAMPLE] },
    { name: 'own', files: dialoguesIn(own) },
    { name: 'fresh', files: dialoguesIn(new URL('fresh/', own)) },
    { name: 'unseen', files: dialoguesIn(new URL('unseen/', own)) },
  ];
  const scoredFirst = firstTime.parse(JSON.parse(readFileSync(new URL('fresh/first-time.json', own), 'utf8')));
  const figures: Record<string, object> = {};
  for (const { name, files: parts } of sets) {
    const there = parts.filter((file) => existsSync(file));
    if (there.length === 0) {
      print(`${name}: skipped, the dialogues are not here.`);
      continue;
    }
    const gold = there.flatMap((file) => readDialogues(readFileSync(file, 'utf8')));
    const predictions = gold.flatMap(predict);
    writeFileSync(
      new URL(`understanding-${name}.jsonl`, output),
      predictions.map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    const times = predictions.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
    const at = (share: number): number => digits(times[Math.floor((times.length - 1) * share)] ?? 0);
    const complete = predictions.filter((one) => one.complete).length;
    print(`\n${name}: ${predictions.length} turns, median ${at(0.5)} ms, 99 of 100 under ${at(0.99)} ms`);
    print(`  understood to the last word, no model needed: ${percent(complete, predictions.length)}`);
    if (evaluate === null) {
      print('  Not scored: the scorer is not beside this repository.');
      continue;
    }
    const report = evaluate(gold, predictions);
    const baselines = {
      'nothing understood': evaluate(
        gold,
        predictions.map((one) => ({ ...one, filter: {}, tools: [] })),
      ),
      'first turn only': evaluate(gold, firstOnly(predictions)),
    };
    printReport(report, baselines);
    if (name === 'fresh')
      for (const [set, { turns, exact, f1: score }] of Object.entries(scoredFirst))
        print(`  ${set.padEnd(10)} the first time ${percent(exact, 1)} of ${turns}, F1 ${percent(score, 1)}`);
    figures[name] = {
      ...summary(report),
      ...(name === 'fresh' ? { theFirstTime: scoredFirst } : {}),
      completeWithoutModel: digits(complete / predictions.length),
      medianMs: at(0.5),
      p99Ms: at(0.99),
      baselines: Object.fromEntries(
        Object.entries(baselines).map(([baseline, { all }]) => [
          baseline,
          { exact: digits(all.exact / all.n), f1: digits(f1(all)) },
        ]),
      ),
    };
  }
  if (Object.keys(figures).length > 0) writeFigures('understanding', figures);
}

await main();
