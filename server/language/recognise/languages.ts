/** Finds languages of work, wanted ("English is enough") or refused ("I don't speak German"). */
import { wordSet } from '../phrases.ts';
import type { Draft } from './draft.ts';
import { isFree, singular, take } from './draft.ts';
import { roleHeads } from '../english/role-words.ts';
import {
  afterLanguage,
  beforeLanguage,
  languageLacked,
  languageLearned,
  languageNames,
  languageNotNeeded,
} from '../english/wish-words.ts';

/** "English-speaking kitchen": where a language is spoken is no field of work. */
const workplaces = wordSet(
  'kitchen team teams office company environment clinic school crew workplace practice restaurant hotel staff hospital lab firm colleagues kindergarten nursery bar shop',
);

/** Takes every language that is meant as one; "Polish company" and "English teacher" are left alone. */
export function takeLanguages(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    const code = codeAt(draft, at);
    if (code === null || !isFree(draft, at, at + 1) || !isMeant(draft, at)) continue;
    const pair = translatedPair(draft, at, code);
    if (pair !== null) {
      at = pair - 1;
      continue;
    }
    const learned =
      standsBefore(draft, at, (back) => languageLearned.at(tokens, back)?.to ?? null) ??
      (languageLearned.at(tokens, at + 1) === null ? null : at);
    if (learned !== null && needlessLater(draft, at)) {
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'languages', values: [code] });
      refuse(draft, at, at + 1);
      continue;
    }
    const weak = isWeak(draft, at);
    if (weak !== null) {
      // "my Dutch is weak, so it must not be required"
      if (needlessLater(draft, at)) {
        take(draft, { from: weak.from, to: weak.to, kind: 'list', field: 'languages', values: [code] });
        refuse(draft, weak.from, weak.to);
        continue;
      }
      take(draft, { from: weak.from, to: weak.to, kind: 'noise' });
      continue;
    }
    if (learned !== null) {
      take(draft, { from: learned, to: at + 1, kind: 'noise' });
      continue;
    }
    const behind = languageLacked.at(tokens, at + 1);
    const lacked =
      standsBefore(draft, at, (back) => languageLacked.at(tokens, back)?.to ?? null) ?? (behind === null ? null : at);
    const needless = notNeededBehind(draft, at);
    let to = at + 1;
    while (/^(?:speaking|speakers?|spoken|languages?|skills|native|only|fluent|fluently)$/.test(tokens[to]?.word ?? ''))
      to += 1;
    if (tokens[to - 1]?.word === 'speaking' && workplaces.has(tokens[to]?.word ?? '')) to += 1;
    take(draft, { from: at, to, kind: 'list', field: 'languages', values: [code] });
    if (lacked !== null) refuse(draft, lacked, Math.max(to, behind?.to ?? to));
    if (needless !== null) refuse(draft, at, needless);
    at = to - 1;
  }
}

/** "Portuguese to English translator": two languages, and a translator. Gives the token behind them. */
function translatedPair(draft: Draft, at: number, code: string): number | null {
  const { tokens } = draft;
  const joint = tokens[at + 1];
  const second = joint?.gap === '-' ? at + 1 : /^(?:to|into)$/.test(joint?.word ?? '') ? at + 2 : at;
  const other = second === at ? null : codeAt(draft, second);
  const role = tokens[second + 1]?.word ?? '';
  const near = /^(?:translat|interpret|locali[sz]|subtitl|proofread)/;
  const before = tokens.slice(Math.max(0, at - 3), at).some(({ word }) => near.test(word));
  if (other === null || !(near.test(role) || before)) return null;
  take(draft, { from: at, to: second + 1, kind: 'list', field: 'languages', values: [code, other] });
  return second + 1;
}

/** "my German is not so good yet", "German weak": a remark about one's own level; null when it is none. */
function isWeak(draft: Draft, at: number): { from: number; to: number } | null {
  const { tokens } = draft;
  const own = /^(?:my|our)$/.test(tokens[at - 1]?.word ?? '');
  let to = at + 1;
  while (
    to < at + 6 &&
    tokens[to]?.clause === tokens[at]?.clause &&
    /^(?:is|are|basically|practically|almost|nearly|close|to|still|not|yet|so|very|that|too|pretty|quite|rather|really|only|just|a|bit|i|speak|know|skills|level|at)$/.test(
      tokens[to]?.word ?? '',
    )
  )
    to += 1;
  const said = tokens[to]?.clause === tokens[at]?.clause ? (tokens[to]?.word ?? '') : '';
  const bad =
    /^(?:weak|weakly|poor|poorly|bad|badly|awful|dreadful|horrible|nonexistent|non|zero|patchy|wobbly|rubbish|crap|atrocious|embarrassing|appalling|lousy|iffy|ropey|dodgy|pants|meh|useless|abysmal|laughable|minimal|elementary|rusty|basic|shaky|limited|terrible|broken|mediocre|little)$/.test(
      said,
    );
  const good = /^(?:good|great|perfect|strong|fluent|high)$/.test(said);
  const negated = tokens.slice(at + 1, to).some((token) => token.word === 'not');
  if (!(bad && (own || to <= at + 4)) && !(good && own && negated)) return null;
  if (!own && !bad) return null;
  return { from: own ? at - 1 : at, to: to + 1 };
}

