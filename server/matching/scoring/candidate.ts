/** A CV made ready to be compared with many postings: look-ups instead of lists, each with its place in the text. Pure. */
import type { Wishes } from '../../cv/corrections.ts';
import type { Profile, Span } from '../../cv/profile.ts';
import type { Seniority } from '../../postings/job-posting.ts';
import { fold } from '../../taxonomy/fold.ts';
import { skillOfRole } from '../../taxonomy/role-skills.ts';
import { relation, rolesIn } from '../../taxonomy/titles.ts';
import { degreeIn } from './degrees.ts';

type At<Value> = { value: Value; span: Span };
type Level = Profile['languages'][number]['value']['level'];

export interface Candidate {
  text: string;
  /** By canonical name, else by folded words. */
  skills: ReadonlyMap<string, Span>;
  /** Years of work so far; null when no entry has dates. */
  years: At<number> | null;
  education: At<number> | null;
  languages: ReadonlyMap<string, At<Level>>;
  /** The language that the CV is written in, when that is plain. */
  writtenIn: string | null;
  /** The newest first. */
  roles: readonly At<string>[];
  seniority: Seniority | null;
  country: At<string> | null;
  wishes: Wishes;
}

export interface CandidateSource {
  text: string;
  profile: Profile;
  wishes: Wishes;
  /** Where the person lives, when they have said so elsewhere. */
  homeCountry: string | null;
}

const MONTHS = 12;
/** The skill of all who make software, whatever their field. */
const SOFTWARE = 'Software engineering';
/** Titles that count as what somebody does: the headline, and the latest entries. */
const LATEST_ENTRIES = 4;

export function candidateOf({ text, profile, wishes, homeCountry }: CandidateSource, today: string): Candidate {
  const skills = new Map<string, Span>();
  for (const { value, canonical, span } of profile.skills) {
    const name = canonical ?? fold(value);
    if (!skills.has(name)) skills.set(name, span);
  }
  const titles = [
    profile.headline,
    ...profile.targetTitles,
    ...profile.experience.slice(0, LATEST_ENTRIES).map(({ title }) => title),
  ];
  const years = yearsWorked(profile, today);
  const roles = titles.flatMap((title) =>
    title === null ? [] : rolesIn(title.value).map((role) => ({ value: role, span: title.span })),
  );
  // Whoever is a backend engineer does backend development, whether they write it down or not.
  for (const { value, span } of roles) {
    const field = skillOfRole(value);
    if (field !== null && !skills.has(field)) skills.set(field, span);
    const kin = relation('software engineer', value);
    if ((kin === 'same' || kin === 'narrower') && !skills.has(SOFTWARE)) skills.set(SOFTWARE, span);
  }
  const country = profile.location?.value.country ?? null;
  return {
    text,
    skills,
    years,
    education: bestDegree(profile),
    languages: new Map(profile.languages.map(({ value, span }) => [value.lang, { value: value.level, span }])),
    writtenIn: writtenIn(text),
    roles,
    seniority: profile.seniority?.value ?? levelOf(years?.value ?? null),
    country:
      country !== null && profile.location !== null
        ? { value: country, span: profile.location.span }
        : homeCountry === null
          ? null
          : { value: homeCountry, span: { start: 0, end: 0 } },
    wishes,
  };
}

function levelOf(years: number | null): Seniority | null {
  if (years === null) return null;
  if (years < 2) return 'junior';
  return years < 5 ? 'mid' : 'senior';
}

const monthOf = (date: string): number => {
  const [year = '0', month = '1'] = date.split('-');
  return Number(year) * MONTHS + Number(month) - 1;
};

/** Months worked in any entry, overlaps once, as years; the span is the dates of the longest entry. */
function yearsWorked({ experience }: Profile, today: string): At<number> | null {
  const now = monthOf(today);
  const spells = experience.flatMap(({ start, end }) => {
    if (start === null) return [];
    const from = monthOf(start.value);
    const ended = end === null ? start.value : end.value;
    // A bare year ends with its December; who wrote no end for a year means that year.
    const to = ended === 'present' ? now : monthOf(ended) + (ended.length === 4 ? MONTHS : 1);
    return to <= from || to > now + MONTHS ? [] : [{ from, to: Math.min(to, now), span: start.span }];
  });
  if (spells.length === 0) return null;
  let months = 0;
  let reached = 0;
  for (const { from, to } of spells.toSorted((a, b) => a.from - b.from)) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  const longest = spells.reduce((best, spell) => (spell.to - spell.from > best.to - best.from ? spell : best));
  return { value: Math.round((months / MONTHS) * 10) / 10, span: longest.span };
}

function bestDegree({ education }: Profile): At<number> | null {
  let best: At<number> | null = null;
  for (const { degree, area, institution } of education) {
    const said = degree ?? area ?? institution;
    if (said === null) continue;
    const level = degreeIn(said.value) ?? 0;
    if (best === null || level > best.value) best = { value: level, span: said.span };
  }
  return best;
}

const COMMON: readonly (readonly [string, RegExp])[] = [
  ['en', /\b(?:the|and|with|for|of|to|in)\b/giu],
  ['de', /\b(?:und|mit|für|der|die|das|bei|im)\b/giu],
  ['uk', /(?<!\p{L})(?:та|із|для|у|на|що|від|до)(?!\p{L})/giu],
];
/** So many small words are more than names and titles bring along. */
const PLAINLY = 12;

function writtenIn(text: string): string | null {
  const counts = COMMON.map(([language, words]) => ({ language, count: text.match(words)?.length ?? 0 }));
  const [first, second] = counts.toSorted((a, b) => b.count - a.count);
  if (first === undefined || first.count < PLAINLY || first.count < 2 * (second?.count ?? 0)) return null;
  return first.language;
}
