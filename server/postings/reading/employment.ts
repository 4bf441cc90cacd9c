/** Kind of employment as said in field, title or text; both when they differ; nothing said is an empty list. */
import type { Employment, Evidence, SourcePosting } from '../job-posting.ts';
import { quote } from './sentences.ts';

const TITLE: readonly (readonly [Employment, RegExp])[] = [
  ['internship', /\b(?:intern(?:ship)?|praktik(?:um|ant\w*)|co-?op|trainee program)\b|стажу?в/iu],
  [
    'part_time',
    /\bpart[- ]?time\b|\bteilzeit\b|\bwerkstudent\w*|\bworking student\b|\bmini-?job\b|неповн\w+ (?:зайнятість|день)|часткова зайнятість/iu,
  ],
  ['freelance', /\bfreelanc\w*|\bfreiberuf\w*|\bself[- ]employed\b|фриланс/iu],
  [
    'contract',
    /\b(?:contract(?:or)?|fixed[- ]term|ftc|b2b contract)\b(?! (?:manager|management|law|admin|attorney|counsel|specialist|manufactur|analyst|negotia))|\bbefristet\b/iu,
  ],
  [
    'temporary',
    /\b(?:temporary|temp|seasonal|parental (?:leave )?cover|maternity (?:leave )?cover|zeitarbeit|aushilfe)\b|тимчасов/iu,
  ],
  ['full_time', /\bfull[- ]?time\b|\bvollzeit\b|повна зайнятість/iu],
];

const TEXT: readonly (readonly [Employment, RegExp])[] = [
  [
    'contract',
    /\b(?:this is an? |an? )?(?:\d+|six|three|twelve|nine|four)[- ]?(?:month|week|year)s?(?:[- ]long)? (?:fixed[- ]term |initial |freelance )?contract\b|\bfixed[- ]term (?:contract|position|role|basis)\b|\b(?:this|the|our) (?:\w+[- ]){0,4}(?:is|are) an? (?:[\w-]+ ){0,5}contract(?:or)? (?:position|role|opportunity|basis|job)\b|\bcontract[- ]to[- ]hire\b|\bindependent contractor\b|\bb2b[- ](?:contract|basis|zusammenarbeit)\b|\b(?:employment|job|contract|position) type\b[^.\n]{0,20}\b(?:contract(?:or)?|b2b)\b|\bcontract role\b|\b(?:as|is) an? (?:independent )?contractor\b|\bbefristet(?:er?|e[sn])? (?:vertrag|stelle|arbeits)/iu,
  ],
  [
    'part_time',
    /\b(?:this is an?|employment type:?|job type:?|position type:?) (?:[\w-]+,? ){0,4}part[- ]time\b|\bpart[- ]time (?:role|position|job|basis|contract|opportunity|only|employee)\b|\bin teilzeit\b|неповн\w+ зайнятість/iu,
  ],
  [
    'full_time',
    /\b(?:this is an?|employment type:?|job type:?|position type:?|the position is) (?:[\w-]+,? ){0,4}full[- ]time\b|\bfull[- ]time (?:role|position|job|basis|opportunity|employment)\b|\bin vollzeit\b|повна зайнятість/iu,
  ],
  [
    'freelance',
    /\bfreelance (?:role|position|basis|contract|opportunity|job|project)\b|\bas a freelancer\b|\bauf freiberuflicher basis\b/iu,
  ],
  [
    'temporary',
    /\b(?:temporary (?:role|position|contract|job|assignment|employment)|seasonal (?:role|position|job|work)|(?:parental|maternity) leave cover)\b/iu,
  ],
  [
    'internship',
    /\b(?:this|our) (?:[\w-]+ ){0,3}internship\b|\binternship (?:program|position|role|opportunity)\b|\bim rahmen eines praktikums\b/iu,
  ],
];
const GATE =
  /contract|part|full|freelanc|freiberuf|temporary|seasonal|internship|praktik|teilzeit|vollzeit|befrist|b2b|зайнят|parental|maternity/iu;
/** Sentences about other people's terms, or about law. */
const OTHER =
  /\b(?:all full[- ]time employees|full[- ]time employees|for full[- ]time|benefits|may be|convert|eligible|applies to|including contract|or contractors?|contractors and|our full[- ]time|team of|years? of|managed|manage|negotiat\w+|freelancers|experience|background|complies|laws|revenue)\b/iu;

/** Said beside another kind: both are meant. */
const FULL_TOO =
  /^\W*(?:schedule|hours|job type|employment(?: type)?|type)\W+full[- ]?time\b|\bfull[- ]time (?:schedule|hours)\b/iu;
const OR_INTERN = /\bfull[- ]time or (?:an? )?(?:co-?op|internship|intern)\b/iu;

/** Reads the kinds of employment with the words that said so. */
export function readEmployment(
  source: SourcePosting,
  sentences: readonly string[],
): { values: Employment[]; evidence: Evidence[] } {
  const values = new Set<Employment>(source.employment);
  const evidence: Evidence[] =
    source.employment.length > 0 ? [{ words: source.employment.join(', ').replaceAll('_', ' '), where: 'field' }] : [];
  const fromTitle = new Set<Employment>();
  for (const [value, pattern] of TITLE) {
    const found = pattern.exec(source.title);
    if (found === null) continue;
    fromTitle.add(value);
    evidence.push({ words: quote(found[0]), where: 'title' });
  }
  for (const value of fromTitle) values.add(value);
  for (const sentence of sentences) {
    if (!GATE.test(sentence)) continue;
    if (FULL_TOO.test(sentence) && !values.has('full_time') && !OTHER.test(sentence)) {
      values.add('full_time');
      evidence.push({ words: quote(sentence), where: 'text' });
    }
    if (OR_INTERN.test(sentence)) values.add('internship');
    if (OTHER.test(sentence) && !/\bas an? (?:independent )?contractor\b/iu.test(sentence)) continue;
    for (const [value, pattern] of TEXT) {
      const found = pattern.exec(sentence);
      if (found === null || values.has(value)) continue;
      if (value === 'full_time' && values.size > 0) continue;
      if (value === 'internship' && values.size > 0) continue;
      values.add(value);
      evidence.push({ words: quote(sentence), where: 'text' });
    }
  }
  return { values: [...values], evidence: evidence.slice(0, 4) };
}
