/** What `ask` and `import` do, the same in their own process and behind the door of a running server. */
import { Readable } from 'node:stream';
import type { Perch } from './compose.ts';
import type { AskInput, Headless } from './http/headless-routes.ts';
import { newId } from './kernel/ids.ts';
import type { Match } from './matching/match.ts';
import { asRead } from './postings/as-read.ts';
import { readImport } from './postings/import-reader.ts';
import { createRowQueue } from './row-queue.ts';

/** Matches that a line of `ask --json` shows. */
const SHOWN = 20;

export function createHeadless(perch: Perch): Headless {
  const { agent, services, ownerId: userId } = perch;

  async function ask({ conversation: name, say, fresh = false }: AskInput): Promise<unknown> {
    const started = performance.now();
    const { id: conversationId } = await services.conversations.openNamed({ userId, name, fresh });
    const place = { userId, conversationId };
    const { revision } = await services.filters.get(place);
    const turn = await services.conversations.countSaid(place);
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
      text: outcome.text === '' ? await notices(place) : outcome.text,
      matches: {
        total: counts.total,
        unclear: counts.unclear,
        hidden: counts.hidden,
        shown: page.matches.slice(0, SHOWN).map(shown),
      },
      elapsedMs: Math.round(performance.now() - started),
    };
  }

  /** Why the last turn said nothing: a model that failed leaves a notice. */
  async function notices(place: { userId: string; conversationId: string }): Promise<string> {
    const last = (await services.conversations.messages(place)).at(-1);
    return (last?.parts ?? []).flatMap((part) => (part.type === 'notice' ? [part.text.en] : [])).join('\n');
  }

  return {
    ask,
    async *importStream(stream, { name, countries, signal }) {
      const rows = createRowQueue();
      const board = name.replace(/\.(?:gz|jsonl?|ndjson)\b/gu, '');
      const postings = readImport(stream instanceof Readable ? stream : Readable.from(stream), { signal, board });
      const work = services.ingest
        .importPostings(rows.pace(postings), {
          signal,
          onRow: (row) => {
            if (countries !== null) rows.push({ posting: asRead(row, countries) });
          },
        })
        .finally(() => rows.end());
      // Awaited below; this keeps a failure before that from being "unhandled".
      work.catch(() => undefined);
      yield* rows.read();
      const { refusals, ...report } = await work;
      for (const refused of refusals) yield { refused };
      // What came more than once in one stream was merged into one posting.
      const merged = report.read - report.added - report.updated - report.unchanged - report.refused;
      yield { report: { ...report, merged } };
    },
  };
}

function shown({ id, title, company, place, score, unclear, url }: Match): unknown {
  return { id, title, company, place, ...(score === null ? {} : { score: score.value }), unclear, url };
}
