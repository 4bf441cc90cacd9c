/**
 * The shape of a source: a board that is asked for postings, its policy as data. Most are made of a `Board` by
 * `createSource`: then one file says only how to ask, what comes, and what it means.
 */
import type { z } from 'zod';
import type { HttpAnswer } from '../../kernel/http-client.ts';
import type { SourcePosting } from '../job-posting.ts';
import type { Refusal } from '../refusal.ts';
import type { Draft } from './draft.ts';
import type { FieldShares } from './drift.ts';

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
  /** What the operator's key may ask in 24 hours; absent: there is no such limit. */
  requestsPerDay?: number;
};

/** One request to a board. */
export type BoardRequest = { url: string; headers?: Record<string, string>; json?: unknown };

/** What an adapter needs of the network: one bounded request, which fails in typed ways. */
export type SourceClient = {
  send: (
    request: BoardRequest & {
      signal: AbortSignal;
      timeoutMs?: number;
      maxBytes?: number;
      pauseMs?: number;
      retries?: number;
    },
  ) => Promise<Pick<HttpAnswer, 'text'>>;
};

/** What is looked for; boards that cannot search give what is newest. */
export type SourceQuestion = { words?: string; country?: string };

/** How a fetch went, beside its postings. */
export type FetchReport = {
  /** Items that the board listed, readable or not. */
  items: number;
  requests: number;
  /** The list was read to its end, so that what is absent from it is not advertised any more. */
  complete: boolean;
  /** How often each field was filled, and how often it was when the adapter was written. */
  shares: FieldShares;
  usual: FieldShares;
};

export type Source = {
  /** Lower-case name, as in the filter. */
  name: string;
  /** What its runs are noted under, when the name is not enough: an employer's own board. Default: the name. */
  key?: string;
  /** As the board writes itself. */
  title: string;
  policy: SourcePolicy;
  /** `complete`: the board lists all it has, so that absence means closed; `window`: only the newest. Default: window. */
  listing?: 'complete' | 'window';
  /** Gives the board's postings as they arrive; throws PerchError when the board does not answer. Ends by itself. */
  fetch: (
    client: SourceClient,
    options: {
      signal: AbortSignal;
      question?: SourceQuestion;
      onReport?: (report: FetchReport) => void;
      /** The item, as the board gave it, of the postings that come next. */
      onItem?: (item: unknown) => void;
    },
  ) => AsyncIterable<SourcePosting | Refusal>;
};

/** What the runs of a source are noted under. */
export function sourceKey(source: Source): string {
  return source.key ?? source.name;
}

/** How gently a board is asked, and where a fetch ends at the latest. */
export type Manners = {
  pauseMs: number;
  mostRequests: number;
  /** Postings of one fetch whose own page is asked for the text. */
  mostDetails: number;
  timeoutMs: number;
  maxBytes: number;
};

/** What one answer of a board's list holds. `next` is null at the end of the list. */
export type BoardPage<Context> = { items: readonly unknown[]; next: BoardRequest | null; context: Context };

/** A board as data and pure functions. */
export type Board<Item, Context> = {
  name: string;
  title: string;
  policy: SourcePolicy;
  listing: 'complete' | 'window';
  manners?: Partial<Manners>;
  form: 'json' | 'xml';
  first: (question: SourceQuestion) => BoardRequest;
  /** Reads an answer; null when it is in no known shape. */
  page: (answer: unknown, request: BoardRequest, question: SourceQuestion) => BoardPage<Context> | null;
  /** Tolerant: refuses only what is no item at all. */
  item: z.ZodType<Item>;
  /** What an item says; several for one that advertises several openings. */
  posting: (item: Item, context: Context) => Draft | readonly Draft[];
  /** Where the text stands, for boards whose list has none. */
  detail?: {
    request: (item: Item, context: Context) => BoardRequest | null;
    join: (item: Item, answer: unknown) => Item;
  };
  /** How often fields of the raw item were filled when it was recorded: what drift is measured against. */
  usual: FieldShares;
};
