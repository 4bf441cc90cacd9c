/** Kinds of employment in the words that boards use, in English, German and Ukrainian. Pure. */
import type { Employment, Workplace } from '../job-posting.ts';

/** Levels among the words ("professional / experienced") are no kind of employment. */
const KINDS: readonly (readonly [Employment, RegExp])[] = [
  ['full_time', /full.?time|\bvollzeit|permanent.?full|повна зайнятість|повний робочий/iu],
  ['part_time', /part.?time|\bteilzeit|working.?student|werkstudent|minijob|часткова|неповн/iu],
  ['internship', /\bintern(?:s|ship)?\b|\btrainee\b|praktik|стажув/iu],
  ['contract', /\bcontract(?:or|ual)?\b|\b1099\b|\bb2b\b|контракт/iu],
  ['freelance', /freelanc|freiberuf|фриланс/iu],
  ['temporary', /\btemp(?:orary)?\b|\bfixed.?term|(?<!un)befristet|aushilfe|zeitarbeit|\bseasonal\b|тимчасов/iu],
];

/** A post without an end and without hours is a whole one, unless other words say less. */
const REGULAR = /\b(?:permanent|regular|festanstellung|unbefristet)\b/iu;

/** The kinds that the words name, each once. */
export function employmentOf(...words: readonly (string | null | undefined)[]): Employment[] {
  const all = words
    .filter((word) => typeof word === 'string')
    .join(' | ')
    .replaceAll('_', ' ')
    .slice(0, 2000);
  const kinds = KINDS.filter(([, pattern]) => pattern.test(all)).map(([kind]) => kind);
  return kinds.length === 0 && REGULAR.test(all) ? ['full_time'] : kinds;
}

/** The workplace that one word or phrase of a board's own field names. */
export function workplaceOf(words: string | null | undefined): Workplace | null {
  if (words === null || words === undefined) return null;
  if (/\bhybrid/iu.test(words)) return 'hybrid';
  if (/\bremote|telecommut|home.?office|віддален/iu.test(words)) return 'remote';
  return /\bon.?site|in.?office|in.?person|vor ort/iu.test(words) ? 'onsite' : null;
}
