/** The sentence about what Perch read in a CV; no name, no address, nothing that identifies a person. */
import type { CvView } from '../server/cv/cv.ts';
import { noCv } from '../server/cv/cv-service.ts';
import { formatNumber, localize } from '../server/kernel/plural.ts';
import type { Language, Localized } from '../server/kernel/text.ts';

const MOST_SKILLS = 8;

/** "From your CV: Backend Developer. Skills: Go, SQL and 12 more."; without a CV, how to add one. */
export function profileSentence(active: CvView | null): Localized {
  if (active === null) return noCv().text;
  const { profile } = active;
  const headline = profile.headline?.value ?? profile.targetTitles[0]?.value ?? null;
  const skills = profile.skills.map(({ value }) => value);
  return localize((language) => {
    const from = { en: 'From your CV', de: 'Aus Ihrem Lebenslauf', uk: 'З вашого резюме' }[language];
    const known = [
      headline === null ? '' : `${headline}.`,
      skills.length === 0 ? '' : `${SKILLS[language]}: ${listed(skills, language)}.`,
    ].filter((part) => part !== '');
    return `${from}: ${known.length === 0 ? NOTHING[language] : known.join(' ')} ${WRONG[language]}`;
  });
}

const SKILLS = { en: 'Skills', de: 'Kenntnisse', uk: 'Навички' };
const NOTHING = {
  en: 'no role and no skills that I could read.',
  de: 'Beruf und Kenntnisse konnte ich nicht erkennen.',
  uk: 'професію й навички розпізнати не вдалося.',
};
const WRONG = {
  en: 'If something is wrong, you can correct it in the view of your CV.',
  de: 'Was nicht stimmt, können Sie in der Ansicht Ihres Lebenslaufs berichtigen.',
  uk: 'Якщо щось не так, це можна виправити під час перегляду резюме.',
};

function listed(skills: readonly string[], language: Language): string {
  const more = skills.length - MOST_SKILLS;
  const shown = skills.slice(0, more > 0 ? MOST_SKILLS : undefined);
  const count = formatNumber(language, more);
  const rest = { en: `${count} more`, de: `${count} weitere`, uk: `ще ${count}` }[language];
  return new Intl.ListFormat(language).format(more > 0 ? [...shown, rest] : shown);
}
