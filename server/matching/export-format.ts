/** The two shapes of an export. Pure. */
import { stringify } from 'csv-stringify/sync';
import type { Export } from './export-repository.ts';
import type { MatchDetail } from './match.ts';

const COLUMNS = [
  'title',
  'company',
  'place',
  'workplace',
  'employment',
  'seniority',
  'pay',
  'pay_min',
  'pay_max',
  'pay_currency',
  'pay_period',
  'posted',
  'first_seen',
  'source',
  'url',
  'apply_url',
  'attribution',
  'also_on',
  'last_seen',
  'mark',
  'score',
  'score_confidence',
  'missing',
  'unclear',
  'reasons',
  'skills',
  'sample',
] as const;

/** A byte order mark, so that spreadsheets read UTF-8, and the names of the columns. */
export function csvHeader(): string {
  return `\uFEFF${stringify([[...COLUMNS]])}`;
}

/** One posting as a line; no cell can act as a formula in a spreadsheet. */
export function csvLine(match: MatchDetail, attribution: string | null): string {
  const cells: Record<(typeof COLUMNS)[number], string | number> = {
    title: match.title,
    company: match.company ?? '',
    place: match.place,
    workplace: match.workplace.join(', '),
    employment: match.employment.join(', '),
    seniority: match.seniority.join(', '),
    pay: match.pay?.words ?? '',
    pay_min: match.pay?.min ?? '',
    pay_max: match.pay?.max ?? '',
    pay_currency: match.pay?.currency ?? '',
    pay_period: match.pay?.period ?? '',
    posted: match.postedAt?.slice(0, 10) ?? '',
    first_seen: match.firstSeenAt.slice(0, 10),
    source: match.sourceTitle,
    url: match.url,
    apply_url: match.applyUrl ?? '',
    attribution: attribution ?? '',
    also_on: match.links.map(({ url }) => url).join(' '),
    last_seen: match.lastSeenAt.slice(0, 10),
    mark: match.mark,
    score: match.score?.value ?? '',
    score_confidence: match.score?.confidence ?? '',
    missing: missingWords(match),
    unclear: match.unclear.join(', '),
    reasons: match.reasons.map(reasonText).join('; '),
    skills: match.skills.join(', '),
    sample: match.isSample ? 'yes' : '',
  };
  return stringify([COLUMNS.map((name) => inert(cells[name]))]);
}

/** The beginning of a JSON export: when, under which filter; rows and the closing brackets follow. */
export function jsonHead(file: Export): string {
  const head = JSON.stringify({
    exportedAt: file.createdAt,
    filter: file.filter,
    revision: file.revision,
    showUnclear: file.showUnclear,
  });
  return `${head.slice(0, -1)},"matches":[\n`;
}

/** `raw` is what the board gave, as it gave it; null when it is not kept. */
export function jsonRow(match: MatchDetail, attribution: string | null, raw: unknown): string {
  return JSON.stringify({ ...match, attribution, raw: raw ?? null });
}

function missingWords({ fit }: MatchDetail): string {
  const missing = (fit?.requirements ?? []).filter(({ verdict }) => verdict === 'missing');
  return missing.map(({ kind, value }) => (kind === 'skill' ? value : `${kind} ${value}`)).join(', ');
}

function reasonText(reason: MatchDetail['reasons'][number]): string {
  const words = reason.evidence.map((evidence) => `“${evidence.words}”`).join(' ');
  return [`${reason.criterion}${reason.value === null ? '' : ` ${reason.value}`}: ${reason.verdict}`, words]
    .filter(Boolean)
    .join(' ');
}

/** OWASP CSV injection: a cell that begins (also behind quotes or spaces, also full-width) like a formula gets a quote. */
const FORMULA = /^[\s"']*[=+\-@\t\r\n＝＋－＠]/u;

export function inert(cell: string | number): string | number {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
