/** Counting right and wrong: shares, and precision, recall and F1 over sets, micro-averaged. Pure. */
import { digits } from '../figures.ts';

/** Cases and how many of them were right. */
export type Share = { right: number; of: number };
/** Over sets: members found, found wrongly, missed. */
export type Overlap = { found: number; wrong: number; missed: number };

/** The share as a fraction; null when there was no case. */
export function shareOf({ right, of }: Share): number | null {
  return of === 0 ? null : digits(right / of, 4);
}

/** Precision, recall and their harmonic mean. No members on either side: all 1. */
export function scoresOf({ found, wrong, missed }: Overlap): { precision: number; recall: number; f1: number } {
  const precision = found + wrong === 0 ? 1 : found / (found + wrong);
  const recall = found + missed === 0 ? 1 : found / (found + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: digits(precision, 4), recall: digits(recall, 4), f1: digits(f1, 4) };
}

/** Adds the members of two sets. */
export function overlap(into: Overlap, said: readonly string[], right: readonly string[]): void {
  const [left, other] = [new Set(said), new Set(right)];
  for (const member of left) {
    if (other.has(member)) into.found += 1;
    else into.wrong += 1;
  }
  for (const member of other) if (!left.has(member)) into.missed += 1;
}

/** The same members, whatever their order. */
export function sameSet(left: readonly string[], right: readonly string[]): boolean {
  const [one, other] = [new Set(left), new Set(right)];
  return one.size === other.size && [...one].every((member) => other.has(member));
}
