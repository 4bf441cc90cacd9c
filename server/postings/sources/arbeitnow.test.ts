/** Arbeitnow: pages, tolerance, and that nothing sends us elsewhere. Shapes as recorded, texts ours. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { arbeitnow, fromArbeitnow } from './arbeitnow.ts';
import type { JsonClient } from './source.ts';

const item = (over: object = {}): object => ({
  slug: 'deckhand-kiel-1',
  company_name: 'Ostsee GmbH',
  title: 'Deckhand (m/w/d)',
  description: '<p>Work on <b>deck</b>.</p>',
  remote: false,
  url: 'https://www.arbeitnow.com/jobs/companies/ostsee/deckhand-kiel-1?utm_source=a',
  tags: ['Shipping'],
  job_types: ['professional / experienced', 'Vollzeit'],
  location: 'Kiel',
  created_at: 1_793_000_000,
  ...over,
});
const client = (pages: Record<string, unknown>, asked: string[] = []): JsonClient => ({
  getJson: async (url) => {
    asked.push(url);
    return pages[url] ?? { data: [], links: { next: null } };
  },
});
const page = (number: number): string => `https://www.arbeitnow.com/api/job-board-api?page=${number}`;
const signal = new AbortController().signal;

describe('a posting', () => {
  it('is read as the board means it: no remote flag proves no office', () => {
    expect(fromArbeitnow(item(), 1)).toMatchObject({
      sourceId: 'deckhand-kiel-1',
      isRemote: null,
      employment: ['full_time'],
      description: 'Work on deck.',
      locations: ['Kiel'],
      skills: ['Shipping'],
      datePosted: new Date(1_793_000_000_000).toISOString(),
      url: 'https://www.arbeitnow.com/jobs/companies/ostsee/deckhand-kiel-1',
    });
    expect(fromArbeitnow(item({ remote: true, description: '&lt;p&gt;On deck&lt;/p&gt;' }), 1)).toMatchObject({
      isRemote: true,
      description: 'On deck',
    });
  });

  it('may lack nearly everything', () => {
    expect(fromArbeitnow({ slug: 's', title: 'T', url: 'https://www.arbeitnow.com/s' }, 1)).toMatchObject({
      locations: [],
      description: '',
      completeness: 'none',
      datePosted: null,
    });
    expect(fromArbeitnow({ slug: 's' }, 3)).toMatchObject({ kind: 'refusal', line: 3 });
    expect(fromArbeitnow(null, 4)).toMatchObject({ kind: 'refusal' });
  });
});

describe('the pages', () => {
  it('are followed to the last, on the same host only', async () => {
    const asked: string[] = [];
    const pages = {
      [page(1)]: { data: [item()], links: { next: page(2) } },
      [page(2)]: { data: [item({ slug: 'second' }), { slug: 5 }], links: { next: 'https://elsewhere.example/api' } },
    };
    const rows = await Array.fromAsync(arbeitnow.fetch(client(pages, asked), { signal }));
    expect(rows.filter((row) => !isRefusal(row))).toHaveLength(2);
    expect(rows.filter(isRefusal)).toHaveLength(1);
    expect(asked).toEqual([page(1), page(2)]);
  });

  it('end although the board does not', async () => {
    const asked: string[] = [];
    const endless: JsonClient = {
      getJson: async (url) => (asked.push(url), { data: [item()], links: { next: page(asked.length + 1) } }),
    };
    await Array.fromAsync(arbeitnow.fetch(endless, { signal }));
    expect(asked.length).toBeLessThanOrEqual(20);
  });

  it('in an unknown shape are said to be so', async () => {
    await expect(
      Array.fromAsync(arbeitnow.fetch(client({ [page(1)]: { error: 'x' } }), { signal })),
    ).rejects.toMatchObject({ code: 'unavailable' });
  });
});

const recorded = new URL('../../../../shared/data/sources/arbeitnow/arbeitnow_bsdevda.json', import.meta.url);
it.skipIf(!existsSync(recorded))('the recorded page is understood (skipped without ../shared)', async () => {
  const { pages } = JSON.parse(readFileSync(recorded, 'utf8'));
  const rows = await Array.fromAsync(arbeitnow.fetch(client({ [page(1)]: pages[0] }), { signal }));
  expect(rows).toHaveLength(3);
  expect(rows.filter(isRefusal)).toEqual([]);
});
