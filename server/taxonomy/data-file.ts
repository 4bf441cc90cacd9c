/** Reads the taxonomy's data files: one entry a line, `#` begins a comment line, empty lines separate. */
import { readFileSync } from 'node:fs';

/** The lines of `data/<name>` that hold an entry. Throws when the file is missing: the installation is broken. */
export function dataLines(name: string): string[] {
  const text = readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** A value computed at first use and kept: loading is no work at import. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
