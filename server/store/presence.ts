/**
 * How other processes on a native server see that this one lives: a connection that holds an advisory lock of its
 * instance. Whatever ends the process ends the connection, and with it the lock, at that moment.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../kernel/logger.ts';

const RETRY_MS = 500;
const CONNECT_MS = 10_000;

/** What `pg_try_advisory_xact_lock` takes to find out whether an instance is dead; `instance` is an SQL expression. */
export const presenceLock = (instance: string): string => `hashtextextended('perch ' || ${instance}::text, 0)`;

export interface Presence {
  close(): Promise<void>;
}

/** Takes the lock, and takes it again when the connection breaks. Rejects when the first attempt fails. */
export async function showPresence(options: {
  databaseUrl: string;
  instance: string;
  logger: Logger;
}): Promise<Presence> {
  const { databaseUrl, instance, logger } = options;
  const ended = new AbortController();
  let client = await connect();

  async function connect(): Promise<Client> {
    const next = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
    next.on('error', () => undefined);
    await next.connect();
    await next.query(`select pg_advisory_lock(${presenceLock('$1')})`, [instance]);
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

  return {
    async close() {
      ended.abort();
      await client.end();
    },
  };
}
