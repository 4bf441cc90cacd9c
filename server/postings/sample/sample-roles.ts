/** Roles of the sample board, read at first use: many fields of work, three languages, realistic pay. */
import { readFileSync } from 'node:fs';

export type SampleRole = {
  field: string;
  en: string;
  de: string;
  uk: string;
  /** A year's pay at Germany's level in thousands of euros, low and high. */
  pay: readonly [number, number];
  /** May it be done remotely? */
  remote: boolean;
  skills: readonly string[];
  /** What one does, in English after "you". */
  does: string;
};

let read: readonly SampleRole[] | undefined;

/** The lines of a file without its comments, cut at tabs. */
function rowsOf(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function roleOf(columns: readonly string[]): SampleRole {
  const [field = '', en = '', de = '', uk = '', pay = '', place = '', skills = '', does = ''] = columns;
  const [low = 0, high = 0] = pay.split('-').map(Number);
  return { field, en, de, uk, pay: [low, high], remote: place === 'remote', skills: skills.split(', '), does };
}

/** One role for each variant of a family: its name stands for "*", its skill comes first. */
function rolesOfFamily(columns: readonly string[]): SampleRole[] {
  const base = roleOf(columns);
  return (columns[8] ?? '').split(';').map((variant) => {
    const [en = '', de = '', uk = '', skill = ''] = variant.split('/');
    return {
      ...base,
      en: base.en.replace('*', en),
      de: base.de.replace('*', de),
      uk: base.uk.replace('*', uk),
      skills: [skill, ...base.skills],
    };
  });
}

/** All roles, each title once. The same list each time. */
export function sampleRoles(): readonly SampleRole[] {
  if (read !== undefined) return read;
  const all = [...rowsOf('./roles.txt').map(roleOf), ...rowsOf('./role-families.txt').flatMap(rolesOfFamily)];
  const byTitle = new Map<string, SampleRole>();
  for (const role of all) if (!byTitle.has(role.en)) byTitle.set(role.en, role);
  read = [...byTitle.values()];
  return read;
}
