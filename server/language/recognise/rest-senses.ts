/** What an unknown stretch of words is by where it stands: an opinion, a verb, the name of a skill. */
import type { Draft } from './draft.ts';
import { noise } from '../english/noise-words.ts';

/** A word between "to" and "into", "a", "my" … is a verb. */
export function isInfinitive(draft: Draft, from: number, to: number): boolean {
  const { tokens } = draft;
  return (
    to - from === 1 &&
    tokens[from - 1]?.word === 'to' &&
    tokens[from]?.text === tokens[from]?.word &&
    tokens[to]?.clause === tokens[from]?.clause &&
    /^(?:into|a|an|my|the|up|out|with|for|it|them|our|your|this|that|some|on|in)$/.test(tokens[to]?.word ?? '')
  );
}

/** "my uncle's garage" is told, "whichever ward" is left open: neither is a wish. */
export function isPossession(draft: Draft, from: number): boolean {
  const before = draft.tokens[from - 1]?.word ?? '';
  // "I'm finishing school"
  if (/^(?:i'm|we're|am)$/.test(before) && (draft.tokens[from]?.word ?? '').endsWith('ing')) return true;
  return /^(?:my|our|his|her|their|whichever|whatever)$/.test(before);
}

/** Words behind "too", up to the end of the clause. */
export function isOpinion(draft: Draft, from: number, to: number): boolean {
  const { tokens } = draft;
  return (
    to - from <= 2 &&
    /^(?:too|so|very|really|pretty|quite|super|bit|rather|kinda|way)$/.test(tokens[from - 1]?.word ?? '') &&
    (from < 2 || tokens[from - 2]?.clause !== tokens[from]?.clause || noise.has(tokens[from - 2]?.word ?? '')) &&
    tokens[to]?.clause !== tokens[from]?.clause
  );
}

/** "Revit and ArchiCAD", "with experience in BAS": a name in capitals beside a skill or said to be one. */
export function isNamedLikeSkill(draft: Draft, from: number, to: number): boolean {
  const { tokens } = draft;
  if (to - from === 1 && isSaidKnown(draft, from)) return true;
  const words = tokens
    .slice(Math.max(0, from - 3), from)
    .map(({ word }) => word)
    .join(' ');
  const initials = draft.latinNames ? /^[A-Z\d]/ : /^[\p{Lu}\d]/u;
  const capitals =
    (!draft.foreign || draft.latinNames) && tokens.slice(from, to).every(({ text }) => initials.test(text));
  if (capitals && to - from <= 3 && introducesSkill.test(words)) return true;
  // "PLC programmer, TIA Portal, Nuremberg": a name that is a clause of its own, among skills.
  const whole = tokens[from - 1]?.clause !== tokens[from]?.clause && tokens[to]?.clause !== tokens[from]?.clause;
  if (
    capitals &&
    whole &&
    from > 0 &&
    to - from <= 3 &&
    draft.mentions.some(
      (mention) =>
        mention.kind === 'list' && (mention.field === 'skills' || (draft.latinNames && mention.field === 'titles')),
    )
  )
    return true;
  const joined = tokens[from - 1]?.word === 'and' || tokens[from - 1]?.word === 'or' ? from - 1 : from;
  const isBesideSkill = draft.mentions.some(
    (mention) => mention.kind === 'list' && mention.field === 'skills' && mention.to === joined,
  );
  // "знання 1С та M.E.Doc", "Rust or Ada"
  if (capitals && isBesideSkill && (draft.latinNames || (joined < from && to - from === 1))) return true;
  if (to - from !== 1 || !/^\p{L}*\p{Ll}\p{Lu}|^\p{Lu}{3,6}$/u.test(tokens[from]?.text ?? '')) return false;
  if (draft.text === draft.text.toUpperCase()) return false;
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  if (/(?:experience (?:in|with)|knowledge of|skills in|know)$/.test(before.join(' '))) return true;
  return isBesideSkill;
}

/** What says that a skill follows. */
const introducesSkill =
  /(?:must know|need to know|should know|have to know|proficient in|familiar with|expert in|certified in|skilled in|trained in|knowledge of|experience (?:in|with)|they use|we use|you use|using)$/;

/** "with Epic experience", "experience with Mocha": a name with a capital. */
function isSaidKnown(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  if (!/^\p{Lu}/u.test(tokens[at]?.text ?? '') || at === 0) return false;
  const before = tokens
    .slice(Math.max(0, at - 2), at)
    .map(({ word }) => word)
    .join(' ');
  const behind = /^(?:experience|skills|knowledge|certification|certificate)$/.test(tokens[at + 1]?.word ?? '');
  return (
    (/(?:^| )(?:with|using|some|good)$/.test(before) && behind) ||
    /^(?:experience (?:in|with|of|using)|knowledge of|skilled in|certified in)$/.test(before)
  );
}

/** "щоб не вимагали", "їй не підходить": a verb behind "not" and a short word refuse nothing by themselves. */
export function isUkrainianVerb(draft: Draft, from: number, to: number): boolean {
  const word = draft.tokens[from]?.word ?? '';
  if (to - from > 1 || !/^\p{Script=Cyrillic}+$/u.test(word)) return false;
  if (word.length <= 3) return true;
  return (
    draft.tokens[from - 1]?.word === 'not' &&
    /(?:ти|тись|тися|ться|ють|ять|[аиіуя]ли|[аиіуя]ла|лося|лась|ався|ився|йте|[уаяи]й|аю|ую|юю)$/u.test(word)
  );
}
