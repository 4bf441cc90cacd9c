/**
 * `npm run bench -- understanding`: milliseconds to understand a turn of the evaluation's dialogues, beside the parse
 * of an empty sentence, and how the time grows with the length of a message (it has to grow no faster than the text).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { digits, writeFigures } from '../evals/figures.ts';
import { readDialogues } from '../evals/understanding/predict.ts';
import { understand } from '../server/language/understand.ts';
import { time } from './timing.ts';

const folder = new URL('../evals/understanding/', import.meta.url);
const LENGTHS = [1000, 2000, 5000, 10_000];
const PARTS = [
  'senior Python developer in Berlin or remote, no agencies, at least 70k EUR, ',
  'Krankenschwester in München oder Wien, keine Nachtschichten, ab 3000 Euro im Monat, ',
  'шукаю роботу кухарем у Варшаві або Кракові, без нічних змін, від 5000 злотих, ',
];
const context = { filter: {}, today: '2026-01-15', onScreen: [] };

const said = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readDialogues(readFileSync(new URL(file, folder), 'utf8')))
  .flatMap(({ turns }) => turns.map((turn) => turn.say));
const turn = await time(said.length, async (run) => understand(said[run] ?? '', context));
const empty = await time(200, async () => understand('', context));
const lengths: Record<string, number> = {};
for (const length of LENGTHS) {
  const texts = PARTS.map((part) => part.repeat(Math.ceil(length / part.length)).slice(0, length));
  // CPU time: the clock also counts what other programs do.
  const { cpu } = await time(30, async (run) => understand(texts[run % texts.length] ?? '', context));
  lengths[String(length)] = cpu;
}
const [first, last] = [lengths['1000'] ?? 1, lengths['10000'] ?? 1];
process.stdout.write(
  [
    `${said.length} turns: median ${turn.median} ms, 99 of 100 under ${turn.p99} ms; an empty sentence ${empty.median} ms`,
    ...Object.entries(lengths).map(([length, cpu]) => `${length} characters: ${cpu} ms of CPU`),
    `ten times the text takes ${digits(last / first)} times as long`,
    '',
  ].join('\n'),
);
writeFigures('understandingSpeed', { turn, empty, lengths, growthOfTenfoldText: digits(last / first) });
