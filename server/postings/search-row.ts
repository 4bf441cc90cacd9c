/** What can be searched of a posting, as one flat row: its facets as `kind=value`, numbers, and words for full text. */
import { perYear, toEur } from '../taxonomy/currencies.ts';
import { fold } from '../taxonomy/fold.ts';
import { wordsOf } from '../taxonomy/words.ts';
import type { Facts, SourcePosting } from './job-posting.ts';

/** Characters of the text that full text search knows; no posting of a sane length is longer. */
export const TEXT_SEARCHED = 20_000;

/** Characters of the text that tell what a posting is about. */
const TEXT_MEANT = 1200;

/** What of a posting is embedded: its title, its skills, the beginning of its text. */
export function meaningText(source: SourcePosting, facts: Facts): string {
  const skills = facts.skills.map(({ name }) => name).join(', ');
  return [source.title, source.department ?? '', skills, source.description.slice(0, TEXT_MEANT)].join('\n');
}

const ELSEWHERE = { yes: 1, unclear: 0, no: -1 } as const;

/** The row of `posting_search`, under the names of its columns. */
export function searchRow(id: string, source: SourcePosting, facts: Facts): object {
  return {
    posting_id: id,
    is_sample: source.isSample,
    is_complete: source.completeness === 'full',
    source: source.source,
    elsewhere: ELSEWHERE[facts.eligible.elsewhere],
    facets: [...new Set(facets(source, facts))].join('\n'),
    ...payColumns(facts.pay),
    posted: source.datePosted,
    named: facts.skills.map(({ name }) => name).join(' '),
  };
}

function facets(source: SourcePosting, facts: Facts): string[] {
  const { eligible } = facts;
  return [
    `source=${source.source}`,
    ...(source.department === null ? [] : [`department=${fold(source.department)}`]),
    ...each('title', wordsOf(source.title)),
    ...each('company', wordsOf(source.company ?? '')),
    ...each('role', facts.roles),
    ...each('eligible', eligible.yes),
    ...each('ineligible', eligible.no),
    ...each('unsure', eligible.unclear),
    ...stated('workplace', facts.workplace),
    ...stated('employment', facts.employment),
    ...stated('seniority', facts.seniority),
    ...stated('country', facts.countries),
    ...stated('city', facts.cities),
    ...stated('language', facts.languages),
    ...each(
      'skill',
      facts.skills.map(({ name }) => name),
    ),
    ...(facts.visa === null ? [] : [`visa=${facts.visa ? 'yes' : 'no'}`]),
  ];
}

const each = (kind: string, values: readonly string[]): string[] => values.map((value) => `${kind}=${value}`);

/** The values, that there are any, and how many: what "nothing but these" is told by. */
function stated(kind: string, values: readonly string[]): string[] {
  const distinct = [...new Set(values)];
  return distinct.length === 0 ? [] : [...each(kind, distinct), `stated=${kind}`, `${kind}-count=${distinct.length}`];
}

/** Pay per year in the posting's own currency and in euros. */
function payColumns(pay: Facts['pay']): object {
  const year = (amount: number | null): number | null =>
    amount === null || pay === null ? null : perYear(amount, pay.period);
  const euro = (amount: number | null): number | null =>
    amount === null || pay === null || pay.currency === null ? null : toEur(amount, pay.currency);
  const [min, max] = [year(pay?.min ?? null), year(pay?.max ?? null)];
  return { pay_min_year: min, pay_max_year: max, pay_min_eur: euro(min), pay_max_eur: euro(max) };
}
