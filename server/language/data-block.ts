/**
 * The data block that begins each turn: what the assistant may know of the page, as one line of JSON between two
 * delimiters of this turn only. It stands in a user-role message, never in the system role, and is data: strings
 * are cut and cleaned, so that a posting's title cannot pose as words of the person or end the block.
 */
import { z } from 'zod';
import { LANGUAGES } from '../kernel/text.ts';
import { filterSchema } from '../matching/filter.ts';

/** No string of the block is longer. */
const LONGEST_STRING = 120;
/** The query of the filter is the person's own words; the schema allows it more. */
const KEPT_ROWS = 40;

export const dataBlockSchema = z.object({
  filter: filterSchema,
  revision: z.number().int(),
  counts: z.object({ total: z.number().int(), unclear: z.number().int(), hidden: z.number().int() }).nullable(),
  /** The rows on screen, numbered as the person sees them. */
  onScreen: z.array(
    z.object({ n: z.number().int(), id: z.string(), title: z.string(), company: z.string().nullable() }),
  ),
  /** The posting that the turn before opened or explained. */
  spokenOf: z.uuid().optional(),
  /** For a model: where the person lives, ISO code. It is no filter. */
  homeCountry: z.string().length(2).optional(),
  /** The language of the page. */
  language: z.enum(LANGUAGES),
  /** The person's date, YYYY-MM-DD. */
  today: z.iso.date().optional(),
  /** For a model: what the built-in assistant read of the last message, and the words it could not place. */
  understood: z
    .object({
      calls: z.array(z.object({ name: z.string(), input: z.record(z.string(), z.unknown()) })),
      rest: z.array(z.string()),
      talk: z.string().nullable(),
    })
    .optional(),
});
export type DataBlock = z.infer<typeof dataBlockSchema>;

const DELIMITER = /^[A-Za-z0-9-]{8,64}$/;

/**
 * The block as text. `delimiter` is made anew for each turn by the caller (8 to 64 letters, digits, hyphens).
 * Throws RangeError for another delimiter.
 */
export function renderDataBlock(data: DataBlock, delimiter: string): string {
  if (!DELIMITER.test(delimiter)) throw new RangeError('A delimiter has 8 to 64 letters, digits and hyphens.');
  const cleaned = { ...data, onScreen: data.onScreen.slice(0, KEPT_ROWS) };
  const json = JSON.stringify(cleaned, (_key, value: unknown) =>
    typeof value === 'string' ? cleanString(value) : value,
  );
  return `<data ${delimiter}>\n${json}\n</data ${delimiter}>`;
}

/** A string without control, bidi, tag and other invisible characters, at most 120 long. */
export function cleanString(text: string): string {
  const plain = text
    .slice(0, LONGEST_STRING * 4)
    .replace(/[\p{C}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const points = [...plain];
  return points.length <= LONGEST_STRING ? plain : `${points.slice(0, LONGEST_STRING - 1).join('')}…`;
}

const BLOCK = /^<data ([A-Za-z0-9-]{8,64})>\n([^\n]*)\n<\/data \1>\s*/;

/** The block at the very beginning of a text, and the text behind it; null when there is none that is whole. */
export function parseDataBlock(text: string): { data: DataBlock; rest: string } | null {
  const match = BLOCK.exec(text);
  if (match === null) return null;
  try {
    const parsed = dataBlockSchema.safeParse(JSON.parse(match[2] ?? ''));
    return parsed.success ? { data: parsed.data, rest: text.slice(match[0].length) } : null;
  } catch {
    return null;
  }
}
