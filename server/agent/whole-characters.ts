/** A model's stream may be cut inside a character (an emoji is two halves in JavaScript): the halves are put together. */

/** Ends with the first half of a character. */
const HALF = /[\ud800-\udbff]$/;

export interface TextJoiner {
  /** Adds a piece; gives what is whole by now, possibly nothing. */
  take(piece: string): string;
}

export function createTextJoiner(): TextJoiner {
  let held = '';
  return {
    take(piece) {
      const text = held + piece;
      held = HALF.exec(text)?.[0] ?? '';
      return text.slice(0, text.length - held.length);
    },
  };
}
