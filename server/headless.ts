/** What `ask` and `import` do, the same in their own process and behind the door of a running server. */
import { PassThrough, Readable } from 'node:stream';
import type { Perch } from './compose.ts';
import type { AskInput, Headless } from './http/headless-routes.ts';
import { newId } from './kernel/ids.ts';
import type { Match } from './matching/match.ts';
import { readImport } from './postings/import-reader.ts';
import { asRead } from './postings/as-read.ts';

/** Matches that a line of `ask --json` shows. */
const SHOWN = 20;

export function createHeadless(perch: Perch): Headless {
  const { agent, services, ownerId: userId } = perch;

  async function ask({ conversation: name, say, fresh = false }: AskInput): Promise<unknown> {
    const started = performance.now();
    const { id: conversationId } = await services.conversations.openNamed({ userId, name, fresh });
    const place = { userId, conversationId };
    const { revision } = await services.filters.get(place);
    const turn = (await services.conversations.messages(place)).filter(({ role }) => role === 'user').length;
    const { done } = await agent.send({ ...place, messageId: newId(), text: say, revision });
    const outcome = await done;
    const { filter } = await services.filters.get(place);
    const page = await services.matches.page(place);
    const counts = await services.matches.counts(place);
    return {
      conversation: name,
      turn,
      filter,
      tools: outcome.called,
      text: outcome.text,
      matches: {
        total: counts.total,
        unclear: counts.unclear,
        hidden: counts.hidden,
        shown: page.matches.slice(0, SHOWN).map(shown),
      },
      elapsedMs: Math.round(performance.now() - started),
    };
  }

  return {
    ask,
    async *importStream(stream, { name, countries, signal }) {
      const rows = new PassThrough({ objectMode: true });
      const board = name.replace(/\.(?:gz|jsonl?|ndjson)\b/gu, '');
      const postings = readImport(stream instanceof Readable ? stream : Readable.from(stream), { signal, board });
      const ended = services.ingest
        .importPostings(postings, {
          signal,
          onRow: (row) => {
            if (countries !== null) rows.write({ posting: asRead(row, countries) });
          },
        })
        .finally(() => rows.end());
      // The report below rethrows; this keeps an early failure from being "unhandled".
      ended.catch(() => undefined);
      yield* rows;
      const { refusals, ...report } = await ended;
      for (const refused of refusals) yield { refused };
      // What came more than once in one stream was merged into one posting.
      const merged = report.read - report.added - report.updated - report.unchanged - report.refused;
      yield { report: { ...report, merged } };
    },
  };
}

function shown({ id, title, company, place, unclear, url }: Match): unknown {
  return { id, title, company, place, unclear, url };
}
