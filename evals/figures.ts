/** docs/figures.json: what evaluations and benchmarks measured last, each under its own name, each beside its baseline. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const path = fileURLToPath(new URL('../docs/figures.json', import.meta.url));
const figuresSchema = z.record(z.string(), z.unknown());

/** Replaces the section of that name; all others stay as they are. */
export function writeFigures(section: string, figures: object): void {
  const known = existsSync(path) ? figuresSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  const next = Object.fromEntries(
    Object.entries({ ...known, [section]: figures }).toSorted(([a], [b]) => a.localeCompare(b)),
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(next, null, 2)}\n`);
}

/** Rounded to so many digits that carry information. */
export function digits(value: number, count = 3): number {
  return Number(value.toPrecision(count));
}
