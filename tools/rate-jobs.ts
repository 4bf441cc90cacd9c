/** rate_jobs: a language model judges the first postings against the CV; its quotes are checked and code computes. */
import { z } from 'zod';
import { PerchError } from '../server/kernel/errors.ts';
import { localize } from '../server/kernel/plural.ts';
import type { MatchDetail } from '../server/matching/match.ts';
import type { RatingEstimate } from '../server/matching/scoring/fit.ts';
import { defineAction } from './action.ts';
import { topSchema } from './estimate-rating.ts';
import { costWords, ratedWords } from './rating-words.ts';
import { fitSentence } from './score-words.ts';
import { said } from './words.ts';

/** What a sentence may spend without a click. */
const UNASKED_TOKENS = 60_000;

export const rateJobs = defineAction({
  name: 'rate_jobs',
  title: { en: 'Rate with the model', de: 'Mit dem Modell bewerten', uk: 'Оцінити моделлю' },
  says: { en: 'The model compares', de: 'Das Modell vergleicht', uk: 'Модель порівнює' },
  description:
    'Has the language model judge the first `top` postings of the list (10 unless said) against the CV, beside the ' +
    'score by rules. Costs tokens: estimate_rating says how many. `agree` names the server that may read the CV, ' +
    'without name and contacts; only the person says so, once.',
  input: z.strictObject({ top: topSchema, agree: z.string().min(1).max(300).optional() }),
  effect: 'spend',
  guarded: true,
  async run(context, { top, agree }, services) {
    const { userId, conversationId, signal } = context;
    const place = { userId, conversationId };
    const estimate = await services.ratings.estimate({ ...place, top });
    const isUnasked = context.by === 'assistant';
    if (isUnasked && !estimate.needsConsent && estimate.tokens > UNASKED_TOKENS) throw asksFirst(estimate);
    if (agree !== undefined) {
      if (isUnasked || agree !== estimate.host) throw anotherServer(estimate.host);
      await services.preferences.change(userId, { cvGoesTo: agree });
    }
    if (!estimate.needsConsent || agree !== undefined)
      await services.preferences.change(userId, { showsRatings: true });
    const run = await services.ratings.rate({
      ...place,
      top,
      signal,
      progress: (done, of) =>
        context.progress(
          said(
            (language) =>
              ({ en: `Rated: ${done} of ${of}`, de: `Bewertet: ${done} von ${of}`, uk: `Оцінено: ${done} з ${of}` })[
                language
              ],
          ),
        ),
    });
    const line = localize((language) => ratedWords(run, language));
    const { matches, ...rest } = run;
    const ranked = matches.map(summaryOf).toSorted((a, b) => (b.rated ?? -1) - (a.rated ?? -1));
    return {
      outcome: said(line),
      forModel: {
        ...rest,
        top: ranked.slice(0, 5).map(({ title, company, score, rated }) => ({ title, company, score, rated })),
        say: line,
      },
      data: { ...rest, matches: ranked },
    };
  },
});

/** What a program gets of a rating: both numbers, why, and the keywords. */
function summaryOf({ id, title, company, score, rated, rating, fit }: MatchDetail) {
  const shown = rating?.fit ?? fit;
  const skills = (verdict: 'met' | 'missing'): string[] =>
    (shown?.requirements ?? [])
      .filter((one) => one.kind === 'skill' && one.verdict === verdict)
      .map(({ value }) => value);
  return {
    id,
    title,
    company,
    score: score?.value ?? null,
    rated: rated?.value ?? null,
    refused: rating?.refused ?? [],
    rationale: shown === null ? null : fitSentence(title, shown),
    matched: skills('met'),
    missing: skills('missing'),
  };
}

function asksFirst(estimate: RatingEstimate): PerchError {
  return new PerchError('needs_approval', {
    en: `${costWords(estimate, 'en')} That is a lot: this needs your approval first.`,
    de: `${costWords(estimate, 'de')} Das ist viel: Dafür brauche ich zuerst Ihre Zustimmung.`,
    uk: `${costWords(estimate, 'uk')} Це чимало: спершу потрібен ваш дозвіл.`,
  });
}

function anotherServer(host: string): PerchError {
  return new PerchError('conflict', {
    en: `The model is at ${host} now. Look at the notice once more before you agree.`,
    de: `Das Modell liegt jetzt bei ${host}. Sehen Sie sich den Hinweis noch einmal an, bevor Sie zustimmen.`,
    uk: `Модель тепер на ${host}. Перегляньте повідомлення ще раз, перш ніж погодитися.`,
  });
}
