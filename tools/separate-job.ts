/** separate_job: takes a posting out of an opening that it was put together with, or puts it back. */
import { z } from 'zod';
import { defineAction } from './action.ts';
import { said } from './words.ts';

export const separateJob = defineAction({
  name: 'separate_job',
  title: { en: 'Show separately', de: 'Getrennt zeigen', uk: 'Показати окремо' },
  says: { en: 'Separating the postings', de: 'Anzeigen werden getrennt', uk: 'Розділяю оголошення' },
  description:
    'Several boards may carry one opening, which is then shown once. `job` is the id of one of its postings (`links` of show_job) that is a different opening after all; `together` takes that back.',
  input: z.strictObject({ job: z.uuid(), together: z.boolean().optional() }),
  effect: 'change',
  guarded: false,
  async run(context, { job, together = false }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const match = await services.matches.resolve({ ...place, job });
    const { shownId, changeId } = await services.openings.separate({
      ...place,
      postingId: match.id,
      isApart: !together,
    });
    await services.matches.announce(place);
    const detail = await services.matches.detail({ ...place, postingId: shownId });
    const name = `${match.title} (${match.sourceTitle})`;
    return {
      outcome: said(
        together
          ? {
              en: `Decided by Perch again: ${name}`,
              de: `Perch entscheidet wieder: ${name}`,
              uk: `Perch знову вирішує: ${name}`,
            }
          : { en: `Shown separately: ${name}`, de: `Getrennt gezeigt: ${name}`, uk: `Показано окремо: ${name}` },
        changeId,
      ),
      forModel: { id: match.id, title: match.title, separate: !together },
      data: detail,
    };
  },
});
