/** Sentences that ask for an action: undo, show more, open the second, export, count, fetch. */
import { exportWords, farewellWords, patterns, placeOf, thanksCore, thanksWords } from './english/command-words.ts';
import type { Filter } from '../matching/filter.ts';
import type { Call, Context, Talk } from './meaning.ts';
import { tokenise } from './normalise.ts';

/** Commands are short; a longer sentence describes a wish. */
const LONGEST_COMMAND = 24;

export type Command =
  | { kind: 'calls'; calls: Call[] }
  /** Empty the filter, then read the rest as a new wish. */
  | { kind: 'fresh'; rest: string }
  /** "How many …": the rest says of what. */
  | { kind: 'count'; rest: string }
  | { kind: 'talk'; talk: Talk };

/** The command a sentence gives; null when it gives none. `lastCount` is how many rows are on screen. */
export function readCommand(sentence: string, context: Context): Command | null {
  const tokens = tokenise(sentence);
  if (tokens.length === 0 || tokens.length > LONGEST_COMMAND) return readFresh(sentence);
  const words = tokens.map((token) => token.word).join(' ');
  return (
    readTalk(words) ??
    readUndo(words) ??
    readSimple(words) ??
    readFresh(sentence) ??
    readExport(words) ??
    readFetch(words) ??
    readCv(words) ??
    readOnJobs(sentence, words, context)
  );
}

function readTalk(words: string): Command | null {
  if (patterns.greeting.test(words)) return { kind: 'talk', talk: 'greeting' };
  if (/^(?:(?:ok|okay|oh|no) )*never ?mind$/.test(words)) return { kind: 'talk', talk: 'thanks' };
  const list = words.split(' ');
  if (list.length > 12 || !list.every((word) => thanksWords.has(word)) || !list.some((word) => thanksCore.has(word)))
    return null;
  return { kind: 'talk', talk: list.some((word) => farewellWords.has(word)) ? 'goodbye' : 'thanks' };
}

function readUndo(words: string): Command | null {
  const match = patterns.undo.exec(words);
  if (match === null) return null;
  const tail = match[1] ?? '';
  if (/\b(everything|all)\b/.test(tail)) return calls('clear_filters', {});
  const word = /\b(twice|two|three|four|five|2|3|4|5)\b/.exec(tail)?.[1];
  const times = word === undefined ? 1 : word === 'twice' ? 2 : (placeOf(word) ?? 1);
  return { kind: 'calls', calls: Array.from({ length: times }, () => ({ name: 'undo', input: {} })) };
}

function readSimple(words: string): Command | null {
  if (patterns.clear.test(words)) return calls('clear_filters', {});
  if (patterns.sureOnly.test(words)) return calls('show_unclear', { show: false });
  if (patterns.unclearToo.test(words)) return calls('show_unclear', { show: true });
  if (patterns.more.test(words)) return calls('show_more', {});
  if (patterns.filters.test(words)) return calls('get_filters', {});
  const count = patterns.count.exec(words);
  return count === null ? null : { kind: 'count', rest: count[1] ?? '' };
}

