/** Level: title first, then level words in the text, then the smallest number of years asked. Nothing is an empty list. */
import type { Evidence, Seniority, SourcePosting } from '../job-posting.ts';
import { quote } from './sentences.ts';

const SAYS_NOTHING =
  /\bmember of (?:the )?technical staff\b|\b(?:account|sales|advertising|marketing) executive\b|\bexecutive (?:assistant|chef|producer|recruiter|search|business partner)\b|\b(?:lead|sales lead) gen(?:eration)?\b|\bchief of staff\b|\bstaff (?:nurse|accountant|attorney|writer|photographer|augmentation)\b|\b(?:product|account|engagement|program|programme|project|customer success|customer|community|office|case|social media|content|partner\w*|event|campaign|brand|growth|data|relationship|territory|portfolio|category|risk|compliance|delivery|success|marketing|operations|implementation|partner success|technical account|key account|talent acquisition|business development|supply chain|logistics|facilit\w+|property|store|warehouse|procurement|vendor|release|incident|change|quality|hr|people|finance|accounting|tax|payroll|legal|contracts?|crm|seo|sem|demand generation|product marketing|performance marketing|sales) manager\b/giu;

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
    /\b(?:head of|director|vp|svp|evp|avp|vice president|chief [\w ]{2,25}officer|c[etfomp]o|ciso|cpo|cro|cmo|chro|general manager|(?:managing|general|venture|founding|equity|senior) partner(?! \p{L})|^partner(?=,|$)|president|geschäftsführ\w*|leiter(?:in)?\b)\b|директор|керівник відділу/iu,
  ],
  [
    'lead',
    /\b(?:lead|leader|staff|principal|team lead\w*|teamleiter\w*|tech lead|engineering manager|manager of|manager,|supervisor|controller|distinguished|foreman|teamleitung|vorarbeiter|(?:software |security |data |platform |infrastructure |product )*(?:engineering|development|design|analytics|data science|recruiting|support|customer support) manager|member of leadership)\b|тімлід|ведучий|головн/iu,
  ],
  ['senior', /\b(?:senior|sr\.?|iii|(?<!\p{L} )expert(?= \p{L})|erfahrene\w*|experienced)\b|старш/iu],
  ['mid', /\b(?:mid(?:[- ]?(?:level|senior))?|intermediate|ii|medior|middle)\b(?!-market| market)/iu],
];
/** A senior director is a director. */
const SENIOR_CHIEF = /\b(?:senior|sr\.?|associate|assistant) (?=director|vp\b|vice president|staff\b|principal\b)/giu;
/** Whose assistant one is. */
const ASSISTS =
  /\b(?:to|for) (?:the |our )?(?:office of (?:the )?)?(?:c[etfomp]o|president|founders?|chief [\w ]+officer|vp|managing partner)\b.*$/iu;
const BOTH = /\((?:senior|sr\.?)\)|\bmid(?:-| ?\/ ?| to |[- ]level ?(?:\/|to|or) ?)senior\b/iu;

