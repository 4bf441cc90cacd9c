/** Which operator ("no", "without", "remove") holds over which tokens. */
import type { Draft } from './draft.ts';
import { isFree, take } from './draft.ts';
import { fields } from '../english/field-words.ts';
import { bonuses, operatorsAfter, operatorsBefore, orWords } from '../english/operator-words.ts';
import type { Mention, Mode } from '../meaning.ts';
import { wordSet } from '../phrases.ts';

const enders = wordSet(
  "but so therefore hence add plus i i'm just only though although because please show give put sort order rank if for looking searching seeking",
);
/** Words that begin a wish where a list of refused things would go on with a noun. */
const wishes = wordSet('remote remotely hybrid onsite near from based full part permanent preferably ideally paid');
const interjection = wordSet('just only wait actually but sorry i make show now thanks thank');

/** Fills `modes` from the operators that stand before their values. */
export function applyOperatorsBefore(draft: Draft, isInName: (at: number) => boolean = () => false): void {
  const { tokens } = draft;
  let mode: Mode = 'want';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const before = tokens[at - 1];
    if (before !== undefined && before.clause !== token.clause && mode !== 'want' && !runsOn(draft, at)) mode = 'want';
    // "outside IR35" is a wish.
    const behind = longerBehind(draft, at);
    if (behind !== null) {
      for (let inside = at; inside < behind.to; inside += 1) draft.modes[inside] = mode;
      at = behind.to - 1;
      continue;
    }
    const spoken = fields.at(tokens, at) ?? bonuses.at(tokens, at);
    const found = spoken === null && !isInName(at) ? operatorsBefore.at(tokens, at) : null;
    if (found !== null && isFree(draft, at, found.to) && !isInterjection(draft, at, found.to)) {
      mode = found.value;
      if (tokens[found.to]?.clause !== token.clause) draft.trailing.push({ from: at, mode });
      take(draft, { from: at, to: found.to, kind: 'noise' });
      for (let inside = at; inside < found.to; inside += 1) draft.modes[inside] = mode;
      at = found.to - 1;
      continue;
    }
    // "nothing where I'm in every Saturday": the sentence goes on.
    const goesOn = /^(?:where|that|which)$/.test(before?.word ?? '');
    if (enders.has(token.word) && token.word !== 'for' && !goesOn) mode = 'want';
    draft.modes[at] = mode;
  }
  for (const [at, pinned] of draft.pinned) draft.modes[at] = pinned;
}

/** "is not an option" stands behind its value, whatever "is not" says before one. */
function longerBehind(draft: Draft, at: number): { to: number } | null {
  const behind = operatorsAfter.at(draft.tokens, at);
  const before = operatorsBefore.at(draft.tokens, at);
  return behind !== null && before !== null && behind.to > before.to && at > 0 ? behind : null;
}

/** "no, just Europe", "no wait": the word answers, it does not exclude. */
function isInterjection(draft: Draft, at: number, to: number): boolean {
  const word = draft.tokens[at]?.word;
  if (word === 'neither' && draft.tokens[to]?.clause !== draft.tokens[at]?.clause) return true;
  if (to - at > 1 || (word !== 'no' && word !== 'not' && word !== 'over')) return false;
  if (word === 'over') return true;
  const next = draft.tokens[to];
  return (
    next === undefined || next.clause !== draft.tokens[at]?.clause || (word === 'no' && interjection.has(next.word))
  );
}

/** "no crypto, gambling or defense": the list goes on over the comma when an "or" is still to come. */
function runsOn(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const start = tokens[at];
  if (start === undefined || start.sentence !== tokens[at - 1]?.sentence || !start.gap.includes(',')) return false;
  if (orWords.has(start.word)) return true;
  for (let ahead = at; ahead < Math.min(tokens.length, at + 9); ahead += 1) {
    const token = tokens[ahead];
    if (token === undefined || token.sentence !== start.sentence || enders.has(token.word)) return false;
    if (operatorsBefore.at(tokens, ahead) !== null) return false;
    // "no on-call, remote from Peru or Chile": a wish of its own begins.
    if (wishes.has(token.word)) return false;
    if (orWords.has(token.word)) return true;
    if (token.word === 'and') return token.clause === start.clause && ahead > at;
  }
  return false;
}

