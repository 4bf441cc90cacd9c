/**
 * Djinni's feed (https://djinni.co/jobs/rss/), Ukraine. It names no employer, and its date is that of the last bump,
 * not of the first publication.
 */
import { z } from 'zod';
import { employmentOf, workplaceOf } from './employment-words.ts';
import { createSource } from './read-board.ts';
import { feedItems } from './rss.ts';
import type { Source } from './source.ts';
import { moment, text, texts } from './tolerant.ts';

export const djinni: Source = createSource({
  name: 'djinni',
  title: 'Djinni',
  policy: {
    intervalMinutes: 60,
    retentionDays: 30,
    attribution: 'Link to the posting on Djinni',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'xml',
  first: ({ words }) => ({
    url: `https://djinni.co/jobs/rss/${words === undefined ? '' : `?${new URLSearchParams({ primary_keyword: words }).toString()}`}`,
  }),
  page: (value) => {
    const items = feedItems(value);
    return items === null ? null : { items, next: null, context: null };
  },
  item: z.object({ title: text, link: text, guid: text, description: text, pubDate: moment, category: texts }),
  posting: (job) => ({
    sourceId: /\/jobs\/(\d+)/u.exec(job.link ?? '')?.[1] ?? job.guid,
    url: job.link ?? job.guid,
    applyUrl: job.link,
    title: job.title,
    company: null,
    workplace: workplaceOf(job.title),
    employment: employmentOf(job.title),
    html: [job.description],
    skills: job.category,
    datePosted: job.pubDate,
  }),
  usual: { title: 1, link: 1, description: 1, pubDate: 1, category: 0.9 },
});
