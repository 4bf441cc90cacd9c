/**
 * Drift: how often each field of a board's raw items is filled, and which ones that used to be are not any more.
 * A renamed or dropped field shows here before anybody misses it. Pure.
 */

/** Shares between 0 and 1 by path: "company.name", "locations[].name". */
export type FieldShares = Readonly<Record<string, number>>;

/** A field that is missing from most items although it used to be there. */
export type Drift = { field: string; usual: number; now: number };

/** Fewer items say nothing about a share. */
export const FEWEST_ITEMS = 5;

/** Is there anything at the path? An empty text, list or object, null and zero are nothing. */
export function isFilled(value: unknown, path: string): boolean {
  return filledAt(value, path.split('.'));
}

function filledAt(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return isSomething(value);
  if (typeof value !== 'object' || value === null) return false;
  const name = step.replace(/\[\]$/, '');
  const inner: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  if (!step.endsWith('[]')) return filledAt(inner, rest);
  return (Array.isArray(inner) ? inner : [inner]).some((one) => filledAt(one, rest));
}

function isSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0) return false;
  if (Array.isArray(value)) return value.some(isSomething);
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Counts items as they come. */
export function createFieldCounter(paths: readonly string[]): {
  count: (item: unknown) => void;
  items: () => number;
  shares: () => FieldShares;
} {
  const filled = new Map(paths.map((path) => [path, 0]));
  let items = 0;
  return {
    count: (item) => {
      items += 1;
      for (const path of paths) if (isFilled(item, path)) filled.set(path, (filled.get(path) ?? 0) + 1);
    },
    items: () => items,
    shares: () => Object.fromEntries([...filled].map(([path, count]) => [path, items === 0 ? 0 : count / items])),
  };
}

/** The fields whose share fell below half of the usual one. `usual` is what was recorded, or earlier runs'. */
export function findDrift(usual: FieldShares, now: FieldShares, items: number): Drift[] {
  if (items < FEWEST_ITEMS) return [];
  return Object.entries(usual)
    .filter(([field, share]) => share * items >= 2 && (now[field] ?? 0) < share / 2)
    .map(([field, share]) => ({ field, usual: share, now: now[field] ?? 0 }));
}