function codeAt(draft: Draft, at: number): string | null {
  return languageNames.get(draft.tokens[at]?.word ?? '') ?? null;
}

function refuse(draft: Draft, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    draft.modes[at] = 'avoid';
    draft.taken[at] = true;
  }
}

/** The start of a phrase that ends before this token with at most a few words between; null when there is none. */
function standsBefore(draft: Draft, at: number, ends: (from: number) => number | null): number | null {
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1) {
    if (draft.tokens[back]?.clause !== draft.tokens[at]?.clause) return null;
    const to = ends(back);
    if (to === null || to > at) continue;
    const between = draft.tokens.slice(to, at);
    return between.every(
      (token) =>
        languageNames.has(token.word) ||
        /^(?:or|and|nor|any|much|enough|a|word|of|good|very|well|the|in|yet)$/.test(token.word),
    )
      ? back
      : null;
  }
  return null;
}

/** "German not needed", "German or French is not required": the end of the release. */
function notNeededBehind(draft: Draft, at: number): number | null {
  for (let ahead = at + 1; ahead <= at + 6 && ahead < draft.tokens.length; ahead += 1) {
    if (draft.tokens[ahead]?.clause !== draft.tokens[at]?.clause) return null;
    const found = languageNotNeeded.at(draft.tokens, ahead);
    if (found !== null) return found.to;
    const word = draft.tokens[ahead]?.word ?? '';
    if (
      !languageNames.has(word) &&
      !/^(?:or|and|skills|language|knowledge|speaking|is|should|it|that|would|to|be)$/.test(word)
    )
      return null;
  }
  return null;
}

/** "I am only learning German, so it should not be required" */
function needlessLater(draft: Draft, at: number): boolean {
  for (let ahead = at + 1; ahead < Math.min(draft.tokens.length, at + 20); ahead += 1) {
    if (draft.tokens[ahead]?.sentence !== draft.tokens[at]?.sentence) return false;
    const found = languageNotNeeded.at(draft.tokens, ahead);
    if (found === null) continue;
    refuse(draft, ahead, found.to);
    return true;
  }
  return false;
}

/** Is the name of a language here a language, or an adjective, or part of a role? */
function isMeant(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const here = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (next !== undefined && next.sentence === here?.sentence && next.clause === here.clause) {
    // "English language teacher"
    if (next.word === 'language' && roleHeads.has(singular(tokens[at + 2]?.word ?? ''))) return false;
    if (before?.word === 'of' && roleHeads.has(singular(tokens[at - 2]?.word ?? ''))) return false;
    if (next.word === 'to' && languageNames.has(tokens[at + 2]?.word ?? '')) return true;
    // "English or French works": a language after another one is one.
    if (/^(?:or|and|nor)$/.test(before?.word ?? '') && languageNames.has(tokens[at - 2]?.word ?? ''))
      return !roleAhead(draft, at + 1);
    if (before !== undefined && languageNames.has(before.word) && /^[-–/]$/.test(here.gap)) return true;
    if (afterLanguage.has(next.word) || languageNames.has(next.word)) return !roleAhead(draft, at + 1);
    // "no English jobs": such as want English at work.
    if (
      /^(?:no|not|without|except)$/.test(before?.word ?? '') &&
      /^(?:jobs?|roles?|positions?|postings?)$/.test(next.word)
    )
      return true;
    if (roleHeads.has(singular(next.word))) return false;
    return before !== undefined && /^(?:speak|speaks|fluent|bilingual|knowing)$/.test(before.word);
  }
  return (
    before === undefined ||
    before.clause !== here?.clause ||
    beforeLanguage.has(before.word) ||
    languageNames.has(before.word) ||
    tokens.length <= 3 ||
    next === undefined ||
    next.clause !== here.clause
  );
}

/** "German and English teacher": the languages belong to the role. */
function roleAhead(draft: Draft, from: number): boolean {
  const { tokens } = draft;
  for (let at = from; at < from + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.clause !== tokens[from]?.clause) return false;
    if (roleHeads.has(singular(token.word)) && languageNames.has(tokens[at - 1]?.word ?? '')) return true;
    if (!languageNames.has(token.word) && !/^(?:and|or)$/.test(token.word)) return false;
  }
  return false;
}
