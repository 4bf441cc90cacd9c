/** How much two descriptions say the same, by the runs of three words they share. Pure. */
import { fold } from '../../taxonomy/fold.ts';

/** Words of a description that are compared. */
const COMPARED = 3000;
/** With fewer runs than this, likeness means nothing. */
const LEAST = 12;

export type Comparable = { description: string; completeness: 'full' | 'snippet' | 'none' };

/**
 * 0 to 1, or null when there is too little text to tell. Two whole texts: the share of all their runs that both have,
 * and as much when one holds nearly all of a text that is at least half as long (boards add and cut their own
 * paragraphs). A snippet: the share of its runs that the other has.
 */
export function textLikeness(first: Comparable, second: Comparable): number | null {
  if (first.completeness === 'none' || second.completeness === 'none') return null;
  const [a, b] = [runs(first), runs(second)].toSorted((x, y) => x.size - y.size);
  if (a === undefined || b === undefined || a.size < LEAST) return null;
  let shared = 0;
  for (const run of a) if (b.has(run)) shared += 1;
  const contained = shared / a.size;
  if (first.completeness === 'snippet' || second.completeness === 'snippet') return contained;
  const jaccard = shared / (a.size + b.size - shared);
  return a.size >= b.size / 2 ? Math.max(jaccard, contained - 0.05) : jaccard;
}

function runs({ description, completeness }: Comparable): Set<string> {
  const words = fold(description.slice(0, 40_000))
    .split(/[^\p{L}\d+#]+/u)
    .filter((word) => word !== '')
    .slice(0, COMPARED);
  // The last word of a snippet is often cut in two.
  if (completeness === 'snippet') words.pop();
  const found = new Set<string>();
  for (let at = 0; at + 2 < words.length; at += 1) found.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`);
  return found;
}
