/**
 * Ukrainian typed in Latin letters ("shukaju robotu povarom v Odesi") back in its own. Many keyboards, many tables:
 * every word is tried in the spellings it may stand for, and the one that the lexicon or the map knows is taken.
 */
import { foldForLexicon, type Lexicon } from '../gloss/lexicon.ts';
import type { Token } from '../meaning.ts';
import { tokenise } from '../normalise.ts';
import { placeInUkrainian } from './places.ts';

/** Letters and groups of them with what they may stand for, likely ones first. */
const LETTERS: ReadonlyMap<string, readonly string[]> = new Map(
  'yie:иє ai:ай,аї,аі ei:ей,еї,еі oi:ой,ої,оі ui:уй,уї,уі shch:щ sch:щ zh:ж kh:х ts:ц ch:ч sh:ш ya:я,иа ia:я,іа ja:я yu:ю iu:ю ju:ю ye:є ie:іє,є,іе je:є yi:ї,ий ji:ї yo:йо io:іо,йо jo:йо iy:ій,ий ij:ій,ий yj:ий  a:а b:б v:в g:г,ґ d:д e:е,є z:з y:и,й,і i:і,и,ї k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у f:ф h:г,х c:ц,к j:й w:в,ш x:кс,х q:к'
    .split(' ')
    .map((pair): [string, string[]] => {
      const [latin = '', cyrillic = ''] = pair.split(':');
      return [latin, cyrillic.split(',')];
    }),
);
/** Words too short to be told apart. */
const SHORT: ReadonlyMap<string, string> = new Map(
  'v:в u:у z:з zi:зі iz:із i:і ta:та y:й na:на do:до po:по za:за ne:не bez:без abo:або chy:чи chi:чи dlya:для dlia:для dlja:для vid:від ot:від pid:під ale:але a:а ye:є je:є ya:я ja:я shcho:що sho:що scho:що tys:тис hrn:грн grn:грн zp:зп den:день rik:рік god:год'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);
const LATIN = /^[a-z']+$/;
const MOST_SPELLINGS = 64;
const LONGEST_WORD = 24;
const MOST_WORDS = 60;
/** Fewer words may be Ukrainian by chance. */
const LEAST_WORDS = 2;
/** In a message of so few words one is enough ("tilky Lviv"), if it is long enough. */
const SHORT_MESSAGE = 3;
const LONG_WORD = 5;

/** The text in Ukrainian letters when most of it is Ukrainian in Latin ones; null when it is not. `isOther` knows the words of other languages and names. */
export function fromLatin(text: string, lexicon: Lexicon, isOther: (word: string) => boolean): string | null {
  const tokens = tokenise(text);
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return null;
  const known = tokens.map((token) => (isOther(token.word) ? null : spelling(token, lexicon)));
  const long = tokens.filter((token) => token.word.length > 3 && /^\p{L}/u.test(token.word));
  const hits = known.filter((word, at) => word !== null && (tokens[at]?.word.length ?? 0) > 3).length;
  const single =
    tokens.length <= SHORT_MESSAGE &&
    known.some((word) => word !== null && word.length >= LONG_WORD) &&
    tokens.every(({ text: name }, at) => known[at] !== null || /^\p{Lu}/u.test(name));
  if ((hits < LEAST_WORDS && !single) || hits * 2 < long.length) return null;
  let written = '';
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    const word = known[at] ?? SHORT.get(token.word);
    if (word === undefined) continue;
    written += text.slice(end, token.start) + word;
    end = token.end;
  }
  return written + text.slice(end);
}

/** The Ukrainian word that these letters stand for, if the lexicon or the map knows one. */
function spelling(token: Token, lexicon: Lexicon): string | null {
  if (token.word.length < 4 || token.word.length > LONGEST_WORD || !LATIN.test(token.word)) return null;
  for (const word of spellingsOf(token.word)) {
    if (lexicon.knows(foldForLexicon(word))) return word;
    const text = /^\p{Lu}/u.test(token.text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    if (placeInUkrainian([{ ...token, text, word }], 0) !== null) return text;
  }
  return null;
}

/** A bounded number of spellings; a soft sign is often left out, and added once. */
function spellingsOf(word: string): string[] {
  let found = [''];
  for (let at = 0; at < word.length; ) {
    let length = 4;
    while (length > 1 && !LETTERS.has(word.slice(at, at + length))) length -= 1;
    const letters = LETTERS.get(word.slice(at, at + length)) ?? (word[at] === "'" ? ['ь', ''] : ['']);
    found = letters.flatMap((letter) => found.map((start) => start + letter)).slice(0, MOST_SPELLINGS);
    at += length;
  }
  const plain = found.slice(0, MOST_SPELLINGS / 2);
  return [...found, ...plain.flatMap(withSoftSign)];
}

function withSoftSign(word: string): string[] {
  return [...word.matchAll(/[лнтсцзд](?=[бвгджзйклмнпрстфхцчшщо]|$)/gu)].map(
    ({ index }) => `${word.slice(0, index + 1)}ь${word.slice(index + 1)}`,
  );
}
