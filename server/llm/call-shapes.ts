/** The shapes in which models write a tool call as JSON, read into a name that there is and an input. */
import { z } from 'zod';
import { parseLenient } from './lenient-json.ts';

export interface ReadCall {
  name: string;
  input: unknown;
}

const objectSchema = z.record(z.string(), z.unknown());
/** Keys that change a filter; an object of nothing else is the input of set_filter. */
const CHANGE_KEYS = new Set(['set', 'add', 'remove', 'clear']);

/** The tool that a name means: another case, hyphens and a namespace are forgiven. Null when there is none. */
export function knownName(name: string, names: readonly string[]): string | null {
  if (names.includes(name)) return name;
  const plain = (text: string): string =>
    text
      .replace(/^.*[.:/]/u, '')
      .replace(/[^a-z]/giu, '')
      .toLowerCase();
  return names.find((known) => plain(known) === plain(name)) ?? null;
}

/** All calls in a value; none when it is something else. `lead` is what stood before it. */
export function readCalls(value: unknown, { names, lead }: { names: readonly string[]; lead: string }): ReadCall[] {
  if (Array.isArray(value)) return value.flatMap((entry) => readCalls(entry, { names, lead }));
  const object = objectSchema.safeParse(value).data;
  if (object === undefined) return [];
  if (Array.isArray(object['tool_calls'])) return readCalls(object['tool_calls'], { names, lead });
  const fromLead = knownName(/(?:<function=)?([\w.-]+)\s*[>(]\s*$/u.exec(lead)?.[1] ?? '', names);
  if (fromLead !== null) return [{ name: fromLead, input: object }];
  const inner = objectSchema.safeParse(object['function']).data ?? object;
  const called = [inner['name'], inner['tool'], inner['tool_name'], inner['action'], object['function']].find(
    (entry) => typeof entry === 'string',
  );
  const name = typeof called === 'string' ? knownName(called, names) : null;
  if (name !== null) {
    const given = ['arguments', 'parameters', 'args', 'input', 'params', 'action_input'].find((key) => key in inner);
    return [{ name, input: inputOf(given === undefined ? {} : inner[given]) }];
  }
  const keys = Object.keys(object);
  const [only = ''] = keys;
  const alone = keys.length === 1 ? knownName(only, names) : null;
  if (alone !== null) return [{ name: alone, input: inputOf(object[only]) }];
  const isChange = keys.length > 0 && keys.every((key) => CHANGE_KEYS.has(key));
  return isChange && names.includes('set_filter') ? [{ name: 'set_filter', input: object }] : [];
}

function inputOf(given: unknown): unknown {
  return typeof given === 'string' ? (parseLenient(given) ?? {}) : (given ?? {});
}
