/** Values that a message calls fine: when they join what is wanted beside them. */
import type { Filter } from '../../matching/filter.ts';
import type { Draft } from '../recognise/draft.ts';
import type { Mention } from '../meaning.ts';
import { PLACE } from './lists.ts';

type Listed = Mention & { kind: 'list' };

const place: ReadonlySet<string> = new Set(PLACE);

/** "iOS developer, Copenhagen, hybrid is fine": said with a first wish, it is part of it. */
export function isWayOfWork(draft: Draft, mention: Listed, filter: Filter): boolean {
  const behind = draft.tokens.slice(mention.to, mention.to + 5).map(({ word }) => word);
  return (
    mention.field === 'workplace' &&
    Object.keys(filter).length === 0 &&
    !behind.some((word) => /^(?:too|also|well|after)$/.test(word)) &&
    draft.mentions.some((other) => other.kind === 'list' && other.field === 'titles')
  );
}

/** "still Gdynia, Gdańsk would do as well": what is fine too joins what the same message wants of its kind. */
export function isSaidToo(draft: Draft, mention: Listed): boolean {
  return draft.mentions.some(
    (other) =>
      other.kind === 'list' &&
      other !== mention &&
      (draft.modes[other.from] ?? 'want') === 'want' &&
      (other.field === mention.field || (place.has(other.field) && place.has(mention.field))),
  );
}
