/** add_job from the person's click to the list: a real page on a real socket, and never one inside. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpClient } from '../server/kernel/http-client.ts';
import { EMBEDDED, embed, TEXT } from '../server/postings/adding/testing.ts';
import { openTestPerch, type TestPerch } from '../server/testing.ts';

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
    answer = (_request, response) => void response.end(embed(JSON.stringify(EMBEDDED)));
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
