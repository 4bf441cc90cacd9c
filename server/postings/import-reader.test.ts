/** Files as people have them: boards, lines, gzip, and all the ways in which they are broken. */
import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readImport } from './import-reader.ts';
import type { SourcePosting } from './job-posting.ts';
import { isRefusal, type Refusal } from './refusal.ts';

const ashby = (over: object = {}): object => ({
  id: 'a1',
  title: 'Bridge Keeper ',
  department: 'Water',
  employmentType: 'FullTime',
  location: 'Remote (Poland | Ukraine)',
  secondaryLocations: [{ location: 'Gdansk' }],
  publishedAt: '2026-11-01T08:00:00.000+00:00',
  isRemote: true,
  address: { postalAddress: { addressCountry: 'Poland' } },
  jobUrl: 'https://jobs.ashbyhq.com/river-works/a1?utm_source=x',
  applyUrl: 'https://jobs.ashbyhq.com/river-works/a1/application',
  descriptionHtml: '<p>Keep the bridge.</p>',
  descriptionPlain: 'Keep the bridge.',
  compensation: {
    compensationTierSummary: 'PLN 90K – PLN 110K',
    summaryComponents: [
      { compensationType: 'Salary', interval: '1 YEAR', currencyCode: 'PLN', minValue: 90_000, maxValue: 110_000 },
    ],
  },
  ...over,
});

async function read(bytes: Buffer | string): Promise<{ postings: SourcePosting[]; refusals: Refusal[] }> {
  const postings: SourcePosting[] = [];
  const refusals: Refusal[] = [];
  const input = Readable.from([Buffer.from(bytes)], { objectMode: false });
  for await (const row of readImport(input, { signal: new AbortController().signal, board: 'river-works' })) {
    if (isRefusal(row)) refusals.push(row);
    else postings.push(row);
  }
  return { postings, refusals };
}

describe('shapes', () => {
  it('reads a board response, pretty-printed or on one line', async () => {
    for (const space of [0, 2]) {
      const { postings, refusals } = await read(
        JSON.stringify({ apiVersion: '1', jobs: [ashby(), ashby({ id: 'a2' })] }, null, space),
      );
      expect(refusals).toEqual([]);
      expect(postings.map((posting) => posting.sourceId)).toEqual(['a1', 'a2']);
      expect(postings[0]).toMatchObject({
        source: 'ashby',
        title: 'Bridge Keeper',
        company: 'River Works',
        url: 'https://jobs.ashbyhq.com/river-works/a1',
        locations: ['Remote (Poland | Ukraine)', 'Gdansk'],
        employment: ['full_time'],
        pay: { min: 90_000, max: 110_000, currency: 'PLN', period: 'year' },
        datePosted: '2026-11-01T08:00:00.000Z',
      });
    }
  });

  it('reads lines where each names its board, and gzip by its first bytes', async () => {
    const lines = `${JSON.stringify(ashby({ _board: 'acme' }))}\n\n${JSON.stringify(ashby({ _board: 'acme', id: 'a2' }))}\n`;
    expect((await read(lines)).postings.map((posting) => posting.company)).toEqual(['Acme', 'Acme']);
    expect((await read(gzipSync(lines))).postings).toHaveLength(2);
  });

  it('reads schema.org and our own shape', async () => {
    const org = {
      '@type': 'JobPosting',
      title: 'Nurse',
      url: 'https://clinic.example.org/jobs/7',
      description: '&lt;p&gt;Ward 3&lt;/p&gt;',
      hiringOrganization: { name: 'Clinic' },
      jobLocation: { address: { addressLocality: 'Lviv', addressCountry: 'UA' } },
      employmentType: 'FULL_TIME',
      baseSalary: { currency: 'UAH', value: { minValue: 30_000, maxValue: 40_000, unitText: 'MONTH' } },
      datePosted: '2026-11-02',
    };
    const own = {
      source: 'Example',
      sourceId: '9',
      url: 'https://example.org/9',
      title: 'Baker',
      place: 'Graz',
      workplace: ['onsite'],
      employment: ['part_time'],
    };
    const { postings, refusals } = await read(`${JSON.stringify(org)}\n${JSON.stringify(own)}`);
    expect(refusals).toEqual([]);
    expect(postings[0]).toMatchObject({
      title: 'Nurse',
      description: 'Ward 3',
      locations: ['Lviv, UA'],
      employment: ['full_time'],
      pay: { min: 30_000, period: 'month' },
    });
    expect(postings[1]).toMatchObject({ source: 'example', locations: ['Graz'], workplace: 'onsite' });
  });
});

