/** Places of a list as they are said in whole-message orders: "2", "the second", "zweite", "другий". Pure. */

/** A regular expression for a place, without its ending in German and Ukrainian. */
export const PLACE_WORDS = String.raw`\d{1,3}|first|second|third|fourth|fifth|erste|zweite|dritte|vierte|fünfte|перш|друг|трет|четверт|п['’]ят`;
/** What may follow one. */
export const PLACE_END = '(?:st|nd|rd|th|n|r|s|m|ої|у|ьої|ю|ий|ій)?';

const NAMES: readonly RegExp[] = [
  /^(?:first|erste|перш)/iu,
  /^(?:second|zweite|друг)/iu,
  /^(?:third|dritte|трет)/iu,
  /^(?:fourth|vierte|четверт)/iu,
  /^(?:fifth|fünfte|п['’]ят)/iu,
];

/** The place that was said, 1 for the first; null when the words are none. */
export function placeSaid(words: string): number | null {
  const named = NAMES.findIndex((name) => name.test(words)) + 1;
  const place = named > 0 ? named : Number(words);
  return Number.isInteger(place) && place > 0 ? place : null;
}
