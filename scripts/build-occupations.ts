/**
 * Makes server/taxonomy/data/occupations.tsv from ESCO's occupations (https://esco.ec.europa.eu, European Commission),
 * in English and German. Usage: node scripts/build-occupations.ts FOLDER, where FOLDER holds
 * esco/occupations_{en,de}.csv.
 * Kept: names that titles.txt does not read yet. A line: role, other names joined by "|".
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { roleOf, rolesIn } from '../server/taxonomy/titles.ts';

const row = z.object({ conceptUri: z.string(), preferredLabel: z.string(), altLabels: z.string() });
type Row = z.output<typeof row>;
const LONGEST = 40;
/** Levels are read apart from the role. */
const LEVEL = /^(?:senior|senoir|junior|chief|head|deputy|assistant|trainee|lead|expert) /;
/** So much of an occupation's known names must be of one role before the others count as that role's names. */
const AGREE = 0.6;
const LEAST_KNOWN = 2;

function esco(folder: string, language: string): Map<string, Row> {
  const text = readFileSync(join(folder, `esco/occupations_${language}.csv`), 'utf8');
  const rows = z.array(row).parse(parse(text, { columns: true, bom: true }));
  return new Map(rows.map((one) => [one.conceptUri, one]));
}

function namesOf({ preferredLabel, altLabels }: Row): string[] {
  return [...preferredLabel.split('/'), ...altLabels.split('\n')]
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name.length <= LONGEST && /^[\p{L}][\p{L}\d .'’&+-]*$/u.test(name));
}

/** English names of one word are ordinary words too ("model", "host"); long German ones are not. */
function isTelling(name: string, language: 'en' | 'de'): boolean {
  return (
    (name.includes(' ') || (language === 'de' && name.length >= 9)) && rolesIn(name).length === 0 && !LEVEL.test(name)
  );
}

/** Roles of one wide word, which stand in the names of occupations of all kinds. */
const WIDE = new Set(['engineer', 'software engineer', 'designer', 'technician', 'architect', 'trainer', 'driver']);

/** The role that these names agree upon, the first of them or most; null when they do not. */
function agreed(names: readonly string[]): string | null {
  const first = roleOf(names[0] ?? '');
  if (first !== null && !WIDE.has(first)) return first;
  const known = names.flatMap((name) => roleOf(name) ?? []);
  const role = mostFrequent(known);
  const count = known.filter((one) => one === role).length;
  return role !== null && !WIDE.has(role) && count >= LEAST_KNOWN && count / known.length >= AGREE ? role : null;
}

function mostFrequent(roles: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say which folder holds esco/.');
const names = new Map<string, Set<string>>();
const taken = new Map<string, string>();
/** Names of two roles name neither. */
const shared = new Set<string>();
const add = (role: string, name: string): void => {
  if (name === role || taken.get(name) === role) return;
  if (taken.has(name)) shared.add(name);
  taken.set(name, role);
  const known = names.get(role) ?? new Set();
  names.set(role, known.add(name));
};

const german = esco(folder, 'de');
for (const [uri, concept] of esco(folder, 'en')) {
  const [english, translated] = [
    namesOf(concept),
    namesOf(german.get(uri) ?? { ...concept, preferredLabel: '', altLabels: '' }),
  ];
  const known = agreed([...english, ...translated]);
  const head = english[0];
  if (known === null && (head === undefined || !isTelling(head, 'en'))) continue;
  const role = known ?? head ?? '';
  if (known === null) names.set(role, names.get(role) ?? new Set());
  // English by-names are loose ("team leader" for one who leads a part of a zoo); the first name is not.
  if (head !== undefined && isTelling(head, 'en')) add(role, head);
  for (const name of translated) if (isTelling(name, 'de')) add(role, name);
}

const lines = [...names].map(
  ([role, others]) => `${role}\t${[...others].filter((name) => !shared.has(name)).join('|')}`,
);
const out = new URL('../server/taxonomy/data/occupations.tsv', import.meta.url);
const head = '# Made by scripts/build-occupations.ts from ESCO (European Commission); see NOTICE.';
writeFileSync(out, `${head}\n${lines.join('\n')}\n`);
process.stdout.write(`${lines.length} roles, ${taken.size} names\n`);
