/** Finds workplace, employment, seniority, order and refused things by their words. */
import type { Draft } from './draft.ts';
import { isFree, singular, take } from './draft.ts';
import { employments, guardedLevels, keywords, seniorities, sorts, workplaces } from '../english/facet-words.ts';
import { fields } from '../english/field-words.ts';
import { roleHeads, roleModifiers, bareRoles } from '../english/role-words.ts';
import { placesIn } from './facts.ts';
import { meaningsOf } from '../gloss/lexicon-meanings.ts';
import { lazy } from '../../taxonomy/data-file.ts';
import { createPhraseTable, wordSet } from '../phrases.ts';

const work = wordSet('role roles position positions job jobs level opening openings level-role work seat gig');
const contractBefore = wordSet('zero smart social');

/** True when a facet word stands at this token, so that a role name does not swallow it. */
export function isFacetWord(draft: Draft, at: number): boolean {
  return (
    workplaces.at(draft.tokens, at) !== null ||
    employments.at(draft.tokens, at) !== null ||
    seniorities.at(draft.tokens, at) !== null ||
    (singular(draft.tokens[at]?.word ?? '') === 'time' && /^(full|part)$/.test(draft.tokens[at - 1]?.word ?? ''))
  );
}

/** "no experience needed" and other levels whose words look like an operator; runs before the operators. */
export function takeLevelsWithNo(draft: Draft): void {
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const word = draft.tokens[at]?.word;
    if (word !== 'no' && word !== 'without') continue;
    const found = seniorities.at(draft.tokens, at);
    // "no experience in management" tells of one field only.
    if (found !== null && /^(?:in|on|with|of|as|managing|leading)$/.test(draft.tokens[found.to]?.word ?? '')) continue;
    if (found !== null)
      take(draft, { from: at, to: found.to, kind: 'list', field: 'seniority', values: [found.value] });
  }
}

/** Refused things count only under an operator, "crypto" alone is a field of work. */
export function takeKeywords(draft: Draft, isExcluded: (keyword: string) => boolean): void {
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const found = keywords.at(draft.tokens, at);
    if (found === null || !isFree(draft, at, found.to)) continue;
    const refusedBehind =
      /^(don't|doesn't|neither|are|is)$/.test(draft.tokens[found.to]?.word ?? '') &&
      draft.modes[at] === 'want' &&
      /^(count|out|not|neither)$/.test(draft.tokens[found.to + 1]?.word ?? draft.tokens[found.to]?.word ?? '');
    // "shift work is fine, agencies aren't"
    const trailing = draft.trailing.some(({ from, mode }) => from === found.to && mode === 'avoid');
    if (draft.modes[at] === 'want' && !refusedBehind && !trailing && !isExcluded(found.value)) continue;
    if (draft.modes[at] === 'ignore') continue;
    take(draft, { from: at, to: found.to, kind: 'keyword', values: [found.value] });
    at = found.to - 1;
  }
}

/** Workplace, employment, seniority and order. */
export function takeFacets(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    if (draft.taken[at] === true) continue;
    const sort = sorts.at(tokens, at);
    if (sort !== null && isFree(draft, at, sort.to)) {
      take(draft, { from: at, to: sort.to, kind: 'sort', sort: sort.value });
      continue;
    }
    const alone =
      tokens[at]?.word === 'online' &&
      (tokens[at + 1]?.clause !== tokens[at]?.clause || /^(?:only|or|and)$/.test(tokens[at + 1]?.word ?? ''));
    const workplace = alone ? ({ to: at + 1, value: 'remote' } as const) : workplaces.at(tokens, at);
    if (workplace !== null && isFree(draft, at, workplace.to)) {
      // "two days home office" is some of each.
      const value = workplace.value === 'remote' && hasDays(draft, at, workplace.to) ? 'hybrid' : workplace.value;
      take(draft, { from: at, to: workplace.to, kind: 'list', field: 'workplace', values: [value] });
      continue;
    }
    const employment = employments.at(tokens, at);
    if (
      employment !== null &&
      isFree(draft, at, employment.to) &&
      !contractBefore.has(tokens[at - 1]?.word ?? '') &&
      !(
        tokens[at]?.word === 'b2b' &&
        /^(?:saas|sales|marketing|software|company|companies|product|products|startup|tech)$/.test(
          tokens[at + 1]?.word ?? '',
        )
      )
    ) {
      take(draft, { from: at, to: employment.to, kind: 'list', field: 'employment', values: [employment.value] });
      continue;
    }
    const level = seniorities.at(tokens, at);
    if (level !== null && isFree(draft, at, level.to) && isLevelHere(draft, at, level.to)) {
      take(draft, { from: at, to: level.to, kind: 'list', field: 'seniority', values: [level.value] });
    }
  }
}

/** "home office two days a week", "three days from home" */
function hasDays(draft: Draft, from: number, to: number): boolean {
  const { tokens } = draft;
  const near = [...tokens.slice(Math.max(0, from - 5), from), ...tokens.slice(to, to + 4)].filter(
    (token) => token.sentence === tokens[from]?.sentence,
  );
  return near.some(
    (token, at) =>
      /^days?$/.test(token.word) &&
      /^(?:one|two|three|four|1|2|3|4|some|few|several|single)$/.test(near[at - 1]?.word ?? ''),
  );
}

