/**
 * Pieces of a page found by walking over it once: however hostile it is written, time grows with its length only.
 * No parser: good for finding what stands between two tags. Pure.
 */

export type Element = { attributes: string; content: string };

/** Letters of a tag that are looked at for its attributes. */
const LONGEST_TAG = 4000;

/** The elements of that name, as they follow one another; what is inside one is not looked for again. */
export function* elementsOf(html: string, name: string): Generator<Element, void> {
  const lower = html.toLowerCase();
  for (let at = 0; ; ) {
    const [start, open] = tagAt(lower, `<${name}`, at);
    if (start === -1 || open === -1) return;
    const [end] = tagAt(lower, `</${name}`, open);
    if (end === -1) return;
    yield { attributes: html.slice(start, Math.min(open, start + LONGEST_TAG)), content: html.slice(open + 1, end) };
    at = end + name.length + 2;
  }
}

/** Where the tag begins and where its bracket closes, from a place on; -1 when there is none. */
function tagAt(lower: string, tag: string, from: number): [number, number] {
  for (let at = lower.indexOf(tag, from); at !== -1; at = lower.indexOf(tag, at + tag.length)) {
    const next = lower.charAt(at + tag.length);
    if (next === '>' || next === '/' || next.trim() === '') return [at, lower.indexOf('>', at)];
  }
  return [-1, -1];
}

/** The page without the elements of these names. */
export function withoutElements(html: string, names: readonly string[]): string {
  return names.reduce((left, name) => {
    const kept: string[] = [];
    const lower = left.toLowerCase();
    let from = 0;
    for (;;) {
      const [start, open] = tagAt(lower, `<${name}`, from);
      const [end, close] = start === -1 || open === -1 ? [-1, -1] : tagAt(lower, `</${name}`, open);
      if (end === -1) return [...kept, left.slice(from)].join(' ');
      kept.push(left.slice(from, start));
      from = close === -1 ? left.length : close + 1;
    }
  }, html);
}

/** The attributes of the tags of that name, at most so many; elements without an end tag too. */
export function tagsOf(html: string, name: string, most: number): string[] {
  const lower = html.toLowerCase();
  const found: string[] = [];
  for (let at = 0; found.length < most; ) {
    const [start, end] = tagAt(lower, `<${name}`, at);
    if (start === -1 || end === -1) break;
    found.push(html.slice(start, Math.min(end, start + LONGEST_TAG)));
    at = end;
  }
  return found;
}

/** The text between the tags, white space as it is. */
export function withoutTags(html: string): string {
  const kept: string[] = [];
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    if (start === -1) return [...kept, html.slice(at)].join(' ');
    kept.push(html.slice(at, start));
    const end = html.indexOf('>', start);
    if (end === -1) break;
    at = end + 1;
  }
  return kept.join(' ');
}
