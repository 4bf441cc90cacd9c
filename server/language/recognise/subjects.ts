/** Fields of work that the taxonomy counts among the skills: said of the work itself, they rank by meaning. */
import { type Draft, isFree, take, wordsAt } from './draft.ts';
import { type FactIndex, isSubjectSkill } from './facts.ts';
import { genericHeads } from '../english/role-words.ts';
import { wordSet } from '../phrases.ts';

const work = wordSet(
  'job jobs work role roles position positions vacancy vacancies opening openings opportunity opportunities gig gigs career careers industry sector field projects placement placements',
);
/** "something in payroll", "a job in supply chain"; "experience in payroll" is a skill. */
const thing = wordSet('something anything work job jobs role roles position positions career working');
/** What says that it is known or asked for. */
const known = wordSet(
  'with know knowing skills skill knowledge experience using use experienced skilled must required and or',
);

/** Is every role that was named one that no technology goes with? */
function isOfNoTechnology(draft: Draft): boolean {
  const titles = draft.mentions.flatMap((mention) =>
    mention.kind === 'list' && mention.field === 'titles' ? mention.values : [],
  );
  return titles.length > 0 && titles.every((title) => !genericHeads.has(title.split(' ').at(-1) ?? ''));
}

/** Takes "payroll jobs", "anything in customer success" and a bare "graphic design" as what the work is about. */
export function takeSubjects(draft: Draft, facts: FactIndex, hasRole: boolean): void {
  const { tokens } = draft;
  const skills = [...facts.from.values()].filter(
    (fact) => fact.field === 'skills' && isFree(draft, fact.from, fact.to),
  );
  const alone =
    !hasRole &&
    skills.length === 1 &&
    !draft.mentions.some((mention) => mention.kind === 'list' && mention.field === 'titles');
  for (const fact of skills) {
    if (!isSubjectSkill(fact.value, true) || draft.modes[fact.from] !== 'want') continue;
    const { clause } = tokens[fact.from] ?? { clause: -1 };
    const word = (at: number): string => (tokens[at]?.clause === clause ? (tokens[at]?.word ?? '') : '');
    // "fifteen years in compliance"
    if (word(fact.from - 1) === 'in' && /^years?$/.test(word(fact.from - 2))) {
      take(draft, { from: fact.from, to: fact.to, kind: 'noise' });
      continue;
    }
    const named = work.has(word(fact.to)) || (word(fact.from - 1) === 'in' && thing.has(word(fact.from - 2)));
    const bare = alone && !known.has(word(fact.from - 1)) && !known.has(word(fact.to));
    // "Account executive, cybersecurity, Singapore": a clause of its own beside a role that has no technology.
    const whole = word(fact.from - 1) === '' && word(fact.to) === '' && isOfNoTechnology(draft);
    if (named || bare || whole)
      take(draft, {
        from: fact.from,
        to: fact.to,
        kind: 'query',
        words: wordsAt(draft, fact.from, fact.to).toLowerCase(),
      });
  }
}
