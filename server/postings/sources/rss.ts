/** What the RSS boards share: their answer's shape and lists in words. Pure. */
import { z } from 'zod';
import { listOf, part } from './tolerant.ts';

const feed = z.object({ rss: z.object({ channel: part({ item: listOf(z.unknown()) }) }) });

/** The items of a feed, or null when the document is no feed. An empty feed has none. */
export function feedItems(value: unknown): unknown[] | null {
  const parsed = feed.safeParse(value);
  return parsed.success ? parsed.data.rss.channel.item : null;
}

/** "Design, SEO, and Strategy" → its members. */
export function splitWords(words: string | null): string[] {
  return (words ?? '')
    .split(/\s*[,;]\s*(?:and\s+)?/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
