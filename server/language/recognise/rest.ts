/** What nothing recognised: refused things become keywords, wishes rank by meaning, the remainder is admitted. */
import type { Filter } from '../../matching/filter.ts';
import type { Draft } from './draft.ts';
import { singular, take, wordsAt } from './draft.ts';
import { employerNamed } from './employers.ts';
import { isEverydayWord } from '../english/everyday-verbs.ts';
import { noise, storyWords, wishWords } from '../english/noise-words.ts';
import { extenders, leadingExtenders, operatorsAfter, replacers } from '../english/operator-words.ts';
import { isActivity, isNamedAsField } from './named-fields.ts';
import { partsOf } from '../orders/order-parts.ts';
import { wordSet } from '../phrases.ts';
import { isInfinitive, isNamedLikeSkill, isOpinion, isPossession, isUkrainianVerb } from './rest-senses.ts';

const work = wordSet(
  'jobs job roles role work companies company industry industries sector field positions vacancies openings',
);

/** Takes the unknown runs that mean something and returns the others, as they stood. */
export function takeRest(draft: Draft, filter: Filter): { rest: string[]; asides: string[] } {
  const rest: string[] = [];
  const asides: string[] = [];
  const { tokens } = draft;
  const hasContent = draft.mentions.some(
    (mention) => mention.kind !== 'noise' && draft.modes[mention.from] !== 'ignore',
  );
  const stories = storyClauses(draft);
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isUnknown(draft, from)) continue;
    let to = from + 1;
    while (to < tokens.length && isUnknown(draft, to) && tokens[to]?.clause === tokens[from]?.clause) to += 1;
    const words = wordsAt(draft, from, to);
    const story = stories.has(tokens[from]?.clause ?? 0);
    const kept = takeRun(draft, filter, from, to, { hasContent, story });
    const aside = story && hasContent;
    if (!kept) (aside ? asides : rest).push(words);
    from = to - 1;
  }
  return { rest, asides };
}

function isUnknown(draft: Draft, at: number): boolean {
  const word = draft.tokens[at]?.word ?? '';
  if (draft.taken[at] === true || noise.has(word)) return false;
  // "the hybrid part", "the visa bit": they only point at the word before.
  if (/^(?:part|bit|side|aspect|requirement|condition|criterion)$/.test(word) && draft.taken[at - 1] === true)
    return false;
  if (extenders.at(draft.tokens, at) !== null || replacers.at(draft.tokens, at) !== null) return false;
  return (
    !(at === 0 && leadingExtenders.has(word)) &&
    operatorsAfter.at(draft.tokens, at) === null &&
    /[\p{L}\p{N}]/u.test(word)
  );
}

/** "… doesn't matter" right behind the run. */
function loosenedBehind(draft: Draft, from: number, to: number): boolean {
  return (
    operatorsAfter.at(draft.tokens, to)?.value === 'loosen' && draft.tokens[to]?.clause === draft.tokens[from]?.clause
  );
}

