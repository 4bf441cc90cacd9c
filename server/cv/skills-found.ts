/** Skills: what the CV lists as such, and what else it names that the taxonomy knows, with every place. Pure. */
import { canonicalSkill, findSkills } from '../taxonomy/skills.ts';
import type { CvDocument, Part, PlacedLine } from './document.ts';
import { sectionOf } from './headings.ts';
import type { Said, SkillFound, Span } from './profile.ts';
import { isSpokenLanguage } from './spoken-languages.ts';

const MOST_WORDS = 6;
const MOST_LETTERS = 60;
const LABEL = /^(?:• )?([^:\t]{2,45}):[\s\t]*/u;
/** How well or how long somebody does it: no part of the skill's name. */
const GRADE =
  /\s*(?:[–—:-]\s*|\(\s*)?(?:expert(?:ise)?|advanced|intermediate|beginner|basic|proficient|fluent|experienced|familiar|good|very good|sehr gut|gut|grundkenntnisse|fortgeschritten|базовий|впевнено|\d+\+? ?(?:years?|yrs?|jahre?|рок\p{L}*|р\.)(?: (?:of )?(?:experience|erfahrung|досвіду))?|\d{1,3} ?%|★+☆*|●+○*)\s*\)?$/iu;
const ODD = /[[\]{}=?*<>]|https?:|@/u;
const TOLD = new Set([
  'header',
  'summary',
  'experience',
  'projects',
  'skills',
  'other',
  'certificates',
  'volunteering',
  'languages',
]);

/**
 * Listed skills first, as written and in their order, then the others as they are met. `names` are places of other
 * names (employers, addresses), in which no skill is looked for.
 */
export function readSkills({ text, parts }: CvDocument, names: readonly Span[]): SkillFound[] {
  const found = new Map<string, SkillFound>();
  const add = ({ value, span }: Said<string>, canonical: string | null, isListed: boolean): void => {
    const key = canonical ?? value.toLowerCase();
    const known = found.get(key);
    if (known === undefined) found.set(key, { value, span, canonical, isListed, evidence: [span] });
    else if (!known.evidence.some(({ start }) => start === span.start)) known.evidence.push(span);
  };
  for (const part of parts) for (const item of listedIn(part)) add(item, canonicalSkill(item.value), true);
  for (const { section, lines } of parts) {
    if (!TOLD.has(section)) continue;
    for (const line of lines) {
      for (const { name, start, end } of findSkills(line.text)) {
        const span = { start: line.start + start, end: line.start + end };
        if (names.some((other) => other.start < span.end && other.end > span.start)) continue;
        if (!isTelling(line.text.slice(start, end)) && !found.has(name)) continue;
        add({ value: text.slice(span.start, span.end), span }, name, false);
      }
    }
  }
  return [...found.values()];
}

/** Met in a sentence, "communication" or "editing" says little; names and terms of several words do. */
function isTelling(words: string): boolean {
  return /[\p{Lu}\p{N}+#.]/u.test(words) || /\s/u.test(words);
}

/** The items of one section of skills, or of labelled lists elsewhere ("Tech stack: …"). */
function listedIn({ section, lines }: Part): Said<string>[] {
  if (section === 'languages') {
    return lines
      .filter(({ text }) => canonicalSkill(itemsIn(text, 0)[0]?.value ?? '') !== null && !isSpokenLanguage(text))
      .flatMap((line) => itemsIn(line.text, line.start));
  }
  const isSkills = section === 'skills';
  return lines.flatMap((line) => {
    const label = LABEL.exec(line.text)?.[1] ?? null;
    const kind = label === null ? null : sectionOf(label);
    if (line.size < 0.8 || /[[\]]/u.test(line.text)) return [];
    if (isSkills) return belongsElsewhere(kind, line) ? [] : itemsIn(line.text, line.start);
    const isList =
      label !== null && /(?:skills?|stack|technolog\p{L}*|tools|kenntnisse|технології|навички)$/iu.test(label.trim());
    return isList && section !== 'publications' ? itemsIn(line.text, line.start) : [];
  });
}

/** "Languages: English, German" or "Awards: …" in the middle of a section of skills. */
function belongsElsewhere(kind: ReturnType<typeof sectionOf>, line: PlacedLine): boolean {
  if (kind === null || kind === 'skills' || kind === 'experience' || kind === 'projects' || kind === 'other')
    return false;
  const items = line.text.replace(LABEL, '');
  return kind === 'languages' ? isSpokenLanguage(items) : true;
}

/** Items of a line of a list, without its label; what is in brackets counts by itself when it is a list. */
function itemsIn(text: string, start: number): Said<string>[] {
  const from = LABEL.exec(text)?.[0].length ?? (text.startsWith('• ') ? 2 : 0);
  const items: Said<string>[] = [];
  let at = from;
  for (const match of text.matchAll(
    /[,;\t]\s*|\s+[|•·●/]\s+|\s*\(|\)\s*|\.\s*$|$|\s+(?:and|und|та)\s+(?=[^,;]{1,40}$)/gu,
  )) {
    if (match.index < from) continue;
    // A dash, a grade or one word in brackets explains the item before it.
    const isRemark = text[at - 1] === '(' && !text.slice(at, match.index).includes(',') && match[0].startsWith(')');
    const words = text.slice(at, match.index);
    const item = isRemark && canonicalSkill(words) === null ? null : itemOf(words, start + at);
    if (item !== null) items.push(item);
    at = match.index + match[0].length;
  }
  return items;
}

function itemOf(words: string, at: number): Said<string> | null {
  const lead = words.length - words.replace(/^[\s•·*–—-]+/u, '').length;
  let item = words.slice(lead).trimEnd();
  for (let cut = item.replace(GRADE, ''); cut !== item && cut !== ''; cut = item.replace(GRADE, ''))
    item = cut.trimEnd();
  item = item.replace(/(?<=[\p{L}\p{N}+#])[.,;:]+$/u, '');
  const isItem =
    /\p{L}/u.test(item) && item.length <= MOST_LETTERS && item.split(/\s+/u).length <= MOST_WORDS && !ODD.test(item);
  return isItem ? { value: item, span: { start: at + lead, end: at + lead + item.length } } : null;
}
