/** show_job: opens one posting beside the list. */
import { z } from 'zod';
import { defineAction } from './action.ts';

/** A place in the list the person has on screen (1 is the first), an id, or words of title or company. */
export const jobReference = z.union([z.number().int().min(1).max(10_000), z.string().trim().min(1).max(200)]);

export const showJob = defineAction({
  name: 'show_job',
  title: { en: 'Open a posting', de: 'Anzeige öffnen', uk: 'Відкрити вакансію' },
  says: { en: 'Opening the posting', de: 'Anzeige wird geöffnet', uk: 'Відкриваю вакансію' },
  description:
    'Opens one posting. `job` is a place in the list (1 is the first), an id, or words of its title or company.',
  input: z.strictObject({ job: jobReference }),
  effect: 'read',
  guarded: false,
  async run(context, { job }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const match = await services.matches.resolve({ ...place, job });
    const detail = await services.matches.detail({ ...place, postingId: match.id });
    services.pages.begin(detail.id);
    const name = detail.company === null ? detail.title : `${detail.title}, ${detail.company}`;
    return {
      outcome: {
        line: { en: `Opened: ${name}`, de: `Geöffnet: ${name}`, uk: `Відкрито: ${name}` },
        undoId: null,
        undone: false,
        view: { kind: 'posting', postingId: detail.id },
      },
      forModel: {
        n: typeof job === 'number' ? job : null,
        id: detail.id,
        title: detail.title,
        company: detail.company,
        place: detail.place,
        pay: detail.pay?.words ?? null,
        reasons: detail.reasons.map(({ criterion, verdict, value }) => ({ criterion, verdict, value })),
        alsoOn: detail.alsoOn,
        closed: detail.closedAt !== null,
        secondLook: detail.signals.map(({ kind }) => kind),
        text: detail.description.slice(0, 2000),
      },
      data: detail,
    };
  },
});
