/** Titles: the same or a narrower role is a yes, a related one unclear, any other a no. */
import { relation, roleKeys, roleOf, rolesIn } from '../../taxonomy/titles.ts';
import { hasWords, wordsOf } from '../../taxonomy/words.ts';
import { either, except } from '../posting-index/bits.ts';
import type { PostingIndex } from '../posting-index/posting-index.ts';
import { type Answer, type Criterion, judged, type JudgedPosting } from './criterion.ts';

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

/** The same for all postings. */
export function withTitles(index: PostingIndex, titles: readonly string[]): Answer {
  const wanted = titles.map(rolesFor);
  const named = titles.map((title) => index.withAll('title', wordsOf(title)));
  const roles = index.withAny(
    'role',
    wanted.flatMap((role) => role.yes),
  );
  const yes = named.reduce(either, roles);
  return {
    yes,
    unclear: except(
      index.withAny(
        'role',
        wanted.flatMap((role) => role.unclear),
      ),
      yes,
    ),
  };
}

export const titles: Criterion = {
  key: 'titles',
  isSet: (filter) => (filter.titles?.length ?? 0) > 0,
  judge: (posting, filter) =>
    judged('titles', titleVerdict(posting, filter.titles ?? []), [
      { words: posting.title.slice(0, 300), where: 'title' },
    ]),
  answer: ({ index, filter }) => withTitles(index, filter.titles ?? []),
};
