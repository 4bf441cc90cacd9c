/** Finds role names: a head ("nurse") with the words before it that belong to the name ("dental hygienist"). */
import type { Draft } from './draft.ts';
import { isFree, singular, take, wordsAt } from './draft.ts';
import { fields } from '../english/field-words.ts';
import { fixedExpressions } from '../english/expressions.ts';
import { isSubject } from '../english/subject-words.ts';
import { noise } from '../english/noise-words.ts';
import { bareRoles, executiveRoles, genericHeads, roleHeads, wholeRoles } from '../english/role-words.ts';
import { type FactIndex, isSubjectSkill } from './facts.ts';
import { meaningsOf } from '../gloss/lexicon-meanings.ts';
import { lazy } from '../../taxonomy/data-file.ts';
import { createPhraseTable, wordSet } from '../phrases.ts';
import { bareAt, extendLeft, joints, modifierEndingAt, nameStart, toolAt, tidy } from './role-names.ts';

/** Heads that are everyday words too: they need a word before them. */
const needModifier = wordSet(
  'worker lead principal model host master owner guide fellow guard leader partner maker visitor walker finisher person man lady tech hand member professional official expert tender dealer champion monitor reader player runner helper collector filler hanger layer liner marker mixer planer puller reviewer sweeper tuner parker scaler setter sitter splitter treater booker closer washer deputy academic performer observer distributor contractor vendor publisher processor feeder trimmer mounter scribe bender',
);
/** Heads so common that another one behind them is rather a second role. */
const plainHeads = wordSet('developer programmer coder designer manager analyst consultant specialist assistant');
/** Heads that carry on the name of a role before them: "occupational therapist assistant", "nurse manager". */
const helpers = wordSet(
  'nurse assistant clerk manager trainer instructor supervisor coordinator tutor advisor adviser lead practitioner aide helper technician examiner consultant specialist typist educator foreman',
);
/** Directors who are no executives. */
const plainDirectors = wordSet('art creative funeral film music casting stage program programme photography camp');
/** Names of roles that are listed, and those that the lexicons of other languages lead to, beside the heads of English ones. */
const knownRoles = lazy(() =>
  createPhraseTable(
    ['german/roles.txt', 'ukrainian/roles.txt']
      .flatMap(meaningsOf)
      .filter((name) => !roleHeads.has(name) && !noRoles.has(name) && !isTechnologyRole(name))
      .concat(wholeRoles)
      .map((name) => [name, true] as const),
  ),
);
/** English sides that are parts of names, or words of their own. */
const noRoles = new Set(['head of', 'manual', 'executive', 'employee', 'student', 'military', 'board member']);
/** "java developer": a technology and a generic head are two things, also where a lexicon writes them together. */
function isTechnologyRole(name: string): boolean {
  const [first = '', head = '', ...more] = name.split(' ');
  return more.length === 0 && genericHeads.has(head) && /^(?:c$|java$|python$|php$|sap$|1C$|\.?[A-Z])/.test(first);
}
/** Before "tech" they name an industry. */
const techFields = wordSet(
  'health fin med ed edu bio clean climate deep big ad prop agri food travel legal insur space green hr big mar gov',
);
/** Roles that stand as an adjective before another one: "assistant store manager". */
const lesserRoles = wordSet('assistant associate deputy trainee apprentice');

/** Takes whole names that are listed as such ("executive assistant"), before anything can cut them up. */
export function takeFixedExpressions(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    const found = fixedExpressions.at(tokens, at) ?? pluralExpression(draft, at);
    if (found === null || !isFree(draft, at, found.to)) continue;
    if (found.value === 'noise') take(draft, { from: at, to: found.to, kind: 'noise' });
    if (found.value === 'role') takeTitle(draft, at, found.to);
    if (found.value !== 'modifier') at = found.to - 1;
  }
}

function pluralExpression(draft: Draft, at: number): { to: number; value: 'role' | 'modifier' | 'noise' } | null {
  const window = draft.tokens.slice(at, at + 5).map((token) => ({ ...token, word: singular(token.word) }));
  const found = fixedExpressions.at(window, 0);
  return found === null || found.value !== 'role' ? null : { to: at + found.to, value: found.value };
}

