/** A line or posting that could not be taken, and why. The rest goes on. */

export type RefusalReason = 'not_json' | 'unknown_shape' | 'missing_field' | 'too_long' | 'cut_off' | 'not_text';

export type Refusal = {
  kind: 'refusal';
  /** Line of the file, or place in the list, from 1; null when the whole is meant. */
  line: number | null;
  reason: RefusalReason;
  /** What was wrong, for a person, in English. */
  words: string;
};

/** Makes a refusal. */
export function refuse(line: number | null, reason: RefusalReason, words: string): Refusal {
  return { kind: 'refusal', line, reason, words };
}

/** Tells a refusal from a posting. */
export function isRefusal(row: object): row is Refusal {
  return 'kind' in row && row.kind === 'refusal';
}
