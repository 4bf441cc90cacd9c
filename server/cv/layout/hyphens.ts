/** A hyphen at the end of a line: does it break a word, or belong to it? Pure. */

/** First parts of words that are written with a hyphen. A list of our own. */
const KEPT = new Set(
  'open community event cloud full front back real end self co non multi cross high low long short well user customer data test third first second large small state time role rule risk cost client server micro object service domain model mission decision part full-stack front-end back-end in on off up to out of state-of-the-art hands peer problem world fast full-time detail result results goal team e it it- b2b ci key cutting on-the cloud-native day year data-driven soft hard pre post anti inter intra semi quasi ex all best big'.split(
    ' ',
  ),
);

/** Whether the hyphen that ends `line` goes away when `next` is joined to it. */
export function isBreakInWord(line: string, next: string): boolean {
  if (line.endsWith('\u00ad')) return true;
  if (!/^\p{Ll}/u.test(next)) return false;
  const first = /([\p{L}\p{N}-]+)[-\u2010]$/u.exec(line)?.[1] ?? '';
  // A word with a hyphen already, or one that is a name or abbreviation, is rarely broken a second time.
  if (first.includes('-') || /\p{Lu}/u.test(first.slice(1)) || /\p{N}/u.test(first)) return false;
  return !KEPT.has(first.toLowerCase()) && !/^(?:und|oder|bzw|and|or)\b/u.test(next);
}