/** Returns true when the run is fully understood. */
function takeRun(
  draft: Draft,
  filter: Filter,
  from: number,
  to: number,
  where: { hasContent: boolean; story: boolean },
): boolean {
  const words = wordsAt(draft, from, to).toLowerCase();
  const refused =
    operatorsAfter.at(draft.tokens, to)?.value === 'avoid' && draft.tokens[to]?.clause === draft.tokens[from]?.clause;
  const mode = refused ? 'avoid' : (draft.modes[from] ?? 'want');
  const excluded = filter.exclude?.keywords?.find((keyword) => keyword === singularPhrase(words) || keyword === words);
  if (excluded !== undefined) {
    take(draft, { from, to, kind: 'keyword', values: [excluded] });
    return true;
  }
  // "canteen food doesn't matter": what was never asked for needs no answer.
  if (loosenedBehind(draft, from, to) && filter.query?.toLowerCase().includes(words) !== true) return true;
  if (mode === 'remove') return takeHeld(draft, filter, from, to, words);
  if (mode === 'avoid') {
    if (isUkrainianVerb(draft, from, to)) return false;
    // "hope it's not raining"
    const before = draft.tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
    if (/^(?:it's|its|is|i'm|am|are|was|they're) not$/.test(before.join(' ')) && words.endsWith('ing')) return false;
    if (
      (where.story && to - from > 1) ||
      draft.tokens.slice(from, to).some(({ word }) => isEverydayWord(word)) ||
      to - from > 3 ||
      !/\p{L}/u.test(words)
    )
      return false;
    // "nothing with criminal law": the word belongs to the refused thing behind it.
    const behind = draft.mentions.find((mention) => mention.kind === 'keyword' && mention.from === to);
    if (behind?.kind === 'keyword' && draft.tokens[to]?.clause === draft.tokens[from]?.clause) {
      behind.values = behind.values.map((value) => `${words} ${value}`);
      return true;
    }
    // "no weekend callouts": the refused thing goes on.
    const ahead = draft.mentions.find((mention) => mention.kind === 'keyword' && mention.to === from);
    if (
      ahead?.kind === 'keyword' &&
      draft.modes[ahead.from] === 'avoid' &&
      /^\s*-?\s*$/.test(draft.tokens[from]?.gap ?? ',')
    ) {
      ahead.values = ahead.values.map((value) => `${value} ${singularPhrase(words)}`);
      return true;
    }
    const employer = /^\p{Lu}/u.test(draft.tokens[from]?.text ?? '') ? employerNamed(draft.tokens, from) : null;
    if (employer !== null && employer.to === to) {
      take(draft, { from, to, kind: 'list', field: 'companies', values: [employer.value.name] });
      for (let at = from; at < to; at += 1) draft.modes[at] = 'avoid';
      return true;
    }
    take(draft, { from, to, kind: 'keyword', values: [singularPhrase(words)] });
    for (let at = from; at < to; at += 1) draft.modes[at] = 'avoid';
    return true;
  }
  // "time to spring into something new": a verb that no table knows.
  if (mode === 'want' && isInfinitive(draft, from, to)) return true;
  // "too hectic": an opinion about what was said before.
  if (mode === 'want' && (isOpinion(draft, from, to) || isPossession(draft, from) || draft.past.has(from))) return true;
  // "scare", "dreaming": a verb or an opinion alone is no field of work.
  if (
    mode === 'want' &&
    !isNamedAsField(draft, from) &&
    draft.tokens.slice(from, to).every(({ word }) => isEverydayWord(word))
  )
    return false;
  if (mode !== 'want' || to - from > 4 || !/\p{L}{2}|\p{Lu}&\p{Lu}/u.test(wordsAt(draft, from, to))) return false;
  // "Montessori would be nice"
  if (operatorsAfter.at(draft.tokens, to)?.value === 'want' && !where.story && !isForeign(draft, from, to)) {
    take(draft, { from, to, kind: 'query', words });
    return false;
  }
  if (isNamedAsField(draft, from)) {
    take(draft, { from, to, kind: 'query', words });
    return true;
  }
  if (isNamedLikeSkill(draft, from, to)) {
    take(draft, { from, to, kind: 'list', field: 'skills', values: [wordsAt(draft, from, to)] });
    return true;
  }
  if (isFurtherSkill(draft, filter, from, to)) {
    take(draft, { from, to, kind: 'list', field: 'skills', values: [wordsAt(draft, from, to)] });
    return false;
  }
  if (isFurtherCompany(draft, filter, from, to)) {
    take(draft, { from, to, kind: 'list', field: 'companies', values: [wordsAt(draft, from, to)] });
    return true;
  }
  if (isFurtherWish(draft, filter) && !where.story && !isForeign(draft, from, to)) {
    take(draft, { from, to, kind: 'query', words });
    return false;
  }
  if (isActivity(draft, filter, from, to) && !where.story && !isForeign(draft, from, to)) {
    take(draft, { from, to, kind: 'query', words });
    return true;
  }
  const named = draft.tokens[to]?.clause === draft.tokens[from]?.clause && work.has(draft.tokens[to]?.word ?? '');
  if (!where.story && (where.hasContent || named) && !isForeign(draft, from, to))
    take(draft, { from, to, kind: 'query', words });
  return false;
}

/** "or Pulsar" after "Kafka": a name alone beside skills that are set. */
function isFurtherSkill(draft: Draft, filter: Filter, from: number, to: number): boolean {
  const skills = (filter.skills ?? []).length + (filter.anySkills ?? []).length;
  const { tokens } = draft;
  return (
    skills > 0 &&
    from === 1 &&
    to === tokens.length &&
    to - from <= 2 &&
    leadingExtenders.has(tokens[0]?.word ?? '') &&
    /^\p{Lu}/u.test(tokens[1]?.text ?? '')
  );
}

/** "Liebherr too" where employers are set: a name alone with a capital is one more. */
function isFurtherCompany(draft: Draft, filter: Filter, from: number, to: number): boolean {
  const { tokens } = draft;
  const others = tokens.filter((_, at) => at < from || at >= to);
  return (
    (filter.companies ?? []).length > 0 &&
    tokens.length <= 4 &&
    to - from <= 2 &&
    tokens.slice(from, to).every(({ text }) => /^\p{Lu}/u.test(text)) &&
    others.length > 0 &&
    others.every(({ word }) => /^(?:too|also|or|and|as|well|plus)$/.test(word))
  );
}

/** A few words alone that go on with a search ("home every night"): they rank by meaning, and are still quoted back. */
function isFurtherWish(draft: Draft, filter: Filter): boolean {
  const { tokens, text } = draft;
  return (
    Object.keys(filter).length > 0 &&
    tokens.length <= 5 &&
    // Words of which none is known are no wish ("asdf qwerty").
    tokens.some((token) => noise.has(token.word)) &&
    !partsOf(tokens, []).has(
      'save',
      'hide',
      'unhide',
      'unsave',
      'undo',
      'clear',
      'export',
      'fetch',
      'compare',
      'notify',
      'remove',
    ) &&
    !/[?!]/.test(text) &&
    tokens.every((token) => token.clause === tokens[0]?.clause && !storyWords.has(token.word))
  );
}

/** Words of another language that were not put into English: the query is English. Names keep their capital. */
function isForeign(draft: Draft, from: number, to: number): boolean {
  const words = wordsAt(draft, from, to);
  const before = draft.tokens[from - 1];
  const joined = before !== undefined && before.clause === draft.tokens[from]?.clause;
  const namesAPlace =
    /^(?:in|near|around|from|on|at|to|or|and)$/.test(before?.word ?? 'in') ||
    (joined && /^(?:for|with|a|an)$/.test(before.word));
  return /\p{Script=Cyrillic}/u.test(words) || (draft.foreign && (words === words.toLowerCase() || !namesAPlace));
}

/** "drop fintech": takes back what the filter holds under these words. */
function takeHeld(draft: Draft, filter: Filter, from: number, to: number, words: string): boolean {
  if (filter.query?.toLowerCase().includes(words) === true) {
    take(draft, { from, to, kind: 'facet', facet: 'query' });
    return true;
  }
  for (const field of ['titles', 'companies', 'skills', 'cities'] as const) {
    const held = filter[field]?.find(
      (value) =>
        value.toLowerCase() === words ||
        value.toLowerCase() === singularPhrase(words) ||
        value.toLowerCase().startsWith(`${words} `),
    );
    if (held === undefined) continue;
    take(draft, { from, to, kind: 'list', field, values: [held] });
    return true;
  }
  return false;
}

function singularPhrase(words: string): string {
  return words
    .split(' ')
    .map((word, index, all) => (index === all.length - 1 ? singular(word) : word))
    .join(' ');
}

/** Clauses that tell something about the person: their unknown words never enter the filter. */
function storyClauses(draft: Draft): Set<number> {
  const told = new Set<number>();
  const wished = new Set<number>();
  draft.tokens.forEach((token) => {
    if (storyWords.has(token.word)) told.add(token.clause);
    if (wishWords.has(token.word)) wished.add(token.clause);
  });
  return new Set([...told].filter((clause) => !wished.has(clause)));
}
