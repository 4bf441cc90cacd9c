/** Loads the places: countries with parts, regions with members, cities. Built once at first use (under 200 ms). */
import { LANGUAGES, type Language } from '../kernel/text.ts';
import { dataLines, lazy } from './data-file.ts';
import { fold, foldWord } from './fold.ts';
import { createPhraseIndex } from './phrase-index.ts';

/** What a phrase may mean. `exact` lists the spellings without dots in which alone it counts ("US", not "us"). */
export type PlaceEntry = {
  kind: 'country' | 'region' | 'city';
  code: string;
  country: string | null;
  /** A state, province or nation that stands for its country. */
  part: string | null;
  exact: string[] | null;
  /** Cities of this name elsewhere, largest first: country and state or province. */
  also: { code: string; country: string; part: string }[];
};

/** ISO 3166-1 alpha-2, with XK for Kosovo, as CLDR and this project use it. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set(
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GF GG GH GI GL GM GN GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MQ MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  ),
);

export const PROVINCES: ReadonlyMap<string, string> = new Map([
  ['ON', 'Ontario'],
  ['QC', 'Quebec'],
  ['BC', 'British Columbia'],
  ['AB', 'Alberta'],
  ['MB', 'Manitoba'],
  ['SK', 'Saskatchewan'],
  ['NS', 'Nova Scotia'],
  ['NB', 'New Brunswick'],
]);

const displayNames = lazy(() => {
  const make = (language: Language): Intl.DisplayNames => new Intl.DisplayNames([language], { type: 'region' });
  return { en: make('en'), de: make('de'), uk: make('uk') };
});

/** The country's name in a language of the interface; the code itself when it is none. */
export function countryName(code: string, language: Language): string {
  try {
    return displayNames()[language].of(code) ?? code;
  } catch {
    return code;
  }
}

function splitNames(words: string | undefined): string[] {
  return words === undefined || words === '' ? [] : words.split('|');
}

type Names = { add: (name: string, entry: Omit<PlaceEntry, 'exact' | 'also'>) => void };

function addCountries(names: Names): void {
  for (const line of dataLines('countries.txt')) {
    const [code, other, parts] = line.split('\t');
    if (code === undefined) continue;
    for (const name of splitNames(other)) names.add(name, { kind: 'country', code, country: code, part: null });
    for (const part of splitNames(parts)) names.add(part, { kind: 'country', code, country: code, part });
  }
  for (const code of COUNTRY_CODES) {
    for (const language of LANGUAGES) {
      names.add(countryName(code, language), { kind: 'country', code, country: code, part: null });
    }
  }
}

function addStates(names: Names): Map<string, string> {
  const states = new Map<string, string>();
  for (const line of dataLines('us-states.txt')) {
    const [code, words] = line.split('\t');
    const all = splitNames(words);
    const first = all[0];
    if (code === undefined || first === undefined) continue;
    states.set(code, first);
    for (const name of all) names.add(name, { kind: 'country', code: 'US', country: 'US', part: first });
  }
  return states;
}

/** Members by region, groups inside groups unfolded. */
export const regions = lazy((): ReadonlyMap<string, readonly string[]> => {
  const members = new Map<string, string[]>();
  for (const line of dataLines('regions.txt')) {
    const [code, , list] = line.split('\t');
    if (code !== undefined)
      members.set(
        code,
        (list ?? '').split(' ').filter((word) => word !== ''),
      );
  }
  const unfold = (code: string): string[] =>
    (members.get(code) ?? []).flatMap((word) => (word.startsWith('+') ? unfold(word.slice(1)) : [word]));
  return new Map([...members.keys()].map((code) => [code, [...new Set(unfold(code))]]));
});

/** The same for all spellings that the index takes for one. */
function keyOf(name: string): string {
  return foldWord(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type City = { code: string; country: string; part: string; names: string[] };

/** Cities of the extract under the names of `city-aliases.txt`, which knows the usual English name. */
function readCities(): City[] {
  const byAlias = new Map<string, City>();
  const made: City[] = [];
  for (const line of dataLines('city-aliases.txt')) {
    const [code, country, other] = line.split('\t');
    if (code === undefined || country === undefined) continue;
    const city = { code, country, part: '', names: [code, ...splitNames(other)] };
    made.push(city);
    for (const name of city.names) byAlias.set(`${country} ${fold(name)}`, city);
  }
  const cities = [...made];
  for (const line of dataLines('cities.tsv')) {
    const [name, country, part, , other] = line.split('\t');
    if (name === undefined || country === undefined) continue;
    const known = byAlias.get(`${country} ${fold(name)}`);
    const names = [name, ...splitNames(other)];
    if (known === undefined) cities.push({ code: name, country, part: part ?? '', names });
    else if (known.part === '' && known.names.length > 0) {
      known.part = part ?? '';
      known.names.push(...names);
    }
  }
  return cities;
}

/** The index of all place names, and the states by code. */
export const placesIndex = lazy(() => {
  const entries = new Map<string, PlaceEntry>();
  const index = createPhraseIndex<PlaceEntry>();
  const names: Names = {
    add: (raw, given) => {
      const exact = raw.startsWith('=') ? raw.slice(1).replaceAll('.', '') : null;
      const name = exact === null ? raw : raw.slice(1);
      const key = keyOf(name);
      const known = entries.get(key);
      if (known !== undefined) {
        if (known.exact !== null && exact !== null && known.code === given.code) known.exact.push(exact);
        if (known.exact !== null && exact === null) known.exact = null;
        return;
      }
      const entry: PlaceEntry = { ...given, exact: exact === null ? null : [exact], also: [] };
      entries.set(key, entry);
      index.add(name, entry);
    },
  };
  addCountries(names);
  for (const line of dataLines('regions.txt')) {
    const [code, words] = line.split('\t');
    if (code === undefined) continue;
    for (const name of splitNames(words)) names.add(name, { kind: 'region', code, country: null, part: null });
  }
  const states = addStates(names);
  for (const city of readCities()) {
    for (const name of city.names) {
      const known = entries.get(keyOf(name));
      if (known === undefined) {
        names.add(name, {
          kind: 'city',
          code: city.code,
          country: city.country,
          part: city.part === '' ? null : city.part,
        });
      } else if (known.kind === 'city' && (known.country !== city.country || known.part !== city.part)) {
        known.also.push({ code: city.code, country: city.country, part: city.part });
      }
    }
  }
  return { index, states };
});

/** The index of towns: places too small to be recognised wherever their name stands. */
export const townsIndex = lazy(() => {
  const index = createPhraseIndex<PlaceEntry>();
  for (const line of dataLines('towns.tsv')) {
    const [code, country, part, , other] = line.split('\t');
    if (code === undefined || country === undefined) continue;
    const entry: PlaceEntry = {
      kind: 'city',
      code,
      country,
      part: part === '' ? null : (part ?? null),
      exact: null,
      also: [],
    };
    for (const name of [code, ...splitNames(other)]) index.add(name, entry);
  }
  return index;
});
