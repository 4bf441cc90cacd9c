/** Values that the filter holds under another name than the one said. */
import type { ListField, Mode } from '../meaning.ts';
import { same } from './lists.ts';

/** Shorter beginnings of names are too many. */
const SHORTEST = 4;

/** Countries that are a city, too: "drop Singapore" takes back whichever the filter has. */
export const cityStates: ReadonlyMap<string, string> = new Map([
  ['SG', 'Singapore'],
  ['LU', 'Luxembourg'],
  ['MC', 'Monaco'],
  ['HK', 'Hong Kong'],
]);

/** "remove the VP one": the one held title that begins or ends with what was said. */
function heldTitle(held: readonly string[], said: string): string {
  if (held.some((title) => same(title, said))) return said;
  const near = held.filter((title) => title.startsWith(`${said} `) || title.endsWith(` ${said}`));
  return near.length === 1 ? (near[0] ?? said) : said;
}

/** "not Privat" of PrivatBank, as "не Приват" is written in Latin letters, too: the one held employer that begins so. */
function heldEmployer(held: readonly string[], said: string): string {
  if (held.some((name) => same(name, said))) return said;
  const plain = (name: string): string => name.toLowerCase().replaceAll('y', 'i');
  const near = held.filter((name) => plain(name).startsWith(plain(said)));
  return near.length === 1 && said.length >= SHORTEST ? (near[0] ?? said) : said;
}

/** The value that the filter holds for what was said, when it is to go; else what was said. */
export function heldAs(held: readonly string[], field: ListField, said: string, mode: Mode): string {
  if (mode === 'remove' && field === 'titles') return heldTitle(held, said);
  return (mode === 'remove' || mode === 'avoid') && field === 'companies' ? heldEmployer(held, said) : said;
}
