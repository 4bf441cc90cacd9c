/** How old a posting may be, in Ukrainian: "за 10 днів", "не старше трьох днів", "протягом тижня", "новіші за місяць". */
import type { Token } from '../meaning.ts';
import { AMOUNT } from './pay-units.ts';

const NUMBER =
  /^(?:\d{1,3}|один|два|дві|три|чотири|п'ять|шість|сім|десять|чотирнадцять|тридцять|двох|трьох|чотирьох|п'яти|шести|семи|десяти|чотирнадцяти|тридцяти|пару|кілька)$/u;
const UNIT = /^(?:дн[іи]в?|день|доб[уиа]|діб|тижн[іия]в?|тиждень|місяц[іь]в?|місяця|місяців|годин[иу]?)$/u;
const WHOLE: readonly (readonly [RegExp, string])[] = [
  [/^доб/u, 'last 24 hours'],
  [/^ти/u, 'last week'],
  [/^міс/u, 'last month'],
];
/** How the statement begins; the rest is a number and a unit, or a unit alone. */
const BEGINNINGS =
  /^(?:(?:за|протягом|впродовж|упродовж)(?: останн\S+)?|не (?:старш|давніш|пізніш)\S*(?: ніж| за| від)?|не більше(?: ніж)?|(?:новіш|свіжіш)\S*(?: ніж| за| від)?) $/u;
const LONGEST_BEGINNING = 3;

/** The age that is stated from this token on, in English; null when none is. */
export function ageOf(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  if (AMOUNT.test(tokens[at - 1]?.word ?? '') && tokens[at - 1]?.clause === tokens[at]?.clause) return null;
  for (let length = LONGEST_BEGINNING; length >= 1; length -= 1) {
    const run = tokens.slice(at, at + length);
    if (!BEGINNINGS.test(`${run.map((token) => token.word).join(' ')} `)) continue;
    const next = tokens[at + length];
    if (next === undefined || next.clause !== tokens[at]?.clause) return null;
    // "не більше трьох годин" is no age, and neither is "за годину".
    const isBound = run.at(0)?.word === 'не' && run.at(1)?.word.startsWith('більш') === true;
    if (NUMBER.test(next.word) && UNIT.test(tokens[at + length + 1]?.word ?? ''))
      return isBound ? null : { english: 'last', to: at + length };
    const whole = UNIT.test(next.word) ? WHOLE.find(([word]) => word.test(next.word)) : undefined;
    if (whole === undefined || (isBound && tokens[at + length + 1]?.word !== 'тому')) return null;
    return { english: whole[1], to: at + length + (isBound ? 2 : 1) };
  }
  return null;
}
