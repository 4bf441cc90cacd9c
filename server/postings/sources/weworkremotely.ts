/**
 * We Work Remotely's feed (https://weworkremotely.com/remote-job-rss-feed). Anyone may use the feed with a link back;
 * the terms of its programming interface forbid keeping the text, so facts and the link are kept and the text is not.
 * Titles are "Company: Role". "Anywhere in the World" stands by many postings whose text says otherwise.
 */
import { z } from 'zod';
import { employmentOf } from './employment-words.ts';
import { createSource } from './read-board.ts';
import { feedItems, splitWords } from './rss.ts';
import type { Source } from './source.ts';
import { moment, text } from './tolerant.ts';

export const weworkremotely: Source = createSource({
  name: 'weworkremotely',
  title: 'We Work Remotely',
  policy: {
    intervalMinutes: 3 * 60,
    retentionDays: 30,
    attribution: 'We Work Remotely, with a link to the posting; apply there',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'xml',
  first: () => ({ url: 'https://weworkremotely.com/remote-jobs.rss' }),
  page: (value) => {
    const items = feedItems(value);
    return items === null ? null : { items, next: null, context: null };
  },
  item: z.object({
    title: text,
    region: text,
    country: text,
    state: text,
    skills: text,
    category: text,
    type: text,
    pubDate: moment,
    expires_at: moment,
    guid: text,
    link: text,
  }),
  posting: (job) => {
    const [company, ...role] = job.title?.split(': ') ?? [];
    const url = job.link ?? job.guid;
    return {
      sourceId: job.guid ?? job.link,
      url,
      applyUrl: url,
      title: role.length === 0 ? job.title : role.join(': '),
      company: role.length === 0 ? null : company,
      // The state is the employer's unless nothing else is said.
      locations: job.region === null && job.country === null ? [job.state] : [job.region, job.country],
      isRemote: true,
      employment: employmentOf(job.type),
      skills: splitWords(job.skills),
      department: job.category,
      datePosted: job.pubDate,
      validThrough: job.expires_at,
    };
  },
  usual: { title: 1, region: 0.95, category: 1, type: 1, pubDate: 1, expires_at: 0.9, guid: 1, link: 1 },
});
