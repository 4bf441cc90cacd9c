/** Where somebody worked: title, employer, place and dates of each entry. Pure. */
import type { PlacedLine } from './document.ts';
import type { Entry } from './entries.ts';
import { atCommas, headParts, type Part } from './head-parts.ts';
import type { Experience, Said } from './profile.ts';
import { employerWeight, titleWeight } from './title-words.ts';

/** Lines of a head beside the dated one; what stands further down tells about the work. */
const MOST_LINES = 4;
const MOST_PART = 110;

type Draft = { entry: Entry; parts: Part[]; place: Said<string> | null; extra: PlacedLine[] };

/** What entries of sections about work say, in their order. */
export function readExperience(entries: readonly Entry[]): Experience[] {
  const drafts = entries.map(draftOf).filter(({ parts }) => parts.length > 0);
  // Where neither word says what it is, the order of the entries that do decides.
  const votes = drafts.map(({ parts }) => order(parts)).reduce((sum, vote) => sum + vote, 0);
  return drafts.map((draft) => experienceOf(draft, votes < 0 ? 'employer first' : 'title first'));
}

function draftOf(entry: Entry): Draft {
  const { head, period, context } = entry;
  const dated = head.findIndex(
    ({ start, text }) => period !== null && period.span.start >= start && period.span.start <= start + text.length,
  );
  let to = Math.min(head.length, Math.max(dated + 1, 1));
  let read = headParts(head.slice(0, to), period);
  let parts = settled(read.parts);
  while (to < Math.min(head.length, MOST_LINES) && parts.length < 2) {
    to += 1;
    read = headParts(head.slice(0, to), period);
    parts = settled(read.parts);
  }
  let place = read.places[0] ?? null;
  if (context !== null) {
    const above = headParts([context], null);
    place ??= above.places[0] ?? null;
    const [employer] = above.parts;
    const title = parts[0];
    if (employer !== undefined && title !== undefined) parts = [title, { ...employer, line: -1 }];
  }
  return { entry, parts: parts.slice(0, 4), place, extra: head.slice(to) };
}

/** Parts of a head; a single one is cut at its commas, and so is one that names both role and employer. */
function settled(parts: readonly Part[]): Part[] {
  const short = parts.filter(({ value }) => value.length <= MOST_PART && /\p{L}{2}/u.test(value));
  const cut = short.flatMap((part) => {
    const pieces = atCommas(part);
    const [first, ...rest] = pieces;
    if (first === undefined || rest.length === 0) return [part];
    const titles = pieces.map(({ value }) => titleWeight(value) > 0);
    const isMixed =
      titles.includes(true) && pieces.some(({ value }, index) => employerWeight(value) > 0 && titles[index] === false);
    return short.length === 1 || isMixed ? joinAlike(pieces, titles) : [part];
  });
  return cut;
}

/** "VP, Engineering, Acme": pieces beside each other of one kind stay together when there are more than two. */
function joinAlike(pieces: readonly Part[], titles: readonly boolean[]): Part[] {
  const joined: { part: Part; isTitle: boolean }[] = [];
  for (const [index, part] of pieces.entries()) {
    const last = joined.at(-1);
    const isTitle = titles[index] === true;
    if (last !== undefined && last.isTitle === isTitle && pieces.length > 2) {
      const gap = part.span.start - last.part.span.end;
      last.part = {
        ...last.part,
        value: `${last.part.value}${gap === 1 ? ',' : ', '}${part.value}`,
        span: { start: last.part.span.start, end: part.span.end },
      };
    } else joined.push({ part, isTitle });
  }
  return joined.map(({ part }) => part);
}

const lean = ({ value }: Said<string>): number => titleWeight(value) - employerWeight(value);

/** Above 0 when the title stands first, below when the employer does. */
function order([first, second]: readonly Part[]): number {
  return first === undefined || second === undefined ? 0 : Math.sign(lean(first) - lean(second));
}

function experienceOf({ entry, parts, place, extra }: Draft, usual: 'title first' | 'employer first'): Experience {
  const [first, second] = best(parts);
  const vote = first === undefined || second === undefined ? 0 : order([first, second]);
  const titleFirst = vote === 0 ? usual === 'title first' : vote > 0;
  const only = first !== undefined && second === undefined;
  const isTitle = only && (lean(first) > 0 || (lean(first) === 0 && usual === 'title first'));
  const title = only ? (isTitle ? first : null) : ((titleFirst ? first : second) ?? null);
  const company = only ? (isTitle ? null : first) : ((titleFirst ? second : first) ?? null);
  const { period, details } = entry;
  return {
    title: title === null ? null : bare(title),
    company: company === null ? null : bare(company),
    place,
    start: period?.start ?? null,
    end: period?.end ?? null,
    details: [...extra, ...details].map(({ text, start }) => {
      const from = text.startsWith('• ') ? 2 : 0;
      return { value: text.slice(from), span: { start: start + from, end: start + text.length } };
    }),
  };
}

/** The two parts that say most: the one most like a role, the one most like an employer, else the first two. */
function best(parts: readonly Part[]): Part[] {
  if (parts.length <= 2) return [...parts];
  const title = parts.toSorted((a, b) => lean(b) - lean(a))[0];
  const others = parts.filter((part) => part !== title);
  const employer = others.find(({ value }) => employerWeight(value) > 0) ?? others[0];
  return parts.filter((part) => part === title || part === employer);
}

function bare({ value, span }: Part): Said<string> {
  return { value, span };
}
