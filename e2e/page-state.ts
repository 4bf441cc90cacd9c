/** What a page believes, beside what the store has: the whole of it, not only what is on screen. */
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { queuedMessageSchema } from '../server/conversations/conversation.ts';
import { messageSchema } from '../server/conversations/message.ts';
import { countsSchema, filterStateSchema, matchSchema } from '../server/matching/match.ts';
import { until } from './until.ts';
import { createVisitor } from './visitor.ts';

/** Several turns may wait for each other. */
const TURNS_MS = 60_000;

const pageStateSchema = z.object({
  connection: z.string(),
  conversation: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  messages: z.array(messageSchema),
  running: z.object({ turnId: z.uuid(), startedAt: z.string(), lastChunk: z.number() }).nullable(),
  outgoing: z.array(z.unknown()),
  queued: z.array(queuedMessageSchema),
  filter: filterStateSchema,
  matches: z.array(matchSchema),
  counts: countsSchema.nullable(),
  canUndo: z.boolean(),
});
export type BelievedState = z.output<typeof pageStateSchema>;

/** The state that the page's elements are drawn from. */
export async function believedBy(page: Page): Promise<BelievedState> {
  return pageStateSchema.parse(await page.evaluate(`document.querySelector('perch-app').page`));
}

/** Nothing is under way: all that was said has been heard and answered, as far as the page knows. */
export function isQuiet(state: BelievedState): boolean {
  const { connection, running, outgoing, queued } = state;
  return connection === 'open' && running === null && outgoing.length + queued.length === 0;
}

export interface Witness {
  /** Waits until the page is quiet and believes what the store has; gives that. */
  expectSame(page: Page): Promise<BelievedState>;
}

/** Somebody with a good line straight to Perch, in a session of the same person. */
export async function createWitness(url: string): Promise<Witness> {
  const visitor = await createVisitor(url);
  const told = async (conversationId: string): Promise<object> => {
    const socket = await visitor.openSocket();
    socket.send({ type: 'conversation-open', conversationId });
    const all = await socket.next('conversation-snapshot', () => true, 0);
    socket.close();
    const { conversation, messages, filter, page, counts, canUndo } = all;
    return { conversation, messages, filter, matches: page.matches, counts, canUndo };
  };
  return {
    async expectSame(page) {
      let believed = await believedBy(page);
      await until(
        'the page believes what the store has',
        async () => {
          believed = await believedBy(page);
          if (!isQuiet(believed)) {
            return `it is not quiet: ${JSON.stringify({ ...believed, messages: [], matches: [] })}`;
          }
          const { conversation, messages, filter, matches, counts, canUndo } = believed;
          const shown = { conversation, messages, filter, matches, counts, canUndo };
          return difference(await told(conversation?.id ?? ''), shown);
        },
        TURNS_MS,
      );
      return believed;
    },
  };
}

/** The first thing in which two values differ, in words; null when they are the same. */
function difference(store: object, page: object): string | null {
  const believed = new Map<string, unknown>(Object.entries(page));
  for (const [name, value] of Object.entries(store)) {
    const [has, shows] = [JSON.stringify(value), JSON.stringify(believed.get(name))];
    if (has === shows) continue;
    const at = [...has].findIndex((sign, place) => sign !== shows[place]);
    const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 120);
    return `${name}: the store has …${around(has)}…, the page believes …${around(shows)}…`;
  }
  return null;
}
