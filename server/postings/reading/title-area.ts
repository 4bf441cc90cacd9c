/** What a title says about where from: "(EMEA)", "- Remote Europe", "(US time zones)". Pure. */
import type { Evidence } from '../job-posting.ts';
import { area, byBand, type Found, OPEN, unique } from './areas.ts';
import { readLocation } from './locations.ts';
import { quote } from './sentences.ts';

/** Parts of a title that may say where from: brackets, and what stands between dashes, bars and commas around "remote". */
function titleParts(title: string): string[] {
  const brackets = [...title.matchAll(/[([]([^)\]]+)[)\]]/gu)].map((found) => found[1] ?? '');
  const segments = title
    .replace(/[([][^)\]]+[)\]]/gu, ' ')
    .split(/\s[-–—|]\s|[-–—|:]\s|\s[|]/u)
    .slice(1)
    .filter((part) => /\bremote\b/iu.test(part));
  return [...brackets, ...segments].filter((part) => !/\bmarkets?\b|speaking|clients?|sales|customers?/iu.test(part));
}

/** "(EMEA)", "(Paris only)", "- Remote Europe", "(US time zones)" in the title of a remote job; a market or a language is none. */
export function titleArea(
  title: string,
): (Pick<Found, 'eligible' | 'evidence'> & { sure: boolean; lists: boolean }) | null {
  const evidence: Evidence[] = [{ words: quote(title), where: 'title' }];
  for (const part of titleParts(title)) {
    const location = readLocation(part);
    if (location.worldwide) return { eligible: { ...OPEN, elsewhere: 'yes' }, evidence, sure: true, lists: false };
    const places = location.places.filter(
      (place) =>
        (place.kind !== 'city' || /\bonly\b/iu.test(part)) &&
        (place.end - place.start > 2 || /^(?:US|UK|EU)$/u.test(part.slice(place.start, place.end))),
    );
    const isSure = location.mode === 'remote' || /time ?zone/iu.test(part);
    if (location.band !== null && !/\bprefer/iu.test(part))
      return { eligible: byBand(location.band), evidence, sure: false, lists: false };
    // Countries beside each other are a list of where; a region may be a market.
    const lists = places.length > 1 && places.every(({ kind }) => kind === 'country');
    if (places.length > 0)
      return {
        eligible: { yes: unique(area(places)), no: [], unclear: [], elsewhere: 'no' },
        evidence,
        sure: isSure,
        lists,
      };
  }
  return null;
}
