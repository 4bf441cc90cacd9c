/** What a person corrects in the same breath: "in Birmingham, no wait, Coventry". */
import { type Draft, isFree, take } from './draft.ts';
import type { Mention } from '../meaning.ts';
import { phrases } from '../phrases.ts';

const corrected = phrases<'corrected'>({
  corrected:
    'no wait|no sorry|sorry no|wait no|i mean|i meant|or rather|actually no|no actually|scratch that|make that|no make that|nope|oops|sorry i mean|sorry i meant',
});
/** Words between a correction and what it corrects at most. */
const WIDEST = 1;

/** Takes the words of correction inside a message and returns where they stand. */
export function takeCorrections(draft: Draft): number[] {
  const found: number[] = [];
  for (let at = 1; at < draft.tokens.length - 1; at += 1) {
    const words = corrected.at(draft.tokens, at);
    if (words === null || !isFree(draft, at, words.to)) continue;
    take(draft, { from: at, to: words.to, kind: 'noise' });
    found.push(at);
    at = words.to - 1;
  }
  return found;
}

/** What stands right before a correction gives way to the next value of its kind; runs when all mentions are known. */
export function applyCorrections(draft: Draft, corrections: readonly number[]): void {
  const content = draft.mentions.filter(({ kind }) => kind !== 'noise');
  for (const at of corrections) {
    const before = content
      .filter(({ to }) => to <= at)
      .reduce<Mention | null>((last, one) => (last === null || one.to > last.to ? one : last), null);
    const after = content
      .filter(({ from }) => from > at)
      .reduce<Mention | null>((first, one) => (first === null || one.from < first.from ? one : first), null);
    if (before === null || after === null || at - before.to > WIDEST || !isOfKind(before, after)) continue;
    for (let token = before.from; token < before.to; token += 1) draft.modes[token] = 'ignore';
    for (let token = after.from; token < after.to; token += 1) draft.modes[token] = 'want';
  }
}

function isOfKind(one: Mention, other: Mention): boolean {
  if (one.kind !== 'list' || other.kind !== 'list') return one.kind === other.kind;
  const place = /^(?:cities|countries|regions)$/;
  return one.field === other.field || (place.test(one.field) && place.test(other.field));
}
