/** Skills: named in title, field or text is a yes. A text without Python asks for no Python; a snippet cannot tell. */
import { canonicalSkill } from '../../taxonomy/skills.ts';
import type { Filter } from '../filter.ts';
import type { CriterionVerdict, Reason } from '../match.ts';
import type { Criterion, Judgement, JudgedPosting, SqlValues } from './criterion.ts';
import { keywordSql, namesKeyword } from './keywords.ts';

/** The words that name the skill in this posting, or null. */
function named(posting: JudgedPosting, skill: string): string | null {
  const known = canonicalSkill(skill);
  if (known === null) return namesKeyword(posting, skill) ? skill : null;
  return posting.facts.skills.find(({ name }) => name === known)?.words ?? null;
}

function judgeSkill(posting: JudgedPosting, skill: string, criterion: Reason['criterion']): Reason {
  const words = named(posting, skill);
  const verdict: CriterionVerdict = words !== null ? 'yes' : posting.completeness === 'full' ? 'no' : 'unclear';
  return {
    criterion,
    verdict,
    value: skill,
    evidence: words === null ? [] : [{ words: words.slice(0, 300), where: 'text' }],
  };
}

/** 1 where the posting names the skill. */
export function skillNamedSql(skill: string, values: SqlValues): string {
  const known = canonicalSkill(skill);
  return known === null ? keywordSql(skill, values) : `s.skills @> array[${values.add(known)}::text]`;
}

export function namesSkill(posting: JudgedPosting, skill: string): boolean {
  return named(posting, skill) !== null;
}

const wanted = (list: readonly string[] | undefined): readonly string[] => list ?? [];

export const skills: Criterion = {
  key: 'skills',
  isSet: (filter) => wanted(filter.skills).length > 0,
  judge(posting, filter) {
    const reasons = wanted(filter.skills).map((skill) => judgeSkill(posting, skill, 'skills'));
    return { verdict: worst(reasons), reasons };
  },
  sql(filter, values) {
    const all = wanted(filter.skills).map((skill) => skillNamedSql(skill, values));
    return `case when ${all.join(' and ')} then 1 when s.skills_complete then -1 else 0 end`;
  },
};

export const anySkills: Criterion = {
  key: 'anySkills',
  isSet: (filter) => wanted(filter.anySkills).length > 0,
  judge(posting, filter): Judgement {
    const reasons = wanted(filter.anySkills).map((skill) => judgeSkill(posting, skill, 'anySkills'));
    const yes = reasons.filter(({ verdict }) => verdict === 'yes');
    return yes.length > 0 ? { verdict: 'yes', reasons: yes } : { verdict: worst(reasons), reasons };
  },
  sql(filter: Filter, values) {
    const any = wanted(filter.anySkills).map((skill) => skillNamedSql(skill, values));
    return `case when ${any.join(' or ')} then 1 when s.skills_complete then -1 else 0 end`;
  },
};

function worst(reasons: readonly Reason[]): CriterionVerdict {
  if (reasons.some(({ verdict }) => verdict === 'no')) return 'no';
  return reasons.some(({ verdict }) => verdict === 'unclear') ? 'unclear' : 'yes';
}
