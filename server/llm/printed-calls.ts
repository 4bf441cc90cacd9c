/**
 * Tool calls that a model prints as text instead of making them: small and local models do, each family its own way
 * (JSON bare, fenced, in tags, after a marker, or as a function call). Text streams on; what may be a call is held
 * back until it is one or is not.
 */
import { parseLenient, valueEnd } from './lenient-json.ts';
import { type ReadCall, readCalls } from './call-shapes.ts';

export type Piece = { text: string } | { call: ReadCall };

export interface PrintedCallReader {
  /** Adds streamed text; gives what is decided by now. */
  take(delta: string): Piece[];
  /** The text has ended: gives all that was held. */
  end(): Piece[];
}

/** More than this is no call. */
const LONGEST_HELD = 8000;
/** What comes before the JSON of a call and belongs to it. */
const OPENING =
  /^(?:```[a-z_]*\s*|<\/?(?:tool_calls?|tools?|function_calls?|functions?)>\s*|<function=[\w.-]+>\s*|<\|[a-z_]+\|>\s*|\[TOOL_CALLS\]\s*|[\w.]*_\w*\s*\(\s*)+$/iu;
/** What of it may have arrived so far. */
const HALF_AN_OPENING = /^(?:`{3}[a-z_]*|<[/|]?[\w=.|-]*>?|\[[A-Z_]*\]?|[\w.]*_\w*\s*\(?)\s*$/iu;
/** What comes after it. */
const CLOSING = /^\s*(?:```|<\/(?:tool_calls?|tools?|function_calls?|functions?|function)>|<\|[a-z_]+\|>|\)|;)/iu;
const HALF_A_CLOSING = /^\s*(?:`{1,2}|<[/|]?[a-z_]*\|?)?$/iu;
/** Where a call may begin. Lengths are bounded, so that no text takes more than linear time. */
const SUSPICIOUS = /[{[]|```|<(?:\/?(?:t|f)|\|)|(?<![\w.])[\w.]{0,40}_\w{0,40}\s{0,4}\(/u;
/** The end of a text that may become an opening with its next letters. */
const UNDECIDED_TAIL = /(?:`{1,2}|<[/|]?|(?<![\w.])[\w.]{1,40}|(?<![\w.])[\w.]{0,40}_\w{0,40}\s{1,4})$/u;

/** `names` are the tools there are. */
export function createPrintedCallReader(names: readonly string[]): PrintedCallReader {
  let held = '';
  let afterCall = false;
  /** The held text waits for a closing bracket and nothing else. */
  let inValue = false;

  /** Drops what closes a call; false while its end is not there yet. */
  function close(isEnd: boolean): boolean {
    while (CLOSING.test(held)) held = held.replace(CLOSING, '');
    if (!isEnd && held.length < 40 && HALF_A_CLOSING.test(held)) return false;
    afterCall = false;
    return true;
  }

  /** Takes decided pieces off the front of what is held. */
  function decide(isEnd: boolean): Piece[] {
    const pieces: Piece[] = [];
    const say = (length: number): void => {
      if (length > 0) pieces.push({ text: held.slice(0, length) });
      held = held.slice(length);
    };
    while (held !== '') {
      inValue = false;
      if (afterCall && !close(isEnd)) break;
      const from = SUSPICIOUS.exec(held)?.index;
      if (from === undefined) {
        say(
          isEnd ? held.length : (UNDECIDED_TAIL.exec(held.slice(-100))?.index ?? 100) + Math.max(0, held.length - 100),
        );
        break;
      }
      say(from);
      const start = /[{[](?!TOOL_CALLS)/u.exec(held.slice(0, LONGEST_HELD))?.index;
      const lead = held.slice(0, start ?? Math.min(held.length, 100));
      if (lead !== '' && !OPENING.test(lead)) {
        // Between the opening and the JSON nothing else may stand.
        if (start === undefined && !isEnd && held.length < 100 && HALF_AN_OPENING.test(lead)) break;
        say(1);
        continue;
      }
      const end = start === undefined ? null : valueEnd(held, start);
      inValue = start !== undefined && end === null;
      if (end === null && !isEnd && held.length < LONGEST_HELD) break;
      const value = start === undefined ? undefined : parseLenient(held.slice(start, end ?? held.length));
      const calls = value === undefined ? [] : readCalls(value, { names, lead });
      if (calls.length === 0) {
        say(end ?? held.length);
        continue;
      }
      pieces.push(...calls.map((call) => ({ call })));
      held = held.slice(end ?? held.length);
      afterCall = true;
    }
    return pieces;
  }

  return {
    take(delta) {
      held += delta;
      return inValue && held.length < LONGEST_HELD && !/[}\]]/u.test(delta) ? [] : decide(false);
    },
    end: () => decide(true),
  };
}
