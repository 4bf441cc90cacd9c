/** Takes postings that were put together apart again, and back. */
import { PerchError } from '../../kernel/errors.ts';
import type { Events } from '../../kernel/events.ts';
import type { Store } from '../../store/store.ts';
import type { PostingEvents } from '../ingest-service.ts';
import { lockOpenings, writeApart } from './opening-repository.ts';
import { settleOpenings } from './settle-openings.ts';

export type OpeningService = {
  /**
   * Says that a posting stands for itself, or that Perch decides again. For everybody here. Gives the id
   * of the posting that was shown for it. Throws not_found.
   */
  setApart: (options: { postingId: string; isApart: boolean }) => Promise<{ shownId: string }>;
};

export function createOpeningService(dependencies: {
  store: Store;
  events: Pick<Events<PostingEvents>, 'emit'>;
}): OpeningService {
  const { store, events } = dependencies;
  return {
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
  };
}

function noPosting(): PerchError {
  return new PerchError('not_found', {
    en: 'There is no such posting. Open the job and choose one of the boards that carry it.',
    de: 'Diese Anzeige gibt es nicht. Öffnen Sie den Job und wählen Sie eine der Jobbörsen, die ihn führen.',
    uk: 'Такого оголошення немає. Відкрийте вакансію й виберіть один із сайтів, де її розміщено.',
  });
}
