/** The words of the built-in assistant's answers: one table per language, all with the same entries. */
import type { Language } from '../../kernel/text.ts';
import { english } from '../english/answers.ts';
import { german } from '../german/answers.ts';
import { ukrainian } from '../ukrainian/answers.ts';

export interface AnswerWords {
  fit(count: number): string;
  closest(title: string, company: string | null): string;
  /** `all`: every one of the matches leaves something open. */
  unclear(count: number, all: boolean): string;
  /** `words` names the criterion that hides most, in this language. */
  nothing: string;
  bringsBack(criterion: string, count: number, all: boolean): string;
  criterion(name: string): string;
  samples: string;
  needsCv: string;
  undone: string;
  undoneMark: string;
  nothingToUndo: string;
  cleared: string;
  unchanged: string;
  /** Nothing to look for was named: “jobs”. */
  tellMe: string;
  notUnderstood(words: string): string;
  example: string;
  compared(titles: readonly string[]): string;
  /** What the assistant can do. */
  help: string;
  filters(list: string): string;
  noFilters: string;
  count(total: number, postings: number | null): string;
  shown(shown: number, total: number): string;
  allShown(total: number): string;
  job(title: string, company: string | null, details: string): string;
  saved(what: string): string;
  unsaved(what: string): string;
  hidden(what: string): string;
  unhidden(what: string): string;
  jobs(count: number): string;
  ofCompany(count: number, company: string): string;
  exported(count: number, format: string): string;
  fetched(source: string, added: number, updated: number): string;
  fetchFailed(source: string, error: string | null): string;
  inStore(total: number): string;
  failed(error: string): string;
  /** An action this Perch cannot do yet. */
  cannot(action: string): string;
  greeting: string;
  thanks: string;
  goodbye: string;
  question: string;
}

const tables: Record<Language, AnswerWords> = { en: english, de: german, uk: ukrainian };

/** The table of a language. */
export function answerWords(language: Language): AnswerWords {
  return tables[language];
}
