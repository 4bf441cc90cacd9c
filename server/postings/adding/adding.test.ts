import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpClient } from '../../kernel/http-client.ts';
import { openTestPerch, type TestPerch } from '../../testing.ts';
import { pagePosting } from './page-posting.ts';
import { textPosting } from './text-posting.ts';

const TEXT = `We bake bread for the whole street and look for somebody who gets up early and likes it. You knead, shape and
bake, teach our apprentice, and sell what you made until noon. We pay 2.800 € a month and give you bread to take home,
every day, and the evenings off. The bakery closes on Mondays and for two weeks in August, when the street is empty.`;
const job = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Baker (m/w/d)',
  description: `<p>${TEXT}</p>`,
  hiringOrganization: { '@type': 'Organization', name: 'Bäckerei Lindenhof' },
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Leipzig', addressCountry: 'DE' } },
  employmentType: 'FULL_TIME',
  identifier: { '@type': 'PropertyValue', value: '17' },
  datePosted: '2026-11-10',
};
const script = (json: string): string =>
  `<html><script type="application/ld+json">${json}</script><h1>Other</h1></html>`;
const url = 'https://lindenhof.example/jobs/baker-2026';

describe('a page’s embedded posting', () => {
  const plain = JSON.stringify(job);
  const forms: [string, string][] = [
    ['alone', plain],
    ['in a list', JSON.stringify([{ '@type': 'WebSite', name: 'x' }, job])],
    ['in a graph', JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, job] })],
    ['with several types', JSON.stringify({ ...job, '@type': ['Thing', 'JobPosting'] })],
    ['with raw line breaks and a comma too many', plain.replace('We bake', 'We\nbake').replace(/\}$/u, ',}')],
    ['in a comment', `<!-- ${plain} -->`],
    ['with a field nobody foresaw', JSON.stringify({ ...job, baseSalary: [7], validThrough: { day: 1 } })],
  ];
  it.each(forms)('%s', (_name, json) => {
    expect(pagePosting(script(json), url)).toMatchObject({
      source: 'jsonld',
      url,
      title: 'Baker (m/w/d)',
      company: 'Bäckerei Lindenhof',
      locations: ['Leipzig, DE'],
      employment: ['full_time'],
      datePosted: '2026-11-10T00:00:00.000Z',
    });
  });

  it('is told apart by its address, not by an employer’s number', () => {
    const ids = [url, `${url}?utm_source=x`, 'https://other.example/jobs/1'].map(
      (at) => pagePosting(script(plain), at)?.sourceId,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('is looked for in hostile pages in bounded time', () => {
    for (const piece of [
      '<script ',
      '<script>',
      '<main>',
      '<meta ',
      '<',
      '<script type="application/ld+json">{"a":[[[[',
    ]) {
      expect(pagePosting(piece.repeat(1_000_000 / piece.length), url)?.title ?? null).toBeNull();
    }
  }, 20_000);

  it('where there is none, title and main text are the posting; an empty shell is none', () => {
    const page = `<title>Jobs</title><nav>Home</nav><main><h1>Baker</h1><p>${TEXT}</p></main><footer>Imprint</footer>`;
    expect(pagePosting(page, url)).toMatchObject({ source: 'added', title: 'Baker', company: null });
    expect(pagePosting(page, url)?.description).not.toMatch(/Home|Imprint/u);
    expect(pagePosting('<title>Jobs</title><div id="root"></div>', url)).toBeNull();
  });
});

describe('pasted text', () => {
  it('says in its first lines what it is', () => {
    const text = `Baker at Bäckerei Lindenhof\nLocation: Leipzig\n\n${TEXT}\nApply: https://lindenhof.example/jobs/7.`;
    expect(textPosting(text, null)).toMatchObject({
      title: 'Baker',
      company: 'Bäckerei Lindenhof',
      locations: ['Leipzig'],
      url: expect.stringMatching(/^https:\/\/lindenhof\.example\/jobs\/7/u),
    });
    expect(textPosting(`Firma: Amsel\nStelle: Köchin\n${TEXT}`, url)).toMatchObject({
      title: 'Köchin',
      company: 'Amsel',
      url,
    });
    expect(textPosting('Cook', null)).toBeNull();
  });
});

describe('add_job', () => {
  let test: TestPerch;
  let server: Server;
  let origin = '';
  let answer: RequestListener = (_request, response) => void response.end();
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    test = await openTestPerch({
      http: createHttpClient({ allowInside: ({ pathname }) => !pathname.startsWith('/inside') }),
    });
  }, 60_000);
  afterAll(async () => {
    server.close();
    await test.close();
  });
  const add = async (input: object) => await test.perch.registry.run('add_job', input, await test.freshContext());

  it('reads a page like any posting, opens it, and knows it the second time', async () => {
    answer = (_request, response) => void response.end(script(JSON.stringify(job)));
    const first = await add({ url: `${origin}/jobs/baker-2026` });
    expect(first.outcome.line.en).toBe('Added: Baker (m/w/d), Bäckerei Lindenhof');
    expect(first.outcome.view).toMatchObject({ kind: 'posting' });
    expect(first.data).toMatchObject({
      title: 'Baker (m/w/d)',
      pay: { currency: 'EUR', period: 'year' },
      mark: 'seen',
    });
    const again = await add({ url: `${origin}/jobs/baker-2026?utm_source=x` });
    expect(again.outcome.line.en).toMatch(/^It was there already/u);
    const list = await test.perch.services.matches.list({
      userId: test.perch.ownerId,
      filter: {},
      offset: 0,
      limit: 9,
    });
    expect(list.matches.map(({ title }) => title)).toContain('Baker (m/w/d)');
  });

  it('keeps pasted text', async () => {
    const { data } = await add({ text: `Cook at Amsel\nOrt: Graz\n${TEXT}` });
    expect(z.object({ company: z.string(), place: z.string() }).parse(data)).toEqual({
      company: 'Amsel',
      place: 'Graz',
    });
  });

  it('never reaches inside, and says what to do when a page cannot be had', async () => {
    answer = (request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: `${origin}/inside/secret` });
      if (request.url === '/gone') response.writeHead(404);
      response.end(request.url === '/large' ? 'x'.repeat(7_000_000) : '');
    };
    for (const path of ['/moved', '/inside/secret', '/gone', '/large', '/empty'])
      await expect(add({ url: `${origin}${path}` }), path).rejects.toThrow(/paste it here/u);
    await expect(add({ url: 'file:///etc/hosts' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(add({})).rejects.toThrow(/url or a text/u);
  });

  it('asks first when somebody else’s text may have asked for it', async () => {
    const context = { ...(await test.freshContext()), by: 'assistant' as const, tainted: true };
    await expect(test.perch.registry.run('add_job', { url: `${origin}/x` }, context)).rejects.toMatchObject({
      code: 'needs_approval',
    });
  });
});
