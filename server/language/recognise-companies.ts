/** Finds employers, only where the sentence says so: "at Siemens", "from Acme", or a refused name ("not Starbucks"). */
import type { Draft } from './draft.ts';
import { isFree, take, wordsAt } from './draft.ts';
import type { FactIndex } from './facts.ts';
import { noise } from './english/noise-words.ts';
import { orWords } from './english/operator-words.ts';
import { wordSet } from './phrases.ts';

const introducers = wordSet('at from by');
const joiners = wordSet('or and');
const never = wordSet(
  'home least most work all any my once first night noon monday tuesday wednesday thursday friday january february march april june july august september october november december i',
);

/** Takes names after "at", "from", "company", "work for", and capitalised names that are refused. */
export function takeCompanies(
  draft: Draft,
  facts: FactIndex,
  known: ReadonlySet<string>,
  introducedOnly: boolean,
): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    if (draft.taken[at] === true) continue;
    const word = tokens[at]?.word ?? '';
    if (known.has(word)) {
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'companies', values: [tokens[at]?.text ?? word] });
      continue;
    }
    const introduced = introducedBy(draft, at);
    if (introducedOnly && (!introduced || namesPlace(facts, at))) continue;
    const refused = draft.modes[at] === 'avoid' || neither(draft, at);
    if (!introduced && !refused) continue;
    let to = at;
    while (to < tokens.length && isName(draft, to, at)) to += 1;
    if (to === at) continue;
    take(draft, { from: at, to, kind: 'list', field: 'companies', values: [wordsAt(draft, at, to)] });
    at = to - 1;
  }
}

function namesPlace(facts: FactIndex, at: number): boolean {
  const fact = facts.from.get(at);
  return fact !== undefined && fact.field !== 'skills';
}

function introducedBy(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (before.clause === tokens[at]?.clause) {
    if (introducers.has(before.word)) return true;
    if (before.word === 'for' && /^(work|working|works|jobs)$/.test(tokens[at - 2]?.word ?? '')) return true;
    if (/^(company|employer|companies)$/.test(before.word)) return true;
  }
  const list = orWords.has(before.word) || joiners.has(before.word) ? at - 1 : tokens[at]?.gap.trim() === ',' ? at : -1;
  return (
    list > 0 &&
    draft.mentions.some((mention) => mention.kind === 'list' && mention.field === 'companies' && mention.to === list)
  );
}

/** "Costa neither" */
function neither(draft: Draft, at: number): boolean {
  return /^(neither|either)$/.test(draft.tokens[at + 1]?.word ?? '');
}

function isName(draft: Draft, at: number, first: number): boolean {
  const token = draft.tokens[at];
  if (token === undefined || !isFree(draft, at, at + 1)) return false;
  if (at > first && (token.clause !== draft.tokens[first]?.clause || !/^[\s&-]*$/.test(token.gap))) return false;
  return /^\p{Lu}/u.test(token.text) && !noise.has(token.word) && !never.has(token.word);
}
