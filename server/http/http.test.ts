/** The addresses: what each takes, what wrong requests are told, and the commands' own door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actionTable } from './action-routes.ts';
import { renderDocs } from './docs-page.ts';
import { failureSchema } from './errors.ts';
import { categoriesSchema, locationsSchema } from '../matching/facet-service.ts';
import { matchesAnswer } from './match-routes.ts';
import { specificationRoutes } from './specification-routes.ts';
import { type Doors, openDoors } from './testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 60_000);
afterAll(async () => await doors.close());

const filter = async (): Promise<unknown> => await (await doors.call('GET', '/jobs/filters')).json();
const codeOf = async (response: Response): Promise<string> => failureSchema.parse(await response.json()).error.code;

describe('what it is sent', () => {
  it('refuses what is no JSON, too much or malformed, and changes nothing', async () => {
    const before = await filter();
    const path = '/api/actions/clear_filters';
    const send = async (body: string, type: string) =>
      await doors.call('POST', path, { body, headers: { 'content-type': type } });
    expect((await send('{}', 'text/plain')).status).toBe(415);
    expect((await send('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await send('{"a":', 'application/json')).status).toBe(400);
    expect((await send('[]', 'application/json')).status).toBe(400);
    expect((await send('null', 'application/json')).status).toBe(400);
    expect((await send('{}', 'application/json; charset=nonsense')).status).toBe(415);
    expect((await send('{"userId":"x"}', 'application/json')).status).toBe(400);
    expect((await send('{"__proto__":{"admin":true}}', 'application/json')).status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect((await send(`{"set":"${'x'.repeat(300_000)}"}`, 'application/json')).status).toBe(413);
    expect((await send('['.repeat(100_000), 'application/json')).status).toBe(400);
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 0])));
    const many = await send(keys, 'application/json');
    expect(many.status).toBe(400);
    expect((await many.text()).length).toBeLessThan(10_000);
    expect(await filter()).toEqual(before);
  });

  it('says what was wrong, in three languages and with a place', async () => {
    const answer = await doors.call('POST', '/api/actions/set_filter', { body: { set: { workplace: ['moon'] } } });
    expect(answer.status).toBe(400);
    const { error } = failureSchema.parse(await answer.json());
    expect(error.code).toBe('invalid');
    expect(error.message).toContain('workplace');
    expect(error.text.uk).not.toBe(error.text.en);
  });

  it('refuses unknown, doubled and impossible parameters', async () => {
    for (const query of [
      '?limit=0',
      '?limit=101',
      '?offset=-1',
      '?limit=1&limit=2',
      '?nonsense=1',
      '?conversation=x',
    ]) {
      expect([query, (await doors.call('GET', `/jobs/matches${query}`)).status]).toEqual([query, 400]);
    }
    expect((await doors.call('GET', '/jobs/filters?nonsense=1')).status).toBe(400);
    for (const path of [
      '/%E0%A4%A',
      '/api/exports/%E0%A4%A',
      '/..%2f..%2fpackage.json',
      '/.env',
      '/jobs',
      '/assets/../../package.json',
    ]) {
      expect([400, 404]).toContain((await doors.call('GET', path)).status);
    }
  });

  it('gives nobody somebody else’s conversation', async () => {
    const { id } = await doors.perch.services.conversations.open({ userId: doors.strangerId, fresh: true });
    for (const { method, path } of [...actionTable(doors.perch.registry), ...specificationRoutes]) {
      const options = method === 'post' ? { body: {} } : {};
      const answer = await doors.call(method.toUpperCase(), `${path}?conversation=${id}`, options);
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, 404, 'not_found']);
    }
    expect((await doors.call('GET', `/jobs/matches?conversation=${id}`)).status).toBe(404);
  });

  it('answers an unknown address and hides what went wrong inside', async () => {
    const nothing = await doors.call('GET', '/jobs/unknown');
    expect([nothing.status, await codeOf(nothing)]).toEqual([404, 'not_found']);
    const { matches } = doors.perch.services;
    const counts = matches.counts;
    matches.counts = async () => await Promise.reject(new Error('the password is hunter2'));
    try {
      const broken = await doors.call('GET', '/jobs/matches');
      expect(broken.status).toBe(500);
      const { error } = failureSchema.parse(await broken.json());
      expect(error.code).toBe('internal');
      expect(error.id).toBeDefined();
      expect(JSON.stringify(error)).not.toContain('hunter2');
    } finally {
      matches.counts = counts;
    }
  });
});

describe('the addresses', () => {
  it('lists every action and every name of the specification in openapi.json, with their schemas', async () => {
    const document = z
      .object({
        openapi: z.literal('3.1.0'),
        paths: z.record(
          z.string(),
          z.record(z.string(), z.object({ summary: z.string(), responses: z.object({}).loose() }).loose()),
        ),
      })
      .loose()
      .parse(await (await doors.call('GET', '/api/openapi.json')).json());
    for (const { method, path, input } of [...actionTable(doors.perch.registry), ...specificationRoutes]) {
      const operation = document.paths[path]?.[method];
      expect(operation, path).toBeDefined();
      expect(Object.hasOwn(operation ?? {}, 'requestBody'), path).toBe(input === 'body');
    }
    // And the other way round: what it lists is there.
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) {
        if (path === '/jobs/fetch' || path === '/api/actions/fetch_jobs') continue;
        const answer = await doors.call(
          method.toUpperCase(),
          path.replace('{id}', 'x'),
          method === 'post' ? { body: {} } : {},
        );
        expect(await answer.text(), path).not.toContain('There is nothing at');
      }
    }
  });

  it('explains itself on a page that needs no script and lets none run', async () => {
    const answer = await doors.call('GET', '/api/docs');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    for (const { path } of [...actionTable(doors.perch.registry), ...specificationRoutes]) {
      expect(page).toContain(`</b> ${path}</code>`);
    }
    expect(page).not.toMatch(/<script|<[^>]* (?:style|on[a-z]+)=|(?:src|href)="(?:https?:)?\/\//u);
    expect((await doors.call('GET', '/api/docs.css')).headers.get('content-type')).toContain('text/css');
  });

  it('shows what a document says as text', () => {
    const nasty = '<img src=x onerror=alert(1)>"\'&';
    const responses = { 200: { description: nasty } };
    const parameters = [{ name: nasty, in: 'query', schema: { description: nasty } }];
    const requestBody = { content: { [nasty]: { schema: { title: nasty } } } };
    const paths = { [`/${nasty}`]: { get: { summary: nasty, parameters, requestBody, responses } } };
    expect(renderDocs({ info: { title: nasty, version: nasty }, paths })).not.toMatch(
      /<img|="[^"]*onerror[^"]*<|x onerror=alert\(1\)>/u,
    );
  });

  it('pages through the matches', async () => {
    const page = async (query: string) =>
      matchesAnswer.parse(await (await doors.call('GET', `/jobs/matches${query}`)).json());
    const [first, second] = [await page('?limit=5'), await page('?limit=5&offset=5')];
    const both = await page('?limit=10');
    expect([...first.matches, ...second.matches].map(({ id }) => id)).toEqual(both.matches.map(({ id }) => id));
    expect(first.hasMore).toBe(true);
    expect((await page('?offset=1000')).matches).toEqual([]);
  });

  it('lists what can be filtered by', async () => {
    const locations = locationsSchema.parse(await (await doors.call('GET', '/filters/locations?language=de')).json());
    const [country] = locations.countries;
    const { total } = await doors.perch.services.matches.count({
      userId: doors.perch.ownerId,
      filter: { countries: [country?.code ?? ''] },
    });
    expect(locations.countries.map(({ name }) => name)).toContain('Deutschland');
    expect(country?.postings).toBeLessThanOrEqual(total);
    expect(locations.cities.length).toBeGreaterThan(5);
    const answer = await doors.call('GET', '/filters/categories');
    expect(categoriesSchema.parse(await answer.json()).categories).toBeInstanceOf(Array);
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60');
    for (const path of ['/filters/locations', '/filters/categories']) {
      expect((await doors.call('GET', `${path}?other=1`)).status).toBe(400);
    }
  });

  it('exports by a link that keeps working, for its owner only', async () => {
    const to = await doors.call('GET', '/jobs/export/csv');
    expect(to.status).toBe(303);
    const link = to.headers.get('location') ?? '';
    for (let time = 0; time < 2; time += 1) {
      const file = await doors.call('GET', link);
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="perch-.*\.csv"$/u);
      expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect((await file.text()).split('\n').length).toBeGreaterThan(200);
    }
    const json = await doors.call('GET', (await doors.call('GET', '/jobs/export/json')).headers.get('location') ?? '');
    const { matches } = z.object({ matches: z.array(z.object({ raw: z.null() })) }).parse(await json.json());
    expect(matches.length).toBeGreaterThan(10);
    const { id } = await doors.perch.services.conversations.open({ userId: doors.strangerId, fresh: true });
    const theirs = await doors.perch.services.exports.create({
      userId: doors.strangerId,
      conversationId: id,
      format: 'csv',
    });
    expect((await doors.call('GET', theirs.url)).status).toBe(404);
    expect((await doors.call('GET', '/api/exports/1')).status).toBe(404);
  });

  it('tells how it is', async () => {
    expect(await (await doors.call('GET', '/healthz')).json()).toMatchObject({ status: 'ok', name: 'perch' });
    expect(await (await doors.call('GET', '/readyz')).json()).toEqual({ status: 'ready' });
    expect(await (await doors.call('GET', '/health')).json()).toMatchObject({
      status: 'ok',
      store: doors.perch.store.engine,
    });
  });
});

describe('the door of the commands', () => {
  const bearer = () => ({ origin: undefined, cookie: undefined, authorization: `Bearer ${doors.token}` });

  it('opens with the token only', async () => {
    for (const path of ['/api/headless/ask', '/api/headless/import', '/api/headless/other']) {
      expect((await doors.call('POST', path, { body: {} })).status).toBe(401);
      expect((await doors.call('GET', path)).status).toBe(401);
    }
  });

  it('answers a sentence', async () => {
    const body = { conversation: 'door', say: 'remote Python jobs in Germany' };
    const answer = await doors.call('POST', '/api/headless/ask', { body, headers: bearer() });
    expect(await answer.json()).toMatchObject({ conversation: 'door', turn: 0, filter: { countries: ['DE'] } });
    expect((await doors.call('POST', '/api/headless/ask', { body: { say: 'x' }, headers: bearer() })).status).toBe(400);
  });

  it('takes what is streamed in, and streams out what it read and refused', async () => {
    const posting = {
      '@type': 'JobPosting',
      title: 'Lamp Keeper',
      url: 'https://jobs.example/1',
      description: 'Keep the lamp.',
      hiringOrganization: { name: 'Light' },
    };
    const body = `${JSON.stringify(posting)}\nnot json\n`;
    const headers = { ...bearer(), 'content-type': 'application/octet-stream' };
    const answer = await doors.call('POST', '/api/headless/import?name=lamps.jsonl&countries=DE', { body, headers });
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    const kinds = lines.map((line) => Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(line)))[0]);
    expect(kinds).toEqual(['posting', 'refused', 'report']);
    expect((await doors.call('POST', '/api/headless/import?countries=Germany', { body: '', headers })).status).toBe(
      400,
    );
  });
});
