/** Following an employer: by its careers address, fetched at once and with the rest, taken back, and told from strangers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fixtureAnswers } from '../server/postings/sources/testing/fixtures.ts';
import { statusFailure } from '../server/kernel/http-client-failure.ts';
import { openTestPerch, type TestPerch } from '../server/testing.ts';

let test: TestPerch;
beforeAll(async () => {
  const [greenhouse = ''] = fixtureAnswers('greenhouse');
  test = await openTestPerch({
    http: {
      send: async ({ url }) => {
        if (url.includes('/busy?')) throw statusFailure(403, undefined);
        if (!url.includes('/boards/lockworks/')) throw statusFailure(404, undefined);
        return { status: 200, url, headers: {}, text: greenhouse };
      },
    },
  });
}, 60_000);
afterAll(async () => await test.close());

const healthSchema = z.object({
  sources: z.array(
    z.looseObject({ source: z.string(), title: z.string(), isFollowed: z.boolean(), history: z.array(z.unknown()) }),
  ),
});
const address = 'https://job-boards.greenhouse.io/lockworks/jobs/4000001';

async function followed(): Promise<string[]> {
  const { data } = await test.perch.registry.run('list_sources', {}, await test.freshContext());
  return healthSchema.parse(data).sources.flatMap(({ isFollowed, title }) => (isFollowed ? [title] : []));
}

describe('follow_employer', () => {
  it('reads the employer’s postings at once, lists it, and is taken back', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    const result = await registry.run('follow_employer', { employer: address }, context);
    expect(result.outcome.line).toEqual({
      en: 'Followed: Lockworks',
      de: 'Gefolgt: Lockworks',
      uk: 'Стежу: Lockworks',
    });
    expect(result.data).toMatchObject({
      isFollowed: true,
      sources: [{ source: 'greenhouse:lockworks', title: 'Lockworks (Greenhouse)', state: 'done', added: 3 }],
    });
    expect(result.outcome.undoId).not.toBeNull();
    const { data } = await registry.run('list_sources', {}, context);
    const own = healthSchema.parse(data).sources.find(({ isFollowed }) => isFollowed);
    expect(own).toMatchObject({
      source: 'greenhouse:lockworks',
      // Its board has the name that its address only hints at.
      title: 'Flaggenwerk (Greenhouse)',
      postings: 3,
      history: [{ state: 'done', items: 3, added: 3 }],
    });
    await registry.run('undo', {}, context);
    expect(await followed()).toEqual([]);
  });

  it('twice changes nothing; by name it ends, and undo brings it back', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    await registry.run('follow_employer', { employer: 'boards.greenhouse.io/lockworks' }, context);
    const again = await registry.run('follow_employer', { employer: address }, context);
    expect(again.outcome.undoId).toBeNull();
    const off = await registry.run('follow_employer', { employer: 'lockworks', off: true }, context);
    expect(off.outcome.line.en).toBe('No longer followed: Lockworks');
    expect(await followed()).toEqual([]);
    await registry.run('undo', {}, context);
    expect(await followed()).toEqual(['Lockworks (Greenhouse)']);
  });

  it('is fetched with the rest, and only for who follows it', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    await registry.run('follow_employer', { employer: 'https://jobs.lever.co/busy' }, context);
    const { data } = await registry.run('fetch_jobs', { sources: ['lever'] }, context);
    expect(data).toMatchObject({ sources: [{ source: 'lever:busy', state: 'failed' }] });
    await registry.run('follow_employer', { employer: 'busy', off: true }, context);
    const strangers = await services.ingest.sourceHealth({ userId: test.strangerId });
    expect(strangers.filter(({ isFollowed }) => isFollowed)).toEqual([]);
    expect(await services.employers.list({ userId: test.strangerId })).toEqual([]);
  });

  it('is not done where nobody is', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    const before = await followed();
    await expect(
      registry.run('follow_employer', { employer: 'https://jobs.lever.co/nobody' }, context),
    ).rejects.toMatchObject({ code: 'not_found', text: { en: expect.stringContaining('jobs.lever.co/nobody') } });
    expect(await followed()).toEqual(before);
    expect(await registry.run('undo', {}, context)).toMatchObject({ data: { undid: 'nothing' } });
  });

  it('says of an address that is none which boards work, and of a name who is followed', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    for (const employer of ['https://example.org/careers', 'Acme', 'javascript:alert(1)', 'https://[::1]/x'])
      await expect(registry.run('follow_employer', { employer }, context)).rejects.toMatchObject({
        code: 'invalid',
        text: { en: expect.stringContaining('Greenhouse, Lever, Personio') },
      });
    await expect(
      registry.run('follow_employer', { employer: 'https://jobs.smartrecruiters.com/Example' }, context),
    ).rejects.toMatchObject({ code: 'forbidden', text: { en: expect.stringContaining('SMARTRECRUITERS=on') } });
    await expect(
      registry.run('follow_employer', { employer: 'Nobody Else', off: true }, context),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
