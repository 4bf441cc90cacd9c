/** German compounds: "Softwareentwickler" is read as its parts when both are known. */
import { canonicalSkill } from '../../taxonomy/skills.ts';
import { lazy } from '../../taxonomy/data-file.ts';
import { noise } from '../english/noise-words.ts';
import { roleHeads } from '../english/role-words.ts';
import { foldForLexicon, type Lexicon, readLexicon } from '../gloss/lexicon.ts';

const SHORTEST_PART = 4;
const LONGEST_WORD = 40;
/** What may stand between two parts. */
const JOINTS = ['', 's', 'n', 'en', 'es', 'er', 'e'];
/** English words that German compounds begin with. */
const LOANS =
  /^(?:software|junior|senior|lead|marketing|remote|backend|frontend|online|cloud|data|product|design|service|support|web|app|game|startup|it|hr|seo|bio|daten|tech|social|media|sales|freelance|security|content|finance|controlling|java|python|php)$/;

/** Who has learned a craft is of that craft: "Dachdeckergeselle", "Malermeister". */
const CRAFTSMEN = /^(?:gesellen?|gesellin|meister|meisterin)$/;

/** "Laborleiter": in English what is led stands behind. */
const HEAD_OF = 'head of';

/** Houses of work that are told apart like roles: "Waldkindergarten", "Privatschule". */
const HOUSES = /^(?:kindergarten|school|clinic|hospital|hotel|restaurant|kitchen|warehouse|university|shop|garage)$/;

/** Shorter endings are found in words of every kind ("Zeiger", "Lauer"). */
const SHORTEST_ROLE = 6;

/** First parts that count only before a role. */
const modifiers = lazy(() => readLexicon(['german/modifiers.txt'], new Set()));

/** The English words of a compound; null when it cannot be split into known parts. */
export function splitCompound(word: string, german: Lexicon): string | null {
  const folded = foldForLexicon(word);
  if (folded.length < SHORTEST_PART * 2 || folded.length > LONGEST_WORD) return null;
  for (let cut = folded.length - 3; cut >= 3; cut -= 1) {
    const craft = CRAFTSMEN.test(folded.slice(cut)) ? german.word(folded.slice(0, cut)) : null;
    if (craft !== null && namesRole(craft.english)) return craft.english;
    const second = secondPart(folded.slice(cut), german);
    if (second === null || folded.length - cut < SHORTEST_PART - 1) continue;
    const first = firstPart(folded.slice(0, cut), german, namesRole(second) || HOUSES.test(second));
    if (first !== null) return second === HEAD_OF ? `${HEAD_OF} ${first}` : `${first} ${second}`;
  }
  return null;
}

/** The role that a compound ends with when nothing is known of what stands before it ("Zirkusmusiker"); else null. */
export function roleAtTheEnd(word: string, german: Lexicon): string | null {
  const folded = foldForLexicon(word);
  if (folded.length > LONGEST_WORD) return null;
  for (let cut = 3; cut <= folded.length - SHORTEST_ROLE; cut += 1) {
    if (CRAFTSMEN.test(folded.slice(cut))) return null;
    const role = german.word(folded.slice(cut));
    if (role !== null && namesRole(role.english)) return role.english;
  }
  return null;
}

/** "Administratorin", "Illustratoren": an English name of a role with a German ending; else null. */
export function roleWithGermanEnding(word: string): string | null {
  const bare = foldForLexicon(word).replace(/(?<=\p{L}{4})(?:in|innen|en)$/u, '');
  return bare !== word && roleHeads.has(bare) ? bare : null;
}

function namesRole(english: string): boolean {
  return roleHeads.has(english.split(' ').at(-1) ?? '');
}

/** What the last part means: a word of the lexicon, or the English name of a role ("Fondsmanager"). */
function secondPart(part: string, german: Lexicon): string | null {
  // "Orgelbauer": behind another word he builds; alone he is a farmer.
  if (/^bauern?$|^bauer(?:in|innen)$/.test(part)) return 'builder';
  const english = german.word(part)?.english ?? (part.length > 4 && roleHeads.has(part) ? part : '');
  return english === '' || (noise.has(english) && !/^jobs?$/.test(english)) ? null : english;
}

function firstPart(part: string, german: Lexicon, beforeRole: boolean): string | null {
  for (const joint of JOINTS) {
    if (!part.endsWith(joint)) continue;
    const bare = part.slice(0, part.length - joint.length);
    if (bare.length < 3) continue;
    if (LOANS.test(bare)) return bare;
    const modifier = beforeRole ? modifiers().word(bare) : null;
    if (modifier !== null) return modifier.english;
    const known = bare.length >= SHORTEST_PART ? german.word(bare) : null;
    if (known !== null && known.english !== '') return known.english;
    if (joint === '' && bare.length >= SHORTEST_PART && canonicalSkill(bare) !== null) return bare;
  }
  return null;
}
