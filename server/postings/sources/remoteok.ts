/**
 * Remote OK (https://remoteok.com/api): one array of about a hundred, its first element the terms of use. Every text
 * ends in a sentence that asks the reader to mention a word and a tag, which encodes the caller's address: it is an
 * instruction to whoever reads the text, and goes before anything else reads it. Some text is wrongly decoded UTF-8;
 * pay has no currency, and 0 means none; tags are noisy.
 */
import { z } from 'zod';
import { payField } from './pay-field.ts';
import { repairEncoding } from './plain-line.ts';
import { createSource } from './read-board.ts';
import type { Source } from './source.ts';
import { moment, number, text, texts } from './tolerant.ts';

const INSTRUCTION =
  /(?:<br\s*\/?>\s*)*Please mention the word\b(?:[\s\S]{0,600}?\bhuman\b\.?|[\s\S]{0,600}$)|This is a beta feature to avoid spam applicants\.?(?:[\s\S]{0,200}?\bhuman\b\.?)?/giu;
/** What is left of it: the tag is R and the base64 of an address. */
const TAG = /(?:#|\btag )R[MNOYZ][A-Za-z\d+/]{9,80}={0,2}/gu;

/** The text without the instruction and the tag of the caller's address. */
export function withoutInstruction(html: string): string {
  return html.replace(INSTRUCTION, '').replace(TAG, '');
}

export const remoteok: Source = createSource({
  name: 'remoteok',
  title: 'Remote OK',
  policy: {
    intervalMinutes: 24 * 60,
    retentionDays: 30,
    attribution: 'Remote OK, with a link that search engines may follow',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'json',
  first: () => ({
    url: 'https://remoteok.com/api',
    // The board answers nothing that does not begin like a browser.
    headers: { 'user-agent': 'Mozilla/5.0 (compatible; Perch; self-hosted job search)' },
  }),
  page: (value) => {
    if (!Array.isArray(value)) return null;
    const items = value.filter(
      (one: unknown) => !(typeof one === 'object' && one !== null && ('legal' in one || 'last_updated' in one)),
    );
    return { items, next: null, context: null };
  },
  item: z.object({
    id: text,
    slug: text,
    url: text,
    epoch: moment,
    date: moment,
    company: text,
    position: text,
    tags: texts,
    description: text,
    location: text,
    salary_min: number,
    salary_max: number,
  }),
  posting: (job) => ({
    sourceId: job.id ?? job.slug,
    url: job.url,
    applyUrl: job.url,
    title: repairEncoding(job.position ?? ''),
    company: repairEncoding(job.company ?? ''),
    locations: [repairEncoding(job.location ?? '').replace(/[\s,]+$/u, '')],
    isRemote: true,
    html: [repairEncoding(withoutInstruction(job.description ?? ''))],
    pay: payField({ min: job.salary_min, max: job.salary_max, period: 'year' }),
    skills: job.tags.map(repairEncoding),
    datePosted: [job.date, job.epoch],
  }),
  usual: {
    id: 1,
    url: 1,
    date: 1,
    company: 0.98,
    position: 0.98,
    tags: 0.95,
    description: 0.95,
    location: 0.6,
  },
});
