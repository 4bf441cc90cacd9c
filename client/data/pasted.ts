/** What somebody pastes into the chat: the address of a posting, or the text of one, can become a posting. Pure. */

/** What `add_job` takes. */
export type Pasted = { url: string } | { text: string };

/** A text this long, on this many lines, is no sentence to the assistant. */
const LONG_TEXT = 400;
const MANY_LINES = 5;

/** Null for what is an ordinary piece of a message. */
export function pastedPosting(text: string): Pasted | null {
  const trimmed = text.trim();
  if (!/\s/u.test(trimmed)) {
    const url = /^https?:\/\//iu.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed) : null;
    return url === null || !url.hostname.includes('.') ? null : { url: trimmed };
  }
  const lines = trimmed.split('\n').filter((line) => line.trim() !== '');
  return trimmed.length >= LONG_TEXT && lines.length >= MANY_LINES ? { text: trimmed } : null;
}
