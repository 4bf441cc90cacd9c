/** How column values come out of the driver. */
import { z } from 'zod';

/** timestamptz, as ISO 8601 in UTC. */
export const isoTimestamp = z.union([z.date(), z.string()]).transform((value) => new Date(value).toISOString());

/** bigint (counts, sequences), which the driver gives as text; ours stay below 2^53. */
export const count = z.coerce.number().int();
