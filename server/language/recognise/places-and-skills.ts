/** Takes the places and skills that the taxonomy knows: states and parts of countries rank by their names. */
import { type Draft, isFree, take } from './draft.ts';
import type { Fact, FactIndex } from './facts.ts';
import { wordSet } from '../phrases.ts';
import { takeStates } from './states.ts';

const placeWords = wordSet('in from near around to at of outside and or working based also not except');
/** Places that are everyday words when written small. */
const everyday = wordSet(
  'island reading mobile nice bath hull may split essen bar male of most sale chester man cork sandwich rugby orange victory union normal hope beverly lead march page jersey turkey chad georgia jordan mali cuba singles wells deal ware battle rye poole',
);

/** "Georgia, the state" */
function namesState(text: string): boolean {
  return /(?<!not )\b(?:the|us|american) (?:us |american )?state\b/i.test(text);
}

/** Places and skills of the taxonomy; a client's country and everyday words are left alone. */
export function takeFacts(draft: Draft, facts: FactIndex): void {
  const { tokens } = draft;
  for (const fact of facts.from.values()) {
    if (!isFree(draft, fact.from, fact.to)) continue;
    const token = tokens[fact.from];
    if (token === undefined) continue;
    if (fact.field === 'skills') {
      take(draft, { from: fact.from, to: fact.to, kind: 'list', field: 'skills', values: [fact.value] });
      continue;
    }
    const small = token.text === token.word && fact.to - fact.from === 1;
    // "a job in the UK, from Nigeria": where somebody comes from.
    if (isOrigin(draft, facts, fact)) {
      take(draft, { from: fact.from, to: fact.to, kind: 'noise' });
      continue;
    }
    const introduced = placeWords.has(tokens[fact.from - 1]?.word ?? '');
    if (small && everyday.has(token.word) && !introduced) continue;
    const client = tokens
      .slice(Math.max(0, fact.from - 5), fact.from)
      .some((word) => word.clause === token.clause && /^clients?$/.test(word.word));
    const cityBefore = facts.to.get(fact.from);
    if (fact.part !== undefined && cityBefore?.field !== 'cities') {
      // A state ranks by meaning, its country filters; refused, only its name counts.
      const refused = draft.modes[fact.from] === 'avoid';
      take(
        draft,
        refused
          ? { from: fact.from, to: fact.to, kind: 'keyword', values: [fact.part.toLowerCase()] }
          : { from: fact.from, to: fact.to, kind: 'query', words: fact.part },
      );
      if (!refused && draft.modes[fact.from] !== 'allow' && !/\b(?:too|also)\b/.test(tokens[fact.to]?.word ?? ''))
        draft.mentions.push({ from: fact.from, to: fact.to, kind: 'list', field: 'countries', values: [fact.value] });
      continue;
    }
    // "Georgia, near Atlanta" is the state.
    const american =
      fact.value === 'GE' &&
      !namesState(draft.text) &&
      [...facts.from.values()].some((other) => other.field === 'cities' && other.country === 'US');
    if (american) {
      take(draft, { from: fact.from, to: fact.to, kind: 'list', field: 'countries', values: ['US'] });
      continue;
    }
    if (fact.value === 'GE' && namesState(draft.text)) {
      take(draft, { from: fact.from, to: fact.to, kind: 'query', words: 'Georgia' });
      draft.mentions.push({ from: fact.from, to: fact.to, kind: 'list', field: 'countries', values: ['US'] });
      continue;
    }
    if (!client || fact.field === 'regions')
      take(draft, { from: fact.from, to: fact.to, kind: 'list', field: fact.field, values: [fact.value] });
  }
  takeStates(draft);
  addCountriesOfParts(draft, facts);
}

/** "northern Germany" ranks by its name, and lies in its country. */
function addCountriesOfParts(draft: Draft, facts: FactIndex): void {
  for (const mention of draft.mentions.filter(({ kind }) => kind === 'query')) {
    const last = facts.to.get(mention.to);
    const first = draft.tokens[mention.from]?.word ?? '';
    if (
      last?.field === 'countries' &&
      last.from === mention.from + 1 &&
      /^(?:north|south|east|west)(?:ern)?$/.test(first) &&
      draft.modes[mention.from] === 'want'
    )
      draft.mentions.push({
        from: mention.from,
        to: mention.to,
        kind: 'list',
        field: 'countries',
        values: [last.value],
      });
  }
}

/** A country behind "from", at the end, where another place stands behind "in". */
function isOrigin(draft: Draft, facts: FactIndex, fact: Fact): boolean {
  const { tokens } = draft;
  const word = (at: number): string => tokens[at]?.word ?? '';
  if (fact.field !== 'countries' || word(fact.from - 1) !== 'from' || draft.modes[fact.from] !== 'want') return false;
  if (tokens[fact.to]?.clause === tokens[fact.from]?.clause) return false;
  if (tokens.some((token) => /^(?:clients?|remote|remotely|work|working)$/.test(token.word))) return false;
  return [...facts.from.values()].some(
    (other) =>
      other.field !== 'skills' &&
      other.to < fact.from &&
      word(word(other.from - 1) === 'the' ? other.from - 2 : other.from - 1) === 'in',
  );
}
