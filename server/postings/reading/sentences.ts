/** A posting's text cut into sentences: the unit in which words about places, days and pay belong together. */

/** Texts are read up to here; what follows is legal small print repeated. The end is read too: limits often stand there. */
const HEAD = 24_000;
const TAIL = 4_000;
const BREAK =
  /\n+|(?<=[.!?;])(?<!\b[A-Za-z]\.)(?<!\b(?:e\.g|i\.e|approx|incl|etc|St|No|ca|bzw|z\.B)\.)\s+(?=[\p{Lu}\p{N}"“(*#•$€£-])/u;

/** The text that is read: all of it, or its beginning and end when it is very long. */
export function readablePart(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
}

/** Sentences and list items, trimmed, without empty ones; a very long one is cut at 600 characters. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const piece of readablePart(text).split(BREAK)) {
    const trimmed = piece.trim();
    if (trimmed.length < 3) continue;
    for (let start = 0; start < trimmed.length && start < 3_000; start += 600)
      sentences.push(trimmed.slice(start, start + 600));
  }
  return sentences;
}

/** Words kept as evidence: one line, at most 300 characters. */
export function quote(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 300 ? line : line.slice(0, 300);
}

const ADDRESS = /https?:\/\/\S+|www\.\S+|\S+@\S+/gu;

/** Addresses as spaces of the same length: "about.html" asks for no HTML. */
export function withoutAddresses(text: string): string {
  return /https?:|www\.|@/u.test(text) ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;
}
