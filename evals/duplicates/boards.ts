/**
 * What boards make of an employer's posting, after recordings of their answers: which of its places they name and how,
 * how much of its text they give, what they add. None links to the employer's page, but for a comment on Hacker News.
 * Written for pairs that were not looked at while the rules were made.
 */
import type { SourcePosting } from '../../server/postings/job-posting.ts';
import { readPosting } from '../../server/postings/reading/read-posting.ts';

const ENGLISH = new Intl.DisplayNames('en', { type: 'region' });
const DAY_MS = 86_400_000;
const SHORT: Record<string, string> = { US: 'USA', GB: 'UK' };

const countries = (posting: SourcePosting): string[] =>
  readPosting(posting).countries.map((code) => ENGLISH.of(code) ?? code);
const cityOf = (place: string): string =>
  place
    .replace(/^(?:remote|hybrid)[\s(:–-]*/iu, '')
    .split(/[,(–]/u)[0]
    ?.trim() ?? place;
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** Boards list a posting up to a week after the employer, each posting its own number of days. */
function listedLater({ datePosted, sourceId }: SourcePosting): string | null {
  const days = Number.parseInt(sourceId.slice(0, 2), 16) % 8;
  return datePosted === null ? null : new Date(Date.parse(datePosted) + days * DAY_MS).toISOString();
}

const BOARDS: Record<string, (posting: SourcePosting) => Partial<SourcePosting>> = {
  /** Countries only; bullets lose their line. */
  himalayas: (posting) => ({ locations: countries(posting), description: oneLine(posting.description) }),
  /** Countries in short, with what the board says of itself behind. */
  jobicy: (posting) => ({
    locations: readPosting(posting).countries.map((code) => SHORT[code] ?? ENGLISH.of(code) ?? code),
    description: `${posting.description}\n\nSeen first on Jobicy. Tell the employer where you found this opening.`,
  }),
  /** Where candidates may live. */
  remotive: (posting) => ({
    locations: [countries(posting).join(', ') || 'Worldwide'],
    workplace: 'remote',
    skills: ['saas', 'remote'],
  }),
  /** The first place only. */
  remoteok: (posting) => ({ locations: posting.locations.slice(0, 1), description: oneLine(posting.description) }),
  /** Headquarters and the employer's page stand before the text. */
  weworkremotely: (posting) => ({
    locations: posting.locations.slice(0, 1),
    workplace: 'remote',
    description: `Headquarters: ${posting.locations[0] ?? 'Remote'}\nURL: https://www.example.com\n\n${posting.description}\n\nTo apply, use the button above.`,
  }),
  /** Cities with their state, and whether it is flexible. */
  themuse: (posting) => ({
    locations: posting.locations.map((place) => (/remote/iu.test(place) ? 'Flexible / Remote' : place)),
    pay: null,
  }),
  /** For everybody, in the German way, in one city. */
  arbeitnow: (posting) => ({
    title: `${posting.title} (m/f/x)`,
    locations: posting.locations.slice(0, 1).map(cityOf),
    description: `${posting.description}\n\nFind more English speaking jobs on Arbeitnow`,
  }),
  /** The employer as it stands in the register. */
  arbeitsagentur: (posting) => ({
    title: `${posting.title} (m/w/d)`,
    company: `${posting.company ?? ''} GmbH`,
    locations: posting.locations.map(cityOf),
  }),
  /** Five hundred characters, the employer in capitals. */
  adzuna: (posting) => ({
    company: posting.company?.toUpperCase() ?? null,
    description: `${oneLine(posting.description).slice(0, 499)}…`,
    completeness: 'snippet',
    locations: posting.locations.slice(0, 1),
    pay: null,
  }),
  /** One line in the poster's own words, and the link. */
  hn: (posting) => ({
    description: `${posting.company ?? ''} | ${posting.title} | ${posting.locations.join(', ')} | We grow and look for people who like our work.`,
    applyUrl: `${posting.url}?utm_source=hn`,
    workplace: null,
    employment: [],
    pay: null,
  }),
};

/** Names of boards. */
export const BOARD_NAMES: readonly string[] = Object.keys(BOARDS);

/** The posting as the board carries it. Throws for a board that is not known. */
export function carriedBy(board: string, posting: SourcePosting): SourcePosting {
  const change = BOARDS[board];
  if (change === undefined) throw new Error(`There is no board ${board}.`);
  return {
    ...posting,
    source: board,
    sourceId: 'carried',
    url: `https://${board}.example/jobs/90210`,
    applyUrl: null,
    department: null,
    datePosted: listedLater(posting),
    ...change(posting),
  };
}
