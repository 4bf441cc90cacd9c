/**
 * Reads postings anew that were read by older rules, and embeds those that another embedder embedded: in short units,
 * in the background, while the old rows serve. A process that dies in the middle goes on where it was.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Embedder, SlowEmbedder } from '../../llm/embedder.ts';
import type { Store } from '../../store/store.ts';
import type { TaskKind } from '../../store/tasks.ts';
import { contentHash, type ReadyPosting, rewritePostings } from '../posting-repository.ts';
import { readPosting } from '../reading/read-posting.ts';
import { meaningText } from '../search-row.ts';
import { readOutdated } from './renewal-repository.ts';

/** So many at once take about fifty milliseconds. */
const AT_ONCE = 20;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Sent at every start; it ends at once when nothing is old. */
export const renewal: TaskKind<Record<string, never>> = {
  name: 'renew-postings',
  data: z.strictObject({}),
  retries: 3,
  seconds: 3600,
};

/** Resolves to how many were renewed; stops between two units when told to. Vectors of `slow` count as up to date. */
export async function renewPostings(
  { store, embedder, slow = null }: { store: Store; embedder: Embedder; slow?: SlowEmbedder | null },
  signal: AbortSignal,
): Promise<number> {
  const models = [embedder.model, ...(slow === null ? [] : [slow.model])];
  let renewed = 0;
  let after = FIRST_ID;
  while (!signal.aborted) {
    const outdated = await store.asSystem(
      'ingest',
      async (unit) => await readOutdated(unit, { models, after, limit: AT_ONCE }),
    );
    if (outdated.length === 0) return renewed;
    const ready: ReadyPosting[] = [];
    for (const { id, source, mayEmbed } of outdated) {
      const facts = readPosting(source);
      const embedding = mayEmbed ? await embedder.embed(meaningText(source, facts)) : null;
      ready.push({ id, hash: contentHash(source), source, facts, embedding });
      await nextTurn();
    }
    await store.asSystem('ingest', async (unit) => await rewritePostings(unit, ready, embedder.model));
    renewed += ready.length;
    after = ready.at(-1)?.id ?? after;
  }
  return renewed;
}
