/** How one skill shows another: who knows PostgreSQL knows SQL, and has gone part of the way to MySQL. Pure look-ups. */
import { dataLines, lazy } from './data-file.ts';

const load = lazy(() => {
  const wholes = new Map<string, ReadonlySet<string>>();
  const kin = new Map<string, Set<string>>();
  for (const line of dataLines('skill-families.txt')) {
    const [whole, parts] = line.split(' < ');
    if (whole !== undefined && parts !== undefined) {
      wholes.set(whole, new Set(parts.split(', ')));
      continue;
    }
    const family = line.replace(/^~ /u, '').split(', ');
    for (const name of family) kin.set(name, (kin.get(name) ?? new Set()).union(new Set(family)));
  }
  return { wholes, kin };
});

/** How far knowing `own` shows `wanted`, both canonical names; null: not at all. Knowing the whole is part of its parts. */
export function skillShownBy(wanted: string, own: string): 'whole' | 'part' | null {
  const { wholes, kin } = load();
  if (wholes.get(wanted)?.has(own) === true) return 'whole';
  return kin.get(wanted)?.has(own) === true || wholes.get(own)?.has(wanted) === true ? 'part' : null;
}

/** All names in the data, for the test that the taxonomy knows them. */
export function familyNames(): string[] {
  const { wholes, kin } = load();
  return [...new Set([...wholes].flatMap(([whole, parts]) => [whole, ...parts]).concat(...kin.keys()))];
}