/** Takes every role the sentence names. */
export function takeTitles(draft: Draft, facts: FactIndex, facetAt: (at: number) => boolean): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    if (draft.taken[at] === true) continue;
    const headed = headOf(draft, at, facts);
    if (headed !== null) {
      takeTitle(draft, at, headed);
      at = headed - 1;
      continue;
    }
    // "Google Cloud engineer": the known role begins inside the name of a technology.
    const inside = (facts.from.get(at - 1)?.to ?? 0) > at && facts.from.get(at - 1)?.field === 'skills';
    const known = inside ? null : knownAt(draft, at, facts);
    if (known !== null) {
      takeTitle(draft, nameStart(draft, at, known, facts, facetAt), known);
      at = known - 1;
      continue;
    }
    const head = singular(tokens[at]?.word ?? '');
    const named = lesserRoles.has(head) ? titleFrom(draft, at + 1) : null;
    if (named !== null) {
      named.from = at;
      named.values = named.values.map((title) => `${head} ${title}`);
      draft.taken[at] = true;
      continue;
    }
    // "health tech" is a field of work.
    if (head === 'tech' && techFields.has(tokens[at - 1]?.word ?? '')) continue;
    // "vet nurse", "assistant store manager": the name goes on.
    if (isTool(draft, at, head)) continue;
    if (roleHeads.has(head) && (goesOn(draft, at) || (lesserRoles.has(head) && isBeforeRole(draft, at, facts))))
      continue;
    // "with Illustrator experience"
    const tool = roleHeads.has(head) ? toolAt(draft, at) : null;
    if (tool !== null) {
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'skills', values: [tool] });
      continue;
    }
    // "Chef and Ansible": where the taxonomy hears a technology, it is one.
    if (!roleHeads.has(head) || isListedSkill(facts, at)) continue;
    // "I can't cook": what one cannot do is no role.
    if (/^(?:can't|cannot|couldn't)$/.test(tokens[at - 1]?.word ?? '')) {
      take(draft, { from: at - 1, to: at + 1, kind: 'noise' });
      continue;
    }
    const from = extendLeft(draft, at, head, facts, facetAt);
    if (needModifier.has(head) && from === at) continue;
    // "director level", "captain rank" name a level.
    const next = tokens[at + 1];
    if (/^(?:level|rank|levels)$/.test(next?.word ?? '') && next?.clause === tokens[at]?.clause && from === at)
      continue;
    // "assistant to the CEO": whom one works for is no wish.
    if (
      /^(?:the|a|an|our)$/.test(tokens[from - 1]?.word ?? '') &&
      tokens[from - 2]?.word === 'to' &&
      (from === 2 ||
        draft.mentions.some(
          (mention) => mention.kind === 'list' && mention.field === 'titles' && mention.to === from - 2,
        ))
    ) {
      take(draft, { from, to: at + 1, kind: 'noise' });
      continue;
    }
    if (!isFree(draft, from, at + 1)) continue;
    takeTitle(draft, from, at + 1);
    shareHead(draft, from, at);
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const bare = bareAt(tokens, at);
    if (bare === null || !isFree(draft, at, bare.to) || facts.from.get(at)?.field === 'cities') continue;
    take(draft, { from: at, to: bare.to, kind: 'list', field: 'titles', values: [bare.value] });
    at = bare.to - 1;
  }
}

/** "Playwright is a must", "дизайнер, Illustrator": with a capital the tool, not who writes plays or draws. */
function isTool(draft: Draft, at: number, head: string): boolean {
  if (!/^\p{Lu}/u.test(draft.tokens[at]?.text ?? '')) return false;
  return head === 'playwright' || (head === 'illustrator' && draft.latinNames);
}

/** Where a role that is known by its whole name ends; null when none begins here. */
function knownAt(draft: Draft, at: number, facts: FactIndex): number | null {
  const window = draft.tokens.slice(at, at + 5);
  // "vacancies, developer": no "job developer".
  if (window[0]?.word === 'jobs') return null;
  const found =
    knownRoles().at(window, 0) ??
    knownRoles().at(
      window.map((token) => ({ ...token, word: singular(token.word) })),
      0,
    );
  if (found === null || !isFree(draft, at, at + found.to) || window[1]?.gap === '/' || window[0]?.gap === '/')
    return null;
  // "Power BI developer" is no BI developer.
  const product = facts.to.get(at + 1);
  if (
    product?.field === 'skills' &&
    product.from < at &&
    / \p{Lu}/u.test(product.value) &&
    !isSubjectSkill(product.value)
  )
    return null;
  const last = singular(window[found.to - 1]?.word ?? '');
  // "SAP consultant": a technology before a generic name.
  const technology = facts.from.get(at)?.field === 'skills' && window[0]?.text !== window[0]?.word;
  if (technology && genericHeads.has(last)) return null;
  const next = draft.tokens[at + found.to];
  const longer = next !== undefined && next.clause === window[0]?.clause && roleHeads.has(singular(next.word));
  return longer && joints.test(next.gap) ? null : at + found.to;
}

/** Does a head follow right behind this one, so that both are one name? */
function goesOn(draft: Draft, at: number): boolean {
  const next = draft.tokens[at + 1];
  const here = singular(draft.tokens[at]?.word ?? '');
  return (
    next !== undefined &&
    next.clause === draft.tokens[at]?.clause &&
    /^\s*$/.test(next.gap) &&
    draft.taken[at + 1] !== true &&
    !plainHeads.has(here) &&
    helpers.has(singular(next.word))
  );
}

