/** What the built-in assistant says: short, warm, exact, from what the actions returned. Pure. */
import { filterWords } from '../../../tools/filter-words.ts';
import type { Language } from '../../kernel/text.ts';
import { answerWords, type AnswerWords } from './answer-words.ts';
import type { Meaning } from '../meaning.ts';
import { WAITS_FOR_APPROVAL } from './approval-words.ts';
import {
  type Changed,
  changedSchema,
  comparedSchema,
  countSchema,
  type Done,
  exportedSchema,
  failureSchema,
  fetchedSchema,
  filtersSchema,
  jobSchema,
  markedSchema,
  moreSchema,
  toldSchema,
} from './results.ts';
import { aboutFollowing, aboutSources } from './source-answers.ts';

/**
 * The answer to a turn. `refused` are the calls that this Perch does not offer, `told` is what was answered before:
 * that the postings are samples is said once.
 */
export function answer(
  meaning: Meaning,
  done: readonly Done[],
  refused: readonly string[],
  language: Language,
  told: readonly string[] = [],
): string {
  const words = wordsOnce(answerWords(language), told);
  const parts: string[] = [];
  done.forEach((one, index) => {
    const last = !done.slice(index + 1).some((later) => isChange(later.name));
    parts.push(...(isChange(one.name) && !last ? aboutFailure(one, words, language) : about(one, words, language)));
  });
  for (const name of new Set(refused)) parts.push(words.cannot(name));
  if (done.length === 0 && refused.length === 0) parts.push(smallTalk(meaning, words));
  const missed = meaning.rest.filter((run) => /\p{L}|\p{N}/u.test(run));
  if (missed.length > 0) {
    parts.push(words.notUnderstood(cut(missed.slice(0, 3).join(' … '))));
    if (done.length === 0) parts.push(words.example);
  }
  return parts.filter((part) => part !== '').join(' ');
}

function wordsOnce(words: AnswerWords, told: readonly string[]): AnswerWords {
  return told.some((text) => text.includes(words.samples)) ? { ...words, samples: '' } : words;
}

function smallTalk(meaning: Meaning, words: AnswerWords): string {
  switch (meaning.talk) {
    case 'greeting':
      return words.greeting;
    case 'thanks':
      return words.thanks;
    case 'goodbye':
      return words.goodbye;
    case 'question':
      return words.question;
    case 'help':
      return words.help;
    case null:
      if (meaning.rest.length > 0) return '';
      return meaning.said ? words.unchanged : words.tellMe;
  }
}

/** Actions that change the list. */
const CHANGES = new Set(['set_filter', 'clear_filters', 'show_unclear', 'open_search', 'undo']);

function isChange(name: string): boolean {
  return CHANGES.has(name);
}

/** A failure in its own words; actions of this Perch bring them in every language. */
function aboutFailure(one: Done, words: AnswerWords, language: Language): string[] {
  const failure = failureSchema.safeParse(one.output);
  if (!failure.success) return [];
  if (failure.data.code === 'needs_approval') return [WAITS_FOR_APPROVAL[language]];
  return [failure.data.say?.[language] ?? words.failed(failure.data.error)];
}

