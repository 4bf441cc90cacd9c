/** Finds how fresh a posting shall be: "only the last two weeks", "today", "newer than a week". */
import type { Mention, Token } from '../meaning.ts';
import { phrases, wordSet } from '../phrases.ts';

const fixed = phrases<'1' | '2' | '7' | '14' | '30' | '90' | '180' | '365'>({
  '1': "today's|today|posted today|from today|since yesterday|last day|past day|last 24 hours|past 24 hours|last 24h|past 24h|24 hours|24h",
  '2': 'yesterday|from yesterday|last 48 hours|past 48 hours',
  '7': 'since monday|since tuesday|since wednesday|since thursday|since friday|since saturday|since sunday|since last monday|since last friday|since the weekend|since last weekend|this week|last week|past week|the week|a week old|newer than a week|within a week|in a week',
  '14': 'fortnight|last fortnight|past fortnight|this fortnight',
  '30': 'this month|last month|past month|newer than a month|within a month',
  '90': 'this quarter|last quarter|past quarter',
  '180': 'last half year|past half year',
  '365': 'this year|last year|past year',
});
const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  couple: 2,
  few: 3,
  fourteen: 14,
  thirty: 30,
};
const units: Record<string, number> = {
  day: 1,
  days: 1,
  d: 1,
  week: 7,
  weeks: 7,
  wk: 7,
  wks: 7,
  month: 30,
  months: 30,
  hour: 1 / 24,
  hours: 1 / 24,
  h: 1 / 24,
  year: 365,
};
const before = wordSet('last past previous within than recent latest');
const after = wordSet('old ago max');
const lead = wordSet(
  'the in only just from of posted published listed added posted within since not older newer than no more during over for a couple few at most ads jobs postings',
);
const dated = wordSet(
  'posted published listed added ads ad postings posting jobs job want only show fresh newer older new from since last within past',
);
const told = wordSet('i my me we our he she got was were had lost laid quit fired moved finished graduated started');
const starts = wordSet('start starting starts begin beginning available next');

/** No posting is asked for by so many years. */
const OLDEST_YEARS = 5;

/** All statements about the age of postings; `adjusts` when the filter has one that "two weeks" can change. */
export function recogniseDates(tokens: readonly Token[], adjusts: boolean): Mention[] {
  const found: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const hit = readDays(tokens, index, adjusts);
    if (hit === null) continue;
    let from = index;
    while (from > 0 && lead.has(tokens[from - 1]?.word ?? '') && tokens[from - 1]?.clause === tokens[index]?.clause)
      from -= 1;
    if (!isAboutPosting(tokens, from, index)) continue;
    found.push({ from: Math.min(index, from), to: hit.to, kind: 'days', days: hit.days });
    index = hit.to - 1;
  }
  return found;
}

function readDays(tokens: readonly Token[], index: number, adjusts: boolean): { to: number; days: number } | null {
  const phrase = fixed.at(tokens, index);
  if (phrase !== null) {
    const loose = ['the week', '24 hours', '24h', 'in a week'].includes(
      tokens
        .slice(index, phrase.to)
        .map((token) => token.word)
        .join(' '),
    );
    return loose && !before.has(tokens[index - 1]?.word ?? '') ? null : { to: phrase.to, days: Number(phrase.value) };
  }
  let at = index;
  let introduced = before.has(tokens[index]?.word ?? '');
  if (introduced) at += 1;
  if (tokens[at]?.word === 'a' && (tokens[at + 1]?.word === 'few' || tokens[at + 1]?.word === 'couple')) at += 1;
  const glued = /^(\d{1,4})(d|h|days|weeks|w)$/.exec(tokens[at]?.word ?? '');
  if (glued !== null && introduced) {
    const unit = units[glued[2] === 'w' ? 'week' : (glued[2] ?? '')] ?? 1;
    return { to: at + 1, days: Math.max(1, Math.round(Number(glued[1]) * unit)) };
  }
  const word = tokens[at]?.word ?? '';
  const count = /^\d{1,4}$/.test(word) ? Number(word) : numbers[word];
  if (count === undefined) return null;
  let unitAt = at + 1;
  if (tokens[unitAt]?.word === 'of') unitAt += 1;
  const unit = units[tokens[unitAt]?.word ?? ''];
  if (unit === undefined || tokens[unitAt]?.clause !== tokens[index]?.clause) return null;
  let to = unitAt + 1;
  // "A 17 year old" is a person.
  if (unit === 365 && count > OLDEST_YEARS && tokens[to]?.word === 'old') return null;
  if (after.has(tokens[to]?.word ?? '')) {
    introduced = true;
    to += 1;
  }
  const back = tokens[index - 1]?.word ?? '';
  // "make it two weeks" speaks of the age that was set before.
  if (
    adjusts &&
    (/^(?:it|to|just|only|that)$/.test(back) ||
      (index === 0 && tokens.length <= 4) ||
      (/^(?:is|would|works)$/.test(tokens[to]?.word ?? '') && tokens.length <= 7))
  )
    introduced = true;
  if (!introduced && !['than', 'within', 'last', 'past'].includes(back)) return null;
  return { to, days: Math.min(3650, Math.max(1, Math.round(count * unit))) };
}

/** "I got laid off last month" tells a story; "posted last month" and a short "last month" do not. */
function isAboutPosting(tokens: readonly Token[], from: number, index: number): boolean {
  const clause = tokens[index]?.clause;
  const earlier = [];
  for (let at = from - 1; at >= 0 && tokens[at]?.clause === clause; at -= 1) earlier.push(tokens[at]?.word ?? '');
  if (earlier.slice(0, 3).some((word) => starts.has(word))) return false;
  const asked =
    earlier.some((word) => dated.has(word)) ||
    tokens.slice(from, index).some((token) => dated.has(token.word) && token.word !== 'last');
  return asked || !earlier.some((word) => told.has(word));
}