/** The title that was taken from this token on, in the same breath as the word before. */
function titleFrom(draft: Draft, from: number): { from: number; values: string[] } | null {
  if (!joints.test(draft.tokens[from]?.gap ?? ',')) return null;
  for (const mention of draft.mentions)
    if (mention.kind === 'list' && mention.field === 'titles' && mention.from === from) return mention;
  return null;
}

/** Does another role follow, after one word at most? */
function isBeforeRole(draft: Draft, at: number, facts: FactIndex): boolean {
  const clause = draft.tokens[at]?.clause;
  return [at + 1, at + 2].some((next) => {
    const token = draft.tokens[next];
    if (token === undefined || token.clause !== clause || !joints.test(token.gap) || draft.taken[next] === true)
      return false;
    if (noise.has(draft.tokens[at + 1]?.word ?? '') || facts.from.has(at + 1)) return false;
    return roleHeads.has(singular(token.word)) || knownAt(draft, next, facts) !== null;
  });
}

/** "iOS or Android developer": the modifier before "or" has the same head. */
function shareHead(draft: Draft, from: number, head: number): void {
  const { tokens } = draft;
  if (from === head || !/^(?:or|and)$/.test(tokens[from - 1]?.word ?? '') || bareRoles.at(tokens, from - 2) !== null)
    return;
  const start = modifierEndingAt(draft, from - 2) ?? fieldEndingAt(draft, from - 2);
  if (start === null || !isFree(draft, start, from - 1) || tokens[start]?.clause !== tokens[head]?.clause) return;
  const words = tokens.slice(start, from - 1).map((token) => token.word);
  const title = tidy([...words, singular(tokens[head]?.word ?? '')].join(' '));
  take(draft, { from: start, to: from - 1, kind: 'list', field: 'titles', values: [title] });
}

/** "purchasing or procurement assistant": a field of work before "or". */
function fieldEndingAt(draft: Draft, last: number): number | null {
  const word = draft.tokens[last]?.word ?? '';
  return isSubject(word) || fields.at(draft.tokens, last)?.to === last + 1 ? last : null;
}

/** A skill beside another one; "Head chef" alone is a role. */
function isListedSkill(facts: FactIndex, at: number): boolean {
  if (facts.from.get(at)?.field !== 'skills') return false;
  return [facts.from.get(at + 1), facts.from.get(at + 2), facts.to.get(at), facts.to.get(at - 1)].some(
    (fact) => fact?.field === 'skills',
  );
}

/** "head of engineering", "VP of product", "director of sales": where the name ends, or null. */
function headOf(draft: Draft, at: number, facts: FactIndex): number | null {
  const { tokens } = draft;
  const word = tokens[at]?.word ?? '';
  if (!/^(head|vp|director|chief|vice|teacher|master)$/.test(word)) return null;
  const of = word === 'vice' && tokens[at + 1]?.word === 'president' ? at + 2 : at + 1;
  if (tokens[of]?.word !== 'of') return null;
  let to = of + 1;
  const isPlaceName = (name: number): boolean => {
    const field = facts.from.get(name)?.field;
    return field !== undefined && field !== 'skills';
  };
  while (to < Math.min(tokens.length, of + 3) && isPartOfName(draft, at, to) && !(to > of + 1 && isPlaceName(to)))
    to += 1;
  return to > of + 1 ? to : null;
}

function isPartOfName(draft: Draft, at: number, to: number): boolean {
  const token = draft.tokens[to];
  return (
    token !== undefined &&
    token.clause === draft.tokens[at]?.clause &&
    draft.taken[to] !== true &&
    (!noise.has(token.word) || /^(?:people|technology|it|product|design|growth|talent)$/.test(token.word))
  );
}

function takeTitle(draft: Draft, from: number, to: number): void {
  const last = singular(draft.tokens[to - 1]?.word ?? '');
  const words = draft.tokens.slice(from, to).map((token, index) => (index === to - from - 1 ? last : token.word));
  const slash = wordsAt(draft, from, to).includes('/');
  const title = tidy(slash ? `${wordsAt(draft, from, to - 1).toLowerCase()} ${last}` : words.join(' '));
  take(draft, { from, to, kind: 'list', field: 'titles', values: [title] });
  const first = words[0] ?? '';
  if (
    (first === 'head' && words[1] === 'of') ||
    (last === 'lead' && words.length > 1 && first !== 'sales' && first !== 'account')
  ) {
    draft.mentions.push({ from, to, kind: 'list', field: 'seniority', values: ['lead'] });
  }
  const executive =
    (executiveRoles.has(first) || executiveRoles.has(last) || first === 'vice') && !plainDirectors.has(first);
  if (executive) draft.mentions.push({ from, to, kind: 'list', field: 'seniority', values: ['executive'] });
}
