/**
 * Writes a stream of postings in short units of work. A unit is kept near 45 ms by counting how long the last one
 * took, and between units others have their turn. What was committed stays when the stream breaks off.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Embedder } from '../llm/embedder.ts';
import type { Store } from '../store/store.ts';
import { type Facts, type SourcePosting, sourcePostingSchema } from './job-posting.ts';
import { payloadText, writePayloads } from './payload-repository.ts';
import {
  contentHash,
  postingId,
  readHashes,
  type ReadyPosting,
  touchPostings,
  writePostings,
  type WriteResult,
} from './posting-repository.ts';
import { readPosting } from './reading/read-posting.ts';
import { meaningText } from './search-row.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

/** A posting as it was read, for whoever prints it. */
export type ReadRow = { id: string; source: SourcePosting; facts: Facts };

const UNIT_MS = 45;
const FEWEST = 16;
const MOST = 200;
/** Postings read before others have their turn: about ten milliseconds. */
const READ_AT_ONCE = 20;
/** Texts of a unit together: ten-megabyte postings go one by one. */
const MOST_TEXT = 1_500_000;

/** What became of the rows so far. */
export type WriteCounts = WriteResult & { refused: number };

export type StreamWriter = {
  /** Takes one row, with the item that its board gave; writes when enough have come. */
  take: (row: SourcePosting | Refusal, item?: unknown) => Promise<void>;
  /** Writes what is left. */
  finish: () => Promise<void>;
  counts: WriteCounts;
};

type Dependencies = {
  store: Store;
  clock: () => Date;
  embedder: Embedder;
  /** The list that the postings come from, when what is absent from it later is closed. */
  feed?: string | null | undefined;
  /** What the source's terms say. Default: true. */
  mayEmbed?: boolean;
  onRow?: ((row: ReadRow) => void) | undefined;
  onRefusal?: ((refusal: Refusal) => void) | undefined;
};

type Pending = { id: string; hash: string; source: SourcePosting; payload: string | null };

/** Of two versions of a posting in one stream the later published wins, so that order does not matter. */
function isNewer(candidate: Pending, standing: { hash: string; posted: string }): boolean {
  const posted = candidate.source.datePosted ?? '';
  return posted === standing.posted ? candidate.hash > standing.hash : posted > standing.posted;
}

/** Creates the writer of one import or fetch. */
export function createStreamWriter({
  store,
  clock,
  embedder,
  feed = null,
  mayEmbed = true,
  onRow,
  onRefusal,
}: Dependencies): StreamWriter {
  const counts = { added: 0, updated: 0, unchanged: 0, refused: 0 };
  const seen = new Map<string, { hash: string; posted: string; fate: keyof WriteResult | null }>();
  let pending = new Map<string, Pending>();
  let text = 0;
  let size = 40;
  let number = 0;

  const flush = async (): Promise<void> => {
    const rows = [...pending.values()];
    pending = new Map();
    text = 0;
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    // Reading happens outside the unit of work: nobody waits for the connection meanwhile.
    const hashes = await store.asSystem('ingest', async (unit) => await readHashes(unit, ids));
    const changed = rows.filter(({ id, hash }) => hashes.get(id) !== hash);
    const ready: ReadyPosting[] = [];
    for (const row of changed) {
      const facts = readPosting(row.source);
      const embedding = mayEmbed ? await embedder.embed(meaningText(row.source, facts)) : null;
      ready.push({ ...row, facts, embedding });
      if (ready.length % READ_AT_ONCE === 0) await nextTurn();
    }
    const began = performance.now();
    await store.asSystem('ingest', async (unit) => {
      await writePostings(unit, ready, { now: clock(), model: embedder.model, feed });
      await writePayloads(
        unit,
        changed.flatMap(({ id, payload }) => (payload === null ? [] : [{ id, payload }])),
      );
      await touchPostings(
        unit,
        rows.filter(({ id, hash }) => hashes.get(id) === hash).map(({ id }) => id),
        { now: clock(), feed },
      );
    });
    const took = performance.now() - began;
    // Only after the commit: what was printed is stored.
    if (onRow !== undefined) {
      const facts = new Map(ready.map((row) => [row.id, row.facts]));
      for (const { id, source } of rows) onRow({ id, source, facts: facts.get(id) ?? readPosting(source) });
    }
    for (const { id, hash } of rows) {
      const standing = seen.get(id);
      // A better version of a posting of this very stream is not an update of the store.
      if (standing?.fate !== null && standing?.fate !== undefined) continue;
      const fate = hashes.get(id) === undefined ? 'added' : hashes.get(id) === hash ? 'unchanged' : 'updated';
      counts[fate] += 1;
      if (standing !== undefined) standing.fate = fate;
    }
    if (ready.length > 0)
      size = Math.max(FEWEST, Math.min(MOST, Math.round((size + (rows.length * UNIT_MS) / took) / 2)));
    await nextTurn();
  };

  const refused = (refusal: Refusal): void => {
    counts.refused += 1;
    onRefusal?.(refusal);
  };

  return {
    counts,
    take: async (row, item) => {
      number += 1;
      if (isRefusal(row)) {
        refused(row);
        return;
      }
      const checked = sourcePostingSchema.safeParse(row);
      if (!checked.success) {
        const [issue] = checked.error.issues;
        refused(
          refuse(
            number,
            'unknown_shape',
            `"${row.title.slice(0, 60)}": ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
          ),
        );
        return;
      }
      const payload = item === undefined ? null : payloadText(item);
      const candidate = { id: postingId(row), hash: contentHash(row), source: row, payload };
      const standing = seen.get(candidate.id);
      if (standing !== undefined && !isNewer(candidate, standing)) return;
      seen.set(candidate.id, { hash: candidate.hash, posted: row.datePosted ?? '', fate: standing?.fate ?? null });
      pending.set(candidate.id, candidate);
      text += row.description.length + (payload?.length ?? 0);
      if (pending.size >= size || text >= MOST_TEXT) await flush();
    },
    finish: flush,
  };
}
