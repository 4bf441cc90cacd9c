/** Skills a posting names in title, skill field or text, each once, with the words that named it. */
import { fold } from '../../taxonomy/fold.ts';
import { findSkills } from '../../taxonomy/skills.ts';
import type { Facts, SourcePosting } from '../job-posting.ts';
import { readablePart } from './sentences.ts';

/** More than this is a list of keywords, not a posting. */
const MOST = 60;

const ADDRESS = /https?:\/\/\S+|www\.\S+|\S+@\S+/gu;

/** Addresses as spaces of the same length: "about.html" asks for no HTML. */
function withoutAddresses(text: string): string {
  return /https?:|www\.|@/u.test(text) ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;
}

/** Reads the skills in the order title, field, text. */
export function readSkills(source: SourcePosting): Facts['skills'] {
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
  return [...found].map(([name, words]) => ({ name, words }));
}
