/** From a stored row to what a card and the detail show. Pure. */
import { perYear } from '../taxonomy/currencies.ts';
import type { JudgedPosting } from './criteria/criterion.ts';
import { judgePosting } from './criteria/index.ts';
import type { Filter } from './filter.ts';
import type { Match, MatchDetail } from './match.ts';
import { findSignals } from '../postings/signals.ts';
import type { WideRow } from './match-repository.ts';

/** How a source is named to people; a board without an entry is named as it calls itself. */
export type SourceTitle = (source: string) => string;

export function toMatch(row: WideRow, filter: Filter, today: string, sourceTitle: SourceTitle): Match {
  const { reasons } = judgePosting(judgedFrom(row), filter, today);
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
    mark: row.mark ?? 'new',
    isSample: row.is_sample,
    unclear: [...new Set(unclear)],
    reasons,
  };
}

/** `earlier`: days on which the same work was advertised before. */
export function toDetail(
  row: WideRow,
  filter: Filter,
  today: string,
  sourceTitle: SourceTitle,
  earlier: readonly string[] = [],
): MatchDetail {
  return {
    ...toMatch(row, filter, today, sourceTitle),
    applyUrl: row.apply_url,
    department: row.department,
    locations: row.locations,
    description: row.description,
    completeness: row.completeness,
    validThrough: row.valid_through,
    lastSeenAt: row.last_seen_at,
    links: row.links.map((link) => ({ ...link, sourceTitle: sourceTitle(link.source) })),
    signals: findSignals({ ...row, postedAt: row.date_posted, earlier }, new Date(today)),
  };
}

const othersOf = ({ links, source }: WideRow): string[] =>
  [...new Set(links.map((link) => link.source))].filter((other) => other !== source);

function judgedFrom(row: WideRow): JudgedPosting {
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
