/** The daily fetch as a task: once a day in the whole installation, however many processes it has. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TaskKind } from '../store/tasks.ts';

/** Asks all boards that may be asked unattended. */
export const dailyFetch: TaskKind<Record<string, never>> = {
  name: 'daily-fetch',
  data: z.strictObject({}),
  retries: 1,
  seconds: 3600,
};

/** A time of day of its own for each installation, so that boards are not asked by everybody at once; cron in UTC. */
export function dailyCron(installation: string): string {
  const digest = createHash('sha256').update(installation).digest();
  return `${digest.readUInt16BE(0) % 60} ${digest.readUInt16BE(2) % 24} * * *`;
}
