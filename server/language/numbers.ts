/** English number words as digits: "one hundred twenty thousand" is 120000. Small numbers alone stay words. */
import { tokenise } from './normalise.ts';

const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
);

/** The text with its numbers of twenty and more in digits. Linear. */
export function digitsFor(text: string): string {
  const tokens = tokenise(text);
  let written = '';
  let end = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const run = readNumber(
      tokens.slice(at, at + 12).map((token) => (/^[\s-]*$/.test(token.gap) || token === tokens[at] ? token.word : '')),
    );
    const first = tokens[at];
    const last = tokens[at + (run?.length ?? 1) - 1];
    if (run === null || first === undefined || last === undefined) continue;
    written += `${text.slice(end, first.start)}${run.value}`;
    end = last.end;
    at += run.length - 1;
  }
  return written + text.slice(end);
}

function readNumber(words: readonly string[]): { value: number; length: number } | null {
  let total = 0;
  let group = 0;
  let length = 0;
  let large = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const small = SMALL.get(word);
    const tens = TENS.get(word);
    const digits = /^\d{1,3}$/.test(word) ? Number(word) : null;
    if (small !== undefined && group % 10 === 0 && (group % 100 >= 20 || group % 100 === 0)) group += small;
    else if (tens !== undefined && group % 100 === 0) group += tens;
    else if (word === 'hundred' && group > 0 && group < 10) group *= 100;
    else if (word === 'thousand' && group > 0) {
      total += group * 1000;
      group = 0;
    } else if (digits !== null && at === 0 && words[1] === 'thousand') group = digits;
    else if (
      word === 'and' &&
      length > 0 &&
      /hundred|thousand/.test(words[at - 1] ?? '') &&
      (SMALL.has(words[at + 1] ?? '') || TENS.has(words[at + 1] ?? ''))
    )
      continue;
    else break;
    large ||= tens !== undefined || word === 'hundred' || word === 'thousand' || (small ?? 0) > 10;
    length = at + 1;
  }
  return large && length > 0 ? { value: total + group, length } : null;
}
