/** Skills: named in title, field or text is a yes. A text without Python asks for no Python; a snippet cannot tell. */
import { canonicalSkill } from '../../taxonomy/skills.ts';
import type { CriterionVerdict, Reason } from '../match.ts';
import { type Bits, both, either, except } from '../posting-index/bits.ts';
import type { Criterion, Judgement, JudgedPosting, Question } from './criterion.ts';
import { namesKeyword } from './keywords.ts';

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

/** Postings that name the skill. */
export function naming(question: Question, skill: string): Bits {
  const known = canonicalSkill(skill);
  return known === null ? question.naming(skill) : question.index.withAny('skill', [known]);
}

/** Skills that only the text itself can answer for. */
export function unknownSkills(list: readonly string[] | undefined): string[] {
  return wanted(list).filter((skill) => canonicalSkill(skill) === null);
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
  answer(question) {
    const yes = wanted(question.filter.skills)
      .map((skill) => naming(question, skill))
      .reduce(both);
    return { yes, unclear: except(question.index.incomplete(), yes) };
  },
  phrases: (filter) => unknownSkills(filter.skills),
};

export const anySkills: Criterion = {
  key: 'anySkills',
  isSet: (filter) => wanted(filter.anySkills).length > 0,
  judge(posting, filter): Judgement {
    const reasons = wanted(filter.anySkills).map((skill) => judgeSkill(posting, skill, 'anySkills'));
    const yes = reasons.filter(({ verdict }) => verdict === 'yes');
    return yes.length > 0 ? { verdict: 'yes', reasons: yes } : { verdict: worst(reasons), reasons };
  },
  answer(question) {
    const yes = wanted(question.filter.anySkills)
      .map((skill) => naming(question, skill))
      .reduce(either);
    return { yes, unclear: except(question.index.incomplete(), yes) };
  },
  phrases: (filter) => unknownSkills(filter.anySkills),
};

function worst(reasons: readonly Reason[]): CriterionVerdict {
  if (reasons.some(({ verdict }) => verdict === 'no')) return 'no';
  return reasons.some(({ verdict }) => verdict === 'unclear') ? 'unclear' : 'yes';
}
