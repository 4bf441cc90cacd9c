/**
 * Places that a text ties the job to: a list under "must live in one of the following cities", "our offices (A, B or
 * C)", "this role is based in X". One pass over the sentences; pure.
 */
import { findPlaces, type PlaceMention } from '../../taxonomy/places.ts';

/** A list of places, and the sentence before it. `lives`: where one must live, which limits remote work. */
export type TiedPlaces = { places: PlaceMention[]; words: string; lives: boolean };

const LIST_FOLLOWS =
  /\b(?:located|based|resid\w+|residence|live|living|hiring|hire|within|near)\b[^.]{0,60}\b(?:one of |any of )?(?:the )?(?:following|these|listed)(?: \w+){0,3}|\bfollowing (?:cities|states|countries|locations|areas|metro\w*|regions|markets)\b/iu;
const LIVES = /\b(?:must|required|only|eligible|primary residence|candidates|applicants|located|reside|live)\b/iu;
const OFFICES =
  /\b(?:one of our (?:\w+ )?(?:offices|hubs|locations|studios)|(?:from|in|at) our offices)\b[^.]{0,20}[(:–-]?/iu;
const ROLE_BASED =
  /\b(?:this|the|our) (?:[\w-]+ ){0,3}(?:role|position|job|opportunity|internship)\b[^.]{0,50}\b(?:based|located|on-?site|in[- ]person)\b[^.]{0,20}\b(?:in|at|from|out of)\b|^\W*(?:job |work |office |primary )?location\W{1,4}(?=\p{L})|\bbased (?:in|at|out of|from) our\b/iu;
/** Where a team sits, for a location that only says "Headquarters". */
const SEAT =
  /\b(?:headquarter\w*|hq|(?:our|the) (?:team|company|office)),?(?: is| are)?(?: located| based)? in (?:the )?(?:heart of )?(?=\p{Lu})|\b(?:located|based|headquartered) in (?:the )?(?:heart of )?(?=\p{Lu})/iu;
const LONGEST_ITEM = 90;
const MOST_ITEMS = 60;

/** The places of the list items after a sentence that announces them. */
function listBelow(sentences: readonly string[], from: number): PlaceMention[] {
  const places: PlaceMention[] = [];
  for (const item of sentences.slice(from, from + MOST_ITEMS)) {
    const found =
      item.length > LONGEST_ITEM && places.length > 0 ? [] : findPlaces(item, { location: item.length < LONGEST_ITEM });
    if (found.length === 0) {
      if (places.length > 0 || item.length > LONGEST_ITEM) break;
      continue;
    }
    places.push(...found);
  }
  return places;
}

/** Among states, "New York" and "Washington" are states and no cities. */
function withoutStates(places: readonly PlaceMention[]): PlaceMention[] {
  const states = places.filter(({ part }) => part !== null).length;
  const cities = places.filter(({ kind }) => kind === 'city').length;
  return states > cities ? places.filter(({ kind }) => kind !== 'city') : [...places];
}

/** Reads all that ties the job to places. */
export function readTiedPlaces(sentences: readonly string[]): TiedPlaces[] {
  const tied: TiedPlaces[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const offices = OFFICES.exec(sentence);
    if (offices !== null) {
      const places = findPlaces(sentence).filter((place) => place.kind === 'city' && place.start >= offices.index);
      if (places.length > 0) tied.push({ places, words: sentence, lives: false });
      continue;
    }
    if (LIST_FOLLOWS.test(sentence)) {
      const own = findPlaces(sentence);
      const places = own.length > 0 ? own : listBelow(sentences, index + 1);
      const kept = withoutStates(places);
      if (kept.length > 1) tied.push({ places: kept, words: sentence, lives: LIVES.test(sentence) });
      continue;
    }
    const based = ROLE_BASED.exec(sentence);
    if (based === null || /\bprefer|\bhybrid or|\bor (?:fully )?remote/iu.test(sentence)) continue;
    const places = findPlaces(sentence).filter((place) => place.start >= based.index);
    const [first] = places;
    if (first !== undefined && !/\bremote/iu.test(sentence.slice(0, first.start)))
      tied.push({ places, words: sentence, lives: false });
  }
  return tied;
}

/** The city of the headquarters that a location names without a place ("Headquarters"), from the text; or nothing. */
export function readSeat(locations: readonly string[], sentences: readonly string[]): TiedPlaces[] {
  if (!locations.some((location) => /^\W*(?:headquarters?|hq|main office)\W*$/iu.test(location))) return [];
  for (const sentence of sentences) {
    const seat = SEAT.exec(sentence);
    if (seat === null) continue;
    const from = seat.index + seat[0].length;
    const places = findPlaces(sentence).filter(
      ({ kind, start }) => kind !== 'region' && start >= from && start < from + 30,
    );
    if (places.length > 0) return [{ places, words: sentence, lives: false }];
  }
  return [];
}
