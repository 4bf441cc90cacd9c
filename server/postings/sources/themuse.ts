/**
 * The Muse (https://www.themuse.com/developers/api/v2): pages from 0, twenty each, at most a hundred without a key.
 * "Flexible / Remote" among the places says remote. No pay; very old adverts stay open.
 */
import { z } from 'zod';
import { createSource } from './read-board.ts';
import type { Source } from './source.ts';
import { listOf, moment, number, part, text } from './tolerant.ts';

const answer = z.object({ results: z.array(z.unknown()), page_count: number });
const LAST_PAGE = 99;
const REMOTE = /\bflexible\s*\/\s*remote\b|^remote$/iu;
const named = part({ name: text });

export const themuse: Source = createSource({
  name: 'themuse',
  title: 'The Muse',
  policy: {
    intervalMinutes: 60,
    retentionDays: 30,
    attribution: 'Link to the posting on The Muse',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'json',
  first: () => ({ url: 'https://www.themuse.com/api/public/jobs?page=0' }),
  page: (value, request) => {
    const parsed = answer.safeParse(value);
    if (!parsed.success) return null;
    const { results, page_count: pages } = parsed.data;
    const url = new URL(request.url);
    const next = Number(url.searchParams.get('page')) + 1;
    url.searchParams.set('page', String(next));
    const ended = results.length === 0 || next > LAST_PAGE || (pages !== null && next >= pages);
    return { items: results, next: ended ? null : { url: url.href }, context: null };
  },
  item: z.object({
    id: text,
    name: text,
    contents: text,
    publication_date: moment,
    locations: listOf(named),
    categories: listOf(named),
    company: named,
    refs: part({ landing_page: text }),
  }),
  posting: (job) => {
    const places = job.locations.map(({ name }) => name);
    const offices = places.filter((name) => name !== null && !REMOTE.test(name));
    return {
      sourceId: job.id,
      url: job.refs.landing_page,
      applyUrl: job.refs.landing_page,
      title: job.name,
      company: job.company.name,
      // Alone it is all that is said of the place; beside offices it is the flag.
      locations: offices.length === 0 ? places : offices,
      isRemote: offices.length < places.length ? true : null,
      html: [job.contents],
      department: job.categories[0]?.name ?? null,
      datePosted: job.publication_date,
    };
  },
  usual: {
    id: 1,
    name: 1,
    contents: 1,
    publication_date: 1,
    'locations[].name': 0.95,
    'categories[].name': 0.9,
    'company.name': 1,
    'refs.landing_page': 1,
  },
});
