/**
 * Schemas for other people's answers that never refuse for one field: what is missing, null or of another type is
 * "not said", and the rest of the item stays. An item that is no object at all is refused. Pure.
 */
import { z } from 'zod';

/** Longer texts are cut before anything reads them. */
const LONGEST = 400_000;
const MOST = 200;

const any = z.unknown().default(null);

function toText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  // Half a character cannot be written into an address.
  const words = (value.length > LONGEST ? value.slice(0, LONGEST) : value).toWellFormed();
  // Some boards write the word where they have nothing.
  return words.trim() === '' || words === 'null' ? null : words;
}

function toNumber(value: unknown): number | null {
  const number =
    typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) && value.length < 30 ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function toFlag(value: unknown): boolean | null {
  if (value === true || value === 'true' || value === 'True' || value === 1 || value === '1') return true;
  if (value === false || value === 'false' || value === 'False' || value === 0 || value === '0') return false;
  return null;
}

/** Text, also a number's; nothing when empty. */
export const text = any.transform(toText);
/** A number, also in digits. */
export const number = any.transform(toNumber);
/** Yes, no, or not said. */
export const flag = any.transform(toFlag);
/** A date as the boards write it: text or a number. */
export const moment = any.transform((value) => (typeof value === 'number' ? value : toText(value)));

/** A list; one thing that stands for itself counts as a list of one, members of another kind are left out. */
export function listOf<Output>(member: z.ZodType<Output>): z.ZodType<Output[]> {
  return any.transform((value) =>
    (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value])
      .slice(0, MOST)
      .flatMap((one: unknown) => {
        const parsed = member.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
  );
}

/** Texts of a list, the empty ones left out. */
export const texts: z.ZodType<string[]> = listOf(text).transform((all) => all.filter((one) => one !== null));

/** An object inside an item; when it is something else, all its fields are "not said". */
export function part<Shape extends z.ZodRawShape>(shape: Shape): z.ZodType<z.output<z.ZodObject<Shape>>> {
  const object = z.object(shape);
  return any.transform((value) => {
    const parsed = object.safeParse(value);
    return parsed.success ? parsed.data : object.parse({});
  });
}

/** A strict schema made tolerant: fields that do not fit are left out, as long as the rest does. */
export function forgiving<Output>(schema: z.ZodType<Output>): z.ZodType<Output> {
  return z.record(z.string(), z.unknown()).transform((item, context) => {
    const first = schema.safeParse(item);
    if (first.success) return first.data;
    const misfits = new Set(first.error.issues.map(({ path }) => String(path[0])));
    const second = schema.safeParse(Object.fromEntries(Object.entries(item).filter(([name]) => !misfits.has(name))));
    if (second.success) return second.data;
    context.addIssue(z.prettifyError(second.error));
    return z.NEVER;
  });
}