/** Operators that stand behind their value; run after the mentions are known. */
export function applyOperatorsAfter(draft: Draft): void {
  const { tokens } = draft;
  for (const { from, mode } of draft.trailing) {
    const target = mode === 'avoid' || mode === 'remove' ? mentionBefore(draft, from) : null;
    if (target !== null && draft.modes[target.from] === 'want') markBack(draft, target, mode);
  }
  refuseAnswered(draft);
  for (let at = 1; at < tokens.length; at += 1) {
    const found = operatorsAfter.at(tokens, at);
    if (found === null || !isFree(draft, at, found.to)) continue;
    // "work I can do remotely" goes on.
    if (tokens[at]?.word === 'i' && tokens[found.to]?.clause === tokens[at]?.clause) continue;
    const target = mentionBefore(draft, at);
    if (target === null) continue;
    take(draft, { from: at, to: found.to, kind: 'noise' });
    // "not Adyen after all" still refuses.
    if (found.value === 'allow' && tokens[at]?.word === 'after' && draft.modes[target.from] === 'avoid') continue;
    markBack(draft, target, found.value);
    at = found.to - 1;
  }
}

/** "Postgres yes, Oracle no" */
function refuseAnswered(draft: Draft): void {
  const { tokens } = draft;
  if (!tokens.some(({ word }) => word === 'yes')) return;
  tokens.forEach((token, at) => {
    if (token.word !== 'no' || tokens[at + 1]?.clause === token.clause) return;
    const target = mentionBefore(draft, at);
    if (target !== null && target.to === at) markBack(draft, target, 'avoid');
  });
}

function mentionBefore(draft: Draft, at: number): Mention | null {
  const clause = draft.tokens[at]?.clause;
  let best: Mention | null = null;
  for (const mention of draft.mentions) {
    if (mention.kind === 'noise' || mention.to > at || draft.tokens[mention.to - 1]?.clause !== clause) continue;
    if (best === null || mention.to > best.to) best = mention;
  }
  return best;
}

/** The operator reaches back over values joined by "or" and "and". */
function markBack(draft: Draft, target: Mention, mode: Mode): void {
  let reach: Mention | null = target;
  while (reach !== null) {
    for (let at = reach.from; at < reach.to; at += 1) draft.modes[at] = mode;
    const from: number = reach.from;
    const joint: string | undefined = draft.tokens[from - 1]?.word;
    reach =
      joint === 'or' || joint === 'and'
        ? (draft.mentions.find((mention) => mention.to === from - 1 && isLike(mention, target)) ?? null)
        : null;
  }
}

/** A field of work and a refused thing are of one kind: "crypto and gambling are out". */
function isLike(one: Mention, other: Mention): boolean {
  const isWord = ({ kind }: Mention): boolean => kind === 'query' || kind === 'keyword';
  return one.kind === other.kind || (isWord(one) && isWord(other));
}

/** Skills that are only a plus are not asked for: "Power BI is a plus", "nice to have: Docker". */
export function applyBonuses(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    const found = bonuses.at(tokens, at);
    if (found === null || !isFree(draft, at, found.to)) continue;
    const target = mentionBefore(draft, at);
    const ahead = draft.mentions.find((mention) => mention.from >= found.to && mention.from <= found.to + 2);
    const skill = [target, ahead].find((mention) => mention?.kind === 'list' && mention.field === 'skills');
    if (target === null && ahead === undefined) {
      takeUnknownBefore(draft, at, found.to);
      continue;
    }
    take(draft, { from: at, to: found.to, kind: 'noise' });
    if (skill !== undefined && skill !== null) markBack(draft, skill, 'ignore');
    // "Berlin is not required": the place no longer counts, nor does the form of work.
    else if (target !== null && (isPlace(target) || isFormOfWork(target)) && denies(tokens.slice(at, found.to)))
      markBack(draft, target, 'loosen');
    at = found.to - 1;
  }
}

