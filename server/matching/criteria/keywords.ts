/** Words no taxonomy knows, as a phrase in title, company or the text's beginning (what the search vector holds). */
import type { JudgedPosting, SqlValues } from './criterion.ts';
import { hasWords } from './words.ts';

/** Characters of the text that the search vector holds; `posting-repository` builds it so. */
const TEXT_SEARCHED = 2000;

export function namesKeyword(posting: JudgedPosting, keyword: string): boolean {
  const skills = posting.facts.skills.map(({ name }) => name).join(' ');
  return [posting.title, posting.company ?? '', skills, posting.description.slice(0, TEXT_SEARCHED)].some((text) =>
    hasWords(text, keyword),
  );
}

export function keywordSql(keyword: string, values: SqlValues): string {
  return `s.words @@ phraseto_tsquery('simple', ${values.add(keyword)})`;
}
