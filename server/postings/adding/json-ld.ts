/** The schema.org JobPosting that a page embeds: alone, in a list, in a graph, and in JSON that is not quite JSON. Pure. */
import { z } from 'zod';
import { elementsOf } from '../html-scan.ts';

const record = z.record(z.string(), z.unknown());
/** Scripts of a page that are looked at, and things in them. */
const MOST_SCRIPTS = 200;
const MOST_THINGS = 2000;
const LONGEST_SCRIPT = 1_000_000;

/** The page's JobPostings as they are written, unchecked. */
export function findJobPostings(html: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (const { attributes, content } of elementsOf(html, 'script').take(MOST_SCRIPTS)) {
    if (!attributes.toLowerCase().includes('application/ld+json') || content.length > LONGEST_SCRIPT) continue;
    const value = parseLoosely(content);
    for (const thing of things(value)) if (isJobPosting(thing)) found.push(thing);
  }
  return found;
}

function isJobPosting(thing: Record<string, unknown>): boolean {
  const types: unknown[] = [thing['@type']].flat();
  return types.some((type) => typeof type === 'string' && /(?:^|[/:])JobPosting$/u.test(type));
}

/** All objects of a value, through lists, graphs and what pages wrap their posting in. */
function* things(value: unknown): Generator<Record<string, unknown>> {
  const left: unknown[] = [value];
  for (let count = 0; left.length > 0 && count < MOST_THINGS; count += 1) {
    const next = left.shift();
    if (Array.isArray(next)) {
      left.push(...next.slice(0, MOST_THINGS));
      continue;
    }
    const parsed = record.safeParse(next);
    if (!parsed.success) continue;
    yield parsed.data;
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
      left.push(parsed.data[key]);
  }
}

/** JSON as pages have it: in a comment, with raw line breaks in texts, with a comma too many. Undefined when it is none. */
function parseLoosely(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)\s*/u, '')
    .replace(/\s*(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>|\/\/\s*\]\]>|;)$/u, '');
  for (const candidate of [bare, mend(bare)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next form may be one.
    }
  }
  return undefined;
}

/** Escapes control characters inside texts and drops commas before a closing bracket. */
function mend(text: string): string {
  const strings = text.replaceAll(/"(?:[^"\\]|\\[\s\S])*"/gu, (words) =>
    words
      .replaceAll(/[\u0000-\u001f]/gu, (letter) => (letter === '\n' ? '\\n' : letter === '\t' ? '\\t' : ' '))
      .replaceAll(/\\(?!["\\/bfnrtu])/gu, '\\\\'),
  );
  return strings.replaceAll(/,(?=\s*[}\]])/gu, '');
}
