/**
 * Headings of a CV: which section a line opens, in English, German and Ukrainian. A heading consists of nothing but
 * words that headings are made of. Lists of our own.
 */
import { fold } from '../taxonomy/fold.ts';

export const SECTIONS = [
  'summary',
  'experience',
  'education',
  'skills',
  'languages',
  'projects',
  'publications',
  'awards',
  'certificates',
  'volunteering',
  'interests',
  'references',
  'contact',
  'personal',
  'other',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Words that name the section by themselves. The first named in a heading decides; earlier rows win over later ones. */
const WORDS: Partial<Record<Section, string>> = {
  references: 'references referees referenzen рекомендації',
  publications:
    'publications papers veröffentlichungen publikationen публікації patents patente патенти talks vorträge',
  certificates:
    'certifications certificates certification licenses licences zertifikate zertifizierungen weiterbildung weiterbildungen fortbildung fortbildungen courses trainings kurse сертифікати курси',
  skills:
    'skills skill technologies competencies competences expertise kenntnisse fähigkeiten kompetenzen edv-kenntnisse it-kenntnisse fachkenntnisse навички уміння вміння технології tools strengths proficiencies stack fertigkeiten knowledge',
  awards:
    'awards honors honours scholarships achievements auszeichnungen preise stipendien нагороди відзнаки досягнення',
  volunteering: 'volunteering volunteer ehrenamt ehrenamtliches волонтерство volunteerism activities engagement',
  projects: 'projects projekte проекти проєкти project portfolio',
  education:
    'education ausbildung bildung bildungsweg studium schulbildung academic hochschulbildung akademische освіта навчання qualifications abschlüsse schule',
  experience:
    'experience employment career work berufserfahrung berufspraxis beruflicher werdegang praxiserfahrung arbeitserfahrung tätigkeiten laufbahn досвід робота erfahrung erfahrungen positions berufliche praktika',
  languages: 'languages sprachen sprachkenntnisse fremdsprachen мови linguistic',
  interests: 'interests hobbies hobbys hobby interessen інтереси захоплення freizeit',
  summary:
    'summary profile objective about kurzprofil zusammenfassung profil überblick про профіль resümee überblick statement bio',
  personal: 'personal persönliche персональні особисті',
  contact: 'contact contacts kontakt kontaktdaten контакти links details',
};

/** Words that stand in headings and name no section. */
const FILLERS = new Set(
  fold(
    'and & of the in my me und der die das і та й professional relevant key core technical additional other selected personal information work school cv history background highlights areas summary list previous recent current work-related general special further soft hard hands-on it daten дані angaben data zur person lebenslauf werdegang beruflicher berufliche akademischer weitere sonstige besondere досвіду роботи роботи мене себе технічні професійні професійний ключові знання володіння мовами information training activities affiliations memberships career research teaching academic undergraduate graduate industry industrial campus military community leadership invited publication resume social media online qualification qualifications profile experience skills interests for with to technische technischen fachliche methodische persönliche wichtige zusätzliche other others sonstiges info informationen про about',
  )
    .split(' ')
    .filter((word) => word !== ''),
);

/** Fillers that make a heading together with another one. */
const SAYS_OTHER = new Set(['information', 'informationen', 'angaben', 'info', 'qualifications', 'training']);

const KIND = new Map<string, Section>();
const ORDER: Section[] = [];
for (const section of SECTIONS) {
  const words = WORDS[section];
  if (words === undefined) continue;
  for (const word of fold(words).split(' ')) if (!KIND.has(word)) KIND.set(word, section);
}
for (const section of Object.keys(WORDS)) {
  const known = SECTIONS.find((name) => name === section);
  if (known !== undefined) ORDER.push(known);
}

const MOST_WORDS = 6;
/** A heading's words, folded, without marks at its ends. */
function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/[:：.]+$|^[#\s•▪■●|–—-]+|[|–—-]+\s*$/gu, '')
    .split(/[\s/|,·]+/u)
    .filter((word) => word !== '' && word !== '&');
}

/** The section that exactly these words open, or null when they are no heading that is known. */
export function sectionOf(text: string): Section | null {
  if (text.length > 60) return null;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (!words.every((word) => KIND.has(word) || FILLERS.has(word))) {
    const joined = words.join('');
    return words.length > 1 && words.some((word) => word.length <= 3) ? (KIND.get(joined) ?? null) : null;
  }
  const kinds = new Set(words.map((word) => KIND.get(word)));
  const known = ORDER.find((section) => kinds.has(section));
  if (known !== undefined) return known;
  return words.some((word) => SAYS_OTHER.has(word)) && words.length > 1 ? 'other' : null;
}

/** "edu cation", "E X P E R I E N C E": a heading whose letters were set apart, put together; other text as it is. */
export function joinLetters(text: string): string {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 24 || text.length > 60) return text;
  const spaced = words.filter((word) => [...word].length === 1).length >= words.length * 0.8 && words.length > 3;
  const whole = words.join('');
  if (KIND.has(fold(whole).replace(/:$/u, ''))) return whole;
  // Two headings' words in a row ("oth er information"): each word is put together from its pieces.
  const parts = text.trim().split(/\s{2,}|\t/u);
  if (spaced) return parts.length > 1 ? parts.map((part) => part.replace(/\s/gu, '')).join(' ') : whole;
  for (let cut = 1; cut < words.length - 1; cut += 1) {
    const first = words.slice(0, cut + 1).join('');
    const rest = words.slice(cut + 1).join(' ');
    const isWord = (word: string): boolean => KIND.has(fold(word)) || FILLERS.has(fold(word));
    if (isWord(first) && isWord(rest) && !isWord(words[0] ?? '')) return `${first} ${rest}`;
  }
  return text;
}
