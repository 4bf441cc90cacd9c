/** Who names which words, asked of full text search once per state of the index. */
import type { Unit } from '../../store/store.ts';
import type { Bits } from './bits.ts';
import type { PostingIndex } from './posting-index.ts';
import { numbersNaming } from './posting-index-repository.ts';

const REMEMBERED = 64;

export interface TextSearch {
  /** Looks the phrases up; the answer knows these, and nobody for any other. */
  naming(unit: Unit, index: PostingIndex, phrases: readonly string[]): Promise<(phrase: string) => Bits>;
}

export function createTextSearch(): TextSearch {
  const known = new Map<string, { index: PostingIndex; version: number; bits: Bits }>();
  return {
    async naming(unit, index, phrases) {
      const found = new Map<string, Bits>();
      for (const phrase of new Set(phrases)) {
        const kept = known.get(phrase);
        const bits =
          kept?.index === index && kept.version === index.version
            ? kept.bits
            : index.ofNumbers(await numbersNaming(unit, phrase));
        found.set(phrase, bits);
        known.delete(phrase);
        known.set(phrase, { index, version: index.version, bits });
      }
      for (const oldest of known.keys()) {
        if (known.size <= REMEMBERED) break;
        known.delete(oldest);
      }
      return (phrase) => found.get(phrase) ?? index.none();
    },
  };
}
