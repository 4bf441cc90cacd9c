/** Finds employers, only where the sentence says so: "at Siemens", "from Acme", or a refused name ("not Starbucks"). */
import type { Draft } from './draft.ts';
import { isFree, singular, take, wordsAt } from './draft.ts';
import type { FactIndex } from './facts.ts';
import { employerNamed } from './employers.ts';
import { roleHeads } from '../english/role-words.ts';
import { noise } from '../english/noise-words.ts';
import { demonyms } from '../english/wish-words.ts';
import { isFacetWord } from './facets.ts';
import { inLatin } from '../ukrainian/latin.ts';
import { orWords } from '../english/operator-words.ts';
import { wordSet } from '../phrases.ts';

const introducers = wordSet('at from by');
const joiners = wordSet('or and');
const never = wordSet(
  'home least most work all any my once first night noon monday tuesday wednesday thursday friday january february march april june july august september october november december i',
);

/** Takes names after "at", "from", "company", "work for", and capitalised names that are refused. */
export function takeCompanies(
  draft: Draft,
  facts: FactIndex,
  known: ReadonlyMap<string, string>,
  introducedOnly: boolean,
): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    if (draft.taken[at] === true) continue;
    const word = tokens[at]?.word ?? '';
    // "Google Ads" is a product.
    const product = facts.from.get(at)?.field === 'skills' && (facts.from.get(at)?.to ?? at) > at + 1;
    const employer = introducedOnly && !product ? employerAt(draft, at) : null;
    if (employer !== null) {
      take(draft, { from: at, to: employer.to, kind: 'list', field: 'companies', values: [employer.name] });
      at = employer.to - 1;
      continue;
    }
    const held = known.get(word);
    // "only the remote ones", though Remote is the employer that is set.
    if (held !== undefined && !(isFacetWord(draft, at) && tokens[at]?.text === word)) {
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'companies', values: [held] });
      continue;
    }
    // "SAP works too", where employers are set: a name that is a tool as well.
    const further =
      known.size > 0 && tokens.length <= 5 && /^\p{Lu}/u.test(tokens[at]?.text ?? '')
        ? employerNamed(tokens, at)
        : null;
    if (further !== null && isFree(draft, at, further.to)) {
      take(draft, { from: at, to: further.to, kind: 'list', field: 'companies', values: [further.value.name] });
      at = further.to - 1;
      continue;
    }
    const introduced = introducedBy(draft, at);
    if (introducedOnly && (!introduced || namesPlace(facts, at))) continue;
    const refused = (draft.modes[at] === 'avoid' && !(draft.foreign && refusesThings(draft, at))) || neither(draft, at);
    if (!introduced && !refused) continue;
    let to = at;
    while (to < tokens.length && isName(draft, to, at)) to += 1;
    if (to === at) continue;
    take(draft, { from: at, to, kind: 'list', field: 'companies', values: [inLatin(wordsAt(draft, at, to))] });
    at = to - 1;
  }
}

/** "anything but Deutsche Bank": names of several words, before their words mean anything else. */
export function takeLongEmployers(draft: Draft): void {
  draft.tokens.forEach((token, at) => {
    const found = /^\p{Lu}/u.test(token.text) ? employerNamed(draft.tokens, at) : null;
    if (found === null || found.value.guarded || found.to - at < 2 || !isFree(draft, at, found.to)) return;
    if (draft.tokens.slice(at, found.to).some(({ text }) => /^\p{Ll}/u.test(text))) return;
    take(draft, { from: at, to: found.to, kind: 'list', field: 'companies', values: [found.value.name] });
  });
}

/** A well-known employer; one whose name is a word too needs a capital and an employer, a comma or "in" beside it. */
function employerAt(draft: Draft, at: number): { name: string; to: number } | null {
  const found = employerNamed(draft.tokens, at);
  if (found === null || !isFree(draft, at, found.to)) return null;
  // "Monday to Friday", "a Swiss company"
  const { word = '' } = draft.tokens[at] ?? {};
  if (found.to === at + 1 && (never.has(word) || demonyms.has(word))) return null;
  const { name, guarded } = found.value;
  const written = draft.tokens[at]?.text ?? '';
  if (written === written.toLowerCase() && (guarded || draft.tokens.length > 6)) return null;
  return !guarded || isEmployerHere(draft, at, found.to) ? { name, to: found.to } : null;
}

function isEmployerHere(draft: Draft, from: number, to: number): boolean {
  const { tokens } = draft;
  const written = tokens[from]?.text ?? '';
  if (!/^[\p{Lu}\d]/u.test(written)) return false;
  const beside = (at: number): boolean => {
    const other = employerNamed(tokens, at);
    return other !== null && !other.value.guarded;
  };
  const next = tokens[to];
  const joined = /^(?:or|and)$/.test(next?.word ?? '') && beside(to + 1);
  const after =
    /^(?:or|and)$/.test(tokens[from - 1]?.word ?? '') &&
    draft.mentions.some(
      (mention) => mention.kind === 'list' && mention.field === 'companies' && mention.to === from - 1,
    );
  return joined || after || (from === 0 && next?.word === 'in' && tokens[to + 1]?.text !== tokens[to + 1]?.word);
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
    // "jobs for SAP consultants" names what one does.
    const role = roleHeads.has(singular(tokens[at + 1]?.word ?? ''));
    if (before.word === 'for' && !role && /^(work|working|works|jobs)$/.test(tokens[at - 2]?.word ?? '')) return true;
    if (/^(company|employer|companies)$/.test(before.word)) return true;
    // "any company except Remote"
    const refused =
      /^(?:except|but|besides)$/.test(before.word) || (before.word === 'for' && tokens[at - 2]?.word === 'except');
    if (
      refused &&
      /^\p{Lu}/u.test(tokens[at]?.text ?? '') &&
      /^(?:company|employer|companies|firm|anyone|anybody)$/.test(tokens[at - 2]?.word ?? '')
    )
      return true;
  }
  // "not at EPAM, Java developer": behind the comma a role begins.
  const named = roleHeads.has(singular(tokens[at + 1]?.word ?? '')) && tokens[at + 1]?.clause === tokens[at]?.clause;
  if (named && tokens[at]?.gap.trim() === ',') return false;
  const list = orWords.has(before.word) || joiners.has(before.word) ? at - 1 : tokens[at]?.gap.trim() === ',' ? at : -1;
  return (
    list > 0 &&
    draft.mentions.some((mention) => mention.kind === 'list' && mention.field === 'companies' && mention.to === list)
  );
}

/** "keine Großkanzlei", "ohne Montage": every noun has a capital there; what "kein" refuses is a thing. */
function refusesThings(draft: Draft, at: number): boolean {
  for (
    let back = at - 1;
    back >= Math.max(0, at - 8) && draft.tokens[back]?.clause === draft.tokens[at]?.clause;
    back -= 1
  ) {
    const word = draft.tokens[back]?.word ?? '';
    if (word === 'no' || word === 'without') return true;
    if (/^(?:not|except|outside|from|at)$/.test(word)) return false;
  }
  return false;
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
