/**
 * Employers' own boards: software that many employers use, each under a short name of its own. A person follows an
 * employer by the address of its careers page; what comes back lists all that it has.
 */
import type { Source, SourcePolicy } from './source.ts';

export type EmployerBoard = {
  /** Lower-case name; postings carry it as their source. */
  name: string;
  title: string;
  /** Not asked unless whoever runs Perch says so: why. */
  offBecause?: string;
  /** The employer's short name that a careers address holds, or null when it is not this board's. */
  slugOf: (url: URL) => string | null;
  /** The board of one employer. */
  source: (slug: string) => Source;
};

/** What employers' boards have in common: theirs to be found, kept until they close. */
export function employerPolicy(title: string): SourcePolicy {
  return {
    intervalMinutes: 3 * 60,
    retentionDays: null,
    attribution: `Link to the employer's posting on ${title}`,
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  };
}

/** A short name as boards allow it; null for anything that could lead elsewhere. */
export function slugIn(segment: string | undefined): string | null {
  let words = segment ?? '';
  try {
    words = decodeURIComponent(words);
  } catch {
    return null;
  }
  return /^[\p{L}\d][\p{L}\d ._&-]{0,98}$/u.test(words) ? words : null;
}

/** Segments of a path: "/a/b/" → ["a", "b"]. */
export function segmentsOf(url: URL): string[] {
  return url.pathname.split('/').filter((segment) => segment !== '');
}

/** Several places that are written as one: "Austin | Chicago; Remote". What stands in brackets belongs together. */
export function splitPlaces(words: string | null): string[] {
  return (words ?? '').split(/\s*[;|]\s*(?![^()]*\))/u).filter((place) => place !== '' && place !== 'LOCATION');
}
