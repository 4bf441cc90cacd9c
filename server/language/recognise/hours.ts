/** Finds hours of work: "20 hours a week" is part time, "40 hours" full time. */
import type { Draft } from './draft.ts';
import { isFree, take } from './draft.ts';

/** From here on a week is a full one. */
const FULL_WEEK = 35;
const LEAST_HOURS = 4;
const MOST_HOURS = 60;
const PLACES_OF_WORK =
  /^(?:office|offices|home|remote|remotely|hybrid|wfh|onsite|site|come|coming|in|commute|commuting|travel|person)$/;

/** Takes every statement of hours a week; runs before amounts of money. */
export function takeHours(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    if (takeDays(draft, at)) continue;
    const match = /^(\d{1,2})(h|hrs|hours)?$/.exec(tokens[at]?.word ?? '');
    const hours = Number(match?.[1] ?? 0);
    if (match === null || hours < LEAST_HOURS || hours > MOST_HOURS || !isFree(draft, at, at + 1)) continue;
    let unit = match[2] === undefined ? at + 1 : at;
    // "20 to 25 hours": the larger number tells.
    if (/^\d{1,2}$/.test(tokens[unit]?.word ?? '') || tokens[unit]?.word === 'to') continue;
    if (match[2] === undefined && !/^(?:hours?|hrs|h)$/.test(tokens[unit]?.word ?? '')) continue;
    unit += 1;
    const week = /^(?:(?:a|per|each|every|the) )?(?:week|weekly|wk)\b/.exec(
      tokens
        .slice(unit, unit + 2)
        .map((token) => token.word)
        .join(' '),
    );
    const whole = week !== null || (tokens[unit - 1]?.word === 'hours' && !hasOther(draft, at, unit));
    if (!whole) continue;
    const to = week === null ? unit : unit + week[0].split(' ').length;
    const from = firstOf(draft, at);
    const values = [hours >= FULL_WEEK ? 'full_time' : 'part_time'];
    const isBounded = /^(?:no|not)\b/.test(tokens[from]?.word ?? '') && from < at;
    // "No more than 40 hours": every full week is within that.
    if (isBounded && hours >= FULL_WEEK) take(draft, { from, to, kind: 'noise' });
    else take(draft, { from, to, kind: 'list', field: 'employment', values });
    // The "no" is of the bound and refuses nothing.
    if (isBounded) for (let inside = from; inside < to; inside += 1) draft.pinned.set(inside, 'want');
    at = to - 1;
  }
}

/** "two days a week", "a three day week": part time, unless they are days in the office or at home. */
function takeDays(draft: Draft, at: number): boolean {
  const words = draft.tokens.slice(at, at + 4).map(({ word }) => word);
  const found = /^(?:(?:[1-4]|one|two|three|four) days? (?:a|per) week|(?:[1-3]|one|two|three) day week)\b/.exec(
    words.join(' '),
  );
  if (found === null || draft.tokens.some(({ word }) => PLACES_OF_WORK.test(word))) return false;
  const to = at + found[0].split(' ').length;
  if (!isFree(draft, at, to)) return false;
  const from = firstOf(draft, at);
  take(draft, { from, to, kind: 'list', field: 'employment', values: ['part_time'] });
  return true;
}

/** "24 hours" may be an age or a shift. */
function hasOther(draft: Draft, at: number, to: number): boolean {
  const beside = [...draft.tokens.slice(Math.max(0, at - 2), at), ...draft.tokens.slice(to, to + 2)];
  return (
    draft.tokens[at]?.word === '24' ||
    beside.some((token) => /^(?:last|past|ago|old|day|shift|shifts|within|notice)$/.test(token.word)) ||
    (/^(?:than)$/.test(draft.tokens[at - 1]?.word ?? '') &&
      !/^(?:more|less|fewer)$/.test(draft.tokens[at - 2]?.word ?? ''))
  );
}

/** "max 20 hours", "about 15 to 20 hours": the words before belong to it. */
function firstOf(draft: Draft, at: number): number {
  let from = at;
  while (
    from > 0 &&
    draft.taken[from - 1] !== true &&
    draft.tokens[from - 1]?.clause === draft.tokens[at]?.clause &&
    /^(?:max|maximum|up|to|about|around|at|most|least|min|minimum|\d{1,2}|only|between|under|below|over|and|no|not|more|less|fewer|than)$/.test(
      draft.tokens[from - 1]?.word ?? '',
    )
  )
    from -= 1;
  return from;
}
