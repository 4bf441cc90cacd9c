/**
 * How well the built-in embedder knows what titles and skills mean: `npm run eval -- meaning`. Nothing of these sets
 * went into it. Every language of titles was looked at while rows, features and shares of the kinds of pairs were chosen;
 * how sentences are read was chosen on the validation sentences alone, the test sentences are held out.
 */
import { existsSync } from 'node:fs';
import { createBuiltinEmbedder } from '../server/llm/builtin-embedder.ts';
import { digits, writeFigures } from './figures.ts';
import { skillFigures } from './meaning/skills.ts';
import { titleFigures } from './meaning/titles.ts';

const benchmarks = new URL('../../shared/data/benchmarks/', import.meta.url);
const embedder = createBuiltinEmbedder();
const rounded = (figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, digits(value)]));

if (existsSync(benchmarks)) {
  const titles: Record<string, object> = {};
  for (const language of ['es', 'fr', 'pl', 'en', 'de']) {
    const figures = rounded(await titleFigures(new URL('job_title_similarity/', benchmarks), language, embedder));
    titles[language] = figures;
    process.stdout.write(`titles ${language}, mean average precision: ${JSON.stringify(figures)}\n`);
  }
  const skills: Record<string, object> = {};
  for (const name of ['tech_validation', 'tech_test']) {
    const folder = new URL('skill_to_esco/', benchmarks);
    const figures = rounded(await skillFigures(folder, `data_${name}_annotations.csv`, embedder));
    skills[name] = figures;
    process.stdout.write(`skills ${name}, R-precision at 5: ${JSON.stringify(figures)}\n`);
  }
  const published = {
    titles: 'character TF-IDF .34 en, .31 de',
    skills: 'tech test: character TF-IDF .379, trained .640',
  };
  process.stdout.write(`published: ${JSON.stringify(published)}\n`);
  writeFigures('meaning', { titles, skills, published });
} else process.stdout.write('Skipped: the benchmarks are not here.\n');
