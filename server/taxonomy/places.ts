/**
 * Places: which countries, regions and cities a text names. Facts as data, look-ups pure.
 * A state or province gives its country, with `part` naming it. Sources: CLDR, GeoNames, lists of our own.
 */
import { COUNTRY_CODES, PROVINCES, type PlaceEntry, placesIndex, regions, townsIndex } from './places-data.ts';

export { countryName } from './places-data.ts';

/** A place in a text. `code` is ISO 3166-1 alpha-2, a region's code, or a city's English name. */
export type PlaceMention = {
  kind: 'country' | 'region' | 'city';
  code: string;
  /** The country of a city, and of a country itself; null for a region. */
  country: string | null;
  /** State, province or nation, when one was named in the country's stead. */
  part: string | null;
  start: number;
  end: number;
};

export type PlaceOptions = {
  /** True for a posting's location field: state and country codes count ("Austin, TX"), and every name is a place. */
  location?: boolean;
  /** The country that stands beside the words: of two cities of one name, the one that lies there. */
  country?: string | null;
};

/** City names that are ordinary words too: in running text they need a capital and "in", "near" or "based" before them. */
const ORDINARY = new Set(
  'reading nice mobile bath split orange independence aurora victoria enterprise normal bar best media most same tours essen male man salt hull deal bury sale lead march barking ware worth union hope surprise pearl allen gary warren kent lawrence tyler carson clovis troy lincoln jackson madison charlotte florence bergen burgos cary davis fort grand hamm ha holland home houston hurst ipoh irving kobe lake long macon marion melbourne mission monroe mill newport norman of ogden paterson plantation pleasanton pompano provo racine redding richmond rialto rochester salem temple university vista waterloo wells wilson york most ede ulm lille ham ivry male taylor federal roman como rio trier siegen moers marl worms celle gera jena fulda mesa peoria bend moore denton lens rome genk sion moscow iwaki ita kita toda soka chiba oita ota tula omsk perm ufa van sur bari batman kars mus usak rize ordu aden ibb taiz santiago bethlehem concord progress trinity santa los san el la de le da do das dos un an um am im in on or so si cali leon merida durango celaya toluca puebla ica sullana crato patos ponce'.split(
    ' ',
  ),
);
const BEFORE_PLACE =
  /(?:\b(?:in|near|around|based|from|at|to|nach|bei|aus|raum|office:?|location:?)|(?:^|\s)(?:у|в|з|із|біля))\s*$/iu;

type Draft = PlaceMention & { entry: PlaceEntry };

function isMeant(text: string, entry: PlaceEntry, start: number, end: number, location: boolean): boolean {
  const words = text.slice(start, end);
  if (entry.exact !== null) return entry.exact.includes(words.replaceAll('.', ''));
  if (location || entry.kind !== 'city') return true;
  if (!ORDINARY.has(words.toLowerCase())) return true;
  return /^\p{Lu}/u.test(words) && BEFORE_PLACE.test(text.slice(Math.max(0, start - 14), start));
}

const CODE = /(?<![\p{L}\p{N}])([A-Z]{2})(?![\p{L}\p{N}])/gu;

/** What a two-letter code in a location means, seen from the place before it. */
/** Mexican states that share a code with an American or Canadian one. */
const MEXICAN = new Set(['BC', 'CO', 'NL', 'MI']);

function readCode(
  code: string,
  before: Draft | undefined,
  states: Map<string, string>,
): { country: string; part: string | null } | null {
  const state = states.get(code);
  const province = PROVINCES.get(code);
  if (before?.country === 'MX' && MEXICAN.has(code)) return { country: 'MX', part: null };
  if (before !== undefined && before.kind === 'city') {
    const candidates = [before.entry.country, ...before.entry.also.map((city) => city.country)];
    const parts = [before.entry.part, ...before.entry.also.map((city) => city.part)];
    if (state !== undefined && parts.includes(code)) return { country: 'US', part: state };
    if (candidates.includes(code)) return { country: code, part: null };
  }
  if (state !== undefined) return { country: 'US', part: state };
  if (province !== undefined) return { country: 'CA', part: province };
  return COUNTRY_CODES.has(code) ? { country: code, part: null } : null;
}

