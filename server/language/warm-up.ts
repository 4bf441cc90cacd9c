/** Lexicons and facts are read when they are first needed; this needs them before anybody waits. */
import { understand } from './understand.ts';

/** A sentence of each language, with a role, a skill, a place and pay. */
const SENTENCES = [
  'remote python developer jobs in germany, 60k',
  'Suche eine Stelle als Krankenpflegerin in Zug, ab 3000 Euro',
  'шукаю віддалену роботу тестувальником у Польщі, від 5000 злотих',
];

/** Takes about a quarter of a second, once. */
export function warmUp(): void {
  for (const sentence of SENTENCES) understand(sentence, { filter: {}, today: '2000-01-01', onScreen: [] });
}
