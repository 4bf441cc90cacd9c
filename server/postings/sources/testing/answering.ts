/** Clients for tests of sources: answers in a fixed order, and what comes of them. */
import { statusFailure } from '../../../kernel/http-client-failure.ts';
import type { SourcePosting } from '../../job-posting.ts';
import { isRefusal, type Refusal } from '../../refusal.ts';
import type { BoardRequest, FetchReport, Source, SourceClient, SourceQuestion } from '../source.ts';

/** Gives the answers one after the other, then 404; `asked` notes the requests. */
export function answering(answers: readonly string[], asked: BoardRequest[] = []): SourceClient {
  return {
    send: async ({ signal, ...request }) => {
      signal.throwIfAborted();
      const text = answers[asked.length];
      asked.push(request);
      if (text === undefined) throw statusFailure(404, undefined);
      return { text };
    },
  };
}

/** Gives what another fetch was answered at the same address, and 404 elsewhere: own pages stay with their postings. */
export function answeringAs(before: readonly BoardRequest[], answers: readonly string[]): SourceClient {
  const keyOf = ({ url, json }: BoardRequest): string => JSON.stringify([url, json ?? null]);
  const known = new Map(before.map((request, index) => [keyOf(request), answers[index]]));
  return {
    send: async (request) => {
      const text = known.get(keyOf(request));
      if (text === undefined) throw statusFailure(404, undefined);
      return { text };
    },
  };
}

export type Outcome = {
  postings: SourcePosting[];
  refusals: Refusal[];
  /** Postings and refusals as they came. */
  rows: (SourcePosting | Refusal)[];
  report: FetchReport | null;
  /** What ended the fetch before its end, if anything did. */
  error: unknown;
  asked: BoardRequest[];
};

/** Runs a source to its end. What it throws is part of the outcome: what came before counts. */
export async function fetchAll(
  source: Source,
  answers: readonly string[] | SourceClient,
  question: SourceQuestion = {},
): Promise<Outcome> {
  const asked: BoardRequest[] = [];
  const client = 'send' in answers ? answers : answering(answers, asked);
  const rows: (SourcePosting | Refusal)[] = [];
  const outcome: Outcome = { postings: [], refusals: [], rows, report: null, error: null, asked };
  const { signal } = new AbortController();
  try {
    const options = { signal, question, onReport: (report: FetchReport) => void (outcome.report = report) };
    for await (const row of source.fetch(client, options)) rows.push(row);
  } catch (error) {
    outcome.error = error;
  }
  outcome.refusals = rows.filter((row) => isRefusal(row));
  outcome.postings = rows.flatMap((row) => (isRefusal(row) ? [] : [row]));
  return outcome;
}