/** Whom a text looks for: the words after it are read like a title. */
const LOOKS_FOR =
  /\b(?:looking for|seeking|searching for|hiring|in need of|(?:join\w*|work) (?:us|our team) as|this is|role as|suchen)\s+(?:an? |our |the |our next |our first |einen? |zwei |two )(?:(?!to\b|who\b|that\b|with\b|for\b|of\b)[\w-]+,? (?:and |& )?){0,5}?((?:intern|junior|entry[- ]level|recent graduate|new grad|mid(?:-| )?level|intermediate|senior|sr\.?|staff|principal|lead)\b(?:(?! (?:who|that|to|with|and own)\b)[^.,;:(]){0,40})/iu;
const LEVEL_IN_TEXT: readonly (readonly [Seniority, RegExp])[] = [
  ['senior', /\bsenior[- ]level (?:role|position)\b/iu],
  ['mid', /\bmid[- ]level (?:role|position|engineer|developer)\b/iu],
  [
    'junior',
    /\bentry[- ]level (?:[\w-]+ )?(?:role|position|job|opportunity)\b|\bno (?:prior |previous )?experience (?:is )?(?:needed|required|necessary)\b|quereinsteiger|без досвіду/iu,
  ],
];
/** Leading people, as a manager's text says it. */
const LEADS_PEOPLE =
  /\bdirect reports?\b|\b(?:people|team) management\b|\b(?:manag\w+|lead|leading|supervis\w+|oversee\w*) (?:and \w+ )?(?:an?|the|our|your|multiple|several)? ?(?!cross|project|product|account|client)(?:(?!cross|project|with|for|across|between)[\w-]+ ){0,4}teams?\b(?: of)?|\b(?:lead|manag|supervis|build|coach)\w* [^.]{0,30}\bteam of (?:\d|managers|engineers|[\w-]+ and )/iu;
const COUNT =
  '(?:\\d{1,2}(?:\\.\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|ein|zwei|drei|fünf|два|три|п’ять)';
const YEARS = new RegExp(
  `(?<![\\d.,$€£-])(?<!\\p{L})(${COUNT})(?:\\s?\\(\\d{1,2}\\))?\\s?(?:\\+|plus\\b|or more\\b)?\\s?(?:(?:-|–|—|to|bis|or)\\s?${COUNT}\\s?\\+?)?(?:\\s|-)?(?:or more )?(?:full )?(?:years?|yrs?\\.?|jahre?n?|рок\\p{L}*|рік)\\b`,
  'giu',
);
const EXPERIENCE = /experience|background|track record|expertise|erfahrung|досвід/iu;
/** After the years: the doing that was done for so long. */
const DOING =
  /^[’']?\s*(?:\(?[\w-]+\)?\s){0,1}(?:in\b|as an?\b|of (?!age|service|growth|history|vesting|runway|paid|tenure)|working|supporting|managing|leading|building|developing|designing|selling|with\b|post[- ]|relevant|professional|related)/iu;
/** Not asked of a person: the age of a company, a plan, a leave. */
const NOT_ASKED_AFTER =
  /^[’']?\s*(?:ago|old\b|in a row|yoy|anniversary|warranty|vesting|cliff|contract|sabbatical|of service|of age|tenure|paid|leave|program|plan|roadmap|from now|in business(?:[.,)]|$)|running|degree|university|college|bachelor|master)/iu;
const NOT_ASKED_BEFORE =
  /\b(?:within|every|after|last|past|next|first|founded|for (?:over|more than|nearly|almost|the)|we(?:[’']ve| have)|our|company|combined|team (?:has|with)|in (?:just|only|under)|up to|over a|under)\b[^,;:.]{0,30}$/iu;
const WORKED = /\b(?:been|worked|working|have|bring)\b/iu;
const WISHED = /\b(?:preferred|preferably|a plus|bonus|nice[- ]to[- ]have|ideally|desired|desirable|advantage)\b/iu;
const NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  ein: 1,
  zwei: 2,
  drei: 3,
  fünf: 5,
  два: 2,
  три: 3,
  'п’ять': 5,
};

/** The years that a sentence asks of a person, and whether it only wishes for them. */
export function yearsIn(sentence: string): { years: number; wished: boolean } | null {
  let least: { years: number; wished: boolean } | null = null;
  for (const found of sentence.matchAll(YEARS)) {
    const words = found[1] ?? '';
    const years = NUMBERS[words.toLowerCase()] ?? Number(words);
    const after = sentence.slice(found.index + found[0].length);
    const before = sentence.slice(0, found.index);
    if (!(years <= 25) || NOT_ASKED_AFTER.test(after) || NOT_ASKED_BEFORE.test(before)) continue;
    if (
      !EXPERIENCE.test(sentence) &&
      !DOING.test(after) &&
      !WORKED.test(before) &&
      !/^\W*required/iu.test(after) &&
      !/^\W*(?:at least|minimum)?\W*$/iu.test(before)
    )
      continue;
    const end = after.search(/[,;.(–—]/u);
    const wished = WISHED.test(`${before.slice(-25)} ${end === -1 ? after : after.slice(0, end)}`);
    // What follows in the sentence is a part of it: "8+ years, of which 3 as a lead".
    if (!wished) return { years, wished };
    least ??= { years, wished };
  }
  return least;
}

/** Levels that a title names; a second one only when it stands beside the first as a choice ("Senior/Staff"). */
function levelsIn(words: string): Seniority[] {
  const title = words.replace(SAYS_NOTHING, ' ').replace(ASSISTS, ' ').replace(SENIOR_CHIEF, ' ');
  if (BOTH.test(words)) return ['mid', 'senior'];
  const found = TITLE.flatMap(([value, pattern]) => {
    const match = pattern.exec(title);
    return match === null ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
  const first = found[0];
  if (first === undefined) return [];
  const choice = found.filter(
    (other) => other === first || /^[^,]{0,22}(?:[/|&]| or| oder| to)\s?$/u.test(between(title, first, other)),
  );
  return choice.map(({ value }) => value);
}

type Span = { start: number; end: number };

function between(text: string, one: Span, other: Span): string {
  return one.end <= other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start);
}

/** Managers of a site or a department, who mostly lead people, when their text says so plainly. */
const LEADS_A_SITE =
  /\b(?:sales|facilit\w+|store|warehouse|logistics|supply chain|procurement|finance|accounting|operations|tax|payroll|legal|quality|hr|people|talent acquisition|support|office|shift|plant|production|call center) manager\b/iu;
const LEADS_PLAINLY =
  /\bdirect reports?\b|\b(?:build|hire|manage|lead|supervise|oversee|mentor|coach|grow|managing|leading|building) and (?:lead|manage|mentor|coach|grow|develop|train|leading|managing|mentoring) (?:an?|the|our|your) (?:[\w-]+ ){0,5}?team\b|\b(?:manage|lead|supervise|managing|leading) (?:an?|the|our|your) (?:[\w-]+ ){0,3}team of\b|\b(?:lead|leading|manage|managing|coach|coaching|supervise),(?: [\w-]+,){0,3} and [\w-]+ (?:an?|the|our|your) (?:[\w-]+ ){0,5}?team\b/iu;

/** A manager whose text speaks of people to lead. "Product Manager" and the like say nothing. */
function leadsPeople(title: string, sentences: readonly string[]): boolean {
  if (LEADS_A_SITE.test(title) && sentences.some((sentence) => LEADS_PLAINLY.test(sentence))) return true;
  const rest = title.replace(SAYS_NOTHING, ' ');
  return /\bmanager\b/iu.test(rest) && sentences.some((sentence) => LEADS_PEOPLE.test(sentence));
}

/** Reads the level with the words that said so. */
export function readSeniority(
  source: SourcePosting,
  sentences: readonly string[],
): { values: Seniority[]; evidence: Evidence[] } {
  const titled = levelsIn(source.title);
  const isPlain = titled.length === 0 || (titled.length === 1 && titled[0] === 'senior');
  if (isPlain && leadsPeople(source.title, sentences))
    return { values: ['lead'], evidence: [{ words: quote(source.title), where: 'title' }] };
  if (titled.length > 0) return { values: titled, evidence: [{ words: quote(source.title), where: 'title' }] };
  if (source.employment.includes('internship'))
    return { values: ['intern'], evidence: [{ words: 'internship', where: 'field' }] };
  for (const sentence of sentences) {
    const sought = levelsIn(LOOKS_FOR.exec(sentence)?.[1] ?? '');
    if (sought.length > 0) return { values: sought, evidence: [{ words: quote(sentence), where: 'text' }] };
    for (const [value, pattern] of LEVEL_IN_TEXT) {
      if (pattern.test(sentence)) return { values: [value], evidence: [{ words: quote(sentence), where: 'text' }] };
    }
  }
  let least: { years: number; wished: boolean; words: string } | null = null;
  for (const sentence of sentences) {
    if (!/year|yrs|jahr|рок|рік/iu.test(sentence)) continue;
    const found = yearsIn(sentence);
    if (found === null) continue;
    if (least === null || (least.wished && !found.wished)) least = { ...found, words: sentence };
    else if (least.wished === found.wished && found.years < least.years) least = { ...found, words: sentence };
  }
  if (least === null) return { values: [], evidence: [] };
  const level: Seniority = least.years < 2 ? 'junior' : least.years <= 4 ? 'mid' : 'senior';
  return { values: [level], evidence: [{ words: quote(least.words), where: 'text' }] };
}
