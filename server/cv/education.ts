/** Where somebody learnt: school, degree, subject and dates of each entry. Pure. */
import type { Entry } from './entries.ts';
import { atCommas, headParts, type Part } from './head-parts.ts';
import type { Education, Said } from './profile.ts';
import { employerWeight, isSchool, titleWeight } from './title-words.ts';

const SUBJECT =
  'science|arts|engineering|laws?|technology|education|business administration|business|fine arts|music|philosophy|architecture|medicine|design|computing|computer science|information technology|applied sciences?|economics|nursing|theology|pharmacy|management|international business|computer applications|commerce|social work|public health|public policy';
const DEGREE = new RegExp(
  `(?<![\\p{L}])(?:${[
    'ph\\.?\\s?d\\.?',
    'd\\.?phil\\.?',
    `(?:bachelor|master|doctor|associate)(?:['’]?s)?(?: degree)?(?: of (?:${SUBJECT})(?: \\((?:hons|honours)\\))?)?`,
    '[bm]\\.?\\s?(?:sc|eng|tech|ed|phil|com|arch|fa|ca)\\.?(?: \\(hons\\))?',
    'm\\.?b\\.?a\\.?|ll\\.?[bm]\\.?|b\\.?b\\.?a\\.?',
    '[bm]\\.?[sa]\\.?',
    'diplom(?:-?\\p{L}+)?(?: \\(fh\\))?|magister|staatsexamen|promotion|abitur|fachabitur|fachhochschulreife|mittlere reife|ausbildung(?: zum| zur| als)?|matura',
    'high school(?: diploma)?|a-levels?|ged|diploma',
    'бакалавр\\p{L}*|магістр\\p{L}*|спеціаліст|кандидат наук|доктор(?: філософії)?|молодший спеціаліст',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);
/** Two capital letters are a degree only as spelt. */
const SHORT = /^[bm]\.?[sa]\.?$/iu;
const AREA_AFTER = /^\s*(?:,|in|of|im|–|-|:|з|у галузі)\s+(?:der |dem )?/iu;
const MOST_LINES = 4;

/** What entries of sections about learning say, in their order. */
export function readEducation(entries: readonly Entry[]): Education[] {
  return entries.map(educationOf).filter(({ institution, degree }) => institution !== null || degree !== null);
}

/** Whether an entry under such a heading is about work: people put both under one. */
export function isWork({ head, context }: Entry): boolean {
  const words = [...head, ...(context === null ? [] : [context])].map(({ text }) => text).join('\t');
  return (
    !isSchool(words) &&
    !DEGREE.test(words) &&
    words.split(/\t|,\s/u).some((part) => employerWeight(part) > 0 || titleWeight(part) > 0)
  );
}

type Found = { degree: Said<string>; rest: Part | null; area: Said<string> | null };

function educationOf({ head, period, context, details }: Entry): Education {
  const lines = [...head, ...details.filter(({ text }) => !text.startsWith('• ') && text.length < 80)].slice(
    0,
    MOST_LINES,
  );
  const { parts } = headParts(lines, period);
  const above = context === null ? [] : headParts([context], null).parts;
  const all = [...parts, ...above].filter(({ value }) => value.length < 120);
  let degree: Said<string> | null = null;
  let area: Said<string> | null = null;
  const others: Part[] = [];
  for (const part of all.flatMap((other) => (other.value.includes(', ') ? atCommas(other) : [other]))) {
    const found: Found | null = degree === null ? degreeIn(part) : null;
    if (found === null) {
      others.push(part);
      continue;
    }
    degree = found.degree;
    area = found.area;
    if (found.rest !== null) others.push(found.rest);
  }
  const schools = others.filter(({ value }) => isSchool(value));
  const institution =
    schools[0] ??
    (degree === null ? others[0] : others.find(({ value }) => /^\p{Lu}/u.test(value) && others.length > 1));
  const subject = others.find((part) => part !== institution && !isSchool(part.value) && isSubject(part.value));
  area ??= subject === undefined ? null : said(subject);
  const single = period !== null && period.end === null;
  return {
    institution: institution === undefined ? lonely(others, degree) : said(institution),
    degree,
    area,
    // One date alone is when it ended.
    start: single ? null : (period?.start ?? null),
    end: single ? period.start : (period?.end ?? null),
  };
}

/** The only other words beside a degree are its school, unless they are its subject. */
function lonely(others: readonly Part[], degree: Said<string> | null): Said<string> | null {
  const [only] = others;
  return only === undefined || degree === null || isSubject(only.value) ? null : said(only);
}

const SUBJECTS =
  /(?:science|engineering|computer|informati|mathemati|physics|physik|chemi|biolog|econom|wirtschaft|business|management|design|psycholog|law|recht|medicine|medizin|geograph|geophys|histor|philosoph|statisti|elektrotechnik|maschinenbau|architect|linguist|literat|marketing|finance|nursing|education|art|music|наук|інженер|інформати|математик|економік|право)/iu;

function isSubject(words: string): boolean {
  return SUBJECTS.test(words) && !isSchool(words) && words.length < 70;
}

function said({ value, span }: Said<string>): Said<string> {
  return { value, span };
}

function degreeIn(part: Part): Found | null {
  const match = DEGREE.exec(part.value);
  if (match === null || (SHORT.test(match[0]) && !/^[BM]\.?[SA]\.?$/u.test(match[0]))) return null;
  const { start } = part.span;
  const end = match.index + match[0].length;
  const degree = { value: match[0], span: { start: start + match.index, end: start + end } };
  const after = part.value.slice(end);
  const sign = AREA_AFTER.exec(after)?.[0].length ?? 0;
  const before = part.value.slice(0, match.index).trim();
  const cut = (from: number, words: string): Said<string> => {
    const lead = words.length - words.trimStart().length;
    return { value: words.trim(), span: { start: start + from + lead, end: start + from + words.trimEnd().length } };
  };
  if (sign > 0 && after.slice(sign).trim() !== '') {
    return {
      degree,
      area: cut(end + sign, after.slice(sign)),
      rest: before === '' ? null : { ...cut(0, part.value.slice(0, match.index)), line: part.line },
    };
  }
  const left = after.trim();
  const rest = left === '' ? (before === '' ? null : cut(0, part.value.slice(0, match.index))) : cut(end, after);
  if (rest !== null && !isSchool(rest.value) && isSubject(rest.value)) return { degree, area: rest, rest: null };
  return { degree, area: null, rest: rest === null ? null : { ...rest, line: part.line } };
}
