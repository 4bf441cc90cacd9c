/** The shape of a source: an adapter for one board, its policy as data. A new board is one file and one line in `all-sources.ts`. */
import type { SourcePosting } from '../job-posting.ts';
import type { Refusal } from '../refusal.ts';

/** What the board's terms allow; the ingest service enforces it. */
export type SourcePolicy = {
  /** Shortest time between two fetches. */
  intervalMinutes: number;
  /** Days after which a posting no longer seen is due for deletion; null: kept. */
  retentionDays: number | null;
  /** What must stand beside its postings. */
  attribution: string;
  mayRank: boolean;
  mayEmbed: boolean;
  mayFetchUnattended: boolean;
};

/** What an adapter needs of the network: one bounded GET that gives parsed JSON, and fails in typed ways. */
export type JsonClient = {
  getJson: (url: string, options: { signal: AbortSignal; timeoutMs?: number; maxBytes?: number }) => Promise<unknown>;
};

export type Source = {
  /** Lower-case name, as in the filter. */
  name: string;
  /** As the board writes itself. */
  title: string;
  policy: SourcePolicy;
  /** Gives the board's postings as they arrive; throws PerchError when the board does not answer. Ends by itself. */
  fetch: (client: JsonClient, options: { signal: AbortSignal }) => AsyncIterable<SourcePosting | Refusal>;
};
