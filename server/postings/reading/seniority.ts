/** Level: title first, then level words in the text, then the smallest number of years asked. Nothing is an empty list. */
import type { Evidence, Seniority, SourcePosting } from '../job-posting.ts';
import { quote } from './sentences.ts';

const SAYS_NOTHING =
  /\b(?:account|sales|advertising|marketing) executive\b|\bexecutive (?:assistant|chef|producer|recruiter|search|business partner)\b|\b(?:lead|sales lead) gen(?:eration)?\b|\bchief of staff\b|\bstaff (?:nurse|accountant|attorney|writer|photographer|augmentation)\b|\b(?:product|account|program|programme|project|customer success|customer|community|office|case|social media|content|partner\w*|event|campaign|brand|growth|data|relationship|territory|portfolio|category|risk|compliance|delivery|success|marketing|operations|implementation|partner success|technical account|key account|talent acquisition|business development|supply chain|logistics|facilit\w+|property|store|warehouse|procurement|vendor|release|incident|change|quality|hr|people|finance|accounting|tax|payroll|legal|contracts?|crm|seo|sem|demand generation|product marketing|performance marketing|sales) manager\b/giu;

const TITLE: readonly (readonly [Seniority, RegExp])[] = [
  [
    'intern',
    /\b(?:intern(?:ship)?s?|trainee|working student|werkstudent\w*|praktik(?:um|ant\w*)|apprentice\w*|auszubildende\w*|ausbildung|azubi|dual(?:es)? stud\w*|co-?op)\b|стажер|стажист/iu,
  ],
  [
    'junior',
    /\b(?:junior|jr\.?|entry[- ]level|graduate|new grad|early career|berufseinsteiger\w*|associate (?:engineer|developer|software|product manager|designer|data))\b|молодш/iu,
  ],
  [
    'executive',
    /\b(?:head of|director|vp|svp|evp|avp|vice president|chief [\w ]{2,25}officer|c[etfomp]o|ciso|cpo|cro|cmo|chro|general manager|(?:managing|general|venture|founding|equity|senior) partner|^partner|president|geschäftsführ\w*|leiter(?:in)?\b)\b|директор|керівник відділу/iu,
  ],
  [
    'lead',
    /\b(?:lead|leader|staff|principal|team lead\w*|teamleiter\w*|tech lead|engineering manager|manager of|manager,|supervisor|controller|distinguished|foreman|teamleitung|vorarbeiter|(?:software |security |data |platform |infrastructure |product )*(?:engineering|development|design|analytics|data science|recruiting|support|customer support) manager|member of leadership)\b|тімлід|ведучий|головн/iu,
  ],
  ['senior', /\b(?:senior|sr\.?|iii|expert|erfahrene\w*|experienced)\b|старш/iu],
  ['mid', /\b(?:mid(?:[- ]?(?:level|senior))?|intermediate|ii|medior|middle)\b(?!-market| market)/iu],
];
const BOTH = /\((?:senior|sr\.?)\)|\bmid(?:-| ?\/ ?| to |[- ]level ?(?:\/|to|or) ?)senior\b/iu;

const LEVEL_IN_TEXT: readonly (readonly [Seniority, RegExp])[] = [
  [
    'senior',
    /\b(?:looking for|seeking|hiring|need|as|join(?:ing)? us as|this is) (?:an? |our (?:next )?)(?:\w+ )?(?:senior|experienced senior)(?:[- ]level)?\b|\bsenior[- ]level (?:role|position)\b/iu,
  ],
  [
    'mid',
    /\bmid[- ]level (?:role|position|engineer|developer)\b|\b(?:looking for|seeking|hiring) an? mid[- ]level\b/iu,
  ],
  [
    'junior',
    /\bentry[- ]level (?:role|position|job|opportunity)\b|\b(?:looking for|seeking|hiring) an? (?:junior|entry[- ]level|recent graduate)\b|\bno (?:prior |previous )?experience (?:is )?(?:needed|required|necessary)\b|quereinsteiger|без досвіду/iu,
  ],
];
const YEARS =
  /(?<![\d.$€£])(\d{1,2})\s?(?:\+|plus)?\s?(?:(?:-|–|to|bis|or)\s?\d{1,2}\s?\+?)?\s?(?:years?|yrs?\.?|jahre?n?|рок\w*)(?:['’])?\s?(?:of\s|in\s)?(?:[\p{L}/&,-]+\s){0,6}?(?:experience|berufserfahrung|erfahrung|досвід\w*)/iu;
const YEARS_AFTER =
  /\b(?:experience|erfahrung|досвід)\b[^.\n]{0,40}?(?<![\d.$])(\d{1,2})\s?\+?\s?(?:-\s?\d{1,2}\s?)?(?:years?|yrs?|jahre|рок)/iu;
const NOT_ASKED =
  /\b(?:we have|we've|our team|founded|company|over the (?:past|last)|for (?:over|more than)|combined|history|plus|bonus|nice to have|preferred|ideally)\b/iu;

/** Reads the level with the words that said so. */
export function readSeniority(
  source: SourcePosting,
  sentences: readonly string[],
): { values: Seniority[]; evidence: Evidence[] } {
  const title = source.title.replace(SAYS_NOTHING, ' ');
  const values = new Set<Seniority>();
  if (BOTH.test(source.title)) for (const value of ['mid', 'senior'] as const) values.add(value);
  for (const [value, pattern] of TITLE) {
    if (!pattern.test(title)) continue;
    if (values.size > 0 && !/\s\/\s|\/| or | oder |\|/u.test(title)) break;
    values.add(value);
  }
  if (values.has('executive') && values.size > 1 && !/\/| or /u.test(title))
    for (const value of values) if (value !== 'executive') values.delete(value);
  if (values.size > 0) return { values: [...values], evidence: [{ words: quote(source.title), where: 'title' }] };
  if (source.employment.includes('internship'))
    return { values: ['intern'], evidence: [{ words: 'internship', where: 'field' }] };
  for (const sentence of sentences) {
    for (const [value, pattern] of LEVEL_IN_TEXT) {
      if (pattern.test(sentence)) return { values: [value], evidence: [{ words: quote(sentence), where: 'text' }] };
    }
  }
  let least: { years: number; words: string } | null = null;
  for (const sentence of sentences) {
    if (!/year|yrs|jahr|рок/iu.test(sentence)) continue;
    const years = Number((YEARS.exec(sentence) ?? YEARS_AFTER.exec(sentence))?.[1] ?? Number.NaN);
    if (Number.isNaN(years) || years > 25 || NOT_ASKED.test(sentence)) continue;
    // The first requirement is the general one; later ones are about single skills and may only lower it.
    if (least === null || years > least.years) least ??= { years, words: sentence };
  }
  if (least === null) return { values: [], evidence: [] };
  const level: Seniority = least.years <= 1 ? 'junior' : least.years <= 4 ? 'mid' : 'senior';
  return { values: [level], evidence: [{ words: quote(least.words), where: 'text' }] };
}
