/** Takes postings that were put together apart again, and back. */
import { z } from 'zod';
import { addChange } from '../../conversations/change-repository.ts';
import type { Clock } from '../../kernel/clock.ts';
import { PerchError } from '../../kernel/errors.ts';
import type { Events } from '../../kernel/events.ts';
import type { Store } from '../../store/store.ts';
import type { PostingEvents } from '../ingest-service.ts';
import { lockOpenings, writeApart } from './opening-repository.ts';
import { settleOpenings } from './settle-openings.ts';

type Place = { userId: string; conversationId: string };
const beforeSchema = z.object({ postingId: z.uuid(), isApart: z.boolean() });

export type OpeningService = {
  /**
   * Says that a posting stands for itself, or that Perch decides again. For everybody here. Gives the id
   * of the posting that was shown for it. Throws not_found.
   */
  setApart: (options: { postingId: string; isApart: boolean }) => Promise<{ shownId: string }>;
  /** The same as a change of a conversation, which undo takes back. */
  separate: (
    options: Place & { postingId: string; isApart: boolean },
  ) => Promise<{ shownId: string; changeId: string }>;
  /** Takes back a change of kind `separate`, outside of any unit. */
  restore: (before: unknown) => Promise<void>;
};

export function createOpeningService(dependencies: {
  store: Store;
  clock: Clock;
  events: Pick<Events<PostingEvents>, 'emit'>;
}): OpeningService {
  const { store, clock, events } = dependencies;
  const service: OpeningService = {
    async setApart({ postingId, isApart }) {
      const shownId = await store.asSystem('ingest', async (unit) => {
        await lockOpenings(unit);
        const shown = await writeApart(unit, postingId, isApart);
        if (shown === null) throw noPosting();
        await settleOpenings(unit, [postingId], { alone: true });
        return shown;
      });
      events.emit('postings-changed', { added: 0, samplesEnded: false });
      return { shownId };
    },

    async separate({ postingId, isApart, ...place }) {
      const { shownId } = await service.setApart({ postingId, isApart });
      const changeId = await store.asPerson(
        place.userId,
        async (unit) =>
          await addChange(unit, {
            ...place,
            action: 'separate_job',
            kind: 'separate',
            before: { postingId, isApart: !isApart },
            after: { postingId, isApart },
            now: clock(),
          }),
      );
      return { shownId, changeId };
    },

    restore: async (before) => void (await service.setApart(beforeSchema.parse(before))),
  };
  return service;
}

function noPosting(): PerchError {
  return new PerchError('not_found', {
    en: 'There is no such posting. Open the job and choose one of the boards that carry it.',
    de: 'Diese Anzeige gibt es nicht. Öffnen Sie den Job und wählen Sie eine der Jobbörsen, die ihn führen.',
    uk: 'Такого оголошення немає. Відкрийте вакансію й виберіть один із сайтів, де її розміщено.',
  });
}
