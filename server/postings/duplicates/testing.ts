/** Postings of one opening for tests, as two boards carry them. Texts are ours. */
import type { SourcePosting } from '../job-posting.ts';
import { readPosting } from '../reading/read-posting.ts';
import { bare } from '../testing/bare-posting.ts';
import type { Member } from './group-openings.ts';
import { toOpening } from './same-opening.ts';

export const COOK_TEXT = `We run a kitchen for three hundred guests a day and look for a cook who plans menus with the
season, orders what is needed and teaches our two apprentices. You start at seven, the evenings are yours. We pay by the
collective agreement, add a ticket for the tram, and close the house for two weeks in August.`;

export function member(said: Partial<SourcePosting>, more: Partial<Member> = {}): Member {
  const posting = bare({ description: COOK_TEXT, datePosted: '2026-11-01T00:00:00Z', ...said });
  const id = `${posting.source}:${posting.sourceId}`;
  const facts = readPosting(posting);
  return {
    ...toOpening({ ...posting, id, facts }),
    completeness: posting.completeness,
    isClosed: false,
    isApart: false,
    ...more,
  };
}
