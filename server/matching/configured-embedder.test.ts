/** A whole Perch whose embedder is a server: what it embeds decides the order, and nobody waits for it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { configuredEmbedder } from '../llm/configured-embedder.ts';
import { DIMENSIONS } from '../llm/embedder.ts';
import { serveModel, type TestServer } from '../llm/testing.ts';
import { embedSlowly } from '../postings/renewal/embed-slowly.ts';
import { openTestPerch, type TestPerch } from '../testing.ts';

/** A wish whose words stand in no posting; only the server knows that it is about nurses. */
const WISH = 'zyzzyva';
let server: TestServer;
let test: TestPerch;
let asked = 0;

beforeAll(async () => {
  server = await serveModel((_request, response, body) => {
    const { input, model } = z.object({ input: z.array(z.string()), model: z.string() }).parse(body);
    asked += 1;
    const data = input.map((text, index) => {
      const isNear = text.startsWith(WISH) || /^[^\n]*nurse/iu.test(text);
      return {
        object: 'embedding',
        index,
        embedding: Array.from({ length: DIMENSIONS }, (_, at) => (at % 2 === (isNear ? 0 : 1) ? 1 : 0.1)),
      };
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'list', data, model, usage: { prompt_tokens: 1, total_tokens: 1 } }));
  });
  const environment = { EMBEDDER: 'openai', OPENAI_BASE_URL: server.address, EMBEDDING_MODEL: 'some-model' };
  test = await openTestPerch({}, environment);
}, 60_000);
afterAll(async () => {
  await test.close();
  server.close();
});

it('serves with the built-in vectors, then with the server’s, and the list follows when a wish is understood', async () => {
  const { store, config, services, logger, events, ownerId } = test.perch;
  expect((await services.preferences.read(ownerId)).embedder).toContain('some-model');
  const embedder = configuredEmbedder(config, logger);
  if (embedder === null) throw new Error('there is no embedder');

  const context = await test.freshContext();
  const search = async (): Promise<string[]> => {
    await services.filters.change({ ...context, change: { set: { query: WISH } }, by: 'person', action: 'set_filter' });
    return (await services.matches.page(context)).matches.map(({ title }) => title);
  };
  expect(await search()).not.toHaveLength(0);
  expect(asked).toBe(0);

  expect(await embedSlowly({ store, embedder }, context.signal)).toBeGreaterThan(0);
  const embedded = asked;
  const orders: string[][] = [];
  const end = events.on('matches-changed', ({ order }) => orders.push(order));
  await services.matches.page(context);
  await expect.poll(() => orders.length).toBe(1);
  expect(asked).toBe(embedded + 1);
  const { matches } = await services.matches.page(context);
  end();
  expect(matches[0]?.title).toMatch(/nurse/iu);
  expect(orders.at(-1)).toEqual(matches.map(({ id }) => id));
});
