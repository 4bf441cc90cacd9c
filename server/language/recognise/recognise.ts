/**
 * Second step of understanding: every stretch of the sentence that names something a filter knows becomes a
 * mention. The order of the steps is the order of trust: fixed expressions, amounts, dates and levels first,
 * then operators, then names, then what is left.
 */
import type { Filter } from '../../matching/filter.ts';
import type { Draft } from './draft.ts';
import { createDraft, take } from './draft.ts';
import { takeFixedExpressions, takeTitles } from './titles.ts';
import { roleHeads } from '../english/role-words.ts';
import { findFacts, indexFacts } from './facts.ts';
import { takeHours } from './hours.ts';
import { applyBonuses, applyOperatorsAfter, applyOperatorsBefore, limitScopes } from './operators.ts';
import { ignorePast, ignoreStories } from './stories.ts';
import { isFacetWord, takeFacets, takeFields, takeKeywords, takeLevelsWithNo } from './facets.ts';
import { takeActivities } from './activities.ts';
import { applyCorrections, takeCorrections } from './corrections.ts';
import { ignoreDegrees, ignoreOwnTitle, ignorePossessions, takeAppositions } from './asides.ts';
import { takeFacts } from './places-and-skills.ts';
import { takeCompanies, takeLongEmployers } from './companies.ts';
import { takeCategories, takeClients, takeProjectsOf, takeSources, takeVisas } from './clients.ts';
import { takeLanguages } from './languages.ts';
import { takeScore } from './score.ts';
import { recogniseDates } from './dates.ts';
import { recognisePay } from './pay.ts';
import type { Token } from '../meaning.ts';
import { takeReleases } from './releases.ts';
import { tokenise } from '../normalise.ts';
import { createPhraseTable, wordSet } from '../phrases.ts';
import { takeSubjects } from './subjects.ts';
import { takeRest } from './rest.ts';
import { takeTowns } from './towns.ts';

const worldwide = createPhraseTable<true>(
  'worldwide|world wide|anywhere in the world|anywhere on earth|globally|from anywhere in the world|all over the world|the whole world'
    .split('|')
    .map((phrase) => [phrase, true] as const),
);
const swaps = wordSet('replace swap exchange change switch');
const pivots = wordSet('with by for to on');

export interface Recognised {
  draft: Draft;
  /** Words without meaning to the filter, in runs. */
  rest: string[];
  /** Words of stories. */
  asides: string[];
}

/** Mentions of one statement (one or more sentences that wish something). */
export function recognise(
  text: string,
  filter: Filter,
  tokens: readonly Token[] = tokenise(text),
  foreign = false,
  latinNames = false,
): Recognised {
  const draft = createDraft(text, tokens, foreign, latinNames);
  const facts = indexFacts(findFacts(text, tokens));
  takeFixedExpressions(draft);
  const corrections = takeCorrections(draft);
  takeLongEmployers(draft);
  takeCategories(draft);
  takeClients(draft, facts, filter.client !== undefined);
  takeScore(draft, filter.minScore !== undefined, filter.pay !== undefined);
  takeVisas(draft);
  takeHours(draft);
  for (const pay of recognisePay(tokens, filter.pay !== undefined))
    if (draft.taken.slice(pay.from, pay.to).every((taken) => !taken)) take(draft, pay);
  for (const days of recogniseDates(tokens, filter.postedWithinDays !== undefined))
    if (draft.taken.slice(days.from, days.to).every((taken) => !taken))
      take(draft, isTold(draft, days.from) ? { from: days.from, to: days.to, kind: 'noise' } : days);
  takeLevelsWithNo(draft);
  takeExperience(draft);
  takeWorldwide(draft);
  takeReleases(
    draft,
    (facet) => hasFacet(filter, facet),
    [...facts.from.values()].some((fact) => fact.field !== 'skills' && fact.value !== 'WORLDWIDE'),
  );
  ignoreStories(draft);
  takeAppositions(draft);
  applyOperatorsBefore(draft, (at) =>
    [...facts.from.values()].some(
      (fact) => fact.field === 'skills' && fact.to - fact.from > 1 && fact.from <= at && at < fact.to,
    ),
  );
  takeSources(draft, filter.sources !== undefined);
  takeLanguages(draft);
  const excluded = new Set(filter.exclude?.keywords?.map((keyword) => keyword.toLowerCase()) ?? []);
  takeKeywords(draft, (keyword) => excluded.has(keyword));
  takeFields(draft, 2);
  takeHeldSkills(draft, filter, (at) => facts.from.has(at));
  takeActivities(draft);
  takeTitles(draft, facts, (at) => isFacetWord(draft, at));
  const known = new Map(
    [...(filter.companies ?? []), ...(filter.exclude?.companies ?? [])].map((name) => [name.toLowerCase(), name]),
  );
  takeCompanies(draft, facts, known, true);
  takeSubjects(draft, facts, hasFacet(filter, 'titles') || hasFacet(filter, 'skills'));
  takeFacts(draft, facts);
  takeFacets(draft);
  takeProjectsOf(draft);
  takeCompanies(draft, facts, known, false);
  takeFields(draft, 1);
  takeTowns(draft);
  limitScopes(draft);
  applyBonuses(draft);
  applyOperatorsAfter(draft);
  applySwap(draft, filter);
  applyInstead(draft, filter);
  ignorePast(draft);
  ignoreOwnTitle(draft);
  ignoreDegrees(draft);
  ignorePossessions(draft);
  applyCorrections(draft, corrections);
  return { draft, ...takeRest(draft, filter) };
}

