/**
 * Titles: the roles that a job title names, and how two roles relate. "Senior Backend Developer (m/f/d)" names
 * the role "backend engineer". Facts are in `data/titles.txt` and `data/occupations.tsv`; look-ups are pure.
 */
import { dataLines, lazy } from './data-file.ts';
import { fold } from './fold.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';

export type RoleRelation = 'same' | 'narrower' | 'related';

type Role = { key: string; broader: string[]; related: string[] };

/** engineer = developer = programmer, in every language of the data; ends of plural dropped. */
function sameWord(word: string): string {
  if (/^(?:developer|programmer)s?$/.test(word)) return 'engineer';
  return singular(word);
}

const KEEP_S =
  /(?:ss|us|is|ics|ops|sales|operations|analytics|aws|ios|devops|series|logistics|communications|relations|services?|systems|resources|success|business|sous|js|solutions|partnerships|people|sports|arts|electronics|mechatronics|robotics|chassis|customs|claims|facilities|growth|dentist)$/;

function singular(word: string): string {
  if (word.length < 4 || KEEP_S.test(word) || !word.endsWith('s')) return word;
  if (word.endsWith('sses') || word.endsWith('ches')) return word.slice(0, -2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

/** A title in the form in which it is looked up. */
function normalise(words: string): string {
  return fold(words)
    .split(/(?<=[\s/,()&-])|(?=[\s/,()&-])/)
    .map(sameWord)
    .join('');
}

/** Names of occupations in English and German, where the hand-made roles say nothing; each a role or a name of one. */
function addOccupations(roles: Map<string, Role>, index: PhraseIndex<string>): void {
  for (const line of dataLines('occupations.tsv')) {
    const [key = '', others = ''] = line.split('\t');
    if (!roles.has(key)) {
      roles.set(key, { key, broader: [], related: [] });
      index.add(normalise(key), key);
    }
    for (const other of others === '' ? [] : others.split('|')) index.add(normalise(other), key);
  }
}

const load = lazy(() => {
  const roles = new Map<string, Role>();
  const index = createPhraseIndex<string>();
  const later: [string, string][] = [];
  for (const line of dataLines('titles.txt')) {
    const [head, ...rest] = line.split(': ');
    const [lineage, related] = (head ?? '').split(' ; ~ ');
    const [key, broader] = (lineage ?? '').split(' < ');
    if (key === undefined || key === '') continue;
    const list = (words: string | undefined): string[] =>
      words === undefined ? [] : words.replace(/:$/, '').split(', ');
    const name = key.replace(/:$/, '');
    roles.set(name, { key: name, broader: list(broader), related: list(related) });
    index.add(normalise(name), name);
    for (const other of list(rest.join(': '))) if (other !== '') later.push([other, name]);
  }
  for (const [other, name] of later) index.add(normalise(other), name);
  addOccupations(roles, index);
  return { roles, index };
});

/** Words of level and form that name no role. */
const NOISE =
  /\((?:[mwfdxgndaiv*]\s?[/|,]\s?)+[mwfdxgndaiv*]\)|\(all genders\)|\b(?:m\/w\/d|f\/m\/d|m\/f\/d|w\/m\/d)\b|\(gn\)|:in(?:nen)?\b|\*in(?:nen)?\b|\/-?in\b/giu;

/** Who develops or programs, and is nothing else, makes software; a bare "engineer" may be of any kind. */
const DEVELOPER = /\b(?:developer|programmer)s?\b/iu;
const ONLY_DEVELOPER = /^(?:developer|programmer)s?$/iu;

/** Roles that a longer name beside them makes superfluous. */
const GENERIC = new Set([
  'engineer',
  'software engineer',
  'designer',
  'technician',
  'sales representative',
  'operations manager',
  'growth marketer',
  'architect',
  'ceo',
  'driver',
  'trainer',
  'management consultant',
  'content writer',
]);

function scan(title: string): string[] {
  return load()
    .index.scan(title)
    .map((hit) => hit.value);
}

/** "Developer, Backend", "Manager, Software Engineering": the parts around a comma also read the other way round. */
function turned(title: string): string | null {
  const parts = title.split(/\s*[,–—|]\s*|\s+-\s+/).filter((part) => part !== '');
  const [first, second] = parts;
  return first === undefined || second === undefined || parts.length > 4 ? null : `${second} ${first}`;
}

/** Role keys that the title names, the most telling first; an empty list when it names none that is known. */
export function rolesIn(title: string): string[] {
  const clean = normalise(title.replace(NOISE, ' ')).replace(/\s+/g, ' ');
  const found = new Set(scan(clean));
  const specific = [...found].filter((role) => !GENERIC.has(role));
  if (specific.length === 0) {
    const other = turned(clean);
    if (other !== null) for (const role of scan(other)) if (!GENERIC.has(role)) found.add(role);
  }
  if (found.has('engineer') && DEVELOPER.test(title)) {
    found.delete('engineer');
    found.add('software engineer');
  }
  const all = [...found];
  const telling = all.filter(
    (role) =>
      !GENERIC.has(role) || !all.some((other) => other !== role && (!GENERIC.has(other) || isNarrower(role, other))),
  );
  return telling.length > 0 ? telling : all;
}

/** The role that these words name as a whole, or null. */
export function roleOf(words: string): string | null {
  if (ONLY_DEVELOPER.test(words.trim())) return 'software engineer';
  const clean = normalise(words.replace(NOISE, ' ')).trim();
  return load().index.get(clean) ?? load().index.get(clean.replace(/ (?:position|job|role|work|stelle)s?$/, ''));
}

function isNarrower(wanted: string, found: string): boolean {
  const { roles } = load();
  const seen = new Set<string>();
  const open = [found];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    for (const broader of roles.get(key)?.broader ?? []) {
      if (broader === wanted) return true;
      open.push(broader);
    }
  }
  return false;
}

/** How a found role answers a wanted one: the same, a narrower one, a related or broader one, or not at all. */
export function relation(wanted: string, found: string): RoleRelation | null {
  if (wanted === found) return 'same';
  if (isNarrower(wanted, found)) return 'narrower';
  if (isNarrower(found, wanted)) return 'related';
  const { roles } = load();
  const related =
    roles.get(wanted)?.related.includes(found) === true || roles.get(found)?.related.includes(wanted) === true;
  return related ? 'related' : null;
}

/** Are both of one trade: is there a role wider than either that is itself part of a wider one ("software engineer")? */
export function areOneTrade(one: string, other: string): boolean {
  const { roles } = load();
  const trades = (key: string): readonly string[] =>
    (roles.get(key)?.broader ?? []).filter((broader) => (roles.get(broader)?.broader.length ?? 0) > 0);
  return trades(one).some((trade) => trades(other).includes(trade));
}

/** All role keys. */
export function roleKeys(): readonly string[] {
  return [...load().roles.keys()];
}

/** The title as the Filter keeps it: lower case, singular ("Data Scientists" → "data scientist"). */
export function canonicalTitle(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .split(' ')
    .map((word, index, all) => (index === all.length - 1 ? singular(word) : word))
    .join(' ');
}

/** Roles whose work is done by hand at a place: nobody does them from home. */
const HANDS_ON: ReadonlySet<string> = new Set(
  'technician,electrician,electronics technician,plumber,carpenter,mechanic,welder,machinist,cnc operator,machine operator,production worker,construction worker,painter,roofer,solar installer,warehouse worker,forklift operator,truck driver,driver,pilot,security guard,cleaner,gardener,farm worker,tailor,hairdresser,chef,cook,waiter,bartender,barista,baker,restaurant manager,hotel manager,housekeeper,flight attendant,cashier,retail associate,store manager,dentist,dental assistant,nursing assistant,paramedic,lab technician,veterinarian'.split(
    ',',
  ),
);

/** Is the role's work done by hand at a place? */
export function isHandsOn(role: string): boolean {
  return HANDS_ON.has(role);
}
