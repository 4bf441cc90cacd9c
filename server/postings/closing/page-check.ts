/**
 * Looks at the page of a posting that a person has just opened, when nobody has seen it for a while: one bounded request
 * in the background, few at a time. A page that is gone, or says that the opening is filled, closes the posting; no
 * answer says nothing.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Events } from '../../kernel/events.ts';
import type { HttpClient } from '../../kernel/http-client.ts';
import { HttpFailure } from '../../kernel/http-client-failure.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/store.ts';
import type { PostingEvents } from '../ingest-service.ts';
import { closeGone, readPage, readUnseen, writeChecked } from './closing-repository.ts';
import { pageSaysClosed } from './page-says-closed.ts';

export type PageCheck = {
  /** Begins to look, unless it was seen or looked at lately or too many are looked at already. Never throws. */
  begin: (postingId: string) => void;
  /** Looks; true when that closed the posting. */
  look: (postingId: string) => Promise<boolean>;
  /** Looks at the few that no list has shown for longest, one after the other; returns how many that closed. */
  lookAtUnseen: (signal: AbortSignal) => Promise<number>;
};

const SEEN_LATELY_MS = 24 * 3_600_000;
const LOOKED_LATELY_MS = 6 * 3_600_000;
const AT_ONCE = 4;
/** Unseen for so long, a posting that no list shows any more is looked at by the daily tidying, so many a day. */
const UNSEEN_MS = 14 * 24 * 3_600_000;
const UNSEEN_A_DAY = 40;
const PAUSE_MS = 1000;
const TIMEOUT_MS = 8000;
const MOST_BYTES = 2_000_000;

export function createPageCheck(dependencies: {
  store: Store;
  http: HttpClient;
  /** False: nothing is asked of anybody unless a person says so. */
  isOn: boolean;
  /** Sources that are asked only when a person does. */
  onlyAsked: readonly string[];
  /** Between two pages of the daily tidying. */
  pauseMs?: number;
  clock: () => Date;
  logger: Logger;
  events: Pick<Events<PostingEvents>, 'emit'>;
}): PageCheck {
  const { store, http, isOn, onlyAsked, pauseMs = PAUSE_MS, clock, logger, events } = dependencies;
  const running = new Set<string>();

  const isGone = async (url: string): Promise<boolean> => {
    try {
      const { text } = await http.send({ url, timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES });
      return pageSaysClosed(text);
    } catch (error) {
      return error instanceof HttpFailure && (error.status === 404 || error.status === 410);
    }
  };

  const look = async (id: string): Promise<boolean> => {
    const posting = await store.asSystem('ingest', async (unit) => await readPage(unit, id));
    if (posting === null || posting.isSample || posting.closedAt !== null) return false;
    const age = (moment: string | null): number => clock().getTime() - (moment === null ? 0 : Date.parse(moment));
    if (age(posting.lastSeenAt) < SEEN_LATELY_MS || age(posting.checkedAt) < LOOKED_LATELY_MS) return false;
    const gone = await isGone(posting.url);
    const now = clock();
    await store.asSystem('ingest', async (unit) =>
      gone ? await closeGone(unit, { id, now }) : await writeChecked(unit, { id, now }),
    );
    if (gone) events.emit('postings-changed', { added: 0, samplesEnded: false });
    return gone;
  };

  return {
    look,
    async lookAtUnseen(signal) {
      if (!isOn) return 0;
      const before = new Date(clock().getTime() - UNSEEN_MS);
      const ids = await store.asSystem(
        'ingest',
        async (unit) => await readUnseen(unit, { before, limit: UNSEEN_A_DAY, except: onlyAsked }),
      );
      let closed = 0;
      for (const id of ids) {
        signal.throwIfAborted();
        if (await look(id)) closed += 1;
        await wait(pauseMs, undefined, { signal });
      }
      return closed;
    },
    begin(id) {
      if (!isOn || running.has(id) || running.size >= AT_ONCE) return;
      running.add(id);
      void look(id)
        .catch((error: unknown) => logger.warn({ error }, 'the page of a posting could not be looked at'))
        .finally(() => void running.delete(id));
    },
  };
}
