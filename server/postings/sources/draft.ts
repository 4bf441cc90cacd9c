/** From what an adapter found to a SourcePosting: cleaning, cutting and refusing are the same for every board. Pure. */
import { cleanLine } from '../../kernel/clean-text.ts';
import { stableId } from '../../kernel/ids.ts';
import { cleanParagraphs, htmlToText } from '../html-to-text.ts';
import type { Employment, SourcePosting, Workplace } from '../job-posting.ts';
import { readPay } from '../reading/pay.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { webUrl } from './fields.ts';
import { firstMoment, momentOf } from './moments.ts';
import { plainLine } from './plain-line.ts';

type Said = string | null | undefined;
type Moment = Said | number;

/** What an adapter says of one posting, still in the board's words; everything but the first three may be left out. */
export type Draft = {
  sourceId: Said;
  url: Said;
  title: Said;
  applyUrl?: Said;
  company?: Said;
  locations?: readonly Said[];
  locationCountry?: Said;
  workplace?: Workplace | null;
  isRemote?: boolean | null;
  employment?: readonly Employment[];
  /** Pieces of HTML, in order. */
  html?: readonly Said[];
  /** Plain text instead of HTML. */
  plain?: Said;
  /** The board gives only the beginning of the text. */
  isSnippet?: boolean;
  pay?: SourcePosting['pay'];
  /** Pay in words; read when there are no numbers. */
  payWords?: Said;
  skills?: readonly Said[];
  department?: Said;
  /** Several: the first that is a date counts. */
  datePosted?: Moment | readonly Moment[];
  validThrough?: Moment;
};

/** A posting of `source`, or why not: without a title or a web address nobody can use it. `place` is its place in the list. */
export function toPosting(source: string, draft: Draft, place: number): SourcePosting | Refusal {
  const title = plainLine(draft.title, 500);
  const url = webUrl(draft.url);
  if (title === null || url === null) {
    const missing = [title === null ? 'title' : '', url === null ? 'web address' : ''].filter((word) => word !== '');
    return refuse(place, 'missing_field', `Posting ${place} has no ${missing.join(' and no ')}.`);
  }
  const description =
    draft.plain === null || draft.plain === undefined
      ? htmlToText((draft.html ?? []).filter((piece) => typeof piece === 'string' && piece !== '').join('\n'))
      : cleanParagraphs(draft.plain);
  const id = cleanLine(draft.sourceId ?? '', 301);
  const posting: SourcePosting = {
    source,
    // Without an id of its own, or with one that is none, the address is what stays the same.
    sourceId: id === '' || id.length > 300 ? stableId(url) : id,
    url,
    applyUrl: webUrl(draft.applyUrl),
    title,
    company: plainLine(draft.company, 300),
    locations: lines(draft.locations, 300),
    locationCountry: plainLine(draft.locationCountry, 120),
    workplace: draft.workplace ?? null,
    isRemote: draft.isRemote ?? null,
    employment: [...new Set(draft.employment)],
    description,
    completeness: description === '' ? 'none' : draft.isSnippet === true ? 'snippet' : 'full',
    pay: draft.pay ?? null,
    skills: lines(draft.skills, 120),
    department: plainLine(draft.department, 200),
    datePosted: firstMoment(draft.datePosted),
    validThrough: momentOf(draft.validThrough),
    isSample: false,
  };
  const words = plainLine(draft.payWords, 300);
  return posting.pay === null && words !== null ? { ...posting, pay: payInWords(posting, words) } : posting;
}

function lines(words: readonly Said[] | undefined, most: number): string[] {
  const clean = (words ?? []).slice(0, 200).flatMap((line) => plainLine(line, most) ?? []);
  return [...new Set(clean)].slice(0, 100);
}

/** Pay that the board gives as a phrase, read as a posting's text would be; the phrase stays. */
function payInWords(posting: SourcePosting, words: string): SourcePosting['pay'] {
  // "$31,2k": a comma before one digit and k is a decimal point.
  const read = readPay(posting, [`Salary: ${words.replace(/(\d),(\d)k/giu, '$1.$2k')}`])?.pay;
  return {
    min: read?.min ?? null,
    max: read?.max ?? null,
    currency: read?.currency ?? null,
    period: read?.period ?? null,
    words,
  };
}
