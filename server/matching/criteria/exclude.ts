/** Exclusions: they hide only on a sure yes. A posting that is also something else is not surely that. */
import { fold } from '../../taxonomy/fold.ts';
import type { Exclude, Filter } from '../filter.ts';
import { type Bits, either, except } from '../posting-index/bits.ts';
import type { PostingIndex } from '../posting-index/posting-index.ts';
import { isCompany, ofCompanies } from './companies.ts';
import { wantedCountries } from './countries.ts';
import { type Criterion, judged, type JudgedPosting, type Question } from './criterion.ts';
import { namesKeyword } from './keywords.ts';
import { namesSkill, naming, unknownSkills } from './skills.ts';
import { titleVerdict, withTitles } from './titles.ts';

/** Lists where a posting is hidden when all it states is refused, and their kinds of facet. */
const STATED = { workplace: 'workplace', employment: 'employment', seniority: 'seniority', cities: 'city' } as const;
const STATED_KEYS = ['workplace', 'employment', 'seniority', 'cities'] as const;

function isExcluded(posting: JudgedPosting, exclude: Exclude): boolean {
  const { facts } = posting;
  return (
    STATED_KEYS.some((name) => isOnlyRefused(facts[name], exclude[name] ?? [])) ||
    isOnlyRefused(facts.countries, wantedCountries(exclude)) ||
    (exclude.languages ?? []).some((language) => facts.languages.includes(language)) ||
    ((exclude.titles?.length ?? 0) > 0 && titleVerdict(posting, exclude.titles ?? []) === 'yes') ||
    (exclude.skills ?? []).some((skill) => namesSkill(posting, skill)) ||
    isCompany(posting.company, exclude.companies ?? []) ||
    (exclude.sources ?? []).map(fold).includes(posting.source) ||
    (exclude.keywords ?? []).some((keyword) => namesKeyword(posting, keyword))
  );
}

const isOnlyRefused = (stated: readonly string[], refused: readonly string[]): boolean =>
  stated.length > 0 && stated.every((value) => refused.includes(value));

/** Postings that state something of this kind, and nothing but refused values. */
function onlyRefused(index: PostingIndex, kind: string, refused: readonly string[]): Bits {
  const refusals = new Uint8Array(index.size);
  let most = 0;
  for (const value of new Set(refused)) {
    for (const slot of index.slotsOf(kind, value)) {
      const count = (refusals[slot] ?? 0) + 1;
      refusals[slot] = count;
      most = Math.max(most, count);
    }
  }
  const bits = index.none();
  for (let count = 1; count <= most; count += 1) {
    for (const slot of index.slotsOf(`${kind}-count`, String(count))) {
      if (refusals[slot] === count) bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
    }
  }
  return bits;
}

function excluded(question: Question, exclude: Exclude): Bits {
  const { index } = question;
  const sets = [
    ...STATED_KEYS.map((name) => onlyRefused(index, STATED[name], exclude[name] ?? [])),
    onlyRefused(index, 'country', wantedCountries(exclude)),
    index.withAny('language', exclude.languages ?? []),
    withTitles(index, exclude.titles ?? []).yes,
    ...(exclude.skills ?? []).map((skill) => naming(question, skill)),
    ofCompanies(index, exclude.companies ?? []),
    index.withAny('source', (exclude.sources ?? []).map(fold)),
    ...(exclude.keywords ?? []).map((keyword) => question.naming(keyword)),
  ];
  return sets.reduce(either);
}

export const exclude: Criterion = {
  key: 'exclude',
  isSet: (filter: Filter) => Object.values(filter.exclude ?? {}).some((list) => (list?.length ?? 0) > 0),
  judge: (posting, filter) => judged('exclude', isExcluded(posting, filter.exclude ?? {}) ? 'no' : 'yes', []),
  answer: (question) => ({
    yes: except(question.index.answering().bits, excluded(question, question.filter.exclude ?? {})),
    unclear: question.index.none(),
  }),
  phrases: (filter) => [...(filter.exclude?.keywords ?? []), ...unknownSkills(filter.exclude?.skills)],
};
