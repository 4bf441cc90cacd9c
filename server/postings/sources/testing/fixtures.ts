/** The fixtures beside the adapters: our own words in the shapes that were recorded, one folder a board. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { sourcePostingSchema } from '../../job-posting.ts';

const folder = new URL('../fixtures/', import.meta.url);

/** A board's answers in the order in which they are asked for. */
export function fixtureAnswers(name: string): string[] {
  const own = new URL(`${name}/`, folder);
  return readdirSync(own)
    .filter((file) => /^\d/.test(file))
    .toSorted()
    .map((file) => readFileSync(new URL(file, own), 'utf8'));
}

/** What those answers say. */
export function fixtureExpected(name: string): unknown {
  const text = readFileSync(new URL(`${name}/expected.json`, folder), 'utf8');
  return z.array(sourcePostingSchema.partial()).parse(JSON.parse(text));
}
