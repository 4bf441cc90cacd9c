/**
 * Skills a posting names in title, skill field or text, each once, with the words that named it; which of them it
 * asks for, most telling first, and which are a plus.
 */
import { fold } from '../../taxonomy/fold.ts';
import { findSkills } from '../../taxonomy/skills.ts';
import type { Facts, SourcePosting } from '../job-posting.ts';
import { askingLines, clausesOf, weighAsked } from './asked-skills.ts';
import { EVERYWHERE } from './general-skills.ts';
import { linesOf } from './sections.ts';
import { readablePart, withoutAddresses } from './sentences.ts';

/** More than this is a list of keywords, not a posting. */
const MOST = 60;
/** So many are asked at most; what is named beyond is in the list of all. */
const MOST_ASKED = 12;

type Skills = Pick<Facts, 'skills' | 'skillsAsked' | 'skillsNice'>;

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
  const asked = weighAsked(source.title, source.skills, lines)
    .filter((name) => fold(name) !== employer && !EVERYWHERE.has(name))
    .slice(0, MOST_ASKED);
  const plus = [
    ...lines.filter(({ kind }) => kind === 'plus').map(({ text }) => text),
    ...askingLines(lines).map(({ text }) => clausesOf(text).plus),
  ];
  const nice = new Set(plus.flatMap((text) => findSkills(text).map(({ name }) => name)));
  // The title's field of work is a skill named, too.
  for (const name of asked) if (!found.has(name)) found.set(name, source.title);
  return {
    skills: [...found].map(([name, words]) => ({ name, words })),
    skillsAsked: asked,
    skillsNice: [...nice].filter((name) => found.has(name) && !asked.includes(name) && !EVERYWHERE.has(name)),
  };
}
