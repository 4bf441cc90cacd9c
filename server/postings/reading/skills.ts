/** Skills a posting names in title, skill field or text, each once, with the words that named it. */
import { findSkills } from '../../taxonomy/skills.ts';
import type { Facts, SourcePosting } from '../job-posting.ts';
import { readablePart } from './sentences.ts';

/** More than this is a list of keywords, not a posting. */
const MOST = 60;

/** Reads the skills in the order title, field, text. */
export function readSkills(source: SourcePosting): Facts['skills'] {
  const found = new Map<string, string>();
  for (const text of [source.title, ...source.skills, readablePart(source.description)]) {
    for (const skill of findSkills(text)) {
      if (found.size >= MOST) break;
      if (!found.has(skill.name)) found.set(skill.name, text.slice(skill.start, skill.end));
    }
  }
  return [...found].map(([name, words]) => ({ name, words }));
}
