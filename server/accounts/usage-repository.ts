/** All SQL about what models have cost a person. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';

const whole = z.coerce.number().int();
const sums = z.object({ hour_calls: whole, hour_tokens: whole, day_calls: whole, day_tokens: whole });
export type UsageSums = z.infer<typeof sums>;

export async function addUsage(
  unit: Unit,
  row: { userId: string; hour: Date; calls: number; inputTokens: number; outputTokens: number },
): Promise<void> {
  await unit.run(
    `insert into model_usage (user_id, hour, calls, input_tokens, output_tokens) values ($1, $2, $3, $4, $5)
     on conflict (user_id, hour) do update set calls = model_usage.calls + excluded.calls,
       input_tokens = model_usage.input_tokens + excluded.input_tokens,
       output_tokens = model_usage.output_tokens + excluded.output_tokens`,
    [row.userId, row.hour, row.calls, row.inputTokens, row.outputTokens],
  );
}

/** What was used since these beginnings of the hour and of the day. */
export async function sumUsage(unit: Unit, since: { userId: string; hour: Date; day: Date }): Promise<UsageSums> {
  const found = await unit.one(
    sums,
    `select coalesce(sum(calls) filter (where hour >= $2), 0) as hour_calls,
            coalesce(sum(input_tokens + output_tokens) filter (where hour >= $2), 0) as hour_tokens,
            coalesce(sum(calls), 0) as day_calls,
            coalesce(sum(input_tokens + output_tokens), 0) as day_tokens
       from model_usage where user_id = $1 and hour >= $3`,
    [since.userId, since.hour, since.day],
  );
  return found ?? { hour_calls: 0, hour_tokens: 0, day_calls: 0, day_tokens: 0 };
}
