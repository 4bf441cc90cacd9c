/**
 * Addresses behind words at the top of a CV: "rendercv" beside an icon is a link to a profile that the words alone do
 * not name. They are set behind the words as text, so that what is taken from them can be shown.
 */
import { z } from 'zod';
import { cleanText } from '../kernel/clean-text.ts';
import { joinLetters, sectionOf } from './headings.ts';
import type { Piece } from './layout/pieces.ts';

const linkSchema = z.object({
  url: z.url({ protocol: /^https?$/u }).max(300),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

/** Sites where people have a page about themselves. */
const PROFILE =
  /^(?:[\w-]+\.)?(?:linkedin|github|gitlab|xing|stackoverflow|twitter|x|behance|dribbble|medium|orcid|kaggle|leetcode|researchgate|bitbucket|codepen|hackerrank|djinni|dou|scholar\.google|mastodon|bsky)\.[a-z]{2,6}\/./u;

const bare = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/$/u, '');

/** Pieces with the addresses of links above the first heading that the words do not show already. */
export async function pageLinks(
  page: { getAnnotations(): Promise<unknown[]> },
  pieces: readonly Piece[],
): Promise<Piece[]> {
  const headings = pieces.filter(({ text }) => sectionOf(joinLetters(text)) !== null);
  const top = Math.max(0, ...headings.map(({ y }) => y));
  const all = pieces
    .map(({ text }) => text.toLowerCase())
    .join('')
    .replace(/\s/gu, '');
  const links = new Map<string, Piece>();
  for (const raw of await page.getAnnotations()) {
    const link = linkSchema.safeParse(raw);
    if (!link.success) continue;
    const { url, rect } = link.data;
    const [, low, , high] = rect;
    const key = bare(url);
    if ((high + low) / 2 <= top || all.includes(key) || links.has(key)) continue;
    const beside = pieces.filter(({ y }) => y >= low - 3 && y <= high).toSorted((a, b) => b.right - a.right)[0];
    if (beside === undefined) continue;
    const row = pieces.filter(({ y }) => Math.abs(y - beside.y) < 2).map(({ text }) => text);
    if (!PROFILE.test(key) && !row.some((text) => text.includes('@'))) continue;
    const at = Math.max(beside.right, ...[...links.values()].map(({ right }) => right)) + beside.size * 2;
    const text = cleanText(url);
    links.set(key, { text, left: at, right: at + 1, y: beside.y, size: beside.size, bold: false });
  }
  return [...links.values()];
}
