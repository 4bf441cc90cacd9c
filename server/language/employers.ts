/** Employers that people name without saying "at": known names, as they are written. */
import { readFileSync } from 'node:fs';
import { lazy } from '../taxonomy/data-file.ts';
import { canonicalSkill } from '../taxonomy/skills.ts';
import type { Token } from './meaning.ts';
import { createPhraseTable } from './phrases.ts';

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
  return employers().at(tokens, at);
}
