/**
 * What only explains the words around it: "Chef, the software, not the cooking", and who one is while one looks for
 * something else: "I'm a typist, any bank teller jobs?".
 */
import type { Draft } from './draft.ts';
import { take } from './draft.ts';
import { wordSet } from '../phrases.ts';

/** What a name may be said to be. */
const kinds = wordSet(
  'kind sort type tool software language framework library database platform engine company firm employer brand startup programme program technology stack city country town state',
);
const asking = wordSet(
  'any looking searching seeking find show jobs job position positions role roles openings vacancies work',
);

/** Takes "the software" and the "not the cooking" behind it, in clauses of their own; runs before the operators. */
export function takeAppositions(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 1; at < tokens.length; at += 1) {
    if (tokens[at]?.clause === tokens[at - 1]?.clause) continue;
    const end = endOfClause(draft, at);
    if (!isAppositive(tokens.slice(at, end).map(({ word }) => word))) continue;
    take(draft, { from: at, to: end, kind: 'noise' });
    const behind = endOfClause(draft, end);
    if (tokens[end]?.word === 'not' && tokens[end + 1]?.word === 'the' && behind - end <= 3)
      take(draft, { from: end, to: behind, kind: 'noise' });
  }
}

/** "the software", "not the kitchen kind", "the country not the state" */
function isAppositive(words: readonly string[]): boolean {
  const [first = ''] = words;
  const said = first === 'not' ? words.slice(1) : words;
  const not = said.indexOf('not');
  if (not > 0) return isAppositive(said.slice(0, not)) && isAppositive(said.slice(not));
  return said[0] === 'the' && said.length > 1 && said.length < 4 && kinds.has(said.at(-1) ?? '');
}

/** "I'm a typist …, any bank teller jobs?": the role one has gives way to the one that is asked for. */
export function ignoreOwnTitle(draft: Draft): void {
  const { tokens } = draft;
  const titles = draft.mentions.filter((mention) => mention.kind === 'list' && mention.field === 'titles');
  for (const own of titles) {
    const before = tokens.slice(Math.max(0, own.from - 4), own.from).map(({ word }) => word);
    // "Nigerian doctor looking for a junior doctor post"
    const seeks = /^(?:looking|searching|seeking|wanting|hoping)$/.test(tokens[own.to]?.word ?? '');
    if (!seeks && !/(?:^| )(?:(?:i'm|i am|im) (?:an? )?(?:\S+ )?|my )$/.test(`${before.join(' ')} `)) continue;
    const asked = titles.some(
      (other) =>
        other.from > own.to &&
        tokens
          .slice(Math.max(own.to, other.from - 6), other.to + 2)
          .some((token) => asking.has(token.word) && !/^(?:and|or)$/.test(tokens[other.from - 1]?.word ?? '')),
    );
    if (asked) for (let at = own.from; at < own.to; at += 1) draft.modes[at] = 'ignore';
  }
}

/** "my contract ends", "my shop is closing": what one has is no wish, unless nothing else is said. */
export function ignorePossessions(draft: Draft): void {
  const content = draft.mentions.filter(({ kind }) => kind !== 'noise');
  for (const mention of content) {
    const told = mention.kind === 'query' || (mention.kind === 'list' && mention.field === 'employment');
    if (!told || content.length < 2 || !/^(?:my|our|his|her|their)$/.test(draft.tokens[mention.from - 1]?.word ?? ''))
      continue;
    for (let at = mention.from; at < mention.to; at += 1) draft.modes[at] = 'ignore';
  }
}

/** "a masters in statistics": what one studied is no skill that is asked for. */
export function ignoreDegrees(draft: Draft): void {
  for (const mention of draft.mentions) {
    if (mention.kind !== 'query' && !(mention.kind === 'list' && mention.field === 'skills')) continue;
    const before = draft.tokens.slice(Math.max(0, mention.from - 3), mention.from).map(({ word }) => word);
    // "my chemistry degree"
    const behind = /^(?:degree|diploma|masters?|master's|bachelor's|studies)$/.test(
      draft.tokens[mention.to]?.word ?? '',
    );
    const of = /\b(?:degree|masters?|master's|bachelors?|bachelor's|diploma|msc|bsc|studies) (?:in|of)$/;
    if (!behind && !of.test(before.join(' '))) continue;
    for (let at = mention.from; at < mention.to; at += 1) draft.modes[at] = 'ignore';
  }
}

function endOfClause(draft: Draft, from: number): number {
  let end = from;
  while (end < draft.tokens.length && draft.tokens[end]?.clause === draft.tokens[from]?.clause) end += 1;
  return end;
}
