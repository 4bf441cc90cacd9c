/** From a stored row to what a card and the detail show. */
import { findCardPreferences } from '../accounts/preference-repository.ts';
import { perYear } from '../taxonomy/currencies.ts';
import type { JudgedPosting } from './criteria/criterion.ts';
import { judgePosting } from './criteria/index.ts';
import type { Filter } from './filter.ts';
import type { Match, MatchDetail } from './match.ts';
import { findSignals } from '../postings/signals.ts';
import type { Unit } from '../store/store.ts';
import type { WideRow } from './match-repository.ts';
import type { Rating, Score } from './scoring/fit.ts';
import { type RatingRow, ratingsOf } from './scoring/rating-repository.ts';
import type { Scorer, Scoring } from './scoring/scorer.ts';
import type { ScoredPosting } from './scoring/requirements.ts';

/** How a source is named to people; a board without an entry is named as it calls itself. */
export type SourceTitle = (source: string) => string;

/** Cards as one person sees them now: under a filter, with the score of their active CV. */
export interface Cards {
  /** Without a CV there are no scores. */
  hasCv: boolean;
  match(row: WideRow, filter: Filter, today: string): Match;
  /** `earlier`: days on which the same work was advertised before. */
  detail(row: WideRow, filter: Filter, today: string, earlier?: readonly string[]): MatchDetail;
}

/** `for` one unit of a person and these postings: their CV and what a model said is asked for once. */
export interface CardMaker {
  for(unit: Unit, postingIds: readonly string[]): Promise<Cards>;
}

export function createCardMaker(dependencies: {
  sourceTitle: SourceTitle;
  /** Whether a source's terms let its postings be scored. */
  mayRank(source: string): boolean;
  scorer: Scorer;
}): CardMaker {
  const { sourceTitle, mayRank, scorer } = dependencies;
  return {
    async for(unit, postingIds) {
      const scoring = await scorer.current(unit);
      const { homeCountry, showsRatings } = await findCardPreferences(unit);
      const ratings = showsRatings && scoring !== null ? await ratingsOf(unit, scoring.cv.id, postingIds) : [];
      const seen = { sourceTitle, mayRank, scoring, homeCountry, ratings };
      return {
        hasCv: scoring !== null,
        match: (row, filter, today) => toMatch(row, filter, today, seen),
        detail: (row, filter, today, earlier = []) => toDetail(row, filter, today, seen, earlier),
      };
    },
  };
}

interface Seen {
  sourceTitle: SourceTitle;
  mayRank(source: string): boolean;
  scoring: Scoring | null;
  homeCountry: string | null;
  /** The newest first; none while they are not to be shown. */
  ratings: readonly RatingRow[];
}

function toMatch(row: WideRow, filter: Filter, today: string, seen: Seen): Match {
  const { sourceTitle, homeCountry } = seen;
  const scoring = scoringOf(row, seen);
  const score = scoring?.score(scoredFrom(row)) ?? null;
  const rating = ratingFor(row, seen);
  const { reasons } = judgePosting({ ...judgedFrom(row), score: score?.value ?? null }, filter, today);
  const unclear = reasons.filter(({ verdict }) => verdict === 'unclear').map(({ criterion }) => criterion);
  return {
    id: row.id,
    title: row.title,
    company: row.company,
    place: row.locations.join(' · '),
    workplace: row.facts.workplace,
    employment: row.facts.employment,
    seniority: row.facts.seniority,
    skills: row.facts.skills.slice(0, 12).map(({ name }) => name),
    pay: normalisedPay(row),
    postedAt: row.date_posted,
    firstSeenAt: row.first_seen_at,
    closedAt: row.closed_at,
    source: row.source,
    sourceTitle: sourceTitle(row.source),
    url: row.url,
    alsoOn: othersOf(row).map(sourceTitle),
    home: homeCountry === null ? null : fromHome(row, homeCountry, today),
    mark: row.mark ?? 'new',
    isSample: row.is_sample,
    score,
    rated: rating?.score === undefined ? null : { value: rating.score.value, model: rating.said.model },
    unclear: [...new Set(unclear)],
    reasons,
  };
}

/** `earlier`: days on which the same work was advertised before. */
function toDetail(row: WideRow, filter: Filter, today: string, seen: Seen, earlier: readonly string[]): MatchDetail {
  return {
    ...toMatch(row, filter, today, seen),
    fit: scoringOf(row, seen)?.fit(scoredFrom(row)) ?? null,
    rating: detailedRating(row, seen),
    applyUrl: row.apply_url,
    department: row.department,
    locations: row.locations,
    description: row.description,
    completeness: row.completeness,
    validThrough: row.valid_through,
    lastSeenAt: row.last_seen_at,
    links: row.links.map((link) => ({ ...link, sourceTitle: seen.sourceTitle(link.source) })),
    signals: findSignals({ ...row, postedAt: row.date_posted, earlier }, new Date(today)),
  };
}

/** Null where there is no CV, or the source's terms allow no score. */
const scoringOf = (row: WideRow, { scoring, mayRank }: Seen): Scoring | null => (mayRank(row.source) ? scoring : null);

/** What a model said last of just these two texts; `score` is left out where nothing of it could be kept. */
function ratingFor(row: WideRow, { scoring, ratings }: Seen): { said: RatingRow; score?: Score } | null {
  const own = ratings.filter(({ postingId }) => postingId === row.id);
  if (scoring === null || own.length === 0) return null;
  const posting = scoredFrom(row);
  const content = scoring.question(posting)?.content;
  const said = own.find((one) => one.content === content);
  if (said === undefined) return null;
  return said.verdicts.length === 0 ? { said } : { said, score: scoring.score(posting, said.verdicts) };
}

function detailedRating(row: WideRow, seen: Seen): Rating | null {
  const rating = ratingFor(row, seen);
  if (rating === null || seen.scoring === null) return null;
  const { model, ratedAt, refused, verdicts } = rating.said;
  const fit = verdicts.length === 0 ? null : seen.scoring.fit(scoredFrom(row), verdicts);
  return { model, ratedAt, refused, fit };
}

/** The criterion of countries, asked for the one the person lives in. */
function fromHome(row: WideRow, homeCountry: string, today: string): Match['home'] {
  const { verdict, reasons } = judgePosting({ ...judgedFrom(row), score: null }, { countries: [homeCountry] }, today);
  return { verdict, evidence: reasons.flatMap(({ evidence }) => evidence) };
}

const othersOf = ({ links, source }: WideRow): string[] =>
  [...new Set(links.map((link) => link.source))].filter((other) => other !== source);

function scoredFrom(row: WideRow): ScoredPosting {
  return { ...row, postedOn: (row.date_posted ?? row.first_seen_at).slice(0, 10), validThrough: row.valid_through };
}

function judgedFrom(row: WideRow): Omit<JudgedPosting, 'score'> {
  return { ...row, alsoOn: othersOf(row), postedOn: (row.date_posted ?? row.first_seen_at).slice(0, 10) };
}

/** Pay a year, or an hour where it is said by the hour; the original words beside it. */
function normalisedPay(row: WideRow): Match['pay'] {
  const { pay } = row.facts;
  if (pay === null) return null;
  if (pay.period === 'hour' || pay.period === 'fixed') return { ...pay, period: pay.period };
  const year = (amount: number | null): number | null => (amount === null ? null : perYear(amount, pay.period));
  return { ...pay, min: year(pay.min), max: year(pay.max), period: 'year' };
}
