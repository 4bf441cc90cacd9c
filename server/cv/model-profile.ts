/**
 * What a language model reads in a CV, and how much of it is believed: a value counts only where its words stand in the
 * CV, dates and levels are read from those words by our own rules, and only gaps are filled. Pure.
 */
import { z } from 'zod';
import { findQuote } from '../kernel/quotes.ts';
import { parseLenient } from '../llm/lenient-json.ts';
import { fold } from '../taxonomy/fold.ts';
import { canonicalSkill } from '../taxonomy/skills.ts';
import { findPeriods } from './dates.ts';
import { readLevel } from './level.ts';
import type { Experience, Profile, Said } from './profile.ts';
import { readLanguages } from './spoken-languages.ts';

const words = z.string().trim().max(200).nullish();
/** Anything beside these fields makes the answer another one than was asked for. */
const answerSchema = z.strictObject({
  headline: words,
  experience: z
    .array(z.strictObject({ title: words, company: words, dates: words }))
    .max(60)
    .default([]),
  education: z
    .array(z.strictObject({ institution: words, degree: words, dates: words }))
    .max(30)
    .default([]),
  skills: z.array(z.string().trim().min(1).max(60)).max(200).default([]),
  languages: z.array(z.string().trim().min(1).max(80)).max(30).default([]),
});
type Answer = z.infer<typeof answerSchema>;

export interface Filled {
  profile: Profile;
  /** The words that were added, as they stand in the CV. */
  added: string[];
  /** Words of the answer that stand nowhere in the CV. */
  refused: number;
}

/** `mayAddEntries`: false where the person added entries of their own, whose places must stay. Null: no such answer. */
export function fillGaps(
  answer: string,
  { text, profile }: { text: string; profile: Profile },
  mayAddEntries: boolean,
): Filled | null {
  const parsed = answerSchema.safeParse(parseLenient(answer));
  if (!parsed.success) return null;
  const added: string[] = [];
  let refused = 0;
  const find = (quote: string | null | undefined): Said<string> | null => {
    if (quote === null || quote === undefined || quote === '') return null;
    const span = findQuote(text, quote);
    if (span === null) refused += 1;
    return span === null ? null : { value: text.slice(span.start, span.end), span };
  };
  const take = <Value extends Said<unknown>>(found: Value | null): Value | null => {
    if (found !== null) added.push(text.slice(found.span.start, found.span.end));
    return found;
  };
  const tools: Tools = { text, find, take, mayAdd: mayAddEntries };
  const headline = profile.headline ?? take(find(parsed.data.headline));
  const experience = withExperience(profile.experience, parsed.data, tools);
  const filled: Profile = {
    ...profile,
    headline,
    experience,
    education: withEducation(profile.education, parsed.data, tools),
    skills: [...profile.skills, ...newSkills(profile, parsed.data, tools)],
    languages: [...profile.languages, ...newLanguages(profile, parsed.data, tools)],
  };
  // Level and roles follow from titles, by the rules.
  const { seniority, targetTitles } = readLevel(headline, experience);
  return {
    profile: {
      ...filled,
      seniority: profile.seniority ?? seniority,
      targetTitles: profile.targetTitles.length > 0 ? profile.targetTitles : targetTitles,
    },
    added,
    refused,
  };
}

interface Tools {
  text: string;
  find(quote: string | null | undefined): Said<string> | null;
  take<Value extends Said<unknown>>(found: Value | null): Value | null;
  mayAdd: boolean;
}
type Entry = { start: Said<string> | null; end: Said<string> | null };

function datesOf(quote: string | null | undefined, { find }: Tools): Entry {
  const found = find(quote);
  const [period] = found === null ? [] : findPeriods(found.value, found.span.start);
  return { start: period?.start ?? null, end: period?.end ?? null };
}

const isSame = (a: Said<string> | null, b: Said<string> | null): boolean =>
  a !== null && b !== null && fold(a.value) === fold(b.value);

function withExperience(read: readonly Experience[], { experience }: Answer, tools: Tools): Experience[] {
  const entries = [...read];
  for (const said of experience) {
    const [title, company] = [tools.find(said.title), tools.find(said.company)];
    const { start, end } = datesOf(said.dates, tools);
    const place = entries.findIndex(
      (entry) => (isSame(entry.company, company) && !differs(entry.start, start)) || isSame(entry.start, start),
    );
    const known = entries[place];
    if (known !== undefined) {
      entries[place] = {
        ...known,
        title: known.title ?? tools.take(title),
        company: known.company ?? tools.take(company),
        start: known.start ?? tools.take(start),
        end: known.end ?? tools.take(end),
      };
    } else if (tools.mayAdd && title !== null && !isOnLineOf(title, entries.flatMap(placesOf), tools.text)) {
      const dates = { start: tools.take(start), end: tools.take(end) };
      entries.push({ title: tools.take(title), company: tools.take(company), place: null, ...dates, details: [] });
    }
  }
  return entries;
}

const differs = (a: Said<string> | null, b: Said<string> | null): boolean =>
  a !== null && b !== null && a.value !== b.value;
const placesOf = ({ title, company, start }: Experience): Said<unknown>[] =>
  [title, company, start].filter((said) => said !== null);

/** Whether one of them stands on the same line: then it was read already, in another way. */
function isOnLineOf({ span }: Said<string>, others: readonly Said<unknown>[], text: string): boolean {
  const from = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  return others.some((other) => other.span.start >= from && other.span.start < (end === -1 ? text.length : end));
}

function withEducation(read: Profile['education'], { education }: Answer, tools: Tools): Profile['education'] {
  const entries = [...read];
  for (const said of education) {
    const [institution, degree] = [tools.find(said.institution), tools.find(said.degree)];
    const { start, end } = datesOf(said.dates, tools);
    const place = entries.findIndex((entry) => isSame(entry.institution, institution) && !differs(entry.end, end));
    const known = entries[place];
    if (known !== undefined)
      entries[place] = { ...known, degree: known.degree ?? tools.take(degree), end: known.end ?? tools.take(end) };
    else if (read.length === 0 && institution !== null)
      entries.push({
        institution: tools.take(institution),
        degree: tools.take(degree),
        area: null,
        start: tools.take(start),
        end: tools.take(end),
      });
  }
  return entries;
}

function newSkills({ skills }: Profile, answer: Answer, { find, take }: Tools): Profile['skills'] {
  const known = new Set(skills.flatMap(({ value, canonical }) => [fold(value), fold(canonical ?? value)]));
  return answer.skills.flatMap((name) => {
    const found = find(name);
    if (found === null) return [];
    const canonical = canonicalSkill(found.value);
    if (known.has(fold(canonical ?? found.value))) return [];
    known.add(fold(canonical ?? found.value));
    take(found);
    return [{ ...found, canonical, isListed: false, evidence: [found.span] }];
  });
}

function newLanguages({ languages }: Profile, answer: Answer, { find, take }: Tools): Profile['languages'] {
  const known = new Set(languages.map(({ value }) => value.lang));
  return answer.languages.flatMap((quote) => {
    const found = find(quote);
    if (found === null) return [];
    const line = { text: found.value, start: found.span.start, size: 1, bold: false, gap: 0, heading: false };
    return readLanguages([line]).flatMap((spoken) => {
      if (known.has(spoken.value.lang)) return [];
      known.add(spoken.value.lang);
      take(spoken);
      return [spoken];
    });
  });
}
