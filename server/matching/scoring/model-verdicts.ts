/**
 * What a language model says about requirements, and how much of it is believed. It proposes verdicts with words of
 * both texts; each is kept only when its words stand there. Numbers are no business of a model's: the score is computed
 * from what is kept, by the same rules as ever, and hard stops are never asked about. Pure.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { findQuote } from '../../kernel/quotes.ts';
import { parseLenient } from '../../llm/lenient-json.ts';
import { FIT_VERDICTS, type FitVerdict, type Refusal, REQUIREMENT_KINDS, type RequirementKind } from './fit.ts';
import { type Requirement, requirementsOf, type ScoredPosting } from './requirements.ts';

/** What words of a CV can show; the rest are facts of the posting, or a stop. */
const ASKED: ReadonlySet<RequirementKind> = new Set(['skill', 'years', 'education', 'permit']);
const LONGEST_POSTING = 12_000;
const LONGEST_CV = 16_000;
/** So much of an answer is plain words around a verdict and its two quotes. */
const TOKENS_A_VERDICT = 70;
const LETTERS_A_TOKEN = 3.6;

export const modelVerdictSchema = z.object({
  kind: z.enum(REQUIREMENT_KINDS),
  value: z.string(),
  verdict: z.enum(FIT_VERDICTS),
  cv: z.string().nullable(),
  posting: z.string().nullable(),
});
export type ModelVerdict = z.infer<typeof modelVerdictSchema>;

/** What was kept of an answer, and why the rest was not. */
export interface ReadAnswer {
  verdicts: ModelVerdict[];
  refused: Refusal[];
}

/** Anything beside these fields, a score for instance, makes the whole answer another one than was asked for. */
const answerSchema = z.strictObject({
  verdicts: z
    .array(
      z.strictObject({
        requirement: z.int(),
        verdict: z.enum(FIT_VERDICTS),
        cv: z.string().max(1000).nullish(),
        posting: z.string().max(1000).nullish(),
      }),
    )
    .max(100),
});

/** The two texts as a model gets them, and what it is asked about them; null when there is nothing to ask. */
export interface RatingQuestion {
  asked: readonly Requirement[];
  cv: string;
  posting: string;
  /** One text with both, between marks that carry `mark`, which neither of them can know. */
  words(mark: string): string;
  /** Of all that the answer depends on, but prompt and model. */
  content: string;
  /** A guess, both ways together. */
  tokens: number;
}

/** `cv` is without identifiers. */
export function ratingQuestion(cv: string, posting: ScoredPosting): RatingQuestion | null {
  const asked = requirementsOf(posting).filter(({ kind }) => ASKED.has(kind));
  if (asked.length === 0) return null;
  const [ownText, offer] = [
    cv.slice(0, LONGEST_CV),
    `${posting.title}\n${posting.description}`.slice(0, LONGEST_POSTING),
  ];
  const list = asked.map(
    ({ kind, value, necessity }, at) => `${at + 1}. ${NAMES[kind] ?? kind}: ${value} (${necessity})`,
  );
  return {
    asked,
    cv: ownText,
    posting: offer,
    words: (mark) =>
      [
        `<requirements ${mark}>`,
        ...list,
        `</requirements ${mark}>`,
        `<cv ${mark}>`,
        ownText,
        `</cv ${mark}>`,
        `<posting ${mark}>`,
        offer,
        `</posting ${mark}>`,
      ].join('\n'),
    content: createHash('sha256')
      .update(JSON.stringify([list, ownText, offer]))
      .digest('hex'),
    tokens: Math.ceil((ownText.length + offer.length + 1500) / LETTERS_A_TOKEN) + asked.length * TOKENS_A_VERDICT,
  };
}

const NAMES: Partial<Record<RequirementKind, string>> = {
  skill: 'Skill',
  years: 'Years of experience at least',
  education: 'Degree at least',
  permit: 'Licence, clearance or citizenship',
};

/** Keeps what the two texts bear out. The first word on a requirement counts, later ones are not asked for. */
export function readAnswer(answer: string, { asked, cv, posting }: RatingQuestion): ReadAnswer {
  const parsed = answerSchema.safeParse(parseLenient(answer));
  if (!parsed.success) return { verdicts: [], refused: ['no_verdicts'] };
  const kept = new Map<number, ModelVerdict>();
  const refused: Refusal[] = [];
  for (const said of parsed.data.verdicts) {
    const requirement = asked[said.requirement - 1];
    if (requirement === undefined || kept.has(said.requirement)) {
      refused.push('not_asked');
      continue;
    }
    const own = quoteOf(cv, said.cv);
    const offered = quoteOf(posting, said.posting);
    if (own === undefined || (own === null && NEEDS_CV.has(said.verdict))) refused.push('cv_quote');
    else if (offered === undefined) refused.push('posting_quote');
    else {
      const { kind, value } = requirement;
      kept.set(said.requirement, { kind, value, verdict: said.verdict, cv: own, posting: offered });
    }
  }
  return { verdicts: [...kept.values()], refused };
}

/** What is there has words; what is missing or unknown may have none. */
const NEEDS_CV: ReadonlySet<FitVerdict> = new Set(['met', 'partly']);

/** The words as they stand in the text; null when nothing was quoted, undefined when it is not there. */
function quoteOf(text: string, quote: string | null | undefined): string | null | undefined {
  if (quote === null || quote === undefined || quote.trim() === '') return null;
  const place = findQuote(text, quote);
  return place === null ? undefined : text.slice(place.start, place.end);
}
