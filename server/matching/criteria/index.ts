/** All criteria. A new one is one file and one line here; the list, the counts and the reasons follow. */
import type { Filter } from '../filter.ts';
import type { CriterionVerdict, Reason } from '../match.ts';
import { client } from './client.ts';
import { categories, companies, sources } from './companies.ts';
import { countries } from './countries.ts';
import type { Criterion, JudgedPosting } from './criterion.ts';
import { exclude } from './exclude.ts';
import { minScore } from './min-score.ts';
import { pay } from './pay.ts';
import { postedWithin } from './posted-within.ts';
import { cities, employment, languages, seniority, workplace } from './set-criterion.ts';
import { anySkills, skills } from './skills.ts';
import { titles } from './titles.ts';
import { visaSponsorship } from './visa-sponsorship.ts';

export const criteria: readonly Criterion[] = [
  titles,
  skills,
  anySkills,
  companies,
  countries,
  cities,
  workplace,
  employment,
  seniority,
  languages,
  sources,
  categories,
  pay,
  postedWithin,
  visaSponsorship,
  client,
  minScore,
  exclude,
];

/** The criteria this filter sets. */
export function setCriteria(filter: Filter): Criterion[] {
  return criteria.filter((criterion) => criterion.isSet(filter));
}

/** A posting under a filter: no if any criterion says no, unclear if any is, else yes; with every reason. */
export function judgePosting(
  posting: JudgedPosting,
  filter: Filter,
  today: string,
): { verdict: CriterionVerdict; reasons: Reason[] } {
  const judgements = setCriteria(filter).map((criterion) => criterion.judge(posting, filter, today));
  const verdicts = judgements.map(({ verdict }) => verdict);
  const verdict = verdicts.includes('no') ? 'no' : verdicts.includes('unclear') ? 'unclear' : 'yes';
  return { verdict, reasons: judgements.flatMap(({ reasons }) => reasons) };
}
