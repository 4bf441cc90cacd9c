/** An employer that a person follows: its board, its short name there, how it is called. Pure. */
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import { companyFromSlug } from './sources/fields.ts';
import { employerBoards, recogniseEmployer } from './sources/employer-boards.ts';
import type { Source } from './sources/source.ts';

export const followedEmployer = z.object({
  board: z.string(),
  slug: z.string(),
  name: z.string(),
  address: z.string(),
});
export type FollowedEmployer = z.infer<typeof followedEmployer>;

/** The name under which its runs are noted: "greenhouse:acme". */
export function employerKey({ board, slug }: Pick<FollowedEmployer, 'board' | 'slug'>): string {
  return `${board}:${slug}`;
}

/** "acme.jobs.personio.de", "eu:acme" and "acme.wd5.myworkdayjobs.com/Careers" are all Acme. */
function nameOf(slug: string): string {
  const own = slug.replace(/^[a-z]{2}:/u, '');
  return companyFromSlug(/^[^/]+\.[^/]+\.[^/]+/u.test(own) ? (own.split('.')[0] ?? own) : own);
}

/**
 * Reads a careers address. Throws PerchError invalid naming the boards that work when it is none of theirs, forbidden
 * when whoever runs Perch has not switched that board on.
 */
export function employerAt(address: string, switchedOn: ReadonlySet<string>): FollowedEmployer {
  const words = address.trim();
  const found = recogniseEmployer(words);
  if (found === null) throw unknownAddress(words);
  const { board, slug } = found;
  if (board.offBecause !== undefined && !switchedOn.has(board.name)) throw switchedOff(board.title, board.offBecause);
  return { board: board.name, slug, name: nameOf(slug), address: words.slice(0, 500) };
}

/** The source that lists all that the employer has; null for a board that this Perch does not know (any more). */
export function sourceOf(employer: FollowedEmployer): Source | null {
  const board = employerBoards.find(({ name }) => name === employer.board);
  if (board === undefined) return null;
  return {
    ...board.source(employer.slug),
    key: employerKey(employer),
    title: `${employer.name} (${board.title})`,
  };
}

function unknownAddress(words: string): PerchError {
  const boards = employerBoards.map(({ title }) => title).join(', ');
  const shown = words.length > 80 ? `${words.slice(0, 79)}…` : words;
  return new PerchError('invalid', {
    en: `“${shown}” is no careers page that Perch can read. These work: ${boards}. Open the employer's list of jobs and paste the address it has there.`,
    de: `„${shown}“ ist keine Karriereseite, die Perch lesen kann. Diese gehen: ${boards}. Öffnen Sie die Stellenliste des Arbeitgebers und fügen Sie deren Adresse ein.`,
    uk: `«${shown}» не є сторінкою вакансій, яку Perch уміє читати. Підходять: ${boards}. Відкрийте перелік вакансій роботодавця й вставте його адресу.`,
  });
}

function switchedOff(title: string, why: string): PerchError {
  return new PerchError('forbidden', {
    en: `${title} is switched off in this Perch: ${why}. Whoever runs it can switch it on with SMARTRECRUITERS=on.`,
    de: `${title} ist in diesem Perch abgeschaltet: ${why}. Wer es betreibt, kann es mit SMARTRECRUITERS=on einschalten.`,
    uk: `${title} у цьому Perch вимкнено: ${why}. Хто ним керує, може увімкнути: SMARTRECRUITERS=on.`,
  });
}
