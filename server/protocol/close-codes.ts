/** Why the server closes a socket. 44xx codes tell the browser whether trying again makes sense. */
export const CLOSE_CODES = {
  /** Server is going away: come back in a moment. */
  restart: 1012,
  /** A frame was too large. */
  tooLarge: 1009,
  /** Malformed or unknown frames, too many of them. */
  badFrames: 4400,
  /** Session ended: reload the page. */
  unauthorized: 4401,
  /** More frames than the limit allows. */
  tooMany: 4429,
  /** The reader did not read. */
  tooSlow: 4408,
} as const;
