/** Ukrainian names of places in any case: "у Варшаві", "до Львова", "в Ізраїлі" are looked up by their nominatives. */
import { canonicalTitle } from '../../taxonomy/titles.ts';
import { roleOf } from '../../taxonomy/titles.ts';
import { cityOf, countryName, countryOf, townOf } from '../../taxonomy/places.ts';
import type { Token } from '../meaning.ts';
import { inOwnLetters } from '../gloss/slips.ts';

const NOMINATIVES = ['', 'а', 'я', 'о', 'е', 'ь', 'и', 'і', 'й', 'ія', 'ий', 'ща', 'ні', 'ки'];
const ENDING = /(?:ами|ями|ові|еві|єві|ого|ому|ій|ою|ею|єю|ом|ем|єм|ах|ях|ів|ам|ям|ої|а|я|у|ю|о|е|є|и|і|ї|ь)$/u;
const LONGEST_NAME = 3;
const SHORT_WORD = 4;

/** The place that begins at this token, in English; null when none does. */
export function placeInUkrainian(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  for (let size = LONGEST_NAME; size >= 1; size -= 1) {
    const run = tokens.slice(at, at + size);
    if (run.length < size || run.some((token) => token.clause !== run[0]?.clause)) continue;
    const joint = run.map((token, index) => (index === 0 ? '' : token.gap === '-' ? '-' : ' ') + token.word).join('');
    const english = isPlaceHere(tokens, at, size)
      ? (named(joint) ?? (isTownHere(tokens, at) ? townNamed(joint) : null))
      : null;
    if (english !== null) return { english, to: at + size };
  }
  const role = roleNamed(tokens[at]?.word ?? '');
  return role === null ? null : { english: role, to: at + 1 };
}

/** "мало", "рада": a short word in small letters is a place only behind a preposition or alone. */
function isPlaceHere(tokens: readonly Token[], at: number, size: number): boolean {
  const { text = '', word = '' } = tokens[at] ?? {};
  if (size > 1 || word.length > SHORT_WORD || text !== word || tokens.length <= 2) return true;
  return /^(?:в|у|до|з|із|від|біля|під|на|і|й|та|або|чи|без|крім)$/u.test(tokens[at - 1]?.word ?? '');
}

/** Behind a preposition of place, with a capital: also the smallest town is meant. */
function isTownHere(tokens: readonly Token[], at: number): boolean {
  return (
    /^\p{Lu}/u.test(tokens[at]?.text ?? '') &&
    /^(?:в|у|до|з|із|зі|біля|під|на|і|й|та|або|чи|без|крім)$/u.test(tokens[at - 1]?.word ?? '')
  );
}

function townNamed(words: string): string | null {
  for (const form of nominatives(words)) {
    const town = townOf(form);
    if (town !== null) return town.name;
  }
  return null;
}

function named(words: string): string | null {
  for (const form of [words, ...inOwnLetters(words)].flatMap(nominatives)) {
    const city = cityOf(form);
    if (city !== null) return city;
    // "AI-інженер": two letters are no country in running text.
    const country = /^[a-z]{1,2}$/i.test(form) ? null : countryOf(form);
    if (country !== null) return countryName(country, 'en');
  }
  return null;
}

/** A role that the taxonomy knows by its Ukrainian name, in English. */
function roleNamed(word: string): string | null {
  if (word.length < 5) return null;
  for (const form of nominatives(word)) {
    const role = roleOf(form);
    if (role !== null) return canonicalTitle(role);
  }
  return null;
}

/** The word itself and the forms it may be a case of, likely ones first; a bounded number. */
export function nominatives(word: string): string[] {
  const forms = new Set([word]);
  for (let cut = 1; cut <= 3 && word.length - cut >= 2; cut += 1) {
    const stem = word.slice(0, -cut);
    if (
      !ENDING.test(word) ||
      !/^(?:ами|ями|ові|еві|єві|ого|ому|ій|ою|ею|єю|ом|ем|єм|ах|ях|ів|ам|ям|ої|ську|ської|а|я|у|ю|о|е|є|и|і|ї|ь)$/u.test(
        word.slice(-cut),
      )
    )
      continue;
    for (const base of [stem, ...softened(stem)]) for (const ending of NOMINATIVES) forms.add(base + ending);
  }
  return [...forms].slice(0, 160);
}

/** Sounds that change before endings: Київ – Києві, Прага – Празі, Відень – Відні, Одеса – Одесі. */
function softened(stem: string): string[] {
  const found: string[] = [];
  if (/[єе]в$/u.test(stem)) found.push(stem.replace(/[єе]в$/u, (end) => (end === 'єв' ? 'їв' : 'ів')));
  if (stem.endsWith('ов')) found.push(stem.replace(/ов$/u, 'ів'));
  if (/[цзс]$/u.test(stem)) found.push(stem.slice(0, -1) + ({ ц: 'к', з: 'г', с: 'х' }[stem.slice(-1)] ?? ''));
  if (/[бвгґджзклмнпрстфхцчшщ]{2}$/u.test(stem)) found.push(`${stem.slice(0, -1)}е${stem.slice(-1)}`);
  if (stem.endsWith('нн')) found.push(stem.slice(0, -1));
  if (/о[бвгджзклмнпрст]$/u.test(stem)) found.push(stem.replace(/о(.)$/u, 'і$1'));
  return found;
}
