/**
 * Puts postings that advertise one opening together. Depends on the set of postings only, never on their order, so that
 * a store comes out the same however its postings came. Pure.
 */
import { createSets } from './connected.ts';
import { neededLikeness, type Opening, sameByKey, sameTitle } from './same-opening.ts';

export type Member = Opening & {
  completeness: 'full' | 'snippet' | 'none';
  isClosed: boolean;
  /** A person said that this one stands for itself. */
  isApart: boolean;
};

export type Because = 'vacancy' | 'address' | 'likeness';
/** `winner` is shown; `others` with what joined them. */
export type OpeningGroup = { winner: Member; others: { member: Member; because: Because }[] };

/** The lower, the nearer to the employer (what an unknown board is worth stands between). */
const RANKS: Record<string, number> = Object.fromEntries(
  [
    ['greenhouse', 'lever', 'ashby', 'workable', 'smartrecruiters', 'recruitee', 'personio', 'workday'],
    ['jsonld', 'added', 'usajobs'],
    ['arbeitsagentur', 'hn', 'djinni', 'dou'],
    ['himalayas', 'jobicy', 'weworkremotely', 'remotive', 'arbeitnow', 'themuse'],
    ['remoteok'],
    ['adzuna', 'eures'],
  ].flatMap((names, rank) => names.map((name) => [name, rank])),
);
const UNKNOWN_RANK = 3;

/** Two texts of one board that are as alike as this to a third cannot be told apart by it. */
const MARGIN = 0.02;

export type Likeness = (a: Member, b: Member) => number | null;

/** Groups of these postings; most have one member. `likeness` is asked of few pairs. */
export function groupOpenings(postings: readonly Member[], likeness: Likeness): OpeningGroup[] {
  const members = postings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const free = members.filter((member) => !member.isApart);
  const strong = createSets();
  const joinedBy = new Map<string, Because>();
  for (const [a, b] of pairs(free)) {
    const because = sameByKey(a, b);
    if (because === null || !isClear(a, b, free)) continue;
    strong.join(a.id, b.id);
    for (const { id } of [a, b]) if (joinedBy.get(id) !== 'vacancy') joinedBy.set(id, because);
  }
  const [all, sure] = [createSets(), createSets()];
  for (const { id } of members) for (const sets of [all, sure]) sets.join(strong.of(id), id);
  const links = likeLinks(free, likeness, strong.of);
  for (const [a, b] of links) all.join(a.id, b.id);
  // What likeness joined against what is known for sure falls apart again, all of it.
  const wrong = new Set(
    [...Map.groupBy(members, ({ id }) => all.of(id))]
      .filter(([, group]) => contradicts(group, strong.of))
      .map(([root]) => root),
  );
  for (const [a, b] of links) if (!wrong.has(all.of(a.id))) sure.join(a.id, b.id);
  return [...Map.groupBy(members, ({ id }) => sure.of(id)).values()].map((group) => {
    const [winner, ...others] = group.toSorted(byWorth);
    if (winner === undefined) throw new Error('a group without a member');
    return {
      winner,
      others: others.map((member) => ({
        member,
        because: strong.of(member.id) === strong.of(winner.id) ? (joinedBy.get(member.id) ?? 'vacancy') : 'likeness',
      })),
    };
  });
}

/** When a board has several titles under one vacancy's address, only the one with the right title is it. */
function isClear(a: Member, b: Member, all: readonly Member[]): boolean {
  if (a.source === b.source || sameTitle(a, b)) return true;
  const shared = (of: Member): boolean =>
    all.some(
      (other) =>
        other.id !== of.id &&
        other.source === of.source &&
        other.vacancy !== null &&
        other.vacancy === of.vacancy &&
        !sameTitle(other, of),
    );
  return !shared(a) && !shared(b);
}

/** Pairs of different boards that are each other's best, clearly ahead of the next. */
function likeLinks(members: readonly Member[], likeness: Likeness, strong: (id: string) => string): [Member, Member][] {
  const found = new Map<string, { other: Member; value: number }[]>();
  for (const [a, b] of pairs(members)) {
    const needed = neededLikeness(a, b);
    if (needed === null) continue;
    const value = likeness(a, b);
    if (value === null || value < needed) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = `${one.id} ${other.source}`;
      found.set(key, [...(found.get(key) ?? []), { other, value }]);
    }
  }
  const best = (one: Member, source: string): string | null => {
    const [first, ...rest] = (found.get(`${one.id} ${source}`) ?? []).toSorted((x, y) => y.value - x.value);
    if (first === undefined) return null;
    const rival = rest.find(({ other }) => strong(other.id) !== strong(first.other.id));
    return rival !== undefined && first.value - rival.value < MARGIN ? null : strong(first.other.id);
  };
  return pairs(members).filter(
    ([a, b]) =>
      best(a, b.source) === strong(b.id) && best(b, a.source) === strong(a.id) && strong(a.id) !== strong(b.id),
  );
}

function contradicts(group: readonly Member[], strong: (id: string) => string): boolean {
  return pairs(group).some(
    ([a, b]) =>
      strong(a.id) !== strong(b.id) &&
      (a.source === b.source || (a.vacancy !== null && b.vacancy !== null && a.vacancy !== b.vacancy)),
  );
}

/** Who is shown: the employer's own board also when closed (it knows best), else an open one, near the employer, with its text. */
function byWorth(a: Member, b: Member): number {
  const rank = (member: Member): number => RANKS[member.source] ?? UNKNOWN_RANK;
  const own = (member: Member): number => (rank(member) === 0 ? 0 : 1);
  const text = { full: 0, snippet: 1, none: 2 };
  return (
    own(a) - own(b) ||
    Number(a.isClosed) - Number(b.isClosed) ||
    rank(a) - rank(b) ||
    text[a.completeness] - text[b.completeness] ||
    (a.id < b.id ? -1 : 1)
  );
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b): [T, T] => [a, b]));
}
