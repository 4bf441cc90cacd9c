/** Words that several actions use in their lines. */
import { counted, type PluralForms } from '../server/kernel/plural.ts';
import type { Language, Localized } from '../server/kernel/text.ts';
import type { Outcome } from '../server/conversations/message.ts';
import { localize } from '../server/kernel/plural.ts';

const JOBS: Record<Language, PluralForms> = {
  en: { one: 'job', other: 'jobs' },
  de: { one: 'Job', other: 'Jobs' },
  uk: { one: 'вакансія', few: 'вакансії', many: 'вакансій', other: 'вакансії' },
};

/** "44 jobs" in that language. */
export function jobs(language: Language, count: number): string {
  return counted(language, count, JOBS[language]);
}

/** "44 jobs, was 5,586", or only "44 jobs" when nothing changed. */
export function jobsWas(language: Language, count: number, before: number): string {
  if (count === before) return jobs(language, count);
  const was = { en: 'was', de: 'vorher', uk: 'було' }[language];
  return `${jobs(language, count)}, ${was} ${new Intl.NumberFormat(language).format(before)}`;
}

/** An outcome that only says something. */
export function said(line: Localized | ((language: Language) => string), undoId: string | null = null): Outcome {
  return { line: typeof line === 'function' ? localize(line) : line, undoId, undone: false, view: null };
}
