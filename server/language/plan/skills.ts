/** Which skills are all required and of which any one is enough, and whether they join or replace the old ones. */
import type { Filter } from '../../matching/filter.ts';
import type { Draft } from '../recognise/draft.ts';
import { orWords } from '../english/operator-words.ts';
import type { Mention } from '../meaning.ts';
import { wordSet } from '../phrases.ts';

const anders = wordSet('and with plus & also');
const choosers = wordSet('either one any');

export interface SkillWish {
  all: string[];
  any: string[];
  /** The sentence begins with "or": a choice between the old skill and the new one. */
  orBefore: boolean;
}

type SkillMention = Mention & { kind: 'list' };

/** "A, B with C" are all required; "A or B" and "one of A, B" any one of them. */
export function sortSkills(draft: Draft, mentions: readonly SkillMention[]): SkillWish {
  const sorted = mentions.toSorted((a, b) => a.from - b.from);
  const segments: { values: string[]; any: boolean }[] = [];
  let orBefore = false;
  let previous: SkillMention | null = null;
  for (const mention of sorted) {
    const link = previous === null ? 'new' : linkBetween(draft, previous.to, mention.from);
    const segment = segments.at(-1);
    if (link === 'new' || link === 'and' || segment === undefined) {
      if (previous === null)
        orBefore = mention.from > 0 && orWords.has(draft.tokens[mention.from - 1]?.word ?? '') && mention.from <= 2;
      segments.push({ values: [...mention.values], any: hasChooser(draft, mention.from) });
    } else {
      segment.values.push(...mention.values);
      if (link === 'or') segment.any = true;
    }
    previous = mention;
  }
  const unique = (lists: string[][]): string[] => [...new Set(lists.flat())];
  return {
    all: unique(
      segments.filter((segment) => !segment.any || segment.values.length === 1).map((segment) => segment.values),
    ),
    any: unique(
      segments.filter((segment) => segment.any && segment.values.length > 1).map((segment) => segment.values),
    ),
    orBefore,
  };
}

function linkBetween(draft: Draft, from: number, to: number): 'or' | 'and' | 'comma' | 'new' {
  const words = draft.tokens.slice(from, to).map((token) => token.word);
  if (words.length > 3) return 'new';
  if (words.some((word) => orWords.has(word))) return 'or';
  if (words.some((word) => anders.has(word))) return 'and';
  return words.length === 0 && draft.tokens[to]?.sentence === draft.tokens[from - 1]?.sentence ? 'comma' : 'new';
}

function hasChooser(draft: Draft, from: number): boolean {
  return [1, 2, 3].some(
    (back) =>
      choosers.has(draft.tokens[from - back]?.word ?? '') &&
      (back < 3 || draft.tokens[from - 1]?.word === 'of' || draft.tokens[from - 2]?.word === 'of'),
  );
}

/** What the filter's skills become; null for a field that stays. Empty lists clear it. */
export function joinSkills(
  filter: Filter,
  wish: SkillWish,
  how: 'add' | 'set',
  replaces: boolean,
): { skills: string[] | null; anySkills: string[] | null } {
  const held = filter.skills ?? [];
  const heldAny = filter.anySkills ?? [];
  const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
  if (wish.orBefore && held.length + heldAny.length > 0) {
    const any = union(heldAny.length > 0 ? heldAny : held, [...wish.all, ...wish.any]);
    return { skills: heldAny.length > 0 ? null : [], anySkills: any };
  }
  // "React or Vue" where React and TypeScript are set: a choice for React alone.
  if (how === 'set' && wish.all.length === 0 && !replaces && wish.any.some((name) => held.includes(name)))
    return { skills: held.filter((name) => !wish.any.includes(name)), anySkills: union(heldAny, wish.any) };
  if (how === 'set') return { skills: wish.all, anySkills: wish.any };
  return {
    skills: wish.all.length > 0 ? union(held, wish.all) : null,
    anySkills: wish.any.length > 0 ? union(heldAny, wish.any) : null,
  };
}
