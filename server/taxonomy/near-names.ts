/**
 * Names mistyped by one letter: wrong, missing, doubled or swapped ("birmigham", "wordpres"). Names are indexed by
 * themselves and by each form with a letter missing, so a look-up costs as many steps as a word has letters
 * (symmetric deletion, W. Garbe 2012).
 */
import { foldWord } from './fold.ts';

/** Shorter names are too near to other words. */
const SHORTEST = 6;

export interface NearNames {
  /** `value` is what the name stands for; names of several words and short ones are left out. */
  add: (name: string, value: string) => void;
  /** The one value whose name is a single slip away from this word and begins alike; null for none or several. */
  near: (word: string) => string | null;
}

/** An empty index. */
export function createNearNames(): NearNames {
  const forms = new Map<string, Map<string, string>>();
  return {
    add: (raw, value) => {
      const name = foldWord(raw);
      if (name.length < SHORTEST || !/^[a-z]+$/.test(name)) return;
      for (const form of [name, ...shortened(name)]) {
        const names = forms.get(form) ?? new Map<string, string>();
        if (!names.has(name)) names.set(name, value);
        forms.set(form, names);
      }
    },
    near: (word) => {
      const said = foldWord(word);
      if (said.length < SHORTEST - 1 || !/^[a-z]+$/.test(said)) return null;
      const found = new Set<string>();
      for (const form of [said, ...shortened(said)])
        for (const [name, value] of forms.get(form) ?? [])
          if (name[0] === said[0] && name !== said && isOneSlip(said, name)) found.add(value);
      const [only] = found;
      return found.size === 1 && only !== undefined ? only : null;
    },
  };
}

function shortened(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlip(said: string, name: string): boolean {
  let at = 0;
  while (at < said.length && said[at] === name[at]) at += 1;
  const [rest, wanted] = [said.slice(at), name.slice(at)];
  return (
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1) ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
