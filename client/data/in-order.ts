/** Puts numbered events into their order: what comes twice is dropped, what comes early waits for what is missing. */

/** More than this out of order is no disorder but a loss. */
const MOST_WAITING = 200;

/** Takes a number (from 1) and its value; false when the line has lost something for good. */
export function createInOrder<Value>(deliver: (value: Value) => void): {
  take(seq: number, value: Value): boolean;
  /** Something came early and waits for what is missing. */
  isWaiting(): boolean;
} {
  let next = 1;
  const early = new Map<number, Value>();
  return {
    take(seq, value) {
      if (seq >= next) early.set(seq, value);
      for (let found = early.get(next); found !== undefined; found = early.get(next)) {
        early.delete(next);
        next += 1;
        deliver(found);
      }
      return early.size <= MOST_WAITING;
    },
    isWaiting: () => early.size > 0,
  };
}