function addCodes(text: string, drafts: Draft[]): Draft[] {
  const { states } = placesIndex();
  const all = [...drafts];
  for (const found of text.matchAll(CODE)) {
    const start = found.index;
    const end = start + 2;
    if (start === 0 && end !== text.length) continue;
    if (drafts.some((draft) => draft.start < end && draft.end > start)) continue;
    const before = drafts.filter((draft) => draft.end <= start).at(-1);
    const read = readCode(found[1] ?? '', before, states);
    if (read === null) continue;
    const entry: PlaceEntry = {
      kind: 'country',
      code: read.country,
      country: read.country,
      part: read.part,
      exact: null,
      also: [],
    };
    all.push({ kind: 'country', code: read.country, country: read.country, part: read.part, start, end, entry });
  }
  return all.toSorted((left, right) => left.start - right.start);
}

/** "Cambridge, MA", "London, Ontario", "Atlanta, Georgia": the name after a city says which one it is. */
function settle(text: string, drafts: Draft[], country: string | null): PlaceMention[] {
  const settled: PlaceMention[] = [];
  for (const [index, draft] of drafts.entries()) {
    const { entry, ...mention } = draft;
    const after = drafts[index + 1];
    const gap = after === undefined ? '' : text.slice(draft.end, after.start);
    if (mention.kind === 'city' && after !== undefined && after.kind === 'country' && /^\s*[,(–-]?\s*\(?$/.test(gap)) {
      const wanted =
        after.code === 'GE' &&
        entry.also.concat({ code: '', country: entry.country ?? '', part: '' }).some((city) => city.country === 'US')
          ? 'US'
          : after.code;
      if (wanted === 'US' && after.code === 'GE') {
        after.code = 'US';
        after.country = 'US';
        after.part = 'Georgia';
      }
      const other = entry.also.find((city) => city.country === wanted);
      if (mention.country !== wanted && other !== undefined) mention.code = other.code;
      if (mention.country !== wanted) mention.country = wanted;
    } else if (mention.kind === 'city' && country !== null && mention.country !== country) {
      const there = entry.also.find((city) => city.country === country);
      if (there !== undefined) {
        mention.code = there.code;
        mention.country = country;
      }
    }
    settled.push(mention);
  }
  return settled;
}

/** The places a text names, from left to right. */
export function findPlaces(text: string, options: PlaceOptions = {}): PlaceMention[] {
  const location = options.location ?? false;
  const drafts: Draft[] = [];
  for (const { value: entry, start, end } of placesIndex().index.scan(text)) {
    if (!isMeant(text, entry, start, end, location)) continue;
    drafts.push({
      kind: entry.kind,
      code: entry.code,
      country: entry.country,
      part: entry.kind === 'country' ? entry.part : null,
      start,
      end,
      entry,
    });
  }
  return settle(text, location ? addCodes(text, drafts) : drafts, options.country ?? null);
}

/** The country that exactly these words name ("Germany", "DE", "USA", "Deutschland"), or null. */
export function countryOf(words: string): string | null {
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const entry = placesIndex().index.get(trimmed);
  if (entry !== null) return entry.kind === 'region' ? null : entry.country;
  return /^[A-Za-z]{2}$/.test(trimmed) && COUNTRY_CODES.has(trimmed.toUpperCase()) ? trimmed.toUpperCase() : null;
}

/** The city that these words name, in English, or null. */
export function cityOf(words: string): string | null {
  const entry = placesIndex().index.get(words.trim());
  return entry?.kind === 'city' ? entry.code : null;
}

/** A town below the size of a city: its English name and country, or null. Ask only where a place must stand. */
export function townOf(words: string): { name: string; country: string | null } | null {
  const entry = townsIndex().get(words.trim());
  return entry === null ? null : { name: entry.code, country: entry.country };
}

/** Where towns whose names have several words stand in the text ("Chiang Mai"), from left to right. */
export function longTowns(text: string): { start: number; end: number }[] {
  return townsIndex()
    .scan(text)
    .filter(({ start, end }) => /^\p{Lu}.*[\s-]\p{Lu}/u.test(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end }));
}

/** The member countries of a region. WORLDWIDE has all. An unknown region has none. */
export function regionCountries(region: string): readonly string[] {
  return region === 'WORLDWIDE' ? [...COUNTRY_CODES] : (regions().get(region) ?? []);
}
