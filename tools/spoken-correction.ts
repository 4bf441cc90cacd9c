/** What somebody says their CV forgot or should not have, sorted into skills, titles and languages. Pure. */
import { z } from 'zod';
import type { CorrectionChange, CvView } from '../server/cv/cv.ts';
import { isSpokenLanguage, readLanguages } from '../server/cv/spoken-languages.ts';
import { fold } from '../server/taxonomy/fold.ts';
import { canonicalSkill } from '../server/taxonomy/skills.ts';
import { roleOf } from '../server/taxonomy/titles.ts';

const words = z.array(z.string().trim().min(1).max(120)).max(50);
export const spokenSchema = z.strictObject({ add: words.optional(), remove: words.optional() });

type Kind = 'skill' | 'title' | 'language';

/** A word that is both a skill and a role counts as a skill. */
function kindOf(word: string): Kind {
  if (isSpokenLanguage(word)) return 'language';
  if (canonicalSkill(word) !== null) return 'skill';
  return roleOf(word) === null ? 'skill' : 'title';
}

const spoken = (word: string): { lang: string; level: CvView['profile']['languages'][number]['value']['level'] }[] =>
  readLanguages([{ text: word, start: 0, size: 1, bold: false, gap: 0, heading: false }]).map(({ value }) => value);

/** The change that adds these words. */
export function adding(add: readonly string[]): CorrectionChange {
  const of = (kind: Kind): string[] => add.filter((word) => kindOf(word) === kind);
  return without({ addSkills: of('skill'), addTitles: of('title'), addLanguages: of('language').flatMap(spoken) });
}

/** The change that takes these words away as the CV writes them, and the words that it does not have. */
export function removing(
  remove: readonly string[],
  { profile }: Pick<CvView, 'profile'>,
): { change: CorrectionChange; unknown: string[] } {
  const removeSkills: string[] = [];
  const removeTitles: string[] = [];
  const removeLanguages: string[] = [];
  const unknown: string[] = [];
  for (const word of remove) {
    const skill = canonicalSkill(word) ?? fold(word);
    const skills = profile.skills.filter(({ value, canonical }) => (canonical ?? fold(value)) === skill);
    const titles = profile.targetTitles.filter(({ value }) => fold(value) === fold(word) || value === roleOf(word));
    const codes = spoken(word).map(({ lang }) => lang);
    const languages = profile.languages.filter(({ value }) => codes.includes(value.lang));
    if (skills.length + titles.length + languages.length === 0) unknown.push(word);
    removeSkills.push(...skills.map(({ value }) => value));
    removeTitles.push(...titles.map(({ value }) => value));
    removeLanguages.push(...languages.map(({ value }) => value.lang));
  }
  return { change: without({ removeSkills, removeTitles, removeLanguages }), unknown };
}

function without(change: CorrectionChange): CorrectionChange {
  return Object.fromEntries(Object.entries(change).filter(([, list]) => !Array.isArray(list) || list.length > 0));
}
