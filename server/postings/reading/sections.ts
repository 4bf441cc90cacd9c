/**
 * The parts of a posting's text by their headings: what is asked, what is a plus, what one does, and the rest (about
 * us, benefits, law). Pure; a text without headings is one part of kind "none".
 */
import { readablePart } from './sentences.ts';

export type SectionKind = 'asked' | 'plus' | 'duties' | 'other' | 'none';
/** A line of the text, and the part it stands in. */
export type Line = { text: string; kind: SectionKind };

const KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'plus',
    /\b(?:nice[- ]to[- ]ha(?:ve|s)|bonus|preferred|a plus|pluses|extra (?:credit|points)|good to have|even better|desired|desirable|optional|stand out|sets? you apart|great if|ideally|additional (?:skills|qualifications)|wünschenswert|von vorteil|brownie)\b|буде плюсом|бажано/iu,
  ],
  [
    'other',
    /\b(?:benefits?|perks?|what we offer|we offer|why (?:join|work|us|you|[\p{Lu}])|our (?:values|culture|story|mission|vision|team|commitment|offer|company|product|investors)|about (?:us|the (?:company|team)|our|[\p{Lu}]\w+)|compensation|salary|pay (?:range|transparency)|equal (?:opportunity|employment)|diversity|inclusion|how to apply|interview process|hiring process|application process|the process|location|who we are|company (?:overview|description)|life at|privacy|accommodations?|disclaimer|what you(?:[’']ll| will) (?:get|receive)|what['’]s in it|wir bieten|das bieten wir|über uns|benefits|unser angebot|physical (?:requirements|demands)|work environment|background check|wellness|time off|additional information|legal|notice)\b|про нас|ми пропонуємо|пропонуємо|умови/iu,
  ],
  [
    'asked',
    /\b(?:requirements?|required|qualifications?|qualified|must[- ]ha(?:ve|s)|skills|experience|who you are|who are you|about you|you have|you bring|you[’']ll bring|you(?:[’']ll| will)? need|you are|you[’']re|we(?:[’']re| are) looking for|looking for|what you(?:[’']ve| have)|your (?:profile|background|experience|skills|qualifications|expertise)|minimum|basic|ideal candidate|good fit|great fit|right fit|a fit|you might|you may|knowledge|competenc\w+|education|expertise|background|tech(?:nology|nical)? stack|our stack|technologies|tools|what it takes|succeed|successful|thrive|love to see|we[’']d love|candidate|profil|anforderungen|qualifikation\w*|voraussetzungen|mit(?:bringst|bringen)|was du|kenntnisse|credentials|licens\w+|certifications?)\b|вимоги|що потрібно|очікуємо|навички|досвід/iu,
  ],
  [
    'duties',
    /\b(?:responsibilit\w+|what you(?:[’']ll| will)|you(?:[’']ll| will)|your (?:role|impact|mission|tasks|day|work|responsibilities)|the (?:role|job|position|opportunity|work)|role (?:overview|summary|description)|about the (?:role|job|position|opportunity)|job (?:summary|description|overview|duties)|duties|day[- ]to[- ]day|in this role|key (?:areas|objectives)|aufgaben|deine rolle|position (?:summary|overview)|summary|overview|projects?|impact|scope)\b|обов.?язки|чим займатися|завдання/iu,
  ],
];
const LONGEST_HEADING = 80;

/** Is the line a heading? Short, no sentence, not a list item; or ends with a colon. */
function isHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || /^\s*(?:[-•*·●▪◦–]\s|\d+[.)]\s)/u.test(line)) return false;
  if (/[:?]\s*$/u.test(line)) return line.split(' ').length <= 12;
  return !/[.;,!]\s*$/u.test(line) && line.split(' ').length <= 9;
}

function kindOf(heading: string): SectionKind | null {
  const about = /^\W*about (?:the )?(?:role|job|position|opportunity|you)\b/iu.exec(heading);
  if (about !== null) return /you\b/iu.test(about[0]) ? 'asked' : 'duties';
  for (const [kind, pattern] of KINDS) if (pattern.test(heading)) return kind;
  return null;
}

/** The lines of a text, each with the part it stands in. Headings themselves are left out. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let kind: SectionKind = 'none';
  for (const line of readablePart(text).split('\n')) {
    if (line.trim() === '') continue;
    const next = isHeading(line.trim()) ? kindOf(line.trim()) : null;
    if (next !== null) {
      kind = next;
      continue;
    }
    lines.push({ text: line, kind });
  }
  return lines;
}
