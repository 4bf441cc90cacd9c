/**
 * Makes server/llm/data/embedder.bin: `node scripts/build-embedder.ts TAXONOMIES POSTINGS.jsonl.gz [STEPS]`.
 * TAXONOMIES holds `onet/` (O*NET text files) and `esco/` (ESCO tables); the postings need a title and a plain text.
 * Nothing of their texts is in the result: it is a table of numbers. About half an hour.
 */
import { writeFileSync } from 'node:fs';
import { packTable } from '../server/llm/feature-table.ts';
import { allTexts, readConcepts } from './embedder/concepts.ts';
import { lexicalTable } from './embedder/lexical.ts';
import { createPairs, createRandom, readPostings } from './embedder/pairs.ts';
import { train } from './embedder/train.ts';

const SEED = 7;
const [taxonomies, file, steps = '4000'] = process.argv.slice(2);
if (taxonomies === undefined || file === undefined) {
  process.stderr.write('Usage: node scripts/build-embedder.ts TAXONOMIES POSTINGS.jsonl.gz [STEPS]\n');
  process.exit(2);
}
const random = createRandom(SEED);
const concepts = readConcepts(taxonomies);
const postings = readPostings(file);
const lexical = lexicalTable(
  [...allTexts(concepts), ...postings.flatMap(({ title, lines }) => [title, ...lines])],
  random,
);
const draw = createPairs(concepts, postings, random);
let sum = 0;
const learnt = train(draw, random, Number(steps), (step, loss) => {
  sum += loss;
  if (step % 100 !== 99) return;
  process.stdout.write(`${step + 1} of ${steps}: loss ${(sum / 100).toFixed(3)}\n`);
  sum = 0;
});
writeFileSync(new URL('../server/llm/data/embedder.bin', import.meta.url), packTable(learnt, lexical));
