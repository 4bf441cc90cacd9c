/** A database of its own on a native Postgres, for the tests that run on both engines. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The server to use, as a role that may create databases; null when none is named. */
export const nativeServer = process.env.TEST_DATABASE_URL ?? null;

export async function createDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `perch_e2e_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => await run(`drop database if exists ${name} with (force)`) };
}
