/** Finds criteria that are given up: "forget the salary", "location doesn't matter", "anywhere is fine". */
import type { Draft } from './draft.ts';
import { isFree, take } from './draft.ts';
import { facetNames } from '../english/facet-words.ts';
import { wishFacets } from '../english/wish-words.ts';
import { noise } from '../english/noise-words.ts';
import { facetReleases } from '../english/operator-words.ts';
import { phrases, wordSet } from '../phrases.ts';

const olderToo = phrases<'older'>({
  older:
    'older ones|older jobs|older postings|older ads|older too|older is fine|older ones too|older postings too|show older|include older|also older',
});
const anyPlace = wordSet('anywhere wherever everywhere');
/** These release only what the filter has; else they are ordinary words. */
const weak = wordSet('any all every no without whatever drop remove delete lift');

/** Takes every criterion that is released; `isSet` tells which ones the filter has. */
export function takeReleases(draft: Draft, isSet: (facet: string) => boolean, namesPlace: boolean): void {
  const { tokens } = draft;
  if (isSet('workplace')) takeEitherPlace(draft);
  for (let at = 0; at < tokens.length; at += 1) {
    const name = longerOf(wishFacets.at(tokens, at), facetNames.at(tokens, at));
    if (name !== null && isFree(draft, at, name.to)) {
      const span = releasedAfter(draft, at, name.to) ?? releasedBefore(draft, at, name.to);
      if (span !== null && (!span.weak || isSet(name.value)))
        take(draft, { from: span.from, to: span.to, kind: 'facet', facet: name.value });
    }
    const older = olderToo.at(tokens, at);
    if (older !== null && isSet('date') && isFree(draft, at, older.to))
      take(draft, { from: at, to: older.to, kind: 'facet', facet: 'date' });
    if (!namesPlace && anyPlace.has(tokens[at]?.word ?? '') && tokens.length <= 6 && isSet('place'))
      take(draft, { from: at, to: at + 1, kind: 'facet', facet: 'place' });
  }
}

/** "office or home, either is fine": all ways of working are. */
function takeEitherPlace(draft: Draft): void {
  const way = '(?:at )?(?:the |in the |from )?(?:office|home|remote|remotely|onsite|on site|hybrid)';
  const words = draft.tokens.map(({ word }) => word).join(' ');
  const either =
    /\b(?:either|both|any of them|all of them|doesn't matter|don't mind|no preference|all the same)\b/.test(words);
  if (either && draft.tokens.length <= 10 && new RegExp(`\\b${way} (?:or|and) ${way}\\b`).test(words))
    take(draft, { from: 0, to: draft.tokens.length, kind: 'facet', facet: 'workplace' });
}

/** Of two names at one place the one with more words. */
function longerOf<Found extends { to: number }>(one: Found | null, other: Found | null): Found | null {
  return one === null || (other !== null && other.to > one.to) ? other : one;
}

function releasedAfter(draft: Draft, from: number, to: number): { from: number; to: number; weak: boolean } | null {
  for (let at = to; at <= to + 4 && at < draft.tokens.length; at += 1) {
    const found = facetReleases.at(draft.tokens, at);
    // Behind the name only a statement releases it, not an order: "salary, forget it" is rare, "salary drop" is not meant.
    if (found !== null && found.to - at > 1 && draft.tokens[at]?.clause === draft.tokens[from]?.clause)
      return { from, to: found.to, weak: false };
    const ends = draft.tokens[at + 1]?.clause !== draft.tokens[at]?.clause;
    if (found !== null && (draft.tokens[at]?.word === 'irrelevant' || (draft.tokens[at]?.word === 'any' && ends)))
      return { from, to: found.to, weak: false };
    if (!noise.has(draft.tokens[at]?.word ?? '')) return null;
  }
  return null;
}

function releasedBefore(draft: Draft, from: number, to: number): { from: number; to: number; weak: boolean } | null {
  for (let at = from - 1; at >= Math.max(0, from - 6); at -= 1) {
    const found = facetReleases.at(draft.tokens, at);
    if (found === null || found.to > from || draft.tokens[at]?.clause !== draft.tokens[from]?.clause) continue;
    const between = draft.tokens.slice(found.to, from);
    if (!between.every((token) => noise.has(token.word) || /^(current|minimum|maximum|existing|the)$/.test(token.word)))
      return null;
    let start = at;
    for (let earlier = at - 1; earlier >= Math.max(0, at - 3); earlier -= 1) {
      const longer = facetReleases.at(draft.tokens, earlier);
      if (longer !== null && longer.to >= found.to && longer.to <= from) start = earlier;
    }
    let end = to;
    while (/^(filter|filters|requirement|restriction|limit|criterion|again)$/.test(draft.tokens[end]?.word ?? ''))
      end += 1;
    return { from: start, to: end, weak: found.to - at === 1 && weak.has(draft.tokens[at]?.word ?? '') };
  }
  return null;
}
