/**
 * Skills a posting names in title, skill field or text, each once, with the words that named it; which of them it
 * asks for, and which are a plus.
 */
import { fold } from '../../taxonomy/fold.ts';
import { findSkills } from '../../taxonomy/skills.ts';
import type { Facts, SourcePosting } from '../job-posting.ts';
import { type Line, linesOf } from './sections.ts';
import { readablePart } from './sentences.ts';

/** More than this is a list of keywords, not a posting. */
const MOST = 60;
/** With fewer skills asked, the duties are read too. */
const FEW = 5;
/** Ways of working that every posting names: true, and no skill that tells one job from another. */
const EVERYWHERE = new Set([
  'Communication',
  'Leadership',
  'Problem solving',
  'Time management',
  'Critical thinking',
  'Analytical thinking',
  'Mentorship',
  'Coaching',
  'Public speaking',
  'Artificial intelligence',
  'Onboarding',
  'Compliance',
]);
const ADDRESS = /https?:\/\/\S+|www\.\S+|\S+@\S+/gu;
const PLUS =
  /\b(?:a (?:\w+ )?plus|bonus|nice[- ]to[- ]have|advantage(?:ous)?|desirable|optional|not required|good to have|von vorteil|wünschenswert|would be (?:great|nice|a)|is an asset)\b|буде плюсом|бажано|перевагою/iu;
/** Sentences of a text without headings that ask something of a person. */
const ASKS =
  /\b(?:experience|experienced|proficien\w+|knowledge|familiar\w*|skill(?:s|ed)|expertise|fluen\w+|background in|understanding of|hands-on|years|require[sd]?|must|certified|certification|licensed?|degree|strong|comfortable|ability|you have|kenntnisse|erfahrung|beherrsch\w+)\b|досвід|знання|володіння|вміння/iu;

type Skills = Pick<Facts, 'skills' | 'skillsAsked' | 'skillsNice'>;

/** Addresses as spaces of the same length: "about.html" asks for no HTML. */
function withoutAddresses(text: string): string {
  return /https?:|www\.|@/u.test(text) ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;
}

/** The clauses of a line that ask, and those that speak of a plus. */
function clausesOf(line: string): { asked: string; plus: string } {
  if (!PLUS.test(line)) return { asked: line, plus: '' };
  const clauses = line.split(/(?<=[;.])\s|(?=\()|(?<=\))|\s[–—]\s|,? but /u);
  return {
    asked: clauses.filter((clause) => !PLUS.test(clause)).join('\n'),
    plus: clauses.filter((clause) => PLUS.test(clause)).join('\n'),
  };
}

function namesIn(text: string): string[] {
  return findSkills(withoutAddresses(text)).map(({ name }) => name);
}

/** The lines that ask; a text without such a heading is asked by its sentences about experience. */
function askingLines(lines: readonly Line[]): Line[] {
  const asked = lines.filter(({ kind }) => kind === 'asked');
  if (asked.some(({ text }) => findSkills(text).length > 0)) return asked;
  return lines.filter(({ kind, text }) => kind !== 'plus' && kind !== 'other' && ASKS.test(text));
}

/** Reads the skills in the order title, field, text. */
export function readSkills(source: SourcePosting): Skills {
  const found = new Map<string, string>();
  const employer = fold(source.company ?? '');
  for (const text of [source.title, ...source.skills, withoutAddresses(readablePart(source.description))]) {
    for (const skill of findSkills(text)) {
      if (found.size >= MOST) break;
      // Notion looks for people who know much, not for people who know Notion.
      if (fold(skill.name) === employer) continue;
      if (!found.has(skill.name)) found.set(skill.name, text.slice(skill.start, skill.end));
    }
  }
  const lines = linesOf(source.description);
  const asking = askingLines(lines);
  const asked = new Set([
    ...namesIn(source.title),
    ...source.skills.flatMap(namesIn),
    ...asking.flatMap(({ text }) => namesIn(clausesOf(text).asked)),
  ]);
  const telling = [...asked].filter((name) => !EVERYWHERE.has(name));
  // Little is asked in words: then what one will do asks it.
  if (telling.length < FEW)
    for (const { text } of lines.filter(({ kind }) => kind === 'duties'))
      for (const name of namesIn(text)) asked.add(name);
  const plus = [
    ...lines.filter(({ kind }) => kind === 'plus').map(({ text }) => text),
    ...asking.map(({ text }) => clausesOf(text).plus),
  ];
  const nice = new Set(plus.flatMap(namesIn));
  return {
    skills: [...found].map(([name, words]) => ({ name, words })),
    skillsAsked: [...asked].filter((name) => found.has(name) && !EVERYWHERE.has(name)),
    skillsNice: [...nice].filter((name) => found.has(name) && !asked.has(name)),
  };
}