/** "I got laid off last month": when that was says nothing of postings. */
function isTold(draft: Draft, at: number): boolean {
  const before = draft.tokens
    .slice(Math.max(0, at - 7), at)
    .filter(({ clause }) => clause === draft.tokens[at]?.clause);
  return before.some(({ word }) =>
    /^(?:laid|fired|sacked|graduated|redundant|quit|resigned|moved|finished|ended|lost|retired|divorced|married)$/.test(
      word,
    ),
  );
}

function takeWorldwide(draft: Draft): void {
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const found = worldwide.at(draft.tokens, at);
    if (found !== null) take(draft, { from: at, to: found.to, kind: 'list', field: 'regions', values: ['WORLDWIDE'] });
  }
}

/** "Cypress instead of Playwright": a word that is a required skill is one here, whatever else it may name. */
function takeHeldSkills(draft: Draft, filter: Filter, known: (at: number) => boolean): void {
  const held = new Map(
    [...(filter.skills ?? []), ...(filter.anySkills ?? [])].map((name) => [name.toLowerCase(), name]),
  );
  draft.tokens.forEach(({ word }, at) => {
    const name = held.get(word);
    if (name !== undefined && draft.taken[at] !== true && (roleHeads.has(word) || !known(at)))
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'skills', values: [name] });
  });
}

/** "5+ years of experience" sets no level and no other criterion. */
function takeExperience(draft: Draft): void {
  for (let at = 0; at < draft.tokens.length - 1; at += 1) {
    if (!/^(?:\d{1,2}\+?|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(draft.tokens[at]?.word ?? ''))
      continue;
    if (!/^(?:years?|yrs?|yoe)$/.test(draft.tokens[at + 1]?.word ?? '') || draft.taken[at] === true) continue;
    const to = draft.tokens[at + 2]?.word === 'of' ? at + 3 : at + 2;
    take(draft, {
      from: at,
      to: /^(?:experience|exp)$/.test(draft.tokens[to]?.word ?? '') ? to + 1 : Math.min(to, at + 2),
      kind: 'noise',
    });
  }
}

/** "change Berlin to Munich": what stands before the pivot goes, what stands behind it comes. */
function applySwap(draft: Draft, filter: Filter): void {
  if (!swaps.has(draft.tokens[0]?.word ?? '')) return;
  const pivot = draft.tokens.findIndex(
    (token, at) =>
      pivots.has(token.word) &&
      draft.taken[at] !== true &&
      draft.mentions.some((mention) => mention.kind !== 'noise' && mention.to <= at),
  );
  if (pivot < 0) return;
  for (const mention of draft.mentions) {
    if (mention.to > pivot) continue;
    const isSet =
      mention.kind === 'list' &&
      mention.values.some((value) =>
        filter[mention.field]?.some((held: string) => held.toLowerCase() === value.toLowerCase()),
      );
    for (let at = mention.from; at < mention.to; at += 1) draft.modes[at] = isSet ? 'remove' : 'ignore';
    draft.swaps ||= isSet;
  }
}

/** "Azure instead of AWS": what is set goes, what is named beside it comes, and the rest of the list stays. */
function applyInstead(draft: Draft, filter: Filter): void {
  for (const mention of draft.mentions) {
    if (mention.kind !== 'list' || draft.modes[mention.from] !== 'ignore' || draft.pinned.has(mention.from)) continue;
    const held: readonly string[] = [
      ...(filter[mention.field] ?? []),
      ...(mention.field === 'skills' ? (filter.anySkills ?? []) : []),
    ];
    if (!mention.values.some((value) => held.some((one) => one.toLowerCase() === value.toLowerCase()))) continue;
    for (let at = mention.from; at < mention.to; at += 1) draft.modes[at] = 'remove';
    draft.swaps = true;
  }
}

/** True when the filter constrains what the facet's name means. */
function hasFacet(filter: Filter, facet: string): boolean {
  if (facet === 'place')
    return filter.countries !== undefined || filter.regions !== undefined || filter.cities !== undefined;
  if (facet === 'skills') return filter.skills !== undefined || filter.anySkills !== undefined;
  if (facet === 'date') return filter.postedWithinDays !== undefined;
  if (facet === 'score') return filter.minScore !== undefined;
  if (facet === 'visa') return filter.visaSponsorship === true;
  if (facet.startsWith('client')) return filter.client !== undefined;
  return facet in filter;
}
