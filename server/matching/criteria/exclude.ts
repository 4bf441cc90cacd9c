/** Exclusions: they hide only on a sure yes. A posting that is also something else is not surely that. */
import type { Exclude, Filter } from '../filter.ts';
import { companySql, isCompany } from './companies.ts';
import { wantedCountries } from './countries.ts';
import { type Criterion, judged, type JudgedPosting, type SqlValues } from './criterion.ts';
import { fold } from '../../taxonomy/fold.ts';
import { keywordSql, namesKeyword } from './keywords.ts';
import { namesSkill, skillNamedSql } from './skills.ts';
import { titleSql, titleVerdict } from './titles.ts';

/** Lists where a posting is hidden when all it states is refused. */
const STATED = ['workplace', 'employment', 'seniority', 'cities'] as const;

function isExcluded(posting: JudgedPosting, exclude: Exclude): boolean {
  const { facts } = posting;
  const onlyRefused = (stated: readonly string[], refused: readonly string[]): boolean =>
    stated.length > 0 && stated.every((value) => refused.includes(value));
  return (
    STATED.some((name) => onlyRefused(facts[name], exclude[name] ?? [])) ||
    onlyRefused(facts.countries, wantedCountries(exclude)) ||
    ((exclude.titles?.length ?? 0) > 0 && titleVerdict(posting, exclude.titles ?? []) === 'yes') ||
    (exclude.skills ?? []).some((skill) => namesSkill(posting, skill)) ||
    isCompany(posting.company, exclude.companies ?? []) ||
    (exclude.sources ?? []).map(fold).includes(posting.source) ||
    (exclude.keywords ?? []).some((keyword) => namesKeyword(posting, keyword))
  );
}

function excludedSql(exclude: Exclude, values: SqlValues): string {
  const parts: string[] = [];
  const onlyRefused = (column: string, refused: readonly string[]): void => {
    if (refused.length > 0) parts.push(`(s.${column} <> '{}' and s.${column} <@ ${values.add([...refused])}::text[])`);
  };
  for (const name of STATED) onlyRefused(name, exclude[name] ?? []);
  onlyRefused('countries', wantedCountries(exclude));
  if ((exclude.titles?.length ?? 0) > 0) parts.push(`(${titleSql(exclude.titles ?? [], values)}) = 1`);
  for (const skill of exclude.skills ?? []) parts.push(skillNamedSql(skill, values));
  if ((exclude.companies?.length ?? 0) > 0) parts.push(companySql(exclude.companies ?? [], values));
  if ((exclude.sources?.length ?? 0) > 0)
    parts.push(`s.source = any (${values.add((exclude.sources ?? []).map(fold))}::text[])`);
  for (const keyword of exclude.keywords ?? []) parts.push(keywordSql(keyword, values));
  return parts.join(' or ');
}

export const exclude: Criterion = {
  key: 'exclude',
  isSet: (filter: Filter) => Object.values(filter.exclude ?? {}).some((list) => (list?.length ?? 0) > 0),
  judge: (posting, filter) => judged('exclude', isExcluded(posting, filter.exclude ?? {}) ? 'no' : 'yes', []),
  sql: (filter, values) => `case when ${excludedSql(filter.exclude ?? {}, values)} then -1 else 1 end`,
};
