/**
 * Ukrainian names of roles in several words: what narrows a role stands before it ("системний аналітик"), in the
 * genitive behind it ("тестувальник ігор") or after a preposition ("фахівець з реклами"); English puts it in front.
 */
import { lazy } from '../../taxonomy/data-file.ts';
import { roleHeads } from '../english/role-words.ts';
import { type Lexicon, readLexicon } from '../gloss/lexicon.ts';
import type { Token } from '../meaning.ts';
import { wordSet } from '../phrases.ts';

/** Roles of a general kind: a word beside them narrows them, where a cook in a restaurant stays a cook. */
const general = wordSet(
  'accountant administrator agent analyst animator architect artist assistant buyer coach consultant designer developer director driver editor engineer executive expert fitter installer instructor lawyer lecturer machinist manager nurse operator paramedic programmer psychologist recruiter representative specialist supervisor teacher technician technologist tester trainer translator tutor worker',
);
/** Workplaces that are run, where departments have heads. */
const houses = wordSet('restaurant hotel store warehouse salon hostel');
const makers = wordSet('developer engineer programmer specialist manager');
const PREPOSITION = /^(?:з|із|зі|зо|по|с)$/u;
/** "дизайнер, проєктна робота": what stands before this word belongs to it. */
const WORK = /^(?:робот|вакансі|зайнят|формат|графік|сфер|галуз|компані)/u;
/** Who stands below the role that follows in the genitive. */
const RANKS: readonly (readonly [RegExp, string])[] = [
  [/^заступни[кц]/u, 'deputy'],
  [/^(?:учень|учня|учнем|учениц[яію]|ученицею)$/u, 'apprentice'],
];
const STUDENT = /^студент/u;
const MOST_MODIFIERS = 2;

/** Read at first use. */
const modifiers = lazy(() => readLexicon(['ukrainian/modifiers.txt'], new Set()));

interface Phrase {
  english: string;
  to: number;
}

/** The role that begins at this token with what narrows it, in English; null when nothing narrows it. */
export function rolePhrase(tokens: readonly Token[], at: number, lexicon: Lexicon): Phrase | null {
  const rank = RANKS.find(([words]) => words.test(tokens[at]?.word ?? ''))?.[1];
  if (rank !== undefined) {
    const under = rolePhrase(tokens, at + 1, lexicon) ?? roleAt(tokens, at + 1, lexicon);
    if (under === null || !isOneClause(tokens, at, under.to)) return null;
    return { english: `${rank} ${under.english}`, to: under.to };
  }
  // "студентка-юристка": what one studies is what one will be.
  const student = tokens[at]?.word === 'для' ? at + 1 : at;
  if (STUDENT.test(tokens[student]?.word ?? '') && tokens[student + 1]?.gap === '-') {
    const becomes = roleAt(tokens, student + 1, lexicon);
    if (becomes !== null) return { english: becomes.english, to: becomes.to };
  }
  const before = modifiersAt(tokens, at);
  const role = roleAt(tokens, before.to, lexicon);
  if (role === null || !isOneClause(tokens, at, role.to)) return null;
  const head = role.english.split(' ').at(-1) ?? '';
  if (role.english === 'head of') return departmentHead(tokens, role);
  const isGeneral = general.has(head) && role.english === head;
  if (before.to > at && isGeneral) {
    const again = sameAgain(tokens, role.to, head, lexicon);
    return { english: `${before.english} ${head}`.trim(), to: again };
  }
  if (before.to > at) return null;
  const second = lexicon.at(tokens, role.to);
  const gap = tokens[role.to]?.gap ?? ',';
  if (second !== null && /^[\s-]*$/.test(gap) && isOneClause(tokens, at, second.to)) {
    if (role.english === 'assistant' && namesRole(second.english) && second.english !== 'director')
      return { english: `${second.english} assistant`, to: second.to };
    // "лікар-стоматолог": the kind of doctor says it all.
    if (/^(?:doctor|cook)$/.test(role.english) && namesRole(second.english) && gap !== ' ') return { ...second };
    // "тестувальник автоматизатор": the second says all that the first does.
    if (
      second.english !== role.english &&
      role.english.split(' ').every((word) => second.english.split(' ').includes(word))
    )
      return { english: second.english, to: second.to };
    if (makers.has(head) && role.english === head && /^(?:technical|customer) support specialist$/.test(second.english))
      return { english: second.english, to: second.to };
  }
  const merged = sameAgain(tokens, role.to, head, lexicon);
  if (merged > role.to && role.english !== head) return { english: role.english, to: merged };
  return isGeneral ? narrowedBehind(tokens, role, head) : null;
}

/** "керівник відділу розробки": what the department is for. */
function departmentHead(tokens: readonly Token[], role: Phrase): Phrase | null {
  const what = modifiersAt(tokens, role.to);
  return what.english === '' ? null : { english: `head of ${what.english}`, to: what.to };
}

/** "пакувальниця на склад": behind a role the warehouse is where, and no role of its own. */
export function warehouseBehind(tokens: readonly Token[], at: number, lexicon: Lexicon): Phrase | null {
  if (tokens[at]?.word !== 'на' || !/^склад[іу]?$/u.test(tokens[at + 1]?.word ?? '')) return null;
  const before = tokens[at - 1];
  if (before === undefined || before.clause !== tokens[at]?.clause) return null;
  const role = lexicon.at(tokens, at - 1);
  return role !== null && role.to === at && namesRole(role.english) ? { english: 'in warehouse', to: at + 2 } : null;
}

/** "фронтенд-розробниця": the head is said once more. */
function sameAgain(tokens: readonly Token[], at: number, head: string, lexicon: Lexicon): number {
  const next = tokens[at];
  if (next === undefined || !makers.has(head) || !/^[\s-]*$/.test(next.gap)) return at;
  const found = lexicon.at(tokens, at);
  return found !== null && makers.has(found.english) ? found.to : at;
}

function narrowedBehind(tokens: readonly Token[], role: Phrase, head: string): Phrase | null {
  const first = tokens[role.to];
  const from = first !== undefined && PREPOSITION.test(first.word) ? role.to + 1 : role.to;
  const behind = modifiersAt(tokens, from);
  if (behind.to === from || behind.english === '' || !isOneClause(tokens, role.to - 1, behind.to)) return null;
  if (!/^[\s-]*$/.test(tokens[role.to]?.gap ?? '') || WORK.test(tokens[behind.to]?.word ?? '')) return null;
  if (head !== 'executive') return { english: `${behind.english} ${head}`, to: behind.to };
  const runs = houses.has(behind.english.split(' ').at(-1) ?? '');
  return { english: runs ? `${behind.english} manager` : `head of ${behind.english}`, to: behind.to };
}

function modifiersAt(tokens: readonly Token[], from: number): Phrase {
  const words: string[] = [];
  let to = from;
  for (let count = 0; count < MOST_MODIFIERS; count += 1) {
    const found = modifiers().at(tokens, to);
    if (found === null) break;
    if (found.english !== '') words.push(found.english);
    to = found.to;
  }
  return { english: words.join(' '), to };
}

function roleAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Phrase | null {
  const found = lexicon.at(tokens, at);
  return found !== null && found.later === null && namesRole(found.english) ? found : null;
}

function namesRole(english: string): boolean {
  return roleHeads.has(english.split(' ').at(-1) ?? '') || english === 'executive' || english === 'head of';
}

function isOneClause(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every((token) => token.clause === tokens[from]?.clause);
}
