/** Languages somebody speaks and how well, from names in English, German and Ukrainian. Names are CLDR's. Pure. */
import { fold } from '../taxonomy/fold.ts';
import { createPhraseIndex } from '../taxonomy/phrase-index.ts';
import type { PlacedLine } from './document.ts';
import { LANGUAGE_LEVELS, type Profile } from './profile.ts';

type Level = (typeof LANGUAGE_LEVELS)[number];
type Spoken = Profile['languages'][number];

/** Languages people name in CVs, as ISO 639-1. */
const CODES =
  'en de uk ru pl fr es it pt nl sv no da fi cs sk hu ro bg hr sr sl el tr ar he fa hi ur bn pa ta te mr gu kn ml ne si zh ja ko vi th id ms tl sw am af sq hy az be bs ca et eu ga gl is ka kk ky la lb lt lv mk mn mt ps so tg tk uz cy eo yi zu'.split(
    ' ',
  );
/** What CLDR does not call them. */
const ALSO: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  cantonese: 'zh',
  farsi: 'fa',
  flemish: 'nl',
  castilian: 'es',
  filipino: 'tl',
  englisch: 'en',
  українська: 'uk',
  англійська: 'en',
  англійська_мова: 'en',
  moldovan: 'ro',
  brazilian_portuguese: 'pt',
  norwegian: 'no',
  norwegisch: 'no',
};

/** The first that is found wins; a code of the European Framework wins over all words. */
const LEVELS: readonly (readonly [Level, RegExp])[] = [
  ['native', /native|mother tongue|first language|bilingual|muttersprach|zweisprachig|рідн|носій/iu],
  [
    'C1',
    /fluent|fließend|fliessend|proficient|verhandlungssicher|full professional|near[- ]native|вільн|advanced|fortgeschritten|business/iu,
  ],
  ['B2', /upper[- ]intermediate|vantage|professional working|sehr gut|very good|вище середнього/iu],
  ['B1', /intermediate|limited working|conversational|gute?\b|good|середн|розмовн/iu],
  ['A2', /basic|elementary|beginner|grundkenntnisse|anfänger|basics|school|schulkenntnisse|базов|початков/iu],
];
const CODE = /(?<![\p{L}\p{N}])([ABC][12])(?![\p{L}\p{N}])/u;

let index: ReturnType<typeof createPhraseIndex<string>> | null = null;

function names(): ReturnType<typeof createPhraseIndex<string>> {
  if (index !== null) return index;
  index = createPhraseIndex<string>();
  for (const locale of ['en', 'de', 'uk']) {
    const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
    for (const code of CODES) {
      const name = display.of(code);
      if (name !== undefined) index.add(fold(name), code);
    }
  }
  for (const [name, code] of Object.entries(ALSO)) index.add(name.replaceAll('_', ' '), code);
  return index;
}

/** Languages named in lines, each once, with the level that stands by its name. */
export function readLanguages(lines: readonly PlacedLine[]): Spoken[] {
  const found: Spoken[] = [];
  for (const line of lines) {
    const hits = names().scan(line.text);
    for (const [place, hit] of hits.entries()) {
      const next = hits[place + 1];
      const words = line.text.slice(hit.end, next?.start ?? line.text.length);
      const before = place === 0 ? line.text.slice(0, hit.start) : '';
      const level = levelIn(words) ?? levelIn(before);
      if (found.some(({ value }) => value.lang === hit.value)) continue;
      found.push({
        value: { lang: hit.value, level },
        span: { start: line.start + hit.start, end: line.start + hit.end },
      });
    }
  }
  return found;
}

/** Whether the words begin with the name of a spoken language. */
export function isSpokenLanguage(words: string): boolean {
  const [hit] = names().scan(words);
  return hit !== undefined && words.slice(0, hit.start).trim() === '';
}

/** The level that words of a CV say, or null. */
export function levelIn(words: string): Level | null {
  if (LEVELS[0]?.[1].test(words)) return 'native';
  const code = LANGUAGE_LEVELS.find((level) => level === CODE.exec(words)?.[1]);
  return code ?? LEVELS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
