/** What the parts of a short sentence order together: save, hide, compare, explain, export, fetch, alert, undo … */
import type { Filter } from '../../matching/filter.ts';
import { placeOf } from './job-references.ts';
import type { Call, Context, Token } from '../meaning.ts';
import { type Parts, partsOf } from './order-parts.ts';

/** The calls that a sentence orders, null when it orders none. `earlier` are the jobs that the sentence before named. */
export function readOrder(
  tokens: readonly Token[],
  text: string,
  context: Context,
  earlier: readonly (number | string)[] = [],
): Call[] | null {
  const parts = partsOf(tokens, context.onScreen);
  const company = companyOf(parts, tokens, text);
  if (company !== null) {
    if (parts.has('unhide')) return [call('hide_job', { company, off: true })];
    if (parts.has('hide')) return [call('hide_job', { company })];
    if (parts.has('save')) return [call('save_job', { company })];
  }
  // "why is number 5 only at 40 percent?"
  const figures =
    parts.has('why') &&
    parts.unknown.every((run) => tokens.slice(run.from, run.to).every(({ word }) => /^\d{1,3}%?$/.test(word)));
  if (figures) parts.unknown.length = 0;
  const reason = parts.unknown.length > 0 ? reasonFrom(tokens) : null;
  if (reason !== null)
    return readOrder(tokens.slice(0, reason), text.slice(0, tokens[reason]?.start), context, earlier);
  if (parts.unknown.length > 0 || isWanted(context.filter, parts)) return null;
  return (
    aboutFilter(parts, tokens) ?? aboutList(parts, tokens, /\?\s*$/.test(text)) ?? aboutJobs(parts, context, earlier)
  );
}

/** Where the reason behind an order begins ("hide the first one, I've applied there already"); null without one. */
function reasonFrom(tokens: readonly Token[]): number | null {
  const at = tokens.findIndex(
    (token, index) =>
      index > 1 &&
      token.clause !== tokens[index - 1]?.clause &&
      /^(?:i|i've|i'm|i'd|it|it's|they|they're|we|we've|because|since|that's|already|not|too|my|looks|sounds)$/.test(
        token.word,
      ),
  );
  return at > 0 ? at : null;
}

/** The jobs that a sentence points at, whatever else it says. */
export function jobsNamed(tokens: readonly Token[], context: Context): (number | string)[] {
  const { references, unknown } = partsOf(tokens, context.onScreen);
  return unknown.length > 0 ? [] : references.map(({ job }) => job);
}

/** Where the wish behind "new search:", "start over with" begins; null when the sentence does not begin so. */
export function freshStart(tokens: readonly Token[]): number | null {
  const head = tokens.slice(0, 14);
  const parts = partsOf(head, []);
  const start = parts.where('anew') ?? parts.where('clear');
  if (start === null || (!parts.has('anew') && start.to - start.from < 2)) return null;
  if (parts.unknown.some((run) => run.from < start.from)) return null;
  // "remove everything below 70" clears nothing.
  if (bounds.has(tokens[start.to]?.word ?? '')) return null;
  let at = start.to;
  while (
    /^(?:with|for|and|then|now|please|instead|again|everything|all|filters|search|it|that|to)$/.test(
      tokens[at]?.word ?? '',
    )
  )
    at += 1;
  return at < tokens.length ? at : null;
}

/** What behind "everything" says which part of it. */
const bounds = new Set([
  'below',
  'under',
  'less',
  'over',
  'above',
  'than',
  'older',
  'lower',
  'worse',
  'that',
  'which',
  'without',
  'not',
  'by',
  'low',
]);

function aboutFilter(parts: Parts, tokens: readonly Token[]): Call[] | null {
  const points = parts.references.length > 0;
  if (tokens.some(({ word }) => /^\d/.test(word)) && parts.has('clear') && !parts.has('anew')) return null;
  const all =
    parts.has('remove') && parts.has('all') && tokens.some(({ word }) => /^(?:filters?|criteria)$/.test(word));
  if ((parts.has('clear', 'anew') || all) && !parts.has('cv')) return [call('clear_filters', {})];
  if (
    parts.has('undo') &&
    !parts.has('hide', 'unhide') &&
    parts.references.every(({ job }) => typeof job === 'number')
  ) {
    const times = tokens.map(({ word }) =>
      word === 'twice' ? 2 : /^(?:two|three|four|five|[2-5])$/.test(word) ? placeOf(word) : null,
    );
    return Array.from({ length: times.find((count) => count !== null) ?? 1 }, () => call('undo', {}));
  }
  const often = parts.has('daily', 'weekly');
  const search = parts.has('search') && parts.has('save') && !parts.has('file');
  const notify = parts.has('notify') && (often || parts.has('fresh', 'news', 'alert'));
  if (
    !points &&
    (search || notify || parts.has('alert') || (often && parts.has('fresh', 'search') && parts.has('fetch')))
  )
    return [call('save_search', { frequency: parts.has('weekly') ? 'weekly' : 'daily' })];
  return null;
}

