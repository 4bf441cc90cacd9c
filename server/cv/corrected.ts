/**
 * A CV with what its person corrected. What they add stands at the end of the text under a heading of its own, so that
 * every value, theirs too, has words to quote. Pure.
 */
import type { z } from 'zod';
import { canonicalSkill } from '../taxonomy/skills.ts';
import type { Corrections, experienceSchema, valuesSchema } from './corrections.ts';
import type { Profile, Said } from './profile.ts';

/** `entries` are the places in what was read of the entries of experience. */
type CorrectedCv = { text: string; profile: Profile; entries: number[] };

const ADDED = 'Added by you:';

/** The text with what was added, and the profile as its person wants it. Spans point into that text. */
export function corrected(read: { text: string; profile: Profile }, corrections: Corrections): CorrectedCv {
  const { values = {}, skills, titles, languages, experience = [] } = corrections;
  let text = read.text;
  const say = <Value>(value: Value, words: string): Said<Value> => {
    if (text === read.text) text += `\n\n${ADDED}`;
    const start = text.length + 1;
    text += `\n${words}`;
    return { value, span: { start, end: start + words.length } };
  };
  const words = (value: string | null | undefined, before: Said<string> | null): Said<string> | null =>
    value === undefined ? before : value === null ? null : say(value, value);
  const { profile } = read;
  const isShown = (list: readonly string[] | undefined, value: string): boolean =>
    !(list ?? []).some((other) => other.toLowerCase() === value.toLowerCase());
  const changed = experienceOf(profile.experience, experience, say);
  const own = {
    ...profile,
    name: words(values.name, profile.name),
    headline: words(values.headline, profile.headline),
    location: placeOf(profile.location, values, say),
    seniority:
      values.seniority === undefined
        ? profile.seniority
        : values.seniority === null
          ? null
          : say(values.seniority, values.seniority),
    skills: [
      ...profile.skills.filter(({ value }) => isShown(skills?.hidden, value)),
      ...(skills?.added ?? []).map((skill) => ({
        ...say(skill, skill),
        canonical: canonicalSkill(skill),
        isListed: true,
        evidence: [],
      })),
    ],
    targetTitles: [
      ...profile.targetTitles.filter(({ value }) => isShown(titles?.hidden, value)),
      ...(titles?.added ?? []).map((title) => say(title, title)),
    ],
    languages: [
      ...profile.languages.filter(({ value }) => isShown(languages?.hidden, value.lang)),
      ...(languages?.added ?? []).map((language) => say(language, `${language.lang} ${language.level ?? ''}`.trim())),
    ],
    experience: changed.map(([, entry]) => entry),
  };
  return { text, profile: own, entries: changed.map(([entry]) => entry) };
}

type Say = <Value>(value: Value, words: string) => Said<Value>;

function placeOf(
  read: Profile['location'],
  { city, country: code }: z.infer<typeof valuesSchema>,
  say: Say,
): Profile['location'] {
  if (city === undefined && code === undefined) return read;
  const place = {
    city: city === undefined ? (read?.value.city ?? null) : city,
    country: code === undefined ? (read?.value.country ?? null) : code,
  };
  if (place.city === null && place.country === null) return null;
  return say(place, [place.city, place.country].filter((part) => part !== null).join(', '));
}

function experienceOf(
  read: Profile['experience'],
  changes: readonly z.infer<typeof experienceSchema>[],
  say: Say,
): [number, Profile['experience'][number]][] {
  const entries = new Map<number, Profile['experience'][number]>(read.entries());
  const empty = { title: null, company: null, place: null, start: null, end: null, details: [] };
  for (const { entry, isHidden, title, company, start, end } of changes) {
    if (isHidden === true) {
      entries.delete(entry);
      continue;
    }
    const before = entries.get(entry) ?? empty;
    entries.set(entry, {
      ...before,
      title: title === undefined ? before.title : say(title, title),
      company: company === undefined ? before.company : say(company, company),
      start: start === undefined ? before.start : say(start, start),
      end: end === undefined ? before.end : say(end, end),
    });
  }
  return [...entries].toSorted(([a], [b]) => a - b);
}