function readFresh(sentence: string): Command | null {
  const match = patterns.fresh.exec(
    sentence
      .toLowerCase()
      .replace(/[:,.!-]+ */g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  if (match?.[1] === undefined) return null;
  // The rest keeps its own spelling: capitals tell names from words.
  const words = match[1].split(' ')[0] ?? '';
  const head = sentence.toLowerCase().length - match[1].length;
  const at = sentence.toLowerCase().indexOf(words, Math.max(0, Math.min(head - 8, sentence.length)));
  const from = at >= 0 ? at : sentence.toLowerCase().indexOf(words);
  return { kind: 'fresh', rest: sentence.slice(Math.max(0, from)) };
}

function readExport(words: string): Command | null {
  const match = patterns.exports.exec(words);
  if (match === null) return null;
  const tail = match[1] ?? '';
  if (tail !== '' && !tail.split(' ').every((word) => exportWords.has(word))) return null;
  return calls('export', { format: /\bjson\b/.test(words) ? 'json' : 'csv' });
}

function readFetch(words: string): Command | null {
  const match = patterns.fetch.exec(words);
  if (match === null) return null;
  const source = match[1]?.trim().replace(/ (again|please|now|today)$/, '');
  return calls('fetch_jobs', source === undefined || /^(the|all) /.test(source) ? {} : { sources: [source] });
}

function readCv(words: string): Command | null {
  if (patterns.cv.test(words)) return calls('analyze_cv', {});
  if (patterns.score.test(words)) return calls('score_jobs', {});
  if (patterns.saveSearch.test(words))
    return calls('save_search', { frequency: /\bweek|monday/.test(words) ? 'weekly' : 'daily' });
  return null;
}

function readOnJobs(sentence: string, words: string, context: Context): Command | null {
  const compare = patterns.compare.exec(words);
  if (compare !== null) {
    const jobs = [compare[1] ?? '', compare[2] ?? ''].map((part) => readJob(part, context));
    return jobs.every((job) => job !== null) ? calls('compare_jobs', { jobs }) : null;
  }
  const explain = patterns.explain.exec(words);
  if (explain !== null) {
    const job = readJob(explain[1] ?? explain[2] ?? '', context);
    if (job !== null) return calls('explain_match', { job });
  }
  for (const [name, pattern] of [
    ['save_job', patterns.save],
    ['hide_job', patterns.hide],
  ] as const) {
    const match = pattern.exec(words);
    // "Drop Python" takes a set filter away, whatever titles on screen also say Python.
    if (match === null || isWanted(context.filter, match[2] ?? '')) continue;
    const off = match[1] === undefined ? {} : { off: true };
    const company = name === 'hide_job' ? readCompany(sentence, match[2] ?? '', words, context) : null;
    if (company !== null) return calls(name, { company, ...off });
    const places = readPlaces(match[2] ?? '', context);
    if (places !== null) return { kind: 'calls', calls: places.map((job) => ({ name, input: { job, ...off } })) };
  }
  const show = patterns.show.exec(words);
  const places = show === null ? null : readPlaces(show[1] ?? '', context);
  return places === null
    ? null
    : { kind: 'calls', calls: places.slice(0, 1).map((job) => ({ name: 'show_job', input: { job } })) };
}

/** Are these words a value that the filter wants? */
function isWanted(filter: Filter, words: string): boolean {
  return Object.values(filter).some(
    (value) => Array.isArray(value) && value.some((entry) => entry.toLowerCase() === words),
  );
}

/** "the first and the third" → several places; otherwise one job. */
function readPlaces(words: string, context: Context): (number | string)[] | null {
  const parts = words.split(/ (?:and|,) /);
  if (parts.length > 1 && parts.length <= 10) {
    const jobs = parts.map((part) => readJob(part, context));
    if (jobs.every((job) => typeof job === 'number')) return jobs.filter((job) => job !== null);
  }
  const job = readJob(words, context);
  return job === null ? null : [job];
}

const AROUND =
  /^(?:(?:the|that|this|job|jobs|number|no|nr|posting|position|result|match|item|row|card|up) )+|(?: (?:one|ones|job|jobs|posting|position|result|match|item|row|card|please|from the list|in the list|on the list|of the list|of them|for me|for later|again|now|there|off the list|as a favou?rite|as favou?rite|details))+$/g;

/** A job by its place in the list, or by words of a title or company that is on screen; null when it names none. */
function readJob(words: string, context: Context): number | string | null {
  const bare = words.replace(AROUND, '').replace(AROUND, '').trim();
  const place = placeOf(bare) ?? placeOf(bare.split(' ')[0] ?? '');
  if (place !== null && (placeOf(bare) !== null || /^\S+ (?:job|one|posting|result|match)\b/.test(bare))) {
    return place === -1 ? Math.max(1, context.onScreen.length) : place;
  }
  if (/^(?:it|this|that|this one|that one|one)?$/.test(bare)) return context.onScreen.length === 1 ? 1 : null;
  if (bare.length < 3) return null;
  const named = context.onScreen.find((row) => {
    const title = row.title.toLowerCase();
    const company = row.company?.toLowerCase() ?? '';
    return (
      title.includes(bare) ||
      (company !== '' &&
        (company.includes(bare) || bare === `${title} at ${company}` || bare.replace(/^.* at /, '') === company))
    );
  });
  return named === undefined ? null : bare;
}

/** "everything from Acme", "company Acme", "all Acme jobs", or the bare name of a company on screen. */
function readCompany(sentence: string, target: string, words: string, context: Context): string | null {
  const match =
    /^(?:(?:everything|all|anything|all jobs|all postings|jobs|postings|the jobs|all the jobs|anything else) (?:from|by|at|of) |(?:the )?(?:company|employer) )(.+)$/.exec(
      target,
    ) ?? /^(?:all |all the |the )?(.+) (?:jobs|postings|company)$/.exec(target);
  const name = match?.[1]?.replace(/ (?:please|now|again|from the list)$/, '');
  const known = context.onScreen.find(
    (row) => row.company !== null && row.company.toLowerCase() === (name ?? target.replace(/^the /, '')),
  );
  if (known?.company !== undefined && known.company !== null) return known.company;
  if (name === undefined || /^(?:the|these|those|first|last|my|other|saved)\b/.test(name) || !words.includes(name))
    return null;
  const at = sentence.toLowerCase().indexOf(name);
  const spelled = at < 0 ? name : sentence.slice(at, at + name.length);
  // "hide senior jobs" is about jobs; a name is written with a capital or introduced as one.
  return /\p{Lu}/u.test(spelled) || /\b(?:from|by|at|company|employer)\b/.test(target) ? spelled : null;
}

function calls(name: string, input: Record<string, unknown>): Command {
  return { kind: 'calls', calls: [{ name, input }] };
}