/** "not required", "isn't needed" */
function denies(words: readonly { word: string }[]): boolean {
  return words.some(({ word }) => /^(?:not|isn't|aren't)$/.test(word));
}

/** "AUTOSAR is a plus": what is not known and not asked for needs no answer. */
function takeUnknownBefore(draft: Draft, at: number, to: number): void {
  let from = at;
  while (
    from > 0 &&
    at - from < 3 &&
    draft.taken[from - 1] !== true &&
    draft.tokens[from - 1]?.clause === draft.tokens[at]?.clause
  )
    from -= 1;
  if (from < at) take(draft, { from, to, kind: 'noise' });
}

/**
 * Where a refusal ends though no comma says so: at a place behind what is refused ("no agencies in Berlin"), at an
 * amount, and at a second value of the same kind that nothing joins ("no contract full time").
 */
export function limitScopes(draft: Draft): void {
  const { tokens } = draft;
  const content = draft.mentions.filter((mention) => mention.kind !== 'noise').toSorted((a, b) => a.from - b.from);
  let before: Mention | null = null;
  for (const mention of content) {
    const mode = draft.modes[mention.from];
    const previous = before;
    before = mention;
    if ((mode !== 'avoid' && mode !== 'ignore') || draft.pinned.has(mention.from)) continue;
    if (previous === null || previous === mention || previous.to > mention.from) continue;
    if (draft.modes[previous.from] !== mode) continue;
    // "not in a law firm, Leeds or York": behind the comma stands where it shall be.
    const leaves = mode === 'avoid' && mention.kind === 'list' && isPlace(mention) && !isPlace(previous);
    if (tokens[previous.from]?.clause !== tokens[mention.from]?.clause) {
      if (leaves && !hasOperator(draft, previous.to, mention.from)) wantFrom(draft, mention.from, mode);
      continue;
    }
    if (hasOperator(draft, previous.to, mention.from) || !endsBefore(draft, previous, mention, mode)) continue;
    wantFrom(draft, mention.from, mode);
  }
}

/** Ends the mode here, for the rest of the clause. */
function wantFrom(draft: Draft, from: number, mode: Mode): void {
  for (let at = from; draft.tokens[at]?.clause === draft.tokens[from]?.clause && draft.modes[at] === mode; at += 1)
    draft.modes[at] = 'want';
}

function endsBefore(draft: Draft, previous: Mention, mention: Mention, mode: Mode): boolean {
  const joint = draft.tokens.slice(previous.to, mention.from).map((token) => token.word);
  const joined = joint.some((word) => orWords.has(word) || word === 'and');
  if (mode === 'ignore') return !joined;
  if (mention.kind === 'pay') return true;
  if (mention.kind !== 'list') return false;
  // "except Quebec for a mechanic"
  if (mention.field === 'titles' && !joined && joint.includes('for'))
    return previous.kind !== 'list' || previous.field !== 'titles';
  const place = isPlace(mention);
  // "no German required, Berlin": a language is refused, a place wanted.
  if (place && previous.kind === 'list' && previous.field === 'languages') return true;
  if (place) return !isPlace(previous) && joint.some((word) => /^(?:in|near|around|within|at|from)$/.test(word));
  return (
    joint.length === 0 && previous.kind === 'list' && previous.field === mention.field && mention.field !== 'titles'
  );
}

function isPlace(mention: Mention): boolean {
  return mention.kind === 'list' && /^(?:countries|regions|cities)$/.test(mention.field);
}

function isFormOfWork(mention: Mention): boolean {
  return mention.kind === 'list' && /^(?:employment|workplace|seniority)$/.test(mention.field);
}

function hasOperator(draft: Draft, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (operatorsBefore.at(draft.tokens, at) !== null) return true;
  return false;
}