describe('broken files', () => {
  it('refuses bad lines by number and goes on', async () => {
    const { postings, refusals } = await read(
      [
        JSON.stringify(ashby()),
        '{"id": "x", ',
        'null',
        '{"hello":1}',
        JSON.stringify(ashby({ id: 'a2', title: 5 })),
        JSON.stringify(ashby({ id: 'a3' })),
      ].join('\n'),
    );
    expect(postings.map((posting) => posting.sourceId)).toEqual(['a1', 'a3']);
    expect(refusals.map((refusal) => [refusal.line, refusal.reason])).toEqual([
      [2, 'not_json'],
      [3, 'unknown_shape'],
      [4, 'unknown_shape'],
      [5, 'unknown_shape'],
    ]);
  });

  it('goes on after a bad first line', async () => {
    const { postings, refusals } = await read(`{"id": "x", "title": \n${JSON.stringify(ashby())}`);
    expect(postings).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ line: 1, reason: 'not_json' });
  });

  it('keeps what came before a gzip breaks off, and says so', async () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      JSON.stringify(
        ashby({ _board: 'acme', id: `b${index}`, descriptionPlain: `${index} ${Math.sin(index)}`.repeat(40) }),
      ),
    ).join('\n');
    const packed = gzipSync(lines);
    const { postings, refusals } = await read(packed.subarray(0, Math.floor(packed.length * 0.7)));
    expect(postings.length).toBeGreaterThan(50);
    expect(refusals.at(-1)).toMatchObject({ reason: 'cut_off' });
  });

  it('says of what is no JSON at all that it is none, and of an empty file nothing', async () => {
    expect((await read('hello there')).refusals[0]?.reason).toBe('not_json');
    expect((await read('{\n  "jobs": [\n')).refusals).toHaveLength(1);
    expect(await read('')).toEqual({ postings: [], refusals: [] });
  });

  it('names a file that is not there', async () => {
    await expect(
      readImport('/nowhere/at-all.json', { signal: new AbortController().signal }).next(),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('hostile postings', () => {
  it('strips what is invisible or reorders, and keeps emoji', async () => {
    const hidden = `Sea\u202eman \u{e0041}\u{e0042}🚢 \u0000\u0007x\ud800y`;
    const { postings } = await read(
      JSON.stringify(
        ashby({ title: hidden, department: hidden, location: hidden, descriptionPlain: hidden, _board: hidden }),
      ),
    );
    for (const text of [
      postings[0]?.title,
      postings[0]?.department,
      postings[0]?.locations[0],
      postings[0]?.description,
      postings[0]?.company,
    ])
      expect(text).toBe('Seaman 🚢 xy');
  });

  it('takes the text out of HTML and never the script', async () => {
    const html =
      '<h2>Crew</h2><script>alert(1)</script><ul><li>sail<li>cook</ul><img src=x onerror=alert(1)><a href="javascript:x">here</a>';
    const { postings } = await read(JSON.stringify(ashby({ descriptionPlain: '', descriptionHtml: html })));
    expect(postings[0]?.description).toContain('Crew');
    expect(postings[0]?.description).toContain('- sail');
    expect(postings[0]?.description).not.toMatch(/alert|javascript|</);
  });

  it('refuses addresses that are not of the web, in the posting and in what one applies by', async () => {
    const { postings } = await read(
      JSON.stringify(ashby({ jobUrl: 'javascript:alert(1)', applyUrl: 'file:///etc/passwd' })),
    );
    expect(postings[0]).toMatchObject({ url: 'https://jobs.ashbyhq.com/river-works/a1', applyUrl: null });
  });

  it('cuts a posting of ten megabytes, and takes an empty one', async () => {
    const long = await read(
      JSON.stringify(ashby({ title: 'T'.repeat(9000), descriptionPlain: 'word '.repeat(2_000_000) })),
    );
    expect(long.postings[0]?.description.length).toBeLessThanOrEqual(100_000);
    expect(long.postings[0]?.title).toHaveLength(500);
    const deep = await read(
      JSON.stringify(ashby({ descriptionPlain: '', descriptionHtml: `${'<div>'.repeat(100_000)}deep` })),
    );
    expect(deep.postings).toHaveLength(1);
    const empty = await read(JSON.stringify({ id: 'e', title: 'E', jobUrl: 'https://example.org/e' }));
    expect(empty.postings[0]).toMatchObject({ description: '', completeness: 'none', locations: [], pay: null });
  });
});

const recorded = new URL('../../../shared/data/sources/ashby/', import.meta.url);
describe.skipIf(!existsSync(recorded))('recorded boards (skipped without ../shared)', () => {
  it.each(['ashby_careerkit.json', 'ashby_ericfleshman.json', 'ashby_lubobali_2026-07.json', 'ashby_midat-fx.json'])(
    '%s',
    async (name) => {
      const rows = await Array.fromAsync(
        readImport(createReadStream(new URL(name, recorded)), {
          signal: new AbortController().signal,
          board: 'recorded',
        }),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(isRefusal)).toEqual([]);
    },
  );
});

it('stops when told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perch-import-'));
  try {
    const path = join(folder, 'acme.jsonl');
    await writeFile(path, `${JSON.stringify(ashby())}\n`.repeat(5000));
    const controller = new AbortController();
    const rows = readImport(path, { signal: controller.signal });
    await rows.next();
    controller.abort();
    await expect(Array.fromAsync(rows)).rejects.toThrow();
  } finally {
    await rm(folder, { recursive: true });
  }
});
