/** Values that the filter holds under another name than the one said. */
import { same } from './lists.ts';

/** Countries that are a city, too: "drop Singapore" takes back whichever the filter has. */
export const cityStates: ReadonlyMap<string, string> = new Map([
  ['SG', 'Singapore'],
  ['LU', 'Luxembourg'],
  ['MC', 'Monaco'],
  ['HK', 'Hong Kong'],
]);

/** "remove the VP one": the one held title that begins or ends with what was said. */
export function heldTitle(held: readonly string[], said: string): string {
  if (held.some((title) => same(title, said))) return said;
  const near = held.filter((title) => title.startsWith(`${said} `) || title.endsWith(` ${said}`));
  return near.length === 1 ? (near[0] ?? said) : said;
}
