/**
 * Do two postings advertise one opening? A wrong yes hides an opening from a person, so that whatever is not sure is a
 * no. Pure.
 */
import type { Employment, Facts, SourcePosting, Workplace } from '../job-posting.ts';
import { canonicalUrl, isSpecific } from './canonical-url.ts';
import { companyWords, titlePlaces, titleWords } from './opening-words.ts';
import { overlap, placesAgree, placeWords } from './places-agree.ts';
import { vacancyKey } from './vacancy-key.ts';

/** What of a posting tells openings apart, apart from its text. */
export type Opening = {
  id: string;
  source: string;
  /** Of the employer's own board, wherever the posting was found. */
  vacancy: string | null;
  /** Canonical addresses that lead to this opening alone. */
  addresses: readonly string[];
  company: string;
  title: readonly string[];
  /** Places and ways of working that the title names too. */
  titlePlaces: readonly string[];
  cities: readonly string[];
  countries: readonly string[];
  workplace: readonly Workplace[];
  /** What the places are called in the posting, and what of it no country or way of working explains. */
  places: { said: readonly string[]; unknown: readonly string[] };
  employment: readonly Employment[];
  pay: { min: number | null; max: number | null; currency: string | null; period: string } | null;
  /** Only the beginning of its text is known. */
  isSnippet: boolean;
  /** Milliseconds since 1970. */
  postedAt: number | null;
};

export type OpeningInput = Pick<
  SourcePosting,
  'source' | 'url' | 'applyUrl' | 'title' | 'company' | 'locations' | 'completeness'
> & {
  id: string;
  datePosted: string | null;
  facts: Pick<Facts, 'cities' | 'countries' | 'workplace' | 'employment' | 'pay'>;
};

/** Boards whose terms or nature forbid to put their postings together with others. */
const ALONE = new Set(['upwork', 'freelancer']);

/** What tells a posting's opening, from the posting. */
export function toOpening(posting: OpeningInput): Opening {
  const urls = [posting.url, ...(posting.applyUrl === null ? [] : [posting.applyUrl])];
  const vacancy = urls.map(vacancyKey).find((key) => key !== null) ?? null;
  const addresses = urls.map(canonicalUrl).filter((url): url is string => url !== null && isSpecific(url));
  return {
    id: posting.id,
    source: posting.source,
    vacancy,
    addresses: [...new Set(addresses)],
    company: companyWords(posting.company),
    title: titleWords(posting.title, posting),
    titlePlaces: titlePlaces(posting.title, posting),
    cities: posting.facts.cities,
    countries: posting.facts.countries,
    workplace: posting.facts.workplace,
    places: placeWords(posting.locations, posting.facts.countries),
    employment: posting.facts.employment,
    pay: posting.facts.pay,
    isSnippet: posting.completeness === 'snippet',
    postedAt: posting.datePosted === null ? null : Date.parse(posting.datePosted),
  };
}

/** Under which keys postings that may be one opening meet: exact ones, and the likeness of company and title. */
export function openingKeys(opening: Opening): { exact: string[]; alike: string | null } {
  if (ALONE.has(opening.source)) return { exact: [], alike: null };
  return {
    exact: [
      ...(opening.vacancy === null ? [] : [`vacancy ${opening.vacancy}`]),
      ...opening.addresses.map((address) => `address ${address}`),
    ],
    alike:
      opening.company === '' || opening.title.length === 0 ? null : `${opening.company} ${opening.title.join(' ')}`,
  };
}

export const sameTitle = (a: Opening, b: Opening): boolean => a.title.join(' ') === b.title.join(' ');

/** Titles of one opening share at least half of the shorter one's words, however boards write them. */
function titlesMeet(a: Opening, b: Opening): boolean {
  const shared = new Set(a.title.filter((word) => b.title.includes(word))).size;
  return shared > 0 && shared >= Math.min(new Set(a.title).size, new Set(b.title).size) / 2;
}

/** One by the employer's own id, or by the same page under the same title. */
export function sameByKey(a: Opening, b: Opening): 'vacancy' | 'address' | null {
  if (ALONE.has(a.source) || ALONE.has(b.source)) return null;
  if (a.vacancy !== null && b.vacancy !== null) {
    if (a.vacancy !== b.vacancy) return null;
    // A comment that advertises several roles may give one address for all of them.
    return (a.source === b.source ? sameTitle(a, b) : titlesMeet(a, b)) ? 'vacancy' : null;
  }
  const shared = a.addresses.some((address) => b.addresses.includes(address));
  return shared && sameTitle(a, b) && placesAgree(a, b) !== 'no' ? 'address' : null;
}

const DAY_MS = 86_400_000;
/** Longer apart, an advertisement is a new one. */
const MOST_DAYS = 45;
/** Likeness of text that is enough, and the one that is needed when place or date leave a doubt. */
const LEAST_LIKENESS = 0.8;
const LEAST_IN_DOUBT = 0.9;
const LEAST_OF_SNIPPET = 0.95;
const SNIPPET_DAYS = 14;

/** May two postings under one likeness key be one opening, and how alike must their texts then be? Null: no. */
export function neededLikeness(a: Opening, b: Opening): number | null {
  if (a.source === b.source || ALONE.has(a.source) || ALONE.has(b.source)) return null;
  if (a.company === '' || a.company !== b.company || !sameTitle(a, b)) return null;
  if (a.vacancy !== null && b.vacancy !== null && a.vacancy !== b.vacancy) return null;
  if (!overlap(a.employment, b.employment) || payContradicts(a.pay, b.pay)) return null;
  // What both titles say of the place tells twins apart: "(Berlin)" and "(Remote)".
  if (!overlap(a.titlePlaces, b.titlePlaces)) return null;
  const place = placesAgree(a, b);
  if (place === 'no') return null;
  const days = daysApart(a, b);
  if (days !== null && days > MOST_DAYS) return null;
  // A beginning that two texts share may be what an employer says of itself in all of them.
  if (a.isSnippet || b.isSnippet)
    return place === 'yes' && days !== null && days <= SNIPPET_DAYS ? LEAST_OF_SNIPPET : null;
  return place === 'yes' && days !== null ? LEAST_LIKENESS : LEAST_IN_DOUBT;
}

/** Is one the other again, advertised anew? Asked of postings under one likeness key with texts so alike. */
export function isRepost(a: Opening, b: Opening, likeness: number): boolean {
  if (a.id === b.id || a.company === '' || a.company !== b.company || !sameTitle(a, b)) return false;
  const days = daysApart(a, b);
  return placesAgree(a, b) === 'yes' && days !== null && days >= 1 && likeness >= LEAST_LIKENESS;
}

function daysApart(a: Opening, b: Opening): number | null {
  return a.postedAt === null || b.postedAt === null ? null : Math.abs(a.postedAt - b.postedAt) / DAY_MS;
}

function payContradicts(a: Opening['pay'], b: Opening['pay']): boolean {
  if (a === null || b === null || a.currency !== b.currency || a.period !== b.period) return false;
  const low = (pay: NonNullable<Opening['pay']>): number | null => pay.min ?? pay.max;
  const high = (pay: NonNullable<Opening['pay']>): number | null => pay.max ?? pay.min;
  const [lowA, highA, lowB, highB] = [low(a), high(a), low(b), high(b)];
  if (lowA === null || highA === null || lowB === null || highB === null) return false;
  return highA < lowB || highB < lowA;
}
