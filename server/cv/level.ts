/** The level and the roles that the latest titles of a CV name. Lists of our own. Pure. */
import type { Seniority } from '../postings/job-posting.ts';
import { rolesIn } from '../taxonomy/titles.ts';
import type { Experience, Profile, Said } from './profile.ts';

const LEVELS: readonly (readonly [Seniority, RegExp])[] = [
  [
    'intern',
    /\b(?:intern(?:ship)?|trainee|working student|werkstudent\p{L}*|praktik\p{L}*|apprentice|auszubildende\p{L}*)\b|стажер|стажист/iu,
  ],
  [
    'executive',
    /\b(?:head of|director|[se]?vp|vice president|chief [\p{L} ]{2,25} officer|c[etfmo]o|president|co-?founder|founder|geschäftsführ\p{L}*|(?:abteilungs|bereichs)?leiter\p{L}*)\b|директор|засновни/iu,
  ],
  [
    'lead',
    /\b(?:lead|principal|staff (?:software |data |platform |security )?engineer|team ?lead\p{L}*|teamleiter\p{L}*|engineering manager)\b|тімлід|керівни/iu,
  ],
  ['senior', /\b(?:senior|sr\.?)\b|старш/iu],
  ['mid', /\b(?:mid(?:[- ]?level)?|intermediate|middle)\b/iu],
  ['junior', /\b(?:junior|jr\.?|entry[- ]level|graduate)\b|молодш/iu],
];
const MOST_TITLES = 3;

/** The level that a title says, or null. */
export function levelOf(title: string): Seniority | null {
  return LEVELS.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** Level and roles from headline and latest entries. What was long ago does not count. */
export function readLevel(
  headline: Profile['headline'],
  experience: readonly Experience[],
): Pick<Profile, 'seniority' | 'targetTitles'> {
  const latest = experience
    .filter(({ title }) => title !== null)
    .toSorted((a, b) => sortKey(b).localeCompare(sortKey(a)))
    .flatMap(({ title }) => (title === null ? [] : [title]));
  const [now] = latest;
  const level = now === undefined ? null : levelOf(now.value);
  // What somebody began with is not what they look for now.
  const recent = latest.slice(0, MOST_TITLES).filter(({ value }) => !isEarly(levelOf(value)) || isEarly(level));
  const titles = [...(headline === null ? [] : [headline]), ...recent];
  const targets: Said<string>[] = [];
  for (const { value, span } of titles) {
    for (const role of rolesIn(value)) {
      if (!targets.some((other) => other.value === role)) targets.push({ value: role, span });
    }
  }
  for (const said of [now ?? null, headline]) {
    const found = said === null ? null : levelOf(said.value);
    if (said !== null && found !== null) {
      return { seniority: { value: found, span: said.span }, targetTitles: targets };
    }
  }
  return { seniority: null, targetTitles: targets };
}

function isEarly(level: Seniority | null): boolean {
  return level === 'intern' || level === 'junior';
}

function sortKey({ end, start }: Experience): string {
  return `${end?.value === 'present' ? '9999' : (end?.value ?? start?.value ?? '0')}|${start?.value ?? ''}`;
}
