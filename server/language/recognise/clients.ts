/** Finds what is asked of the client of a freelance project: country, verified payment, rating. And sources and visas. */
import type { Draft } from './draft.ts';
import { isFree, pin, take } from './draft.ts';
import {
  beforeSource,
  clientLinks,
  clientWords,
  demonyms,
  guardedSources,
  ratingWords,
  sourceNames,
  verified,
  visaNot,
  visas,
} from '../english/wish-words.ts';
import type { FactIndex } from './facts.ts';
import type { Mention } from '../meaning.ts';

/** Takes clients with their countries, verified payment and ratings; runs before amounts and places. */
export function takeClients(draft: Draft, facts: FactIndex, held: boolean): void {
  const { tokens } = draft;
  // "they should be based in Canada", where clients were asked for before.
  const they = held ? tokens.findIndex(({ word }) => word === 'they') : -1;
  if (they >= 0 && isFree(draft, they, they + 1)) takeClientCountries(draft, facts, they);
  for (let at = 0; at < tokens.length; at += 1) {
    const paid = verified.at(tokens, at);
    if (paid !== null && isFree(draft, at, paid.to)) {
      take(draft, { from: at, to: paid.to, kind: 'client', client: { paymentVerified: true } });
      at = paid.to - 1;
      continue;
    }
    takeRating(draft, at);
    if (clientWords.has(tokens[at]?.word ?? '') && isFree(draft, at, at + 1)) takeClientCountries(draft, facts, at);
  }
}

/** "clients from Canada or Australia", "US clients"; under "no" they are countries to leave out. */
function takeClientCountries(draft: Draft, facts: FactIndex, at: number): void {
  const { tokens } = draft;
  const found: { from: number; to: number; country: string }[] = [];
  const regions: Mention[] = [];
  const before = facts.to.get(at);
  const demonym = demonyms.get(tokens[at - 1]?.word ?? '');
  if (before?.field === 'countries') found.push({ from: before.from, to: before.to, country: before.value });
  else if (demonym !== undefined) found.push({ from: at - 1, to: at, country: demonym });
  // "US or UK clients"
  for (let end = found[0]?.from ?? at; found.length > 0 && /^(?:or|and)$/.test(tokens[end - 1]?.word ?? ''); ) {
    const other = facts.to.get(end - 1);
    const typed = /^us$/.test(tokens[end - 2]?.word ?? '') ? 'US' : demonyms.get(tokens[end - 2]?.word ?? '');
    if (other?.field === 'countries') found.unshift({ from: other.from, to: other.to, country: other.value });
    else if (typed !== undefined) found.unshift({ from: end - 2, to: end - 1, country: typed });
    else break;
    end = found[0]?.from ?? 0;
  }
  let to = at + 1;
  while (to < tokens.length && to < at + 24 && tokens[to]?.sentence === tokens[at]?.sentence) {
    const fact = facts.from.get(to);
    if (fact?.field === 'countries') {
      found.push({ from: to, to: fact.to, country: fact.value });
      to = fact.to;
      continue;
    }
    // "clients from Europe or Canada": the region filters by itself.
    if (fact?.field === 'regions') {
      regions.push({ from: to, to: fact.to, kind: 'list', field: 'regions', values: [fact.value] });
      to = fact.to;
      continue;
    }
    if (!clientLinks.has(tokens[to]?.word ?? '') || (found.length > 0 && tokens[to]?.clause !== tokens[to - 1]?.clause))
      break;
    to += 1;
  }
  if (found.length === 0) return;
  const first = Math.min(at, ...found.map((one) => one.from));
  const last = Math.max(at + 1, ...found.map((one) => one.to));
  const countries = [...new Set(found.map((one) => one.country))];
  const negated = tokens
    .slice(Math.max(0, first - 3), last)
    .some((token) => /^(?:no|not|without|except|outside|don't|nobody|exclude)$/.test(token.word));
  if (!isFree(draft, first, last)) return;
  if (negated) {
    take(draft, { from: first, to: last, kind: 'list', field: 'countries', values: countries });
    pin(draft, first, last, 'avoid');
    return;
  }
  take(draft, { from: first, to: last, kind: 'client', client: { countries } });
  draft.mentions.push(...regions.filter((region) => region.to <= last));
}

/** "rated 4.5 or better", "4.8+ rating", "at least 4 stars". */
function takeRating(draft: Draft, at: number): void {
  const { tokens } = draft;
  const match = /^([1-5](?:[.,]\d)?)\+?$/.exec(tokens[at]?.word ?? '');
  if (match === null || !isFree(draft, at, at + 1)) return;
  const near = (from: number, to: number): number =>
    from +
    tokens.slice(from, to).findIndex((token) => token.clause === tokens[at]?.clause && ratingWords.has(token.word));
  const first = Math.max(0, at - 5);
  const behind = near(at + 1, at + 4);
  const ahead = near(first, at);
  if (behind <= at && ahead < first) return;
  let from = ahead < first ? at : ahead;
  let to = behind <= at ? at + 1 : behind + 1;
  while (
    from > 0 &&
    /^(?:at|least|minimum|min|from|with|client|clients|a|and|over|above|average|of)$/.test(
      tokens[from - 1]?.word ?? '',
    ) &&
    draft.taken[from - 1] !== true &&
    tokens[from - 1]?.clause === tokens[at]?.clause
  )
    from -= 1;
  while (
    /^(?:or|better|higher|more|up|above|and|stars?|rating|ratings|rated|reviews|upwards|minimum|at|least|clients?|buyers?)$/.test(
      tokens[to]?.word ?? '',
    ) &&
    to - at < 7 &&
    tokens[to]?.clause === tokens[at]?.clause
  )
    to += 1;
  take(draft, { from, to, kind: 'client', client: { minRating: Number((match[1] ?? '').replace(',', '.')) } });
}

/** Takes the names of sources; a name that is a word too needs "on" or "from" or another source beside it. */
export function takeSources(draft: Draft, held: boolean): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    const found = sourceNames.at(tokens, at);
    if (found === null || !isFree(draft, at, found.to)) continue;
    const before = tokens[at - 1]?.word ?? '';
    const listed =
      /^(?:and|or|also|not|only|plus)$/.test(before) || tokens[at]?.gap.includes(',') === true
        ? draft.mentions.some(
            (mention) => mention.kind === 'list' && mention.field === 'sources' && mention.to >= at - 2,
          )
        : false;
    const behind =
      tokens[at]?.word !== 'freelancer' &&
      /^(?:only|jobs|postings|projects|board|boards|job|source)$/.test(tokens[found.to]?.word ?? '');
    const guarded = guardedSources.has(tokens[at]?.word ?? '') && found.to - at === 1;
    // "Remotive and Arbeitnow"
    const next = /^(?:and|or)$/.test(tokens[found.to]?.word ?? '') ? found.to + 1 : found.to;
    const joined = next > found.to && sourceNames.at(tokens, next) !== null;
    // "Remotive as well", where sources are set.
    const further = held && tokens.length <= 4 && tokens[at]?.text !== tokens[at]?.word;
    if (guarded && !beforeSource.has(before) && !listed && !joined && !behind && !further && tokens.length > 2)
      continue;
    take(draft, { from: at, to: found.to, kind: 'list', field: 'sources', values: [found.value] });
    takeProjects(draft, at, found.to);
    at = found.to - 1;
  }
}

