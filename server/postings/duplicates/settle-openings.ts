/** Decides anew which postings are one opening, around those that changed. Inside the unit of work that changed them. */
import type { Unit } from '../../store/store.ts';
import { groupOpenings, type Member, type OpeningGroup } from './group-openings.ts';
import { readMembers, readNeighbourhoods, readTexts, writeGroups } from './opening-repository.ts';
import { neededLikeness } from './same-opening.ts';
import { textLikeness } from './text-likeness.ts';

/**
 * Settles these postings and all that they might be one opening with; `alone`: also those that meet nobody, because
 * whether they are open has changed.
 */
export async function settleOpenings(
  unit: Unit,
  ids: readonly string[],
  { alone = false }: { alone?: boolean } = {},
): Promise<void> {
  if (ids.length === 0) return;
  const met = await readNeighbourhoods(unit, ids);
  const lonely = alone ? [...new Set(ids).difference(new Set(met.flat()))] : [];
  const members = await readMembers(unit, [...met.flat(), ...lonely]);
  if (members.length === 0) return;
  const byId = new Map(members.map((member) => [member.id, member]));
  const found = (list: readonly string[]): Member[] => list.flatMap((id) => byId.get(id) ?? []);
  const neighbourhoods = met.map(found);
  const compared = neighbourhoods.flatMap((near) =>
    near.filter((one) => near.some((other) => neededLikeness(one, other) !== null)),
  );
  const ofCompared = compared.map(({ id }) => id);
  const texts = compared.length === 0 ? new Map<string, string>() : await readTexts(unit, ofCompared);
  const text = ({ id, completeness }: Member) => ({ description: texts.get(id) ?? '', completeness });
  const groups: OpeningGroup[] = [
    ...neighbourhoods.flatMap((near) => groupOpenings(near, (a, b) => textLikeness(text(a), text(b)))),
    ...found(lonely).map((winner) => ({ winner, others: [] })),
  ];
  await writeGroups(unit, groups);
}
