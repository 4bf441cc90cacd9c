/**
 * Finds what a person tells about the past and about others ("I used to live in Swansea", "my cousin works at UBS"):
 * the places, employers and roles in it are no wish.
 */
import type { Draft } from './draft.ts';
import { pin } from './draft.ts';
import type { Mention } from '../meaning.ts';
import { wordSet } from '../phrases.ts';
import { isPastTense, othersDo, pastPhrases, relatives, wishBegins } from '../english/story-words.ts';

/** Words of a clause that wishes for what it names. */
const asks = wordSet('want looking search searching need move relocate moving hope like');
/** Words of a clause that tells of the person. */
const tells = wordSet("i i'm im i've am we we're live living based currently now from");

/** Pins what is told of others to `ignore` and marks the past; runs before the operators. */
export function ignoreStories(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    const past = pastPhrases.at(tokens, at) ?? toldAt(draft, at);
    const reason = /^(?:because|cos|coz|cause)$/.test(tokens[at]?.word ?? '');
    const start = past !== null ? past.to : reason || isAboutOthers(draft, at) ? at + 1 : null;
    if (start === null) continue;
    let end = start;
    while (
      end < tokens.length &&
      tokens[end]?.clause === tokens[at]?.clause &&
      !wishBegins.has(tokens[end]?.word ?? '')
    )
      end += 1;
    if (past === null) pin(draft, at, end, 'ignore');
    else for (let told = at; told < end; told += 1) draft.past.add(told);
    at = end - 1;
  }
}

/** "I drove a forklift in Gdansk", "we cooked": what one did, in the past tense of any verb. */
function toldAt(draft: Draft, at: number): { to: number } | null {
  // "I've been repairing turbines for six years"
  if (
    /^i(?:'ve|\s+have)?$/.test(draft.tokens[at]?.word ?? '') &&
    draft.tokens[at + 1]?.word === 'been' &&
    (draft.tokens[at + 2]?.word ?? '').endsWith('ing') &&
    !/^(?:looking|searching|thinking|hoping|planning|wanting)$/.test(draft.tokens[at + 2]?.word ?? '')
  )
    return { to: at + 3 };
  const verb = draft.tokens[at + 1]?.word ?? '';
  return /^(?:i|we)$/.test(draft.tokens[at]?.word ?? '') && isPastTense(verb) ? { to: at + 2 } : null;
}

/** "my brother works …" tells; "for my brother" and "my kids' school" do not. */
function isAboutOthers(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  return (
    relatives.has(tokens[at]?.word ?? '') &&
    /^(?:my|our|a|his|her)$/.test(tokens[at - 1]?.word ?? '') &&
    !/^(?:for|near|with|of|to)$/.test(tokens[at - 2]?.word ?? '') &&
    tokens.slice(at + 1, at + 4).some((token) => token.clause === tokens[at]?.clause && othersDo.has(token.word))
  );
}

/** Places and employers of the past are no wish; what one was there still tells the role. Runs when mentions are known. */
export function ignorePast(draft: Draft): void {
  const titles = draft.mentions.filter((mention) => mention.kind === 'list' && mention.field === 'titles');
  const lastTitle = titles.reduce((last, { from }) => (draft.past.has(from) ? last : Math.max(last, from)), -1);
  for (const title of titles) {
    // "I've been a chef for years … I'd love a job as a baker": what one wants to be counts, what one was does not.
    if (!draft.past.has(title.from) || lastTitle < title.from) continue;
    for (let at = title.from; at < title.to; at += 1) draft.modes[at] = 'ignore';
  }
  const { tell, lastWish } = readClauses(draft);
  const isHereNow = (from: number): boolean => {
    const clause = draft.tokens[from]?.clause ?? 0;
    return tell.has(clause) && lastWish > clause;
  };
  for (const mention of draft.mentions) {
    // "fifteen years in retail": a field of the past is none that is wished for.
    if (mention.kind === 'query' && (draft.past.has(mention.from) || isOfOthers(draft, mention.from))) {
      draft.modes[mention.from] = 'ignore';
      continue;
    }
    if (mention.kind !== 'list' || !/^(?:countries|regions|cities|companies)$/.test(mention.field)) continue;
    // "I come from Chemnitz and look for …": the one place that is named is where one is.
    if (isHome(draft, mention)) continue;
    if (draft.past.has(mention.from) || isOrigin(draft, mention.from) || (isPlace(mention) && isHereNow(mention.from)))
      for (let at = mention.from; at < mention.to; at += 1) draft.modes[at] = 'ignore';
  }
}

/** Where one comes from, when no other place is named. */
function isHome(draft: Draft, mention: Mention): boolean {
  const before = draft.tokens.slice(Math.max(0, mention.from - 2), mention.from).map(({ word }) => word);
  return (
    isPlace(mention) &&
    before.join(' ') === 'come from' &&
    !draft.mentions.some((other) => other !== mention && isPlace(other))
  );
}

/** "my partner has a place at the university": fields of what is told of others. */
function isOfOthers(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  return tokens
    .slice(Math.max(0, at - 10), at)
    .some(
      ({ word, clause }, index, before) =>
        clause === tokens[at]?.clause &&
        relatives.has(word) &&
        /^(?:my|our)$/.test(before[index - 1]?.word ?? '') &&
        /^(?:has|have|got|is|are|was|works|goes|started|runs)$/.test(before[index + 1]?.word ?? ''),
    );
}

/** Clauses that tell where one is ("I'm in Poland now"), and the last one that wishes for a place ("looking in Prague"). */
function readClauses(draft: Draft): { tell: ReadonlySet<number>; lastWish: number } {
  const tell = new Set<number>();
  const wish = new Set<number>();
  const asked = new Set<number>();
  for (const { clause, word } of draft.tokens) {
    if (tells.has(word)) tell.add(clause);
    if (wishBegins.has(word) && word !== 'and' && word !== 'now') wish.add(clause);
    if (asks.has(word)) asked.add(clause);
  }
  for (const clause of wish) tell.delete(clause);
  const places = draft.mentions.filter((mention) => isPlace(mention) && draft.modes[mention.from] === 'want');
  const clauses = places
    .map((mention) => draft.tokens[mention.from]?.clause ?? 0)
    .filter((clause) => asked.has(clause));
  return { tell, lastWish: clauses.reduce((last, clause) => Math.max(last, clause), -1) };
}

function isPlace(mention: Mention): boolean {
  return mention.kind === 'list' && /^(?:countries|regions|cities)$/.test(mention.field);
}

/** "I'm a nurse from the Philippines, looking in Toronto": where one comes from, when another place is wished for. */
function isOrigin(draft: Draft, from: number): boolean {
  const { tokens } = draft;
  const before = tokens[from - 1]?.word === 'the' ? from - 2 : from - 1;
  if (tokens[before]?.word !== 'from') return false;
  const start = tokens.slice(Math.max(0, from - 10), before).filter((token) => token.clause === tokens[from]?.clause);
  const own = start.some(
    (token, at) => /^(?:i'm|im)$/.test(token.word) || (token.word === 'i' && start[at + 1]?.word === 'am'),
  );
  return (
    own &&
    !start.some((token) => wishBegins.has(token.word)) &&
    draft.mentions.some(
      (other) => other.kind === 'list' && /^(?:countries|regions|cities)$/.test(other.field) && other.from > from,
    )
  );
}
