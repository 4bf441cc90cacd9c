/** How a change makes a new Filter out of the old one. Pure; the same for chat, chips and addresses. */
import type { Exclude, Filter, FilterChange } from './filter.ts';

type Lists = Record<string, readonly string[] | undefined>;

/** Applies `clear`, then `remove`, `set` and `add`. What is chosen is no longer excluded, and the other way round. */
export function changeFilter(filter: Filter, change: FilterChange): Filter {
  const cleared = omit(filter, new Set(change.clear ?? []));
  const { exclude: removeExclude, ...removeLists } = change.remove ?? {};
  const { exclude: setExclude, ...setFields } = change.set ?? {};
  const { exclude: addExclude, ...addLists } = change.add ?? {};

  const { exclude: oldExclude, ...oldFields } = cleared;
  let fields: Omit<Filter, 'exclude'> = { ...oldFields, ...mapLists(removeLists, oldFields, without) };
  fields = { ...fields, ...setFields };
  fields = { ...fields, ...mapLists(addLists, fields, union) };

  let exclude: Exclude = { ...oldExclude, ...mapLists(removeExclude ?? {}, oldExclude ?? {}, without) };
  exclude = { ...exclude, ...setExclude };
  exclude = { ...exclude, ...mapLists(addExclude ?? {}, exclude, union) };

  // The newest word wins where a value is both wanted and refused.
  const chosen: Lists = joinLists(setFields, addLists);
  const refused: Lists = joinLists(setExclude ?? {}, addExclude ?? {});
  exclude = { ...exclude, ...mapLists(chosen, exclude, without, true) };
  fields = { ...fields, ...mapLists(refused, fields, without, true) };
  return tidy({ ...fields, exclude });
}

/** Equal as sets and values, whatever the order. */
export function sameFilter(a: Filter, b: Filter): boolean {
  return JSON.stringify(canonical(tidy(a))) === JSON.stringify(canonical(tidy(b)));
}

/** Drops what does not constrain: empty lists, empty objects, repeated values. */
export function tidy(filter: Filter): Filter {
  const { exclude, pay, client, ...fields } = filter;
  const kept: Filter = dropEmpty(fields);
  const keptExclude: Exclude = dropEmpty(exclude ?? {});
  if (Object.keys(keptExclude).length > 0) kept.exclude = keptExclude;
  const keptClient = dropEmpty(client ?? {});
  if (Object.keys(keptClient).length > 0) kept.client = keptClient;
  const keptPay = dropEmpty(pay ?? {});
  if (Object.keys(keptPay).length > 0) kept.pay = keptPay;
  return kept;
}

const key = (value: string): string => value.trim().toLowerCase();

const union = (old: readonly string[], more: readonly string[]): string[] => unique([...old, ...more]);

const without = (old: readonly string[], less: readonly string[]): string[] => {
  const gone = new Set(less.map(key));
  return old.filter((value) => !gone.has(key(value)));
};

function unique(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
}

/** Combines each list of `change` with the list of that name; with `onlyPresent` lists that are not there stay away. */
function mapLists(
  change: Lists,
  old: object,
  combine: (old: readonly string[], change: readonly string[]) => string[],
  onlyPresent = false,
): Record<string, string[]> {
  const lists = new Map(Object.entries(old));
  const result: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(change)) {
    if (!Array.isArray(values)) continue;
    const before: unknown = lists.get(name);
    if (onlyPresent && before === undefined) continue;
    result[name] = combine(Array.isArray(before) ? before.map(String) : [], values);
  }
  return result;
}

function joinLists(a: object, b: object): Lists {
  const joined: Record<string, string[]> = {};
  for (const [name, values] of [...Object.entries(a), ...Object.entries(b)]) {
    if (Array.isArray(values)) joined[name] = [...(joined[name] ?? []), ...values.map(String)];
  }
  // Skills that are wanted one way or the other are wanted.
  if (joined['anySkills'] !== undefined) joined['skills'] = [...(joined['skills'] ?? []), ...joined['anySkills']];
  return joined;
}

function dropEmpty<T extends object>(fields: T): T {
  const kept = { ...fields };
  for (const name of keysOf(kept)) {
    const value = kept[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete kept[name];
    else if (Array.isArray(value)) Object.assign(kept, { [name]: unique(value.map(String)) });
  }
  return kept;
}

function omit(filter: Filter, fields: ReadonlySet<string>): Filter {
  const kept = { ...filter };
  for (const name of keysOf(kept)) if (fields.has(name)) delete kept[name];
  return kept;
}

function keysOf<T extends object>(value: T): (keyof T & string)[] {
  return Object.keys(value).filter((name): name is keyof T & string => name in value);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map((entry) => (typeof entry === 'string' ? key(entry) : entry))
      .toSorted((a, b) => String(a).localeCompare(String(b)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, entry]) => [name, canonical(entry)]),
  );
}
