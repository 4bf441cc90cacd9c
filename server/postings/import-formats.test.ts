/** Files of other makers: board responses and tables, in the shapes they really have. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readImport } from './import-reader.ts';
import type { SourcePosting } from './job-posting.ts';
import { isRefusal, type Refusal } from './refusal.ts';

async function read(
  input: string | Readable,
  board?: string,
): Promise<{ postings: SourcePosting[]; refusals: Refusal[] }> {
  const postings: SourcePosting[] = [];
  const refusals: Refusal[] = [];
  const options = { signal: AbortSignal.timeout(20_000), ...(board === undefined ? {} : { board }) };
  for await (const row of readImport(input, options)) {
    if (isRefusal(row)) refusals.push(row);
    else postings.push(row);
  }
  return { postings, refusals };
}
const text = (words: string): Readable => Readable.from([Buffer.from(words)]);

const greenhouseJob = {
  id: 4001,
  title: 'Harbour Pilot',
  absolute_url: 'https://boards.greenhouse.io/quietriver/jobs/4001',
  location: { name: 'Rotterdam, Netherlands' },
  content: '&lt;p&gt;You bring ships home.&lt;/p&gt;',
  first_published: '2026-11-02T08:00:00-05:00',
  departments: [{ name: 'Nautical' }],
  offices: [],
  metadata: [],
};
const leverJob = {
  id: '0f1c2d3e-0000-4000-8000-000000000001',
  text: 'Baker',
  hostedUrl: 'https://jobs.lever.co/redbrick/0f1c2d3e-0000-4000-8000-000000000001',
  categories: { location: 'Vienna', commitment: 'Full-time', team: 'Kitchen' },
  workplaceType: 'onsite',
  createdAt: 1_762_000_000_000,
  descriptionPlain: 'Bread before dawn.',
  lists: [],
};

describe('board responses', () => {
  it('of Greenhouse are read as its adapter reads them, as a document and as lines', async () => {
    for (const input of [JSON.stringify({ jobs: [greenhouseJob] }), `${JSON.stringify(greenhouseJob)}\n`]) {
      const { postings, refusals } = await read(text(input));
      expect(refusals).toEqual([]);
      expect(postings).toEqual([
        expect.objectContaining({
          source: 'greenhouse',
          sourceId: '4001',
          title: 'Harbour Pilot',
          locations: ['Rotterdam, Netherlands'],
          description: 'You bring ships home.',
          department: 'Nautical',
          datePosted: '2026-11-02T13:00:00.000Z',
        }),
      ]);
    }
  });

  it('of Lever, and what lacks a title is refused by its line', async () => {
    const { postings, refusals } = await read(text(JSON.stringify([leverJob, { ...leverJob, text: '' }])));
    expect(postings).toEqual([
      expect.objectContaining({ source: 'lever', title: 'Baker', employment: ['full_time'], workplace: 'onsite' }),
    ]);
    expect(refusals).toEqual([expect.objectContaining({ reason: 'missing_field', line: 2 })]);
    const lines = [leverJob, leverJob, { ...leverJob, text: '' }].map((row) => JSON.stringify(row)).join('\n');
    expect((await read(text(lines))).refusals).toEqual([expect.objectContaining({ line: 3 })]);
  });

  const recorded = fileURLToPath(new URL('../../../shared/data/sources/', import.meta.url));
  it.skipIf(!existsSync(recorded))('as they were recorded (../shared)', async () => {
    for (const board of ['greenhouse', 'lever', 'ashby']) {
      const files = (await readdir(`${recorded}${board}`)).filter((file) => file.endsWith('.json'));
      let taken = 0;
      for (const file of files) {
        const { postings, refusals } = await read(`${recorded}${board}/${file}`);
        taken += postings.length;
        expect(refusals.length, `${board}/${file}`).toBeLessThanOrEqual(Math.max(1, postings.length / 50));
      }
      expect(taken, board).toBeGreaterThan(0);
    }
  });
});

describe('tables', () => {
  it('are read by the names of their columns, quotes, line breaks and all', async () => {
    const table = [
      '\ufeffJob Title,Company,Link,Location,Remote,Salary,Date posted,Description',
      'Gardener,"Tall, Pine",https://jobs.example.org/g,"Graz, Austria",no,"30,000 EUR per year",2026-11-01,"Trees,',
      'and ""hedges"""',
      'Editor,Copper Lane,https://jobs.example.org/e,,yes,,,',
      'Nobody,,not a link,,,,,',
    ].join('\n');
    const { postings, refusals } = await read(text(table));
    expect(postings).toEqual([
      expect.objectContaining({
        source: 'csv',
        title: 'Gardener',
        company: 'Tall, Pine',
        locations: ['Graz, Austria'],
        description: 'Trees, and "hedges"',
        datePosted: '2026-11-01T00:00:00.000Z',
        pay: expect.objectContaining({ min: 30_000, currency: 'EUR', period: 'year' }),
      }),
      expect.objectContaining({ title: 'Editor', workplace: 'remote', pay: null }),
    ]);
    expect(refusals).toEqual([expect.objectContaining({ reason: 'missing_field', line: 5 })]);
  });

  it('may have semicolons, and an empty one has nothing', async () => {
    expect((await read(text('title;url\nCook;https://jobs.example.org/c\n'))).postings).toHaveLength(1);
    expect(await read(text('title,url\n'))).toEqual({ postings: [], refusals: [] });
  });

  it('that are no tables of postings are refused line by line', async () => {
    const { postings, refusals } = await read(text('name;age\nAnn;4\n'));
    expect(postings).toEqual([]);
    expect(refusals).toHaveLength(2);
  });
});
