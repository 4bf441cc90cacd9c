/** English answers of the built-in assistant. */
import { counted, formatNumber } from '../../kernel/plural.ts';
import type { AnswerWords } from '../answers/answer-words.ts';

const jobs = (count: number): string => counted('en', count, { one: 'job', other: 'jobs' });
const at = (company: string | null): string => (company === null || company === '' ? '' : ` at ${company}`);
const criteria: Record<string, string> = {
  titles: 'role',
  skills: 'skills',
  anySkills: 'skills',
  companies: 'company',
  countries: 'place',
  regions: 'place',
  cities: 'city',
  workplace: 'workplace',
  employment: 'employment',
  seniority: 'seniority',
  sources: 'source',
  pay: 'pay',
  postedWithinDays: 'date',
  languages: 'language',
  categories: 'category',
  visaSponsorship: 'visa sponsorship',
  client: 'client',
  exclude: 'exclusion',
};
const actions: Record<string, string> = {
  score_jobs: 'score jobs against a CV',
  compare_jobs: 'compare jobs',
  explain_match: 'explain a score',
  analyze_cv: 'read a CV',
};

export const english: AnswerWords = {
  fit: (count) => `${jobs(count)} ${count === 1 ? 'fits' : 'fit'}.`,
  closest: (title, company) => `The closest is ${title}${at(company)}.`,
  unclear: (count, all) =>
    all
      ? count === 1
        ? 'It leaves something open and is marked.'
        : 'All of them leave something open and are marked.'
      : `${formatNumber('en', count)} of them ${count === 1 ? 'leaves' : 'leave'} something open; ${count === 1 ? 'it stays' : 'they stay'} in the list, marked.`,
  nothing: 'Nothing fits.',
  bringsBack: (criterion, count, all) =>
    `Dropping the ${criterion} filter brings ${all ? 'all ' : ''}${formatNumber('en', count)} back.`,
  criterion: (name) => criteria[name] ?? name,
  needsCv: 'Without a CV nothing has a score yet: drop one on the page.',
  samples: 'These are sample postings: import or fetch real ones to replace them.',
  undone: 'Taken back.',
  undoneMark: 'Taken back: the mark is off.',
  nothingToUndo: 'There is nothing to take back.',
  cleared: 'All filters are off.',
  unchanged: 'That changes nothing: it is so already.',
  tellMe:
    'Tell me what to look for: a kind of work, a place, a skill or pay, for example “remote Python jobs in Germany”.',
  notUnderstood: (words) => `I did not understand “${words}”.`,
  example: 'Try something like “remote Python jobs in Germany”.',
  compared: (titles) => `Side by side: ${titles.join(' · ')}.`,
  help: 'I find jobs from what you write: role, place, pay, skills, level, what you do not want. Change one thing at a time (“also Vienna”, “no agencies”, “undo”), save or hide postings by their place (“save the second”), compare two, count or export the list. “Save this search” counts what comes new. Give me your CV and I score every posting against it and explain why (“score the jobs”, “why is the second so low?”). Paste the address of a posting to add it, or say “follow” with an employer’s careers page.',
  filters: (list) => `Your filters: ${list}.`,
  noFilters: 'No filters are set.',
  count: (total, postings) =>
    postings === null ? `${jobs(total)}.` : `${formatNumber('en', total)} of ${jobs(postings)}.`,
  shown: (shown, total) => `Now showing ${formatNumber('en', shown)} of ${formatNumber('en', total)}.`,
  allShown: (total) => `That is all: ${jobs(total)}.`,
  job: (title, company, details) => `${title}${at(company)}${details === '' ? '' : `: ${details}`}.`,
  saved: (what) => `Saved: ${what}.`,
  unsaved: (what) => `No longer saved: ${what}.`,
  hidden: (what) => `Hidden: ${what}. “Undo” brings it back.`,
  unhidden: (what) => `Back in the list: ${what}.`,
  jobs,
  ofCompany: (count, company) => `${jobs(count)} at ${company}`,
  exported: (count, format) => `${jobs(count)} as ${format}: the file is ready to download.`,
  fetched: (source, added, updated) =>
    `${source}: ${formatNumber('en', added)} new${updated > 0 ? `, ${formatNumber('en', updated)} updated` : ''}.`,
  fetchFailed: (source, error) => `${source} could not be reached${error === null ? '' : `: ${error}`}.`,
  inStore: (total) => `${jobs(total)} ${total === 1 ? 'fits' : 'fit'} now.`,
  failed: (error) => `That did not work: ${error}`,
  cannot: (action) => `I cannot ${actions[action] ?? action.replaceAll('_', ' ')} yet.`,
  greeting: 'Hello! Tell me what you are looking for, for example “remote Python jobs in Germany”.',
  thanks: 'You are welcome!',
  goodbye: 'Goodbye, and good luck! Your filters stay as they are.',
  question:
    'I cannot answer questions like that without a language model; your filters stay as they are. I can search, count, save, hide and export jobs.',
};
