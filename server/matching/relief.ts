/** When nothing is left: which criteria to give up to see most again. */
import type { Criterion } from './filter.ts';
import type { Counts } from './match.ts';
import { type Bits, both, countBits } from './posting-index/bits.ts';

/** The one criterion, else the two, whose removal brings back most; null when more than two stand in the way. */
export function relief(keys: readonly Criterion[], passing: readonly Bits[], among: Bits): Counts['relief'] {
  const groups = [keys.map((_, index) => [index]), pairs(keys.length)];
  for (const group of groups) {
    const counted = group.map((given) => ({
      criteria: given.flatMap((index) => keys[index] ?? []),
      count: countBits(passing.filter((_, index) => !given.includes(index)).reduce(both, among)),
    }));
    const [best] = counted.toSorted((a, b) => b.count - a.count);
    if (best !== undefined && best.count > 0) return best;
  }
  return null;
}

function pairs(length: number): number[][] {
  return Array.from({ length }, (_, a) => Array.from({ length: length - a - 1 }, (__, b) => [a, a + b + 1])).flat();
}
