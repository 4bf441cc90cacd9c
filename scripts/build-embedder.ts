/**
 * Makes server/llm/data/embedder.bin: `node scripts/build-embedder.ts TAXONOMIES POSTINGS.jsonl.gz [STEPS]`.
 * TAXONOMIES holds `onet/` (O*NET text files) and `esco/` (ESCO tables); the postings need a title and a plain text.
 * Nothing of their texts is in the result: it is a table of numbers. Five minutes of a core.
 */
import { writeFileSync } from 'node:fs';
import { packTable } from '../server/llm/feature-table.ts';
import { allTexts, readConcepts } from './embedder/concepts.ts';
import { createPairs, createRandom, readPostings } from './embedder/pairs.ts';
import { rarityOf } from './embedder/rarity.ts';
import { train } from './embedder/train.ts';

const SEED = 7;
const [taxonomies, file, steps = '2200'] = process.argv.slice(2);
if (taxonomies === undefined || file === undefined) {
  process.stderr.write('Usage: node scripts/build-embedder.ts TAXONOMIES POSTINGS.jsonl.gz [STEPS]\n');
  process.exit(2);
}
const random = createRandom(SEED);
const concepts = readConcepts(taxonomies);
const postings = readPostings(file);
const rarity = rarityOf([...allTexts(concepts), ...postings.flatMap(({ title, lines }) => [title, ...lines])]);
const draw = createPairs(concepts, postings, random);
let sum = 0;
const learnt = train({ draw, random, rarity, steps: Number(steps) }, (step, loss) => {
  sum += loss;
  if (step % 100 !== 99) return;
  process.stdout.write(`${step + 1} of ${steps}: loss ${(sum / 100).toFixed(3)}\n`);
  sum = 0;
});
writeFileSync(new URL('../server/llm/data/embedder.bin', import.meta.url), packTable(learnt, rarity));
