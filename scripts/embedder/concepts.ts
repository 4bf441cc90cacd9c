/**
 * The concepts that the built-in embedder learns from: each is one occupation, skill or role with all its names in all
 * languages, and sentences that describe it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** Names say the same; `texts` speak of it. */
export interface Concept {
  names: string[];
  texts: string[];
  /** Names by language, where it is known: languages are then drawn evenly. */
  byLanguage?: Map<string, string[]>;
}

/** Concepts by kind, because kinds are drawn from by share and not by size. */
export interface Concepts {
  own: Concept[];
  esco: Concept[];
  onet: Concept[];
  skills: Concept[];
  /** Pairs of occupations that O*NET calls closely related. */
  related: [Concept, Concept][];
  /** ESCO occupations with the German name of their group in ISCO-08, groups of at least two. */
  siblings: Concept[][];
}

const SKILLS_AT_ONCE = 6;
const rows = z.array(z.record(z.string(), z.string()));

function table(path: string, delimiter: ',' | '\t'): Record<string, string>[] {
  const quote = delimiter === ',' ? '"' : null;
  return rows.parse(parse(readFileSync(path), { columns: true, bom: true, delimiter, quote }));
}

/** "operador/operadora" as two names; "and/or" inside a longer name stays. */
function namesOf(row: Record<string, string>): string[] {
  const names = [row['preferredLabel'] ?? '', ...(row['altLabels'] ?? '').split('\n')];
  return names
    .flatMap((name) => {
      const halves = name.split('/');
      const [first = '', second = ''] = halves;
      return halves.length === 2 && first.split(' ').length === second.split(' ').length ? halves : [name];
    })
    .map((name) => name.trim())
    .filter(Boolean);
}

function into(
  concepts: Map<string, Concept>,
  key: string,
  names: readonly string[],
  texts: readonly string[],
): Concept {
  const concept = concepts.get(key) ?? { names: [], texts: [] };
  concepts.set(key, concept);
  concept.names.push(...names);
  concept.texts.push(...texts.filter((text) => text !== '' && !text.startsWith('http')));
  return concept;
}

const useful = (concepts: Map<string, Concept>): Concept[] =>
  [...concepts.values()].filter(({ names, texts }) => names.length > 0 && names.length + texts.length > 1);

/** ESCO occupations: all names in English and German, two in Spanish and French. */
function escoOccupations(folder: string): Pick<Concepts, 'esco' | 'siblings'> {
  const found = new Map<string, Concept>();
  const groups = new Map<string, Set<Concept>>();
  for (const language of ['en', 'de', 'es', 'fr']) {
    const isFull = language === 'en' || language === 'de';
    for (const row of table(join(folder, `esco/occupations_${language}.csv`), ',')) {
      const names = isFull ? namesOf(row) : namesOf(row).slice(0, 2);
      if (names.length === 0) continue;
      const concept = into(found, row['conceptUri'] ?? '', names, [isFull ? (row['description'] ?? '') : '']);
      concept.byLanguage ??= new Map();
      concept.byLanguage.set(isFull ? language : 'others', names);
      const group = row['iscoGroup'] ?? '';
      groups.set(group, (groups.get(group) ?? new Set()).add(concept));
    }
  }
  for (const row of table(join(folder, 'esco/isco_groups_de.csv'), ',')) {
    const { code = '', description = '' } = row;
    groups.get(code)?.add({ names: namesOf(row), texts: [description] });
  }
  const siblings = [...groups.values()].map((group) => [...group]).filter((group) => group.length > 1);
  return { esco: useful(found), siblings };
}

function escoSkills(folder: string): Concept[] {
  const found = new Map<string, Concept>();
  for (const file of ['skills_en-us.csv', 'digital_skills_de.csv'])
    for (const row of table(join(folder, 'esco', file), ','))
      into(found, row['conceptUri'] ?? '', namesOf(row), [
        row['description'] ?? '',
        ...(row['broaderConceptPT'] ?? '').split(' | '),
      ]);
  return useful(found);
}

function onetOccupations(folder: string): Pick<Concepts, 'onet' | 'related'> {
  const found = new Map<string, Concept>();
  const read = (name: string): Record<string, string>[] => table(join(folder, 'onet', `${name}.txt`), '\t');
  const code = (row: Record<string, string>): string => row['O*NET-SOC Code'] ?? '';
  for (const row of read('Occupation_Data')) into(found, code(row), [row['Title'] ?? ''], [row['Description'] ?? '']);
  for (const row of read('Alternate_Titles')) {
    const short = row['Short Title'] ?? 'n/a';
    into(found, code(row), [row['Alternate Title'] ?? '', ...(short === 'n/a' ? [] : [short])], []);
  }
  for (const row of read('Sample_of_Reported_Titles'))
    into(found, code(row), [row['Reported Job Title'] ?? ''].filter(Boolean), []);
  for (const row of read('Task_Statements')) into(found, code(row), [], [row['Task'] ?? '']);
  const tools = Map.groupBy(read('Technology_Skills'), code);
  for (const [occupation, named] of tools)
    for (let at = 0; at < named.length; at += SKILLS_AT_ONCE) {
      // Taken apart by a stride, since neighbours in the alphabet say little about each other.
      const some = named.filter((_, index) => index % Math.ceil(named.length / SKILLS_AT_ONCE) === at / SKILLS_AT_ONCE);
      into(found, occupation, [], [some.map((row) => row['Example'] ?? '').join(', ')]);
    }
  const related = read('Related_Occupations').flatMap((row): [Concept, Concept][] => {
    const [one, other] = [found.get(code(row)), found.get(row['Related O*NET-SOC Code'] ?? '')];
    return one === undefined || other === undefined || row['Relatedness Tier'] === 'Supplemental' ? [] : [[one, other]];
  });
  return { onet: useful(found), related };
}

/** Our own lists: roles and skills with their names, and the words of other languages for them. */
function ownConcepts(): Concept[] {
  const found = new Map<string, Concept>();
  const server = new URL('../../server/', import.meta.url);
  const files = ['taxonomy/data/titles.txt', 'taxonomy/data/skills.txt'];
  for (const language of ['german', 'ukrainian'])
    files.push(`language/${language}/roles.txt`, `language/${language}/wishes.txt`, `language/${language}/fields.txt`);
  files.push('language/ukrainian/technologies.txt');
  for (const file of files)
    for (const line of readFileSync(new URL(file, server), 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [head = '', ...others] = line.split(':');
      const clean = (name: string): string => name.replace(/[?=!*]/gu, '').trim();
      const key = clean(head.split(/[<;~]/u)[0] ?? '');
      into(found, key.toLowerCase(), [key, ...others.join(':').split(',').map(clean).filter(Boolean)], []);
    }
  return useful(found);
}

/** Reads everything; `folder` holds the unpacked taxonomies `esco/` and `onet/`. */
export function readConcepts(folder: string): Concepts {
  return {
    own: ownConcepts(),
    skills: escoSkills(folder),
    ...escoOccupations(folder),
    ...onetOccupations(folder),
  };
}

/** Every name and sentence once. */
export function allTexts({ own, esco, onet, skills }: Concepts): string[] {
  return [...new Set([...own, ...esco, ...onet, ...skills].flatMap(({ names, texts }) => [...names, ...texts]))];
}
