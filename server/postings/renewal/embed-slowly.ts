/**
 * Has the configured embedder embed what the built-in one embedded at the import, a batch at a time: outside units of
 * work, while the old vectors serve. A process that dies in the middle goes on where it was.
 */
import type { SlowEmbedder } from '../../llm/embedder.ts';
import type { Store } from '../../store/store.ts';
import { readPosting } from '../reading/read-posting.ts';
import { meaningText } from '../search-row.ts';
import { readEmbeddedByOthers, writeMeanings } from './renewal-repository.ts';

/** Texts of a call: some ten thousand tokens. */
const AT_ONCE = 32;
const LONGEST_MS = 120_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Resolves to how many were embedded. Rejects when the embedder cannot be reached; what it gave until then stays. */
export async function embedSlowly(
  { store, embedder }: { store: Store; embedder: SlowEmbedder },
  signal: AbortSignal,
): Promise<number> {
  let embedded = 0;
  let after = FIRST_ID;
  while (!signal.aborted) {
    const postings = await store.asSystem(
      'ingest',
      async (unit) => await readEmbeddedByOthers(unit, { model: embedder.model, after, limit: AT_ONCE }),
    );
    if (postings.length === 0 && after === FIRST_ID) return embedded;
    if (postings.length === 0) {
      // Some may have come meanwhile with smaller ids.
      after = FIRST_ID;
      continue;
    }
    const texts = postings.map(({ source }) => meaningText(source, readPosting(source)));
    const vectors = await embedder.embedAll(texts, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]));
    const meanings = postings.flatMap(({ id }, place) => {
      const vector = vectors[place];
      return vector === undefined ? [] : [{ id, vector }];
    });
    await store.asSystem('ingest', async (unit) => await writeMeanings(unit, meanings, embedder.model));
    embedded += meanings.length;
    after = postings.at(-1)?.id ?? after;
  }
  return embedded;
}
