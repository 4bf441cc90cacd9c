/**
 * First step of understanding: a sentence becomes clean text and tokens. Linear in the length of the text;
 * what cannot be seen (control, bidi, tag and zero-width characters) is gone afterwards.
 */
import type { Token } from './meaning.ts';

/** A message longer than this is read up to here. */
export const LONGEST = 10_000;

/** What says that a place need not be the very one. */
const NEAR =
  /\b(?:within )?(?:(?:a |an )?(?:reasonable |easy |short )?(?:\d{1,3} ?|an |a )?(?:miles?|mi|kms?|kilomet(?:er|re)s?|minutes?|mins?|hours?'?|commuting distance|driving distance|commutable distance|walking distance|striking distance|commute|drive|reach)) (?:of|from)\b|\b(?:not|nowhere) (?:too )?far (?:away )?from\b|\bno (?:further|farther) than\b|\bcommutable from\b/gi;

/** Text without invisible characters, with plain quotes and dashes, at most `LONGEST` characters long. */
export function clean(text: string): string {
  return (
    text
      .slice(0, LONGEST)
      .normalize('NFKC')
      .slice(0, LONGEST)
      .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}\u{FE00}-\u{FE0F}]/gu, '')
      .replace(/(?!\n)\p{Cc}/gu, ' ')
      .replace(/[‘’ʼ`´]/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replace(/[‐-―−]/g, '-')
      .replace(/^(?!.*[,;]).*\b(?:comma|komma|кома)\b.*$/isu, dictated)
      .replace(/(\d) %/g, '$1%')
      // "nothing that isn't remote": two refusals make a wish.
      .replace(
        /\b(?:nothing|no (?:jobs?|roles?|ones?)|none) (?:that|which|who) (?:isn't|is not|aren't|are not)\b/gi,
        'only',
      )
      .replace(/\b(?:no|not) non-(?=\p{L})/giu, 'only ')
      // "within 20 miles of Bath", "commuting distance from Oxford"
      .replace(NEAR, 'near')
      // "70ish k", "70k-ish"
      .replace(/(?<=\d) ?-?ish\b/gi, '')
      .replace(/(?<=\d[kK]) ?-?ish\b/g, '')
      .replace(/\bhalf a million\b/gi, '500000')
      // The river tells the city from its namesake; without its bracket it is the German "or".
      .replace(/(?<=\bFrankfurt) ?[(/] ?Oder\b\)?/gi, ' an der Oder')
      .replace(/(?<=\bHalle) ?[(/] ?Saale\b\)?/gi, '')
      // "100'000" as it is written in Switzerland.
      .replace(/(?<=\d)'(?=\d{3}(?!\d))/g, '')
      // "hybrid's fine", "only this week's": the short "is" and the genitive of times.
      .replace(
        /(?<=\p{L}{4})'s(?= (?:fine|ok|okay|good|great|also|too|not|out|enough|off|possible|cool|perfect|still|no|too|up|irrelevant|a)\b)/giu,
        ' is',
      )
      .replace(/\b(today|yesterday|week|month)'s\b/gi, '$1')
  );
}

/** Marks that were spoken: "Houston Texas comma full time period". */
function dictated(text: string): string {
  return text
    .replace(/\s*(?<!\p{L})(?:comma|komma|кома)(?!\p{L})/giu, ',')
    .replace(/\s*(?<!\p{L})(?:full stop|period|punkt|крапка)(?!\p{L})/giu, '.')
    .replace(/\s*(?<!\p{L})(?:question mark|fragezeichen|знак питання)(?!\p{L})/giu, '?');
}

const TOKEN =
  /[$€£₴¥₹]|\.net(?!\p{L})|\d+(?:[.,]\d+)*[\p{L}%+]*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:\+\+|#)?/giu;
const ABBREVIATIONS = new Set(['e.g', 'i.e', 'etc', 'sr', 'jr', 'incl', 'approx', 'ca', 'vs', 'min', 'max', 'st']);

/** The words of a cleaned text. Hyphens and slashes part words; `gap` keeps what stood between. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  let clause = 0;
  let sentence = 0;
  for (const match of text.matchAll(TOKEN)) {
    const gap = text.slice(end, match.index);
    const before = tokens.at(-1);
    if (before !== undefined) {
      const stop = /[!?;\n]/.test(gap) || (gap.includes('.') && !ABBREVIATIONS.has(before.word)) || /\n/.test(gap);
      if (stop) sentence += 1;
      if (stop || /[,:()"]/.test(gap) || (/ - /.test(gap) && !/^[\d$€£]/.test(match[0]))) clause += 1;
    }
    const start = match.index;
    end = start + match[0].length;
    tokens.push({ text: match[0], word: match[0].toLowerCase(), start, end, gap, clause, sentence });
  }
  return tokens;
}
