/**
 * A native server's other processes: how they see that this one lives, and what they tell each other. One connection
 * holds an advisory lock of this instance and listens. Whatever ends the process ends the connection, and with it the
 * lock, at that moment. What is told is a name and ids, never a text; nobody relies on it, everybody can ask the tables.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import type { Logger } from '../kernel/logger.ts';

const RETRY_MS = 500;
const CONNECT_MS = 10_000;
const CHANNEL = 'perch';

/** What `pg_try_advisory_xact_lock` takes to find out whether an instance is dead; `instance` is an SQL expression. */
export const presenceLock = (instance: string): string => `hashtextextended('perch ' || ${instance}::text, 0)`;

const noticeSchema = z.object({ from: z.string(), topic: z.string(), data: z.unknown() });

export interface Presence {
  /** Tells all others; what cannot be told is logged. */
  tell(topic: string, data: unknown): void;
  /** Hears what others tell. */
  onTold(listener: (topic: string, data: unknown) => void): void;
  close(): Promise<void>;
}

/** The embedded store has no other process. */
export const alone: Presence = { tell: () => undefined, onTold: () => undefined, close: async () => undefined };

/** Takes the lock, and takes it again when the connection breaks. Rejects when the first attempt fails. */
export async function showPresence(options: {
  databaseUrl: string;
  instance: string;
  logger: Logger;
}): Promise<Presence> {
  const { databaseUrl, instance, logger } = options;
  const ended = new AbortController();
  const listeners: ((topic: string, data: unknown) => void)[] = [];
  let client = await connect();

  async function connect(): Promise<Client> {
    const next = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
    next.on('error', () => undefined);
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    await next.connect();
    await next.query(`select pg_advisory_lock(${presenceLock('$1')})`, [instance]);
    await next.query(`listen ${CHANNEL}`);
    next.once('end', () => void again());
    return next;
  }

  async function again(): Promise<void> {
    while (!ended.signal.aborted) {
      try {
        client = await connect();
        return;
      } catch (error) {
        logger.warn({ error }, 'the database cannot see that this process lives; trying again');
        await wait(RETRY_MS, undefined, { signal: ended.signal }).catch(() => undefined);
      }
    }
  }

  function hear(payload: string): void {
    const notice = noticeSchema.safeParse(parseJson(payload));
    if (!notice.success || notice.data.from === instance) return;
    for (const listener of listeners) listener(notice.data.topic, notice.data.data);
  }

  return {
    tell(topic, data) {
      const payload = JSON.stringify({ from: instance, topic, data });
      client
        .query('select pg_notify($1, $2)', [CHANNEL, payload])
        .catch((error: unknown) => logger.warn({ error, topic }, 'other processes could not be told'));
    },
    onTold: (listener) => void listeners.push(listener),
    async close() {
      ended.abort();
      await client.end();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
