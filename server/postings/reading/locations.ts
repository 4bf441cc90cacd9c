/** Reads one location string of a posting: places, mode words, "anywhere", time zones. Pure. */
import { findPlaces, type PlaceMention } from '../../taxonomy/places.ts';
import type { Workplace } from '../job-posting.ts';
import { type Band, readBand } from './time-zones.ts';

/** A location as published, read. */
export type LocationReading = {
  words: string;
  places: PlaceMention[];
  mode: Workplace | null;
  /** "City or remote": a choice that contains remote work. */
  remoteToo: boolean;
  worldwide: boolean;
  band: Band | null;
  /** Countries excepted: "non-U.S.". */
  except: string[];
  /** A city that the taxonomy does not know, named before its state or country. */
  unknownCity: string | null;
};

const REMOTE =
  /\bremote(?:ly)?\b|\bhome[- ]?office\b|\bwork from home\b|\bwfh\b|\bvirtual\b|\btelecommut\w+|віддален\w*|\bdistributed\b/iu;
const HYBRID = /\bhybrid\w*\b|гібрид\w*|\bin[- ]office [MTWF](?:,|\b)/iu;
const ONSITE = /\bon-?site\b|\bin[- ]person\b|\bin[- ]office\b|\bvor ort\b/iu;
const WORLDWIDE =
  /^\s*(?:anywhere|worldwide|world-wide|global|globally|international|any location|everywhere|weltweit|earth|будь-де)\b|\bremote\b\W*(?:anywhere|global|worldwide|international|earth)\b|\b(?:anywhere|global|worldwide)\b\W*remote\b|\banywhere in the world\b/iu;
const CHOICE =
  /(?:\b(?:or|oder)|\/)\s*(?:fully )?remote\b|\bremote\s*(?:or|\/|considered|possible|optional|ok\b|friendly)|(?:[/,]|or)\s*remote\s*$|^\s*remote\s*,/iu;
const CITY_BEFORE_STATE = /^\s*(?:remote\W+)?([\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){0,2}),\s*[\p{Lu}]/u;
const MODE_WORDS = /\b(?:remote|hybrid|onsite|office|headquarters|hq|location|anywhere|global|how|county)\b/iu;

/**
 * Reads a location string such as "Remote (United States | Canada)" or "New York, NY (Hybrid)". `country` is the
 * structured one beside it, which tells the state of Georgia from the country.
 */
export function readLocation(words: string, country: string | null = null): LocationReading {
  const found = findPlaces(words, { location: true, country })
    .filter((place) => place.code !== 'WORLDWIDE')
    .map(
      (place): PlaceMention =>
        place.code === 'GE' && country === 'US' ? { ...place, code: 'US', country: 'US', part: 'Georgia' } : place,
    );
  const [city, state] = found;
  // "Ontario, Ohio": a place of the name of a province, in a state.
  const namesake =
    city?.kind === 'country' &&
    city.part !== null &&
    state?.kind === 'country' &&
    state.part !== null &&
    state.code === 'US' &&
    city.code !== 'US' &&
    words.slice(city.end, state.start) === ', '
      ? city
      : null;
  const except = found.filter((place) =>
    /\b(?:non|not|except|outside|excluding)\W*(?:in |the |of )*$/i.test(words.slice(0, place.start)),
  );
  const places = found.filter((place) => place !== namesake && !except.includes(place));
  const remote = REMOTE.test(words);
  const hybrid = HYBRID.test(words);
  const first = CITY_BEFORE_STATE.exec(words)?.[1];
  const unknown =
    first !== undefined &&
    !MODE_WORDS.test(first) &&
    places.every((place) => place.start > words.indexOf(first) + first.length - 1);
  return {
    words,
    places,
    mode: remote && !hybrid ? 'remote' : hybrid ? (remote ? 'remote' : 'hybrid') : ONSITE.test(words) ? 'onsite' : null,
    remoteToo: remote && CHOICE.test(words) && places.some((place) => place.kind === 'city'),
    worldwide: WORLDWIDE.test(words) && places.length === 0,
    band: readBand(words),
    except: except.flatMap((place) => (place.country === null ? [] : [place.country])),
    unknownCity: unknown ? first : null,
  };
}

/** Names that are a city's and a state's. */
const CITY_OR_STATE: ReadonlyMap<string, string> = new Map([
  ['Washington', 'Washington State'],
  ['New York City', 'New York State'],
]);

/** Among states, "Washington" and "New York" are states. */
function amongStates(location: LocationReading, all: readonly LocationReading[]): LocationReading {
  const [place] = location.places;
  if (place?.kind !== 'city' || !/\b(?:Washington|New York)\b(?!,? (?:City|D\.?C|NY))/u.test(location.words))
    return location;
  const part = CITY_OR_STATE.get(place.code);
  const states = all.filter(({ places }) => places.some((other) => other.part !== null && other.code === 'US'));
  if (
    part === undefined ||
    states.length < 2 ||
    states.some(({ places }) => places.some(({ kind }) => kind === 'city'))
  )
    return location;
  const places = location.places.map((other) =>
    other === place ? { ...place, kind: 'country' as const, code: 'US', country: 'US', part } : other,
  );
  return { ...location, places };
}

/** Countries whose cities are meant even when the posting's own country has a smaller one of that name. */
const KNOWN = new Set(['US', 'CA', 'GB', 'DE', 'FR', 'IE', 'AU', 'IN', 'NL']);

/** Reads all locations of a posting, the main one first. `country` is the structured one of the main location. */
export function readLocations(locations: readonly string[], country: string | null): LocationReading[] {
  const all = locations
    .filter((words) => words.trim() !== '')
    .map((words, index) => {
      const plain = readLocation(words, index === 0 ? country : null);
      const isFarFetched = plain.places.some(
        (place) =>
          place.code === 'GE' ||
          (place.kind === 'city' && place.country !== country && !KNOWN.has(place.country ?? '')),
      );
      return isFarFetched ? readLocation(words, country) : plain;
    });
  return all.map((location) => amongStates(location, all));
}

/** Countries that the places name, regions apart. */
export function countriesOf(places: readonly PlaceMention[]): string[] {
  return [...new Set(places.flatMap((place) => (place.country === null ? [] : [place.country])))];
}
