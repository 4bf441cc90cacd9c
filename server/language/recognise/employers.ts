/** Employers that people name without saying "at": known names, as they are written. */
import { readFileSync } from 'node:fs';
import { lazy } from '../../taxonomy/data-file.ts';
import { canonicalSkill } from '../../taxonomy/skills.ts';
import type { Token } from '../meaning.ts';
import { createPhraseTable, wordSet } from '../phrases.ts';

/** A known employer. `guarded`: the name is a word, a place or a skill as well, and counts only beside other signs. */
interface Employer {
  name: string;
  guarded: boolean;
}

const employers = lazy(() => {
  const lines = readFileSync(new URL('employers.txt', import.meta.url), 'utf8').split('\n');
  const entries = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) =>
      line
        .replace(/^\?: /, '')
        .split(', ')
        .map((name) => [name, { name, guarded: line.startsWith('?') || canonicalSkill(name) !== null }] as const),
    );
  return createPhraseTable<Employer>(entries);
});

/** The known employer whose name begins at this token, the longest; null when none does. */
export function employerNamed(tokens: readonly Token[], at: number): { value: Employer; to: number } | null {
  const found = employers().at(tokens, at);
  const next = found === null ? undefined : tokens[found.to];
  if (found === null || next === undefined || !branches.has(next.text) || next.clause !== tokens[at]?.clause)
    return found;
  return { value: { ...found.value, name: `${found.value.name} ${next.text}` }, to: found.to + 1 };
}

/** "Hitachi Energy", "Deutsche Telekom Digital": words with which the name of an employer goes on. */
const branches = wordSet(
  'Energy Group Bank Motors Systems Technologies Labs Digital Health Healthineers Mobility Logistics Consulting Games Studios Airlines Insurance Foods Pharma Aerospace Security Engineering Healthcare Ventures Research',
);