function aboutList(parts: Parts, tokens: readonly Token[], asks: boolean): Call[] | null {
  const points = parts.references.length > 0;
  if (parts.has('file', 'export') && !parts.has('cv', 'notify') && !isSkillAlone(tokens))
    return [call('export', { format: tokens.some(({ word }) => word === 'json') ? 'json' : 'csv' })];
  if (points && parts.references.length === 1 && parts.has('compare', 'why', 'save', 'hide', 'open', 'remove'))
    return null;
  const fits = parts.has('fit') && (parts.has('which') || parts.has('cv', 'against'));
  if (
    !points &&
    !parts.has('remove', 'search') &&
    (fits ||
      (parts.has('score') &&
        (parts.has('all', 'against') || (parts.has('cv') && !parts.has('read')) || tokens.length <= 2))) &&
    !parts.has('why')
  )
    return [call('score_jobs', {})];
  if (parts.has('cv') && parts.has('read', 'here')) return [call('analyze_cv', {})];
  if (points) return null;
  const more = parts.where('more');
  // "keep going" keeps nothing.
  const keeps = parts.has('save') && (more === null || more.to - more.from < 2);
  if (
    (parts.has('more') || (tokens.length === 1 && tokens[0]?.word === 'also')) &&
    !parts.has('daily', 'weekly', 'fresh', 'cv', 'search', 'why', 'hide') &&
    !keeps &&
    tokens[0]?.word !== 'no'
  )
    return [call('show_more', {})];
  const asked =
    parts.has('fetch') && (parts.has('fresh', 'board', 'all') || parts.sources.length > 0 || tokens.length <= 3);
  const news = parts.has('news') || (parts.has('fresh') && parts.sources.length > 0 && asks);
  if ((asked || news) && !parts.has('search', 'cv', 'notify', 'hide', 'save', 'daily', 'weekly'))
    return [call('fetch_jobs', parts.sources.length > 0 ? { sources: parts.sources } : {})];
  return null;
}

function aboutJobs(parts: Parts, context: Context, earlier: readonly (number | string)[]): Call[] | null {
  const only = context.onScreen.length === 1 && context.spokenOf === undefined;
  const before = earlier.length > 0 || context.spokenOf === undefined ? earlier : [context.spokenOf];
  const jobs = parts.references.length > 0 ? parts.references.map(({ job }) => job) : only ? [1] : [...before];
  const places = [...new Set(jobs)];
  if (places.length === 0) return null;
  const each = (name: string, more: object): Call[] => places.map((job) => call(name, { job, ...more }));
  if (places.length > 1 && parts.has('compare')) return [call('compare_jobs', { jobs: places.slice(0, 4) })];
  if (parts.has('why')) return each('explain_match', {}).slice(0, 1);
  if (parts.has('unhide')) return each('hide_job', { off: true });
  if (parts.has('unsave')) return each('save_job', { off: true });
  if (parts.has('hide') || (parts.has('remove') && parts.references.length > 0)) return each('hide_job', {});
  if (parts.has('save')) return each('save_job', {});
  return parts.has('open') && parts.references.length > 0 ? each('show_job', {}).slice(0, 1) : null;
}

/** "everything from Acme", "hide Acme": the employer's name as it was written; null when the sentence names none. */
function companyOf(parts: Parts, tokens: readonly Token[], text: string): string | null {
  if (!parts.has('hide', 'unhide', 'save')) return null;
  const named = parts.references.find(({ company }) => company !== null);
  const introduced = (from: number): boolean =>
    /^(?:from|by|at|of|company|employer)$/.test(tokens[from - 1]?.word ?? '') &&
    (parts.has('all') || counted.test(tokens[from - 2]?.word ?? ''));
  if (named !== undefined && parts.unknown.length === 0) {
    const whole = parts.has('hide', 'unhide') || introduced(named.from);
    return whole && parts.references.length === 1 ? named.company : null;
  }
  const [run, ...others] = parts.unknown;
  if (run === undefined || others.length > 0 || run.to - run.from > 4 || parts.references.length > 0) return null;
  const first = tokens[run.from];
  const last = tokens[run.to - 1];
  if (first === undefined || last === undefined || !/^\p{Lu}/u.test(first.text)) return null;
  const strong = parts.has('hide') && /^(?:hide|block|mute|blacklist|dismiss)$/.test(tokens[run.from - 1]?.word ?? '');
  // "hide the Acme one"
  const pointed = tokens[run.from - 1]?.word === 'the' && counted.test(tokens[run.to]?.word ?? '');
  return introduced(run.from) || strong || pointed ? text.slice(first.start, last.end) : null;
}

/** "the one from Acme", "the Acme job" */
const counted = /^(?:ones?|jobs?|postings?|positions?|vacancy|offers?|roles?|listings?|openings?)$/;

/** "Drop Python" takes a criterion away, whatever titles on screen also say Python. */
function isWanted(filter: Filter, parts: Parts): boolean {
  return parts.references.some(({ job }) =>
    Object.values(filter).some(
      (value) => Array.isArray(value) && value.some((entry) => typeof job === 'string' && entry.toLowerCase() === job),
    ),
  );
}

/** "JSON and CSV" beside nothing else may be what somebody works with. */
function isSkillAlone(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && tokens[0]?.word === 'excel';
}

function call(name: string, input: Record<string, unknown>): Call {
  return { name, input };
}
