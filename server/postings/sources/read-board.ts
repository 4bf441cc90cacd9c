/** Reads any board: asks page after page, at most so many, and turns what comes into postings. All boards share it. */
import { PerchError } from '../../kernel/errors.ts';
import { formFailure, HttpFailure } from '../../kernel/http-client-failure.ts';
import type { SourcePosting } from '../job-posting.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { toPosting } from './draft.ts';
import { createFieldCounter } from './drift.ts';
import type { Board, BoardRequest, Manners, Source, SourceClient } from './source.ts';
import { readXml } from './xml.ts';

const MANNERS: Manners = { pauseMs: 1000, mostRequests: 10, mostDetails: 0, timeoutMs: 30_000, maxBytes: 40_000_000 };
/** So many postings' own pages failing in a row, and the rest of them is not asked for. */
const DETAIL_FAILURES = 3;

/** A source out of a board. */
export function createSource<Item, Context>(board: Board<Item, Context>): Source {
  const { name, title, policy, listing } = board;
  return { name, title, policy, listing, fetch: (client, options) => readBoard(board, client, options) };
}

async function* readBoard<Item, Context>(
  board: Board<Item, Context>,
  client: SourceClient,
  { signal, question = {}, onReport, onItem }: Parameters<Source['fetch']>[1],
): AsyncGenerator<SourcePosting | Refusal> {
  const manners = { ...MANNERS, ...board.manners };
  const counter = createFieldCounter(Object.keys(board.usual));
  const details = createDetails(board, client, manners, signal);
  const asked = new Set<string>();
  let complete = false;
  try {
    const first = board.first(question);
    let request: BoardRequest | null = first;
    while (request !== null && asked.size < manners.mostRequests) {
      signal.throwIfAborted();
      asked.add(keyOf(request));
      const page = board.page(await ask(board, client, manners, request, signal), request, question);
      if (page === null) throw notUnderstood(board.title);
      for (const raw of page.items) {
        counter.count(raw);
        onItem?.(raw);
        yield* readItem(board, raw, counter.items(), page.context, details);
      }
      // A list that leads in a circle, or to another host, ends here.
      request = page.next === null || asked.has(keyOf(page.next)) || !sameHost(page.next, first) ? null : page.next;
    }
    complete = request === null;
  } finally {
    onReport?.({
      items: counter.items(),
      requests: asked.size,
      complete,
      shares: counter.shares(),
      usual: board.usual,
    });
  }
}

async function* readItem<Item, Context>(
  board: Board<Item, Context>,
  raw: unknown,
  place: number,
  context: Context,
  details: (item: Item, context: Context) => Promise<Item>,
): AsyncGenerator<SourcePosting | Refusal> {
  const parsed = board.item.safeParse(raw);
  if (!parsed.success) {
    yield refuse(place, 'unknown_shape', `Posting ${place} of the list is no object with fields.`);
    return;
  }
  const drafts = board.posting(parsed.data, context);
  const rows = [drafts].flat().map((draft) => toPosting(board.name, draft, place));
  // The own page of something that cannot be used is not asked for.
  if (board.detail === undefined || rows.every(isRefusal)) {
    yield* rows;
    return;
  }
  const whole = board.posting(await details(parsed.data, context), context);
  for (const draft of [whole].flat()) yield toPosting(board.name, draft, place);
}

/** Asks for postings' own pages, as many as the manners allow; what does not come leaves the item as it was. */
function createDetails<Item, Context>(
  board: Board<Item, Context>,
  client: SourceClient,
  manners: Manners,
  signal: AbortSignal,
): (item: Item, context: Context) => Promise<Item> {
  let [asked, failures] = [0, 0];
  return async (item, context) => {
    const request = board.detail?.request(item, context) ?? null;
    if (board.detail === undefined || request === null) return item;
    if (asked >= manners.mostDetails || failures >= DETAIL_FAILURES) return item;
    asked += 1;
    try {
      const answer = await ask(board, client, manners, request, signal);
      failures = 0;
      return board.detail.join(item, answer);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      failures += 1;
      return item;
    }
  };
}

async function ask<Item, Context>(
  board: Board<Item, Context>,
  client: SourceClient,
  { pauseMs, timeoutMs, maxBytes }: Manners,
  request: BoardRequest,
  signal: AbortSignal,
): Promise<unknown> {
  const { text } = await client.send({ ...request, signal, pauseMs, timeoutMs, maxBytes });
  return board.form === 'xml' ? readXml(text) : readJson(text);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw formFailure('JSON', error);
  }
}

function keyOf(request: BoardRequest): string {
  return JSON.stringify([request.url, request.json ?? null]);
}

function sameHost(one: BoardRequest, other: BoardRequest): boolean {
  return URL.canParse(one.url) && new URL(one.url).host === new URL(other.url).host;
}

function notUnderstood(title: string): PerchError {
  return new PerchError('unavailable', {
    en: `${title} answered in a shape that Perch does not know.`,
    de: `${title} hat in einer Form geantwortet, die Perch nicht kennt.`,
    uk: `${title} відповів у форматі, якого Perch не знає.`,
  });
}