/** "lead", "staff", "principal" are levels only before a role, its modifier or a word for work. */
function isLevelHere(draft: Draft, from: number, to: number): boolean {
  const { tokens } = draft;
  const word = tokens[from]?.word ?? '';
  if (to - from > 1 || !guardedLevels.has(word)) return true;
  const next = tokens[to];
  if (/^(?:or|and|to)$/.test(tokens[from - 1]?.word ?? '') && seniorities.at(tokens, from - 2) !== null) return true;
  if (next !== undefined && tokens.length <= 5 && /^(?:as|too|is|are|would|also|works|instead|only)$/.test(next.word))
    return word !== 'executive';
  if (
    draft.modes[from] === 'avoid' &&
    word !== 'executive' &&
    (next === undefined || next.clause !== tokens[from]?.clause)
  )
    return true;
  // "senior/lead"
  if (tokens[from]?.gap.trim() === '/' && seniorities.at(tokens, from - 1) !== null) return word !== 'executive';
  // "then only lead"
  if (next?.clause !== tokens[from]?.clause && /^(?:only|just)$/.test(tokens[from - 1]?.word ?? ''))
    return word !== 'executive';
  if (next === undefined) return word === 'mid' || word === 'middle' || (tokens.length <= 2 && word !== 'executive');
  if (next.clause !== tokens[from]?.clause) return word === 'mid' || word === 'lead';
  if (/^(or|and|to|level)$/.test(next.word)) return word !== 'executive';
  if (work.has(next.word)) return true;
  if (bareRoles.at(tokens, to) !== null || roleModifiers.at(tokens, to) !== null) return true;
  return tokens.slice(to, to + 4).some((token) => token.clause === next.clause && roleHeads.has(singular(token.word)));
}

function belongsToRole(draft: Draft, next: number): boolean {
  return (
    draft.tokens[next]?.clause === draft.tokens[next - 1]?.clause &&
    roleHeads.has(singular(draft.tokens[next]?.word ?? ''))
  );
}

/** Fields of work and wishes without a criterion of their own, of at least so many words. */
export function takeFields(draft: Draft, atLeast: number): void {
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const found =
      longest(fields.at(draft.tokens, at), knownFields().at(draft.tokens, at)) ??
      pluralField(draft, at) ??
      livingIn(draft, at) ??
      informationTechnology(draft, at);
    if (
      found === null ||
      found.to - at < atLeast ||
      // "customer service in Lisbon" names a role.
      (!draft.foreign && atLeast > 1 && bareRoles.at(draft.tokens, at)?.to === found.to) ||
      (atLeast > 1 && belongsToRole(draft, found.to)) ||
      !isFree(draft, at, found.to)
    )
      continue;
    // "I live here with two children"
    if (
      /^(?:\d+|two|three|four|five|my|our)$/.test(draft.tokens[at - 1]?.word ?? '') &&
      /^(?:children|animals|cars)$/.test(found.value)
    ) {
      take(draft, { from: at, to: found.to, kind: 'noise' });
      continue;
    }
    // "kindergarten teacher in a kindergarten"
    const words = found.value.toLowerCase();
    const told = draft.mentions.some(
      (mention) =>
        mention.kind === 'list' &&
        mention.field === 'titles' &&
        mention.values.some((one) => one.startsWith(`${words} `)),
    );
    if (told && draft.modes[at] === 'want') {
      take(draft, { from: at, to: found.to, kind: 'noise' });
      continue;
    }
    take(
      draft,
      draft.modes[at] === 'avoid'
        ? { from: at, to: found.to, kind: 'keyword', values: [singular(found.value)] }
        : { from: at, to: found.to, kind: 'query', words: found.value },
    );
    at = found.to - 1;
  }
}

/** "live-in": with its hyphen it is a way of working, without it a verb. */
function livingIn(draft: Draft, at: number): { to: number; value: string } | null {
  const next = draft.tokens[at + 1];
  return draft.tokens[at]?.word === 'live' && next?.gap === '-' && /^(?:in|out)$/.test(next.word)
    ? { to: at + 2, value: `live-${next.word}` }
    : null;
}

/** "fintechs", "day shifts": the plural of a field, which the query keeps as one. */
function pluralField(draft: Draft, at: number): { to: number; value: string } | null {
  const window = draft.tokens.slice(at, at + 3).map((token) => ({ ...token, word: singular(token.word) }));
  const found = fields.at(window, 0);
  const last = draft.tokens[at + (found?.to ?? 0) - 1];
  return found === null || last === undefined || last.word === singular(last.word)
    ? null
    : { to: at + found.to, value: found.value };
}

/** Fields of work that the lexicons of other languages lead to. */
const knownFields = lazy(() =>
  createPhraseTable(
    ['german/fields.txt', 'ukrainian/fields.txt']
      .flatMap(meaningsOf)
      .filter(
        (name) =>
          !/^(?:category|private|manual|IT|children|training|practice|shift|shifts|students|truck|tips|paid|children|taxi|large company|island|bonus|quality)$/.test(
            name,
          ) && !namesAPlace(name),
      )
      .map((name) => [name.toLowerCase(), name] as const),
  ),
);

/** Countries, regions and cities are found by the taxonomy; states without a country of their own rank by meaning. */
function namesAPlace(name: string): boolean {
  // "southern germany" names a part.
  return placesIn(name).some((place) => place.part === null && place.end - place.start === name.length);
}

function longest<Found extends { to: number }>(one: Found | null, other: Found | null): Found | null {
  return one === null || (other !== null && other.to > one.to) ? other : one;
}

/** "a job in IT", not "make it". */
function informationTechnology(draft: Draft, at: number): { to: number; value: string } | null {
  const token = draft.tokens[at];
  return token?.text === 'IT' && draft.text !== draft.text.toUpperCase() ? { to: at + 1, value: 'IT' } : null;
}
