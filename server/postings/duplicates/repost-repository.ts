/** Earlier advertisements of the same work. */
import type { Unit } from '../../store/store.ts';
import { readAlike, readMembers, readTexts } from './opening-repository.ts';
import { isRepost } from './same-opening.ts';
import { textLikeness } from './text-likeness.ts';

const DAY_LETTERS = 10;

/** Days (YYYY-MM-DD) on which the work of this posting was advertised before, the oldest first. */
export async function readEarlier(unit: Unit, id: string): Promise<string[]> {
  const alike = await readAlike(unit, id);
  if (alike.length === 0) return [];
  const members = await readMembers(unit, [id, ...alike]);
  const posting = members.find((member) => member.id === id);
  if (posting?.postedAt === undefined || posting.postedAt === null) return [];
  const texts = await readTexts(unit, [id, ...alike]);
  const text = (member: typeof posting) => ({
    description: texts.get(member.id) ?? '',
    completeness: member.completeness,
  });
  const days = members
    .filter((other) => {
      if (other.postedAt === null || other.postedAt >= (posting.postedAt ?? 0)) return false;
      return isRepost(posting, other, textLikeness(text(posting), text(other)) ?? 0);
    })
    .map(({ postedAt }) => new Date(postedAt ?? 0).toISOString().slice(0, DAY_LETTERS));
  return [...new Set(days)].toSorted();
}
