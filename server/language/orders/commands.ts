/** Sentences that ask for an action rather than describe a job: greetings, questions of number, orders. */
import { farewellWords, patterns, thanksCore, thanksWords } from '../english/command-words.ts';
import type { Call, Context, Talk } from '../meaning.ts';
import { tokenise } from '../normalise.ts';
import { freshStart, readOrder } from './orders.ts';

/** Orders are short; a longer sentence describes a wish. */
const LONGEST_ORDER = 24;

export type Command =
  | { kind: 'calls'; calls: Call[] }
  /** Empty the filter, then read the rest as a new wish. */
  | { kind: 'fresh'; rest: string }
  /** "How many …": the rest says of what. */
  | { kind: 'count'; rest: string }
  | { kind: 'talk'; talk: Talk };

/** The command a sentence gives; null when it gives none. `earlier` are the jobs that the sentence before pointed at. */
export function readCommand(
  sentence: string,
  context: Context,
  earlier: readonly (number | string)[] = [],
): Command | null {
  const tokens = tokenise(sentence);
  if (tokens.length === 0) return null;
  const short = tokens.length <= LONGEST_ORDER;
  const words = short ? tokens.map((token) => token.word).join(' ') : '';
  const simple = short ? (readTalk(words) ?? readSimple(words)) : null;
  if (simple !== null) return simple;
  const start = freshStart(tokens);
  if (start !== null) return { kind: 'fresh', rest: sentence.slice(tokens[start]?.start ?? 0) };
  const calls = short ? readOrder(tokens, sentence, context, earlier) : null;
  return calls === null ? null : { kind: 'calls', calls };
}

function readTalk(words: string): Command | null {
  if (patterns.help.test(words)) return { kind: 'talk', talk: 'help' };
  if (patterns.greeting.test(words)) return { kind: 'talk', talk: 'greeting' };
  if (/^(?:(?:ok|okay|oh|no) )*never ?mind$/.test(words)) return { kind: 'talk', talk: 'thanks' };
  const list = words.split(' ');
  if (list.length > 12 || !list.every((word) => thanksWords.has(word)) || !list.some((word) => thanksCore.has(word)))
    return null;
  return { kind: 'talk', talk: list.some((word) => farewellWords.has(word)) ? 'goodbye' : 'thanks' };
}

function readSimple(words: string): Command | null {
  const call = (name: string, input: Call['input'] = {}): Command => ({ kind: 'calls', calls: [{ name, input }] });
  if (patterns.sureOnly.test(words)) return call('show_unclear', { show: false });
  if (patterns.unclearToo.test(words)) return call('show_unclear', { show: true });
  if (patterns.filters.test(words)) return call('get_filters');
  const count = patterns.count.exec(words);
  return count === null ? null : { kind: 'count', rest: count[1] ?? '' };
}
