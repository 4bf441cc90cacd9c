/** Roles of the sample board, read from `roles.txt` at first use: many fields of work, three languages, realistic pay. */
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

function readRoles(): SampleRole[] {
  const lines = readFileSync(new URL('./roles.txt', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [field = '', en = '', de = '', uk = '', pay = '', place = '', skills = '', does = ''] = line.split('\t');
      const [low = 0, high = 0] = pay.split('-').map(Number);
      return { field, en, de, uk, pay: [low, high], remote: place === 'remote', skills: skills.split(', '), does };
    });
}

/** All roles. The same list each time. */
export function sampleRoles(): readonly SampleRole[] {
  read ??= readRoles();
  return read;
}
