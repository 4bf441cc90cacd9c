/**
 * `npm run eval -- understanding`: how well messages are understood without a model, by language and tag, on the
 * development dialogues and on our own, beside two baselines: nothing understood, and only the first turn of each
 * dialogue. Writes the predictions to data/understanding-*.jsonl and the figures to docs/figures.json.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { digits, writeFigures } from './figures.ts';
import { type Prediction, predict, readDialogues } from './understanding/predict.ts';
import { type Bucket, f1, loadScorer, type Report } from './understanding/scorer.ts';

const own = new URL('understanding/', import.meta.url);
const output = new URL('../data/', import.meta.url);
const SAMPLE = new URL('../../shared/data/understanding/dev-sample.jsonl', import.meta.url);
/** What sets that were written without looking at the code scored the first time, before anything was mended for them. */
const FIRST_TIME: Record<string, object> = {
  fresh: {
    firstAndSecond: { turns: 126, exact: 0.73, f1: 0.959, tools: 0.952 },
    third: { turns: 149, exact: 0.43, f1: 0.882, tools: 0.933, exactFromTheRightFilter: 0.779 },
    fourth: { turns: 111, exact: 0.234, f1: 0.848, tools: 0.874, exactFromTheRightFilter: 0.64 },
    fifth: { turns: 96, exact: 0.625, f1: 0.898, tools: 0.948, exactFromTheRightFilter: 0.74 },
    sixth: { turns: 83, exact: 0.831, f1: 0.945, tools: 0.976, exactFromTheRightFilter: 0.88 },
    seventh: { turns: 60, exact: 0.583, f1: 0.896, tools: 0.967, exactFromTheRightFilter: 0.733 },
    eighth: { turns: 36, exact: 0.639, f1: 0.92, tools: 0.972, exactFromTheRightFilter: 0.722 },
  },
};
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

async function main(): Promise<void> {
  const evaluate = await loadScorer();
  mkdirSync(output, { recursive: true });
  const files = readdirSync(own).filter((file) => file.endsWith('.jsonl'));
  const sets = [
    { name: 'sample', files: [SAMPLE] },
    { name: 'own', files: files.filter((file) => !file.startsWith('fresh')).map((file) => new URL(file, own)) },
    { name: 'fresh', files: files.filter((file) => file.startsWith('fresh')).map((file) => new URL(file, own)) },
  ];
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
    if (FIRST_TIME[name] !== undefined) print(`  the first time: ${JSON.stringify(FIRST_TIME[name])}`);
    figures[name] = {
      ...summary(report),
      ...(FIRST_TIME[name] === undefined ? {} : { theFirstTime: FIRST_TIME[name] }),
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
