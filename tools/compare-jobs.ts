/** compare_jobs: two to four postings side by side. */
import { z } from 'zod';
import { PerchError } from '../server/kernel/errors.ts';
import type { MatchDetail } from '../server/matching/match.ts';
import { defineAction } from './action.ts';
import { jobReference } from './show-job.ts';

export const compareJobs = defineAction({
  name: 'compare_jobs',
  title: { en: 'Compare', de: 'Vergleichen', uk: 'Порівняти' },
  says: { en: 'Comparing', de: 'Wird verglichen', uk: 'Порівнюю' },
  description:
    'Puts two to four postings side by side. `jobs` are places in the list (1 is the first), ids, or words of title or company.',
  input: z.strictObject({ jobs: z.array(jobReference).min(2).max(4) }),
  effect: 'read',
  guarded: false,
  async run(context, { jobs }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const compared: MatchDetail[] = [];
    for (const job of jobs) {
      const { id } = await services.matches.resolve({ ...place, job });
      if (!compared.some((detail) => detail.id === id))
        compared.push(await services.matches.detail({ ...place, postingId: id }));
    }
    if (compared.length < 2) throw onlyOne();
    const names = compared.map(({ title, company }) => (company === null ? title : `${title}, ${company}`)).join(' · ');
    return {
      outcome: {
        line: { en: `Compared: ${names}`, de: `Verglichen: ${names}`, uk: `Порівняно: ${names}` },
        undoId: null,
        undone: false,
        view: { kind: 'comparison', postingIds: compared.map(({ id }) => id) },
      },
      forModel: compared.map(({ title, company, place: where, pay, reasons, description, fit }) => ({
        title,
        company,
        place: where,
        pay: pay?.words ?? null,
        // What the CV says is for explain_match, which asks whether it may be heard.
        fit: fit === null ? null : { score: fit.value },
        reasons: reasons.map(({ criterion, verdict, value }) => ({ criterion, verdict, value })),
        text: description.slice(0, 1200),
      })),
      data: compared,
    };
  },
});

function onlyOne(): PerchError {
  return new PerchError('invalid', {
    en: 'These are one and the same posting. Name two different ones.',
    de: 'Das ist ein und dieselbe Anzeige. Nennen Sie zwei verschiedene.',
    uk: 'Це одна й та сама вакансія. Назвіть дві різні.',
  });
}
