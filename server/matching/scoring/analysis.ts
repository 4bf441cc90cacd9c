/**
 * A CV against one posting, in words a person can act on: how relevant, what matches, what is missing, and which line
 * to change. Nothing is suggested that the CV does not say or the posting does not ask; what a person has not done
 * stays out. Pure.
 */
import { z } from 'zod';
import type { Profile } from '../../cv/profile.ts';
import { localize } from '../../kernel/plural.ts';
import { type Localized, localizedSchema } from '../../kernel/text.ts';
import type { Fit } from './fit.ts';
import { lineAround } from './quotes.ts';

export const improvementSchema = z.object({
  /** The line of the CV to change, as it stands; null when there is none yet. */
  line: z.string().nullable(),
  advice: localizedSchema,
});
type Improvement = z.infer<typeof improvementSchema>;

export const analysisSchema = z.object({
  /** 0 to 10. */
  relevance: z.number(),
  confidence: z.number(),
  matched: z.array(z.string()),
  partly: z.array(z.string()),
  missing: z.array(z.string()),
  improvements: z.array(improvementSchema),
});
export type Analysis = z.infer<typeof analysisSchema>;

const MOST_MISSING = 4;
const MOST_PLAIN = 2;
const MOST_IMPROVEMENTS = 8;
const LONG_LINE = 300;

export function analysisOf({ text, profile }: { text: string; profile: Profile }, fit: Fit): Analysis {
  const skills = fit.requirements.filter(({ kind }) => kind === 'skill');
  const named = (verdict: Fit['requirements'][number]['verdict']): string[] =>
    skills.filter((one) => one.verdict === verdict).map(({ value }) => value);
  return {
    relevance: fit.value / 10,
    confidence: fit.confidence,
    matched: named('met'),
    partly: named('partly'),
    missing: named('missing'),
    improvements: [
      ...missingSkills(text, profile, skills),
      ...onlyListed(text, profile, named('met')),
      ...withoutNumbers(text, profile),
      ...tooLong(text, profile),
    ].slice(0, MOST_IMPROVEMENTS),
  };
}

function missingSkills(text: string, profile: Profile, skills: Fit['requirements']): Improvement[] {
  const list = profile.skills.find(({ isListed }) => isListed);
  const line = list === undefined ? null : lineAround(text, list.span);
  const musts = skills.filter(
    ({ verdict, necessity }) => necessity === 'must' && (verdict === 'missing' || verdict === 'partly'),
  );
  return musts.slice(0, MOST_MISSING).map(({ value, verdict, cv }) => ({
    line: verdict === 'partly' ? cv : line,
    advice: verdict === 'partly' ? nearly(value) : lacking(value),
  }));
}

const lacking = (skill: string): Localized => ({
  en: `The posting asks for ${skill}, and your CV does not name it. If you have worked with it, say so here and where; if not, leave it out.`,
  de: `Die Anzeige verlangt ${skill}, und in Ihrem Lebenslauf kommt es nicht vor. Wenn Sie damit gearbeitet haben, schreiben Sie es hier dazu und wo; wenn nicht, lassen Sie es weg.`,
  uk: `У вакансії потрібно ${skill}, а в резюме цього немає. Якщо ви з цим працювали, допишіть тут, де саме; якщо ні, не додавайте.`,
});
const nearly = (skill: string): Localized => ({
  en: `The posting asks for ${skill}; this line names something close to it. If you know ${skill} too, name it.`,
  de: `Die Anzeige verlangt ${skill}; diese Zeile nennt etwas Verwandtes. Wenn Sie auch ${skill} können, nennen Sie es.`,
  uk: `У вакансії потрібно ${skill}; у цьому рядку є щось близьке. Якщо знаєте й ${skill}, назвіть це.`,
});

/** Skills that match and stand in the list only: nobody can see what was done with them. */
function onlyListed(text: string, profile: Profile, matched: readonly string[]): Improvement[] {
  return profile.skills
    .filter(
      ({ canonical, isListed, evidence }) =>
        isListed && evidence.length === 0 && canonical !== null && matched.includes(canonical),
    )
    .slice(0, MOST_PLAIN)
    .map(({ value, span }) => ({
      line: lineAround(text, span),
      advice: {
        en: `${value} counts here, but stands only in your list. Say in an entry what you did with it.`,
        de: `${value} zählt hier, steht aber nur in Ihrer Liste. Schreiben Sie in einem Eintrag, was Sie damit gemacht haben.`,
        uk: `${value} тут важить, але є лише в переліку. Напишіть у досвіді, що ви з цим робили.`,
      },
    }));
}

/** What was done, without what came of it. */
function withoutNumbers(text: string, { experience }: Profile): Improvement[] {
  const plain = experience.slice(0, 2).flatMap(({ details }) => details.filter(({ value }) => !/\d/u.test(value)));
  return plain.slice(0, MOST_PLAIN).map(({ span }) => ({
    line: lineAround(text, span),
    advice: {
      en: 'This line says what you did, not what came of it. If you know a number that is true, add it.',
      de: 'Diese Zeile sagt, was Sie getan haben, nicht, was dabei herauskam. Wenn Sie eine Zahl wissen, die stimmt, ergänzen Sie sie.',
      uk: 'Рядок каже, що ви робили, але не який був результат. Якщо знаєте правдиве число, додайте його.',
    },
  }));
}

function tooLong(text: string, { experience }: Profile): Improvement[] {
  const long = experience.flatMap(({ details }) => details).find(({ value }) => value.length > LONG_LINE);
  if (long === undefined) return [];
  const advice = localize(
    (language) =>
      ({
        en: 'This item is very long. Two short ones are read; a long one is skipped.',
        de: 'Dieser Punkt ist sehr lang. Zwei kurze werden gelesen, ein langer wird überflogen.',
        uk: 'Цей пункт дуже довгий. Два коротких прочитають, довгий пропустять.',
      })[language],
  );
  return [{ line: lineAround(text, long.span), advice }];
}
