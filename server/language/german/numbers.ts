/** German numbers in words as digits: "fünfundfünfzigtausend" is 55000, "16 Euro 50" is 16.50 Euro. Pure, linear. */
import { foldForLexicon } from '../gloss/lexicon.ts';
import { tokenise } from '../normalise.ts';

const ONES = new Map(
  'ein eins zwei zwo drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn'
    .split(' ')
    .map((word, at) => [word, at < 2 ? 1 : at < 4 ? 2 : at - 1] as const),
);
const TENS = new Map(
  'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'
    .split(' ')
    .map((word, at) => [word, (at + 2) * 10] as const),
);
/** Only words with one of these are more than the small numbers, which stay words. */
const LARGE = /hundert|tausend|einhalb|anderthalb|und(?:zwan|drei|vier|f[uü]nf|sech|sieb|acht|neun)/;
const EURO_AND_CENT = /(?<![\d.,])(\d{1,3}) ?(?:euro|€) (\d\d)(?![\d.,]|\s?(?:euro|€|cent|%|stunden|tage))/gi;

/** The text with its large German numbers in digits. */
export function germanDigits(said: string): string {
  const text = said.replace(/(?<=einhalb|anderthalb) (?=tausend)/gi, '');
  let written = '';
  let end = 0;
  for (const token of tokenise(text)) {
    const value =
      LARGE.test(token.word) && !/^(?:hundert|tausend)$/.test(token.word)
        ? germanNumber(foldForLexicon(token.word))
        : null;
    if (value === null) continue;
    written += text.slice(end, token.start) + String(value);
    end = token.end;
  }
  return (written + text.slice(end)).replace(EURO_AND_CENT, '$1.$2 Euro');
}

/** What one folded word says; null when it is no number. */
function germanNumber(word: string): number | null {
  const [before = '', after, ...more] = word.split('tausend');
  if (more.length > 0) return null;
  if (after === undefined) return belowThousand(before);
  const thousands = before === '' ? 1 : (half(before) ?? belowThousand(before));
  const rest = after === '' ? 0 : belowThousand(after.replace(/^und/, ''));
  return thousands === null || rest === null ? null : thousands * 1000 + rest;
}

/** "zweieinhalb", "anderthalb". */
function half(word: string): number | null {
  if (word === 'anderthalb') return 1.5;
  const whole = word.endsWith('einhalb') ? ONES.get(word.slice(0, -7)) : undefined;
  return whole === undefined ? null : whole + 0.5;
}

function belowThousand(word: string): number | null {
  const [before = '', after] = word.split('hundert');
  if (after === undefined) return half(word) ?? belowHundred(word);
  const hundreds = before === '' ? 1 : (half(before) ?? ONES.get(before));
  const rest = after === '' ? 0 : belowHundred(after.replace(/^und/, ''));
  return hundreds === undefined || rest === null ? null : hundreds * 100 + rest;
}

function belowHundred(word: string): number | null {
  const plain = ONES.get(word) ?? TENS.get(word);
  if (plain !== undefined) return plain;
  const joint = word.indexOf('und');
  const [one, ten] = [ONES.get(word.slice(0, joint)), TENS.get(word.slice(joint + 3))];
  return joint > 0 && one !== undefined && ten !== undefined ? one + ten : null;
}