/** "category Web Development": an entry of a source's own catalogue by its exact name. */
export function takeCategories(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length - 1; at += 1) {
    if (!/^(?:category|department)$/.test(tokens[at]?.word ?? '') || !isFree(draft, at, at + 1)) continue;
    let to = at + 1;
    while (to < at + 6 && isFree(draft, to, to + 1) && /^\p{Lu}/u.test(tokens[to]?.text ?? '') && joins(draft, to, at))
      to += 1;
    if (to === at + 1) continue;
    // "category C" is a driving licence.
    if (to === at + 2 && (tokens[at + 1]?.text.length ?? 0) <= 2) continue;
    const name = draft.text.slice(tokens[at + 1]?.start ?? 0, tokens[to - 1]?.end ?? 0);
    take(draft, { from: at, to, kind: 'category', values: [name] });
    at = to - 1;
  }
}

function joins(draft: Draft, at: number, start: number): boolean {
  return (
    draft.tokens[at]?.sentence === draft.tokens[start]?.sentence && /^[\s:&"'-]*$/.test(draft.tokens[at]?.gap ?? '')
  );
}

/** Takes the wish for a sponsored visa, or its end. */
export function takeVisas(draft: Draft): void {
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const not = visaNot.at(draft.tokens, at);
    const found = not ?? visas.at(draft.tokens, at);
    if (found === null || !isFree(draft, at, found.to)) continue;
    const refused =
      not !== null ||
      /^(?:not|isn't|no|doesn't|don't)$/.test(draft.tokens[found.to]?.word ?? '') ||
      /\b(?:no longer|doesn't matter|not needed|irrelevant)\b/.test(
        draft.tokens
          .slice(found.to, found.to + 5)
          .map(({ word }) => word)
          .join(' '),
      ) ||
      /^is not$|^is no$|^no longer$/.test(`${draft.tokens[found.to]?.word} ${draft.tokens[found.to + 1]?.word}`);
    take(draft, { from: at, to: found.to, kind: 'visa', wanted: !refused });
    takeSponsor(draft, at);
    at = found.to - 1;
  }
}

/** "the hospital would have to sponsor my visa": who does it is no wish. */
function takeSponsor(draft: Draft, visa: number): void {
  let from = visa;
  while (
    from > 0 &&
    /^(?:would|will|should|must|can|could|has|have|needs?|to|that|who|which)$/.test(draft.tokens[from - 1]?.word ?? '')
  )
    from -= 1;
  const the = draft.tokens[from - 2];
  if (
    from < visa &&
    the?.clause === draft.tokens[visa]?.clause &&
    /^(?:the|an?|my|your|their)$/.test(the?.word ?? '') &&
    isFree(draft, from - 1, from)
  )
    take(draft, { from: from - 1, to: visa, kind: 'noise' });
}

/** "Figma projects": what a technology is wanted for, when it stands right before; work that is paid by the project. */
export function takeProjectsOf(draft: Draft): void {
  draft.tokens.forEach(({ word, clause }, at) => {
    if (!/^projects?$/.test(word) || !isFree(draft, at, at + 1) || draft.tokens[at - 1]?.clause !== clause) return;
    if (draft.mentions.some((mention) => mention.kind === 'list' && mention.field === 'skills' && mention.to === at))
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'employment', values: ['freelance'] });
  });
}

/** "projects on Upwork", "Upwork projects": work that is paid by the project. */
function takeProjects(draft: Draft, from: number, to: number): void {
  for (const at of [from - 1, from - 2, from - 3, to]) {
    if (!/^(?:projects?|gigs?)$/.test(draft.tokens[at]?.word ?? '') || !isFree(draft, at, at + 1)) continue;
    if (draft.tokens[at]?.sentence !== draft.tokens[from]?.sentence) continue;
    take(draft, { from: at, to: at + 1, kind: 'list', field: 'employment', values: ['freelance'] });
    return;
  }
}
