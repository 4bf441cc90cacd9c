/** Every board × everything that can go wrong on the way: a reason in words, nothing else thrown, no board held up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PerchError } from '../../kernel/errors.ts';
import { createHttpClient } from '../../kernel/http-client.ts';
import { throughGateway } from '../../kernel/http-client-gateway.ts';
import type { SourceClient } from './source.ts';
import { fetchAll } from './testing/answering.ts';
import { contracts } from './testing/contracts.ts';
import { fixtureAnswers } from './testing/fixtures.ts';
import { type Fault, FAULTS, type StandInBoards, startStandInBoards } from './testing/stand-in-boards.ts';

let boards: StandInBoards;
beforeAll(async () => {
  boards = await startStandInBoards();
}, 60_000);
afterAll(async () => await boards.close());

/** The real client with little room, and little patience with those that stall. */
function http(timeoutMs: number): SourceClient {
  const client = createHttpClient({ allowInside: (url) => url.origin === boards.origin });
  const gateway = throughGateway(client, boards.origin);
  return { send: async (request) => await gateway.send({ ...request, timeoutMs, maxBytes: 1_000_000 }) };
}

const REASONS: Record<Exclude<Fault, 'charset'>, RegExp> = {
  error: /^The server answered HTTP 500$/u,
  stall: /^No answer within 1 s$/u,
  page: /^The answer is no (?:JSON|XML)$/u,
  cut: /^The connection broke off$/u,
  bomb: /^The answer is larger than 1 MB$/u,
  inside: /^The address is inside a private network$/u,
  busy: /^The server asks for fewer requests \(HTTP 429\)/u,
  empty: /^The answer is no (?:JSON|XML)$/u,
  gone: /^There is nothing at this address \(HTTP 404\)$/u,
};

describe.each(FAULTS.filter((fault) => fault !== 'charset'))('an answer that is %s', (fault) => {
  it('gives each board a reason and no posting', async () => {
    for (const { name } of contracts) boards.faults.set(name, fault);
    const client = http(fault === 'stall' ? 1000 : 30_000);
    const outcomes = await Promise.all(
      contracts.map(async ({ name, source }) => ({ name, ...(await fetchAll(source, client)) })),
    );
    for (const { name, error, postings, report } of outcomes) {
      expect(error, name).toBeInstanceOf(PerchError);
      expect(error instanceof PerchError ? error.message : '', name).toMatch(REASONS[fault]);
      expect(postings, name).toEqual([]);
      expect(report, name).toMatchObject({ items: 0, complete: false });
    }
  });
});

it('reads what says the wrong charset of itself', async () => {
  for (const { name } of contracts) boards.faults.set(name, 'charset');
  const outcomes = await Promise.all(contracts.map(async ({ source }) => await fetchAll(source, http(30_000))));
  for (const [index, { name, source }] of contracts.entries()) {
    const right = await fetchAll(source, fixtureAnswers(name));
    expect(outcomes[index]?.postings, name).toEqual(right.postings);
  }
});
