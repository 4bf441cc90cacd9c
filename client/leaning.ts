/** Words for what saves and hides add to a score. Pure. */
import type { Score } from '../server/protocol/index.ts';
import type { Texts } from './i18n/index.ts';

type Trait = NonNullable<Score['leaning']>['because'][number];

/** "+3" or "−2". */
export function signed(points: number, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: 'always' }).format(points);
}

/** The trait as people call it. */
export function traitName({ kind, value }: Trait, texts: Texts): string {
  const names = kind === 'workplace' ? texts.workplace : kind === 'seniority' ? texts.seniority : {};
  const name = new Map<string, string>(Object.entries(names)).get(value) ?? value;
  return kind === 'role' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
