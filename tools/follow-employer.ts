/** follow_employer: an employer's own board, by the address of its careers page, fetched with the rest from then on. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import type { SourceRun } from '../server/postings/source-run.ts';
import { employerKey, type FollowedEmployer } from '../server/postings/employer.ts';
import { PerchError } from '../server/kernel/errors.ts';
import { defineAction } from './action.ts';
import { forModel } from './fetch-jobs.ts';
import { sourcesOutcome } from './source-words.ts';
import { said } from './words.ts';

export const followEmployer = defineAction({
  name: 'follow_employer',
  title: { en: 'Follow an employer', de: 'Arbeitgeber folgen', uk: 'Стежити за роботодавцем' },
  says: { en: 'Reading the careers page', de: 'Karriereseite wird gelesen', uk: 'Читаю сторінку вакансій' },
  description:
    'Follows an employer by the address of its careers page (Greenhouse, Lever, Ashby, Workable, Recruitee, Personio, Workday): its postings are fetched now and with every later fetch. With `off`: stops following; `employer` may then be its name.',
  input: z.strictObject({ employer: z.string().trim().min(1).max(2000), off: z.boolean().optional() }),
  effect: 'change',
  guarded: false,
  async run(context, { employer: words, off = false }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    if (off) {
      const { employer, changeId } = await services.employers.unfollow({ ...place, employer: words });
      const line = localize(
        (language) =>
          ({
            en: `No longer followed: ${employer.name}`,
            de: `Nicht mehr gefolgt: ${employer.name}`,
            uk: `Більше не стежу: ${employer.name}`,
          })[language],
      );
      return {
        outcome: said(line, changeId),
        forModel: { unfollowed: employer.name },
        data: { employer, isFollowed: false },
      };
    }
    const { employer, changeId } = await services.employers.follow({ ...place, address: words });
    const outcome = (runs: readonly SourceRun[]): ReturnType<typeof sourcesOutcome> =>
      sourcesOutcome(
        localize(
          (language) =>
            ({
              en: `Followed: ${employer.name}`,
              de: `Gefolgt: ${employer.name}`,
              uk: `Стежу: ${employer.name}`,
            })[language],
        ),
        runs,
        changeId,
      );
    const runs = await services.ingest.fetchSources({
      names: [employerKey(employer)],
      followedBy: { userId: context.userId },
      signal: context.signal,
      progress: (run) => context.progress(outcome([run])),
    });
    if (changeId !== null && runs.some(({ httpStatus }) => httpStatus === 404 || httpStatus === 410)) {
      await services.changes.undo({ ...place, changeId });
      throw noSuchBoard(employer);
    }
    return {
      outcome: outcome(runs),
      forModel: { followed: employer.name, sources: runs.map(forModel) },
      data: { employer, isFollowed: true, sources: runs },
    };
  },
});

/** The address has the form of a board's, but nobody is there. */
function noSuchBoard({ address }: FollowedEmployer): PerchError {
  return new PerchError('not_found', {
    en: `There are no postings at ${address}. Check the address: open the employer's list of jobs and copy it from there.`,
    de: `Unter ${address} gibt es keine Anzeigen. Prüfen Sie die Adresse: Öffnen Sie die Stellenliste des Arbeitgebers und kopieren Sie sie dort.`,
    uk: `За адресою ${address} вакансій немає. Перевірте її: відкрийте перелік вакансій роботодавця й скопіюйте адресу звідти.`,
  });
}
