/** Sentences about what a model's rating costs and what became of it. */
import { counted, formatNumber, type PluralForms } from '../server/kernel/plural.ts';
import type { Language } from '../server/kernel/text.ts';
import type { RatingEstimate } from '../server/matching/scoring/fit.ts';
import type { RatingRun } from '../server/matching/scoring/rating-service.ts';
import { jobs } from './words.ts';

const CALLS: Record<Language, PluralForms> = {
  en: { one: 'call', other: 'calls' },
  de: { one: 'Aufruf', other: 'Aufrufe' },
  uk: { one: 'виклик', few: 'виклики', many: 'викликів', other: 'виклику' },
};
const QUOTES: Record<Language, PluralForms> = {
  en: { one: 'verdict', other: 'verdicts' },
  de: { one: 'Urteil', other: 'Urteile' },
  uk: { one: 'вердикт', few: 'вердикти', many: 'вердиктів', other: 'вердикту' },
};
const ANSWERS: Record<Language, PluralForms> = {
  en: { one: 'answer', other: 'answers' },
  de: { one: 'Antwort', other: 'Antworten' },
  uk: { one: 'відповідь', few: 'відповіді', many: 'відповідей', other: 'відповіді' },
};
/** Tokens are a guess: more digits would only pretend. */
const ROUNDED = 100;

/** "gpt would rate 10 jobs: 7 calls, about 12,300 tokens (3 known already)." */
export function costWords({ model, calls, tokens, postings, known }: RatingEstimate, language: Language): string {
  const [count, cost] = [jobs(language, postings), counted(language, calls, CALLS[language])];
  const about = formatNumber(language, Math.ceil(tokens / ROUNDED) * ROUNDED);
  const already = formatNumber(language, known);
  if (calls === 0)
    return {
      en: `All ${count} of the first ones are rated already; it would cost nothing.`,
      de: `Schon bewertet: ${count}. Es würde nichts kosten.`,
      uk: `Уже оцінено: ${count}. Це нічого не коштуватиме.`,
    }[language];
  return {
    en: `${model} would rate the first ${count}: ${cost}, about ${about} tokens${known > 0 ? ` (${already} rated already)` : ''}.`,
    de: `${model} würde die ersten ${count} bewerten: ${cost}, etwa ${about} Token${known > 0 ? ` (${already} schon bewertet)` : ''}.`,
    uk: `${model} оцінить перші ${count}: ${cost}, приблизно ${about} токенів${known > 0 ? ` (уже оцінено: ${already})` : ''}.`,
  }[language];
}

/** "Rated by gpt: 10 jobs. 2 verdicts were left out: their quotes stand nowhere." */
export function ratedWords(run: RatingRun, language: Language): string {
  const { model, matches, refusedAnswers, refusedQuotes, failure } = run;
  const rated = jobs(language, matches.filter((match) => match.rated !== null).length);
  const answers = counted(language, refusedAnswers, ANSWERS[language]);
  const quotes = counted(language, refusedQuotes, QUOTES[language]);
  const words = {
    en: {
      rated: `Rated by ${model}: ${rated}.`,
      answers: `Not usable: ${answers}; the score by rules counts there.`,
      quotes: `Left out, because their words stand in neither text or nobody asked: ${quotes}.`,
    },
    de: {
      rated: `Von ${model} bewertet: ${rated}.`,
      answers: `Nicht brauchbar: ${answers}; dort gelten die Punkte nach Regeln.`,
      quotes: `Weggelassen, weil ihre Worte in keinem der Texte stehen oder niemand danach gefragt hat: ${quotes}.`,
    },
    uk: {
      rated: `Оцінено моделлю ${model}: ${rated}.`,
      answers: `Непридатно: ${answers}; там діє оцінка за правилами.`,
      quotes: `Відкинуто, бо цитат немає в текстах або про це не питали: ${quotes}.`,
    },
  }[language];
  return [
    words.rated,
    refusedAnswers > 0 ? words.answers : '',
    refusedQuotes > 0 ? words.quotes : '',
    failure === null ? '' : failure[language],
  ]
    .filter(Boolean)
    .join(' ');
}
