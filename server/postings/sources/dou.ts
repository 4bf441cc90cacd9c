/**
 * DOU's feed (https://jobs.dou.ua/vacancies/feeds/), Ukraine. All facts stand in the title: "Role в Company,
 * $4000–5000, Київ, віддалено": pay in dollars a month, cities, and "віддалено" for remote.
 */
import { z } from 'zod';
import { createSource } from './read-board.ts';
import { payField } from './pay-field.ts';
import type { SourcePosting } from '../job-posting.ts';
import { feedItems } from './rss.ts';
import type { Source } from './source.ts';
import { moment, text } from './tolerant.ts';

const REMOTE = /^(?:віддалено|remote|удаленно)$/iu;
const PAY = /^(?:від|до)?\s*(?:[$€]|USD|EUR)?\s*\d/iu;
const AMOUNTS = /^(від|до)?\s*([$€])?\s*(\d[\d\s\u00a0]*)(?:\s*[-–—]\s*[$€]?\s*(\d[\d\s\u00a0]*))?\s*([$€])?$/iu;

/** "$4000–5000", "від $3000", "до €2000": by the month, as DOU has it. */
function payOf(words: string): SourcePosting['pay'] {
  const found = AMOUNTS.exec(words.trim());
  if (found === null) return null;
  const [, bound, before, low = '', high, after] = found;
  const first = Number(low.replace(/\D/g, ''));
  const second = high === undefined ? null : Number(high.replace(/\D/g, ''));
  const isTop = bound?.toLowerCase() === 'до';
  return payField({
    min: isTop ? null : first,
    max: isTop ? first : (second ?? (bound === undefined ? first : null)),
    currency: (before ?? after) === '€' ? 'EUR' : (before ?? after) === '$' ? 'USD' : null,
    period: 'month',
    words,
  });
}

/** The parts of a title; a role may hold " в " itself, the last one before the first comma counts. */
function partsOf(title: string): { role: string; company: string | null; rest: string[] } {
  const [head = '', ...rest] = title.split(/,\s+/u);
  const found = /^(.+)\s(?:в|у|at)\s(.+?)$/u.exec(head.trim());
  return { role: found?.[1] ?? head, company: found?.[2] ?? null, rest };
}

export const dou: Source = createSource({
  name: 'dou',
  title: 'DOU',
  policy: {
    intervalMinutes: 60,
    retentionDays: 30,
    attribution: 'Link to the posting on DOU',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'xml',
  first: ({ words }) => ({
    url: `https://jobs.dou.ua/vacancies/feeds/${words === undefined ? '' : `?${new URLSearchParams({ search: words, descr: '1' }).toString()}`}`,
  }),
  page: (value) => {
    const items = feedItems(value);
    return items === null ? null : { items, next: null, context: null };
  },
  item: z.object({ title: text, link: text, guid: text, description: text, pubDate: moment }),
  posting: (job) => {
    const { role, company, rest } = partsOf(job.title ?? '');
    const isRemote = rest.some((part) => REMOTE.test(part));
    const pay = rest.find((part) => PAY.test(part));
    return {
      sourceId: /\/vacancies\/(\d+)/u.exec(job.link ?? '')?.[1] ?? job.guid,
      url: job.link ?? job.guid,
      applyUrl: job.link,
      title: role,
      company,
      locations: rest.filter((part) => part !== pay && !REMOTE.test(part)),
      isRemote: isRemote ? true : null,
      html: [job.description],
      pay: pay === undefined ? null : payOf(pay),
      datePosted: job.pubDate,
    };
  },
  usual: { title: 1, link: 1, description: 1, pubDate: 1 },
});
