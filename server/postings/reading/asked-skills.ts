/**
 * Which skills a posting asks for, most telling first: each mention weighs by where it stands and how it is asked.
 * Departments that one works with, subjects of a degree and notices at the end ask for nothing. Pure.
 */
import { skillOfRole } from '../../taxonomy/role-skills.ts';
import { findSkills } from '../../taxonomy/skills.ts';
import { rolesIn } from '../../taxonomy/titles.ts';
import { ACADEMIC, DEPARTMENTS, GENERAL } from './general-skills.ts';
import type { Line } from './sections.ts';
import { withoutAddresses } from './sentences.ts';

/** So much a mention weighs. */
const WEIGHTS = { title: 5, field: 4, asked: 3, none: 2, duties: 1 } as const;
/** A name that tells little weighs so much less, a strong way of asking so much more. */
const LITTLE = 2;
const STRONG = 1;
/** From here a skill counts as asked. */
const ENOUGH = 2;
/** With fewer skills asked, what one will do is read too. */
const FEW = 5;

const PLUS =
  /\b(?:a (?:\w+ )?plus|bonus|nice[- ]to[- ]have|advantage(?:ous)?|desirable|optional|not required|not necessary|good to have|preferred|von vorteil|wünschenswert|would be (?:great|nice|a)|is an asset|ideally)\b|буде плюсом|бажано|перевагою/iu;
const ASKS =
  /\b(?:experience|experienced|proficien\w+|knowledge|familiar\w*|skill(?:s|ed)|expertise|fluen\w+|background in|understanding of|hands-on|years|require[sd]?|must|certified|certification|licensed?|degree|strong|comfortable|ability|you have|kenntnisse|erfahrung|beherrsch\w+)\b|досвід|знання|володіння|вміння/iu;
const STRONGLY =
  /\b(?:experience (?:in|with|as|building|using|working)|proficien\w+|expert\w*|fluen\w+|must|years|strong|deep|solid|proven|hands-on|licensed?|certified|certification|erfahrung|kenntnisse)\b|досвід|знання/iu;
