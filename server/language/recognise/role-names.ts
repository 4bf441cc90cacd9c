/** How far to the left the name of a role reaches: "dental", "performance marketing" and "QA" belong to it. */
import { skillNear } from '../../taxonomy/mistyped.ts';
import { type Draft, isFree, singular, take } from './draft.ts';
import { fixedExpressions } from '../english/expressions.ts';
import { noise } from '../english/noise-words.ts';
import { genericHeads, bareRoles, roleHeads, roleModifiers } from '../english/role-words.ts';
import { demonyms, languageNames } from '../english/wish-words.ts';
import { type FactIndex, isSubjectSkill, skillCalled } from './facts.ts';
import type { Token } from '../meaning.ts';

/** What may stand between two words of one name. */
export const joints = /^[\s/&-]*$/;
/** "product marketing manager", "performance marketing manager": the words before a known name that belong to it. */
export function nameStart(
  draft: Draft,
  at: number,
  to: number,
  facts: FactIndex,
  facetAt: (at: number) => boolean,
): number {
  const { tokens } = draft;
  const before = tokens[at - 1];
  if (before === undefined || before.clause !== tokens[at]?.clause || !joints.test(tokens[at]?.gap ?? ',')) return at;
  const modifier = modifierEndingAt(draft, at - 1);
  if (modifier !== null && isFree(draft, modifier, at) && !/^(?:head|team|lead)$/.test(before.word)) return modifier;
  // In a glossed sentence the words around a name were others, and stood elsewhere.
  if (draft.foreign || (to - at > 1 && !roleHeads.has(singular(tokens[to - 1]?.word ?? '')))) return at;
  return extendLeft(draft, at, singular(tokens[to - 1]?.word ?? ''), facts, facetAt);
}

/** Where the name ends on the left whose head (or first known word) stands at `head`. */
export function extendLeft(
  draft: Draft,
  head: number,
  headWord: string,
  facts: FactIndex,
  facetAt: (at: number) => boolean,
): number {
  const { tokens } = draft;
  let from = head;
  let unknown = 0;
  while (from > 0 && joints.test(tokens[from]?.gap ?? ',') && head - from < 4) {
    const before = from - 1;
    if (draft.taken[before] === true || tokens[before]?.clause !== tokens[head]?.clause) break;
    const modifier = modifierEndingAt(draft, before);
    // "Power BI developer": a product of several words, whatever its last one is elsewhere.
    const product = facts.to.get(from);
    if (
      product?.field === 'skills' &&
      / \p{Lu}/u.test(product.value) &&
      !isSubjectSkill(product.value) &&
      (modifier ?? from) > product.from
    )
      break;
    if (modifier !== null && isFree(draft, modifier, before + 1)) {
      from = modifier;
      continue;
    }
    const word = tokens[before]?.word ?? '';
    const fact = facts.to.get(before + 1);
    if (fact?.field === 'skills' && isSubjectSkill(fact.value) && isFree(draft, fact.from, from)) {
      from = fact.from;
      continue;
    }
    const technology =
      fact !== undefined || (genericHeads.has(headWord) && word.length > 6 && skillNear(word) !== null);
    // "Ukrainian lawyer" is a lawyer, "English teacher" a role of its own.
    const nationality =
      (languageNames.has(word) || demonyms.has(word)) &&
      !/^(?:teacher|tutor|translator|interpreter|lecturer|instructor|writer|editor|professor)$/.test(headWord);
    if (nationality) take(draft, { from: before, to: before + 1, kind: 'noise' });
    if (
      technology ||
      nationality ||
      noise.has(word) ||
      /^(?:jobs?|vacanc(?:y|ies)|positions?|openings?)$/.test(word) ||
      facetAt(before) ||
      !/^(?!\p{Script=Cyrillic})\p{L}/u.test(word) ||
      unknown >= 3
    )
      break;
    unknown += 1;
    from = before;
  }
  return from;
}

/** Where the modifier begins that ends at `last`; null when none does. */
export function modifierEndingAt(draft: Draft, last: number): number | null {
  for (let from = Math.max(0, last - 2); from <= last; from += 1) {
    const found = roleModifiers.at(draft.tokens, from);
    // "make it baker": no IT.
    const isPronoun =
      draft.tokens[from]?.text === 'it' && /^(?:make|set|change|turn|be)$/.test(draft.tokens[from - 1]?.word ?? '');
    if (found !== null && found.to === last + 1 && !isPronoun) return from;
    const fixed = fixedExpressions.at(draft.tokens, from);
    if (fixed !== null && fixed.to === last + 1 && fixed.value === 'modifier') return from;
  }
  return null;
}

/** A tool that has the name of a role, said to be known: "with Postman experience"; null when none is. */
export function toolAt(draft: Draft, at: number): string | null {
  const [before, here, next] = [draft.tokens[at - 1], draft.tokens[at], draft.tokens[at + 1]];
  if (here === undefined || !/^(?:with|using|in|of|and|or|know)$/.test(before?.word ?? '')) return null;
  if (!/^(?:experience|skills?|knowledge|expertise)$/.test(next?.word ?? '') || next?.clause !== here.clause)
    return null;
  return skillCalled(here.word) === null ? null : here.text;
}

/** A word that is a role by itself, also in the plural: "backend devs". */
export function bareAt(tokens: readonly Token[], at: number): { to: number; value: string } | null {
  const found = bareRoles.at(tokens, at);
  const plural = bareRoles.at(
    tokens.slice(at, at + 4).map((token) => ({ ...token, word: singular(token.word) })),
    0,
  );
  return plural !== null && at + plural.to > (found?.to ?? at) ? { to: at + plural.to, value: plural.value } : found;
}

/** Usual spellings, so that a name said two ways is one name. */
export function tidy(title: string): string {
  return title
    .replace(/\b(pre|live|co|anti|add|stand|e|x) (sales|in|pilot|fraud|money|on|up|commerce|learning|ray)\b/, '$1-$2')
    .replace(/\bfront end\b/, 'frontend')
    .replace(/\bback end\b/, 'backend')
    .replace(/\b(full stack|fullstack)\b/, 'full-stack')
    .replace(/^dev ops\b/, 'devops')
    .replace(/^ml /, 'machine learning ')
    .replace(/\bwaitress$/, 'waiter')
    .replace(/(?<=\S )tech$/, 'technician')
    .replace(/^vice president\b/, 'vp')
    .replace(/^(frontend|backend|full-stack|web|mobile|ios|android) (programmer|coder)$/, '$1 developer')
    .replace(/^(go) to market\b/, 'go to market');
}