function about(one: Done, words: AnswerWords, language: Language): string[] {
  const failure = aboutFailure(one, words, language);
  if (failure.length > 0) return failure;
  const { name, output } = one;
  if (isChange(name)) {
    const changed = changedSchema.safeParse(output);
    return changed.success ? aboutChange(name, changed.data, words, language) : [];
  }
  if (name === 'get_filters') {
    const state = filtersSchema.safeParse(output);
    if (!state.success) return [];
    const list = filterWords(state.data.filter, language).join(', ');
    return [list === '' ? words.noFilters : words.filters(list), words.fit(state.data.total)];
  }
  if (name === 'count_jobs') {
    const count = countSchema.safeParse(output);
    if (!count.success) return [];
    const unclear = count.data.unclear ?? 0;
    return [
      words.count(count.data.total, count.data.postings ?? null),
      unclear > 0 ? words.unclear(unclear, unclear === count.data.total) : '',
    ];
  }
  if (name === 'show_more') {
    const more = moreSchema.safeParse(output);
    return more.success
      ? [
          more.data.shown >= more.data.total
            ? words.allShown(more.data.total)
            : words.shown(more.data.shown, more.data.total),
        ]
      : [];
  }
  if (name === 'show_job') {
    const job = jobSchema.safeParse(output);
    if (!job.success) return [];
    const pay = typeof job.data.pay === 'string' ? job.data.pay : job.data.pay?.words;
    return [
      words.job(
        job.data.title,
        job.data.company ?? null,
        [job.data.place ?? '', pay ?? ''].filter((part) => part !== '').join(', '),
      ),
    ];
  }
  if (name === 'compare_jobs') {
    const compared = comparedSchema.safeParse(output);
    return compared.success
      ? [
          words.compared(
            compared.data.map(({ title, company, fit }) => {
              const called = words.job(title, company ?? null, '').slice(0, -1);
              return typeof fit?.score === 'number' ? `${called} (${fit.score})` : called;
            }),
          ),
        ]
      : [];
  }
  if (name === 'save_job' || name === 'hide_job') return aboutMark(one, words);
  if (name === 'export') {
    const file = exportedSchema.safeParse(output);
    return file.success ? [words.exported(file.data.count, file.data.format.toUpperCase())] : [];
  }
  if (name === 'follow_employer') return aboutFollowing(output, language);
  if (name === 'list_sources') return aboutSources(output, language);
  const told = toldSchema.safeParse(output);
  if (told.success) return [told.data.say[language]];
  return name === 'fetch_jobs' ? aboutFetch(output, words, language) : [];
}

function aboutChange(name: string, changed: Changed, words: AnswerWords, language: Language): string[] {
  const parts: string[] = [];
  if (name === 'undo') {
    if (changed.undid === 'nothing') return [words.nothingToUndo];
    // The list is as it was.
    if (changed.undid === 'search') return [words.undone];
    parts.push(changed.undid === 'mark' ? words.undoneMark : words.undone);
  }
  if (name === 'clear_filters') parts.push(words.cleared);
  if (changed.total === 0) {
    parts.push(words.nothing);
    const { relief, was } = changed;
    if (relief !== null && relief !== undefined) {
      const criteria = new Intl.ListFormat(language).format(relief.criteria.map((key) => words.criterion(key)));
      parts.push(words.bringsBack(criteria, relief.count, relief.count === was));
    }
  } else {
    parts.push(words.fit(changed.total));
    const top = changed.top?.[0];
    const filtered = changed.filter === undefined || Object.keys(changed.filter).length > 0;
    if (top !== undefined && (name === 'set_filter' || name === 'open_search') && filtered)
      parts.push(words.closest(top.title, top.company ?? null));
    if ((changed.unclear ?? 0) > 0) parts.push(words.unclear(changed.unclear ?? 0, changed.unclear === changed.total));
  }
  if (changed.needsCv === true) parts.push(words.needsCv);
  if (changed.samples === true) parts.push(words.samples);
  return parts;
}

function aboutMark(one: Done, words: AnswerWords): string[] {
  const marked = markedSchema.safeParse(one.output);
  if (!marked.success) return [];
  const { title, company, count } = marked.data;
  const many = (count ?? 1) !== 1 || title === null || title === undefined;
  const what = many
    ? company === null || company === undefined
      ? words.jobs(count ?? 1)
      : words.ofCompany(count ?? 1, company)
    : words.job(title, company ?? null, '').slice(0, -1);
  const off = one.input['off'] === true;
  if (one.name === 'save_job') return [off ? words.unsaved(what) : words.saved(what)];
  return [off ? words.unhidden(what) : words.hidden(what)];
}

function aboutFetch(output: unknown, words: AnswerWords, language: Language): string[] {
  const fetched = fetchedSchema.safeParse(output);
  if (!fetched.success) return [];
  const lines = fetched.data.sources.map((source) =>
    source.failed === true
      ? // The reason is a sentence of its own.
        words.fetchFailed(source.title, source.say?.[language].replace(/\.$/u, '') ?? null)
      : words.fetched(source.title, source.added ?? 0, source.updated ?? 0),
  );
  return fetched.data.total === undefined ? lines : [...lines, words.inStore(fetched.data.total)];
}

function cut(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= 120 ? plain : `${plain.slice(0, 119)}…`;
}
