/** The daily tidying as a task: once a day in the whole installation. */
import { z } from 'zod';
import type { TaskKind } from '../../store/tasks.ts';

/** Closes what has expired, deletes what may not be kept. */
export const dailyTidy: TaskKind<Record<string, never>> = {
  name: 'daily-tidy',
  data: z.strictObject({}),
  retries: 3,
  seconds: 1800,
};
