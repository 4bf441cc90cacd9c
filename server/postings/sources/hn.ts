/**
 * Hacker News, "Ask HN: Who is hiring?", by Algolia's API (https://hn.algolia.com/api): the newest thread of the month
 * is looked up, then read whole. Answers to comments are no postings; a thread is over at the end of its month.
 */
import { z } from 'zod';
import { readHiringComment } from './hiring-comment.ts';
import { momentOf } from './moments.ts';
import { createSource } from './read-board.ts';
import type { BoardPage, Source } from './source.ts';
import { moment, text } from './tolerant.ts';

const API = 'https://hn.algolia.com/api/v1';
const hits = z.object({
  hits: z.array(z.object({ objectID: text, title: text, parent_id: text, story_id: text }).loose()),
});
const thread = z.object({ created_at: moment, children: z.array(z.looseObject({})) });
type Context = { until: string | null };

/** The last moment of the month that the thread was opened in. */
function monthEnd(opened: string | number | null): string | null {
  const iso = momentOf(opened);
  if (iso === null) return null;
  const date = new Date(iso);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - 1000).toISOString();
}

function pageOf(value: unknown): BoardPage<Context> | null {
  const whole = thread.safeParse(value);
  if (whole.success) {
    // Deleted comments have null for a text; one without the field is the board's change, and shall be noticed.
    const items = whole.data.children.filter((comment) => comment['text'] !== null);
    return { items, next: null, context: { until: monthEnd(whole.data.created_at) } };
  }
  const found = hits.safeParse(value);
  if (!found.success) return null;
  const story = found.data.hits.find(({ title }) => /^Ask HN: Who is hiring/iu.test(title ?? ''));
  const next =
    story?.objectID === undefined || story.objectID === null ? null : { url: `${API}/items/${story.objectID}` };
  const items = found.data.hits.filter((hit) => hit.parent_id !== null && hit.parent_id === hit.story_id);
  return { items, next, context: { until: null } };
}

/** Part of an id that stays the same when other roles are added to the comment. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .slice(0, 80);
}

export const hn: Source = createSource({
  name: 'hn',
  title: 'Hacker News: Who is hiring?',
  policy: {
    intervalMinutes: 60,
    retentionDays: 60,
    attribution: 'Link to the comment on Hacker News',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'json',
  first: () => ({ url: `${API}/search_by_date?tags=story,author_whoishiring&hitsPerPage=5` }),
  page: pageOf,
  item: z.object({ id: text, objectID: text, text, comment_text: text, created_at: moment }),
  posting: (comment, { until }) => {
    const id = comment.id ?? comment.objectID;
    const read = readHiringComment(comment.text ?? comment.comment_text ?? '');
    const base = {
      url: id === null ? null : `https://news.ycombinator.com/item?id=${encodeURIComponent(id)}`,
      datePosted: comment.created_at,
      validThrough: until,
    };
    if (read === null) return { ...base, sourceId: id, title: null };
    return read.titles.map((title, index) => ({
      ...base,
      // The first keeps the comment's id, so that it stays the same opening when others are added.
      sourceId: index === 0 ? id : `${id ?? ''}-${slugOf(title)}`,
      title,
      applyUrl: read.applyUrl,
      company: read.company,
      locations: read.locations,
      employment: read.employment,
      plain: read.text,
      payWords: read.payWords,
    }));
  },
  usual: { id: 1, text: 1, created_at: 1 },
});