/** Notices, law and benefits: nothing in them is asked of a person. */
const NOTICE =
  /\b(?:privacy (?:policy|notice)|equal (?:opportunity|employment)|process my information|reasonable accommodation|bias audit|recruit(?:ing|ment) agenc|\d01\(?k|dental|vision|parental leave|paid time off|equity|work authori[sz]ation|background checks?|benefits (?:package|include)|about us|founded in|backed by|our mission|we raised)\b/iu;
const DEGREE =
  /\b(?:bachelor\S*|master[’']?s?|b\.?sc?\.?|m\.?sc?\.?|b\.?a\.?|ph\.?d\.?|mba|degrees?|diploma|major(?:ing)?|studium|abschluss|academia|quantitative field)\b/iu;
/** Whom one works with: departments, not skills. */
const WITH =
  /\b(?:(?:collaborat|partner|cooperat|work|liais|align|coordinat|communicat|interfac|interact)\w*|relationships?|alongside|cross-functional\w*|influenc\w+|support(?:ing)?|functions?|stakeholders?|teams?)\b[^.;:]{0,160}/giu;
/** A line that begins like this asks, whatever heading it stands under. */
const ASKS_ITSELF =
  /^\W*(?:\d+\s?(?:\+|[-–]\s?\d+)?\+? years|proven|strong|solid|deep|extensive|prior|previous|relevant|demonstrated|excellent|good|must|hands-on|advanced|experience\b|experienced|expertise|expert\b|proficien|knowledge|familiar|fluen|background in|understanding of|you (?:have|bring|know|are (?:familiar|experienced|proficient|comfortable|fluent))|comfortable|degree|bachelor|certifi|licen[sc]ed?)/iu;
const REFUSED =
  /\b(?:not|no|without|instead of|other than|rather than)(?: an?| any| the)?(?: experience (?:in|with))? $/iu;
const URL_NEXT = /^\s*[:(|-]?\s*(?:https?:|www\.)/u;

type Mention = { name: string; weight: number };

/** The clauses of a line that ask, and those that speak of a plus. */
export function clausesOf(line: string): { asked: string; plus: string } {
  if (!PLUS.test(line)) return { asked: line, plus: '' };
  const clauses = line.split(/(?<=[;.])\s|(?=\()|(?<=\))|\s[–—]\s|,? but |, (?=ideally|preferably)/u);
  return {
    asked: clauses.filter((clause) => !PLUS.test(clause)).join('\n'),
    plus: clauses.filter((clause) => PLUS.test(clause)).join('\n'),
  };
}

function departmentsBeside(text: string): (start: number) => boolean {
  const spans = [...text.matchAll(WITH)].map((found) => [found.index, found.index + found[0].length] as const);
  return (start) => spans.some(([from, to]) => start >= from && start < to);
}

function mentionsIn(text: string, weight: number): Mention[] {
  if (NOTICE.test(text)) return [];
  const isBesideTeam = departmentsBeside(text);
  const isOfDegree = DEGREE.test(text);
  const bonus = STRONGLY.test(text) ? STRONG : 0;
  return findSkills(withoutAddresses(text)).flatMap(({ name, start, end }) => {
    if (URL_NEXT.test(text.slice(end, end + 12))) return [];
    if (REFUSED.test(text.slice(Math.max(0, start - 24), start))) return [];
    if (isOfDegree && ACADEMIC.has(name)) return [];
    if (DEPARTMENTS.has(name) && isBesideTeam(start)) return [];
    return [{ name, weight: weight + bonus - (GENERAL.has(name) ? LITTLE : 0) }];
  });
}

function strongest(mentions: readonly Mention[]): Mention[] {
  const best = new Map<string, number>();
  for (const { name, weight } of mentions) best.set(name, Math.max(weight, best.get(name) ?? 0));
  return [...best].map(([name, weight]) => ({ name, weight }));
}

/** The lines that ask; a text without such a heading is asked by its sentences about experience. */
export function askingLines(lines: readonly Line[]): Line[] {
  const asked = lines.filter(
    ({ kind, text }) => kind === 'asked' || (kind !== 'plus' && ASKS_ITSELF.test(text) && ASKS.test(text)),
  );
  if (asked.some(({ text }) => findSkills(text).length > 0)) return asked;
  return lines.filter(({ kind, text }) => kind !== 'plus' && kind !== 'other' && ASKS.test(text));
}

/** The skills asked by title, skill field and lines, most telling first. */
export function weighAsked(title: string, field: readonly string[], lines: readonly Line[]): string[] {
  const roles = rolesIn(title).flatMap((role) => skillOfRole(role) ?? []);
  const asked = strongest([
    ...findSkills(title).map(({ name }) => ({ name, weight: WEIGHTS.title - (GENERAL.has(name) ? LITTLE : 0) })),
    ...field.flatMap((words) => findSkills(words).map(({ name }) => ({ name, weight: WEIGHTS.field }))),
    ...askingLines(lines).flatMap(({ text, kind }) =>
      mentionsIn(clausesOf(text).asked, kind === 'asked' ? WEIGHTS.asked : WEIGHTS.none),
    ),
    ...roles.map((name) => ({ name, weight: WEIGHTS.field })),
  ]).filter(({ weight }) => weight >= ENOUGH);
  const duties =
    asked.length >= FEW
      ? []
      : strongest(
          lines.filter(({ kind }) => kind === 'duties').flatMap(({ text }) => mentionsIn(text, WEIGHTS.duties)),
        ).filter(({ name, weight }) => weight >= WEIGHTS.duties && !asked.some((one) => one.name === name));
  return [...asked, ...duties].toSorted((left, right) => right.weight - left.weight).map(({ name }) => name);
}
