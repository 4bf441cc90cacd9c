/** Titles: the same or a narrower role is a yes, a related one unclear, any other a no. */
import { relation, roleKeys, roleOf, rolesIn } from '../../taxonomy/titles.ts';
import { type Criterion, judged, type JudgedPosting, type SqlValues } from './criterion.ts';
import { hasWords, likePatterns, paddedSql } from './words.ts';

/** The role keys that answer a wanted title with yes and with unclear. */
function rolesFor(title: string): { yes: string[]; unclear: string[] } {
  const wanted = roleOf(title) ?? rolesIn(title)[0];
  if (wanted === undefined) return { yes: [], unclear: [] };
  const related = roleKeys().map((key) => ({ key, relation: relation(wanted, key) }));
  return {
    yes: related.filter((role) => role.relation === 'same' || role.relation === 'narrower').map(({ key }) => key),
    unclear: related.filter((role) => role.relation === 'related').map(({ key }) => key),
  };
}

/** Does the posting have one of these titles for sure, perhaps, or not? */
export function titleVerdict(
  posting: Pick<JudgedPosting, 'title' | 'facts'>,
  titles: readonly string[],
): 'yes' | 'unclear' | 'no' {
  const { roles } = posting.facts;
  const wanted = titles.map(rolesFor);
  if (
    wanted.some(({ yes }) => roles.some((role) => yes.includes(role))) ||
    titles.some((title) => hasWords(posting.title, title))
  )
    return 'yes';
  return wanted.some(({ unclear }) => roles.some((role) => unclear.includes(role))) ? 'unclear' : 'no';
}

/** The same in SQL. */
export function titleSql(titles: readonly string[], values: SqlValues): string {
  const wanted = titles.map(rolesFor);
  const yes = values.add(wanted.flatMap((roles) => roles.yes));
  const unclear = values.add(wanted.flatMap((roles) => roles.unclear));
  const words = titles.map(
    (title) => `(${paddedSql('s.title')}) like all (${values.add(likePatterns(title))}::text[])`,
  );
  return `case when s.roles && ${yes}::text[] or ${words.join(' or ')} then 1 when s.roles && ${unclear}::text[] then 0 else -1 end`;
}

export const titles: Criterion = {
  key: 'titles',
  isSet: (filter) => (filter.titles?.length ?? 0) > 0,
  judge: (posting, filter) =>
    judged('titles', titleVerdict(posting, filter.titles ?? []), [
      { words: posting.title.slice(0, 300), where: 'title' },
    ]),
  sql: (filter, values) => titleSql(filter.titles ?? [], values),
};
