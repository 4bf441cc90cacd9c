/** Words no taxonomy knows, as a phrase in title, company, skills or the text (what the search vector holds). */
import { TEXT_SEARCHED } from '../../postings/search-row.ts';
import { hasWords } from '../../taxonomy/words.ts';
import type { JudgedPosting } from './criterion.ts';

export function namesKeyword(posting: JudgedPosting, keyword: string): boolean {
  const skills = posting.facts.skills.map(({ name }) => name).join(' ');
  return [posting.title, posting.company ?? '', skills, posting.description.slice(0, TEXT_SEARCHED)].some((text) =>
    hasWords(text, keyword),
  );
}
