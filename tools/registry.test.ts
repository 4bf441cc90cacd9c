import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestPerch, type TestPerch } from '../server/testing.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch();
}, 60_000);
afterAll(async () => await test.close());

const wish = { set: { workplace: ['remote'], countries: ['DE'], skills: ['Python'] } };

describe('the registry', () => {
  it('refuses what it does not know, naming what there is, and what it cannot read, naming the place', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    await expect(registry.run('drop_tables', {}, context)).rejects.toThrow(/set_filter/u);
    await expect(registry.run('set_filter', { set: { workplace: ['moon'] } }, context)).rejects.toThrow(/workplace/u);
    await expect(registry.run('set_filter', { userId: test.strangerId }, context)).rejects.toThrow(/userId/u);
  });

  it('gives every action words in three languages and a schema', () => {
    for (const action of test.perch.registry.actions) {
      expect(action.name).toMatch(/^[a-z]+(_[a-z]+)*$/u);
      for (const text of [action.title, action.says])
        for (const language of ['en', 'de', 'uk'] as const) expect(text[language]).not.toBe('');
    }
  });

  it('lets nobody act in somebody else’s conversation', async () => {
    const { registry } = test.perch;
    const context = { ...(await test.freshContext()), userId: test.strangerId };
    for (const { name } of registry.actions) {
      await expect(registry.run(name, {}, context), name).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('actions on the list', () => {
  it('set_filter, get_filters, clear_filters and undo lead there and back', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    const set = await registry.run('set_filter', wish, context);
    expect(set.outcome.line.en).toMatch(/^Filters set: remote, Germany, Python: \d+ jobs?, was 200$/u);
    expect(set.outcome.undoId).not.toBeNull();
    expect(await registry.run('get_filters', {}, context)).toMatchObject({ data: { filter: wish.set, revision: 1 } });
    await registry.run('clear_filters', {}, context);
    expect(await registry.run('get_filters', {}, context)).toMatchObject({ data: { filter: {}, total: 200 } });
    await registry.run('undo', {}, context);
    expect(await registry.run('get_filters', {}, context)).toMatchObject({ data: { filter: wish.set } });
    await registry.run('undo', {}, context);
    expect(await registry.run('undo', {}, context)).toMatchObject({
      data: { undid: 'nothing', filter: {}, total: 200 },
    });
  });

  it('set_filter that changes nothing leaves nothing to undo', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    await registry.run('set_filter', wish, context);
    const again = await registry.run('set_filter', wish, context);
    expect(again.outcome.undoId).toBeNull();
  });

  it('show_unclear leaves out what is not sure, says how many, and undo brings it back', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    const set = await registry.run('set_filter', { set: { countries: ['DE'] } }, context);
    const { total, unclear } = z.object({ total: z.number(), unclear: z.number() }).parse(set.data);
    expect(unclear).toBeGreaterThan(0);
    const sure = await registry.run('show_unclear', { show: false }, context);
    expect(sure.data).toMatchObject({ total: total - unclear, was: total });
    expect(sure.outcome.line.en).toMatch(/^Unclear ones left out: /u);
    await registry.run('undo', {}, context);
    expect(await registry.run('get_filters', {}, context)).toMatchObject({ data: { total } });
  });

  it('count_jobs counts under any filter and changes nothing', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    const counted = await registry.run('count_jobs', { filter: wish.set }, context);
    expect(counted.data).toMatchObject({ postings: 200 });
    expect(await registry.run('get_filters', {}, context)).toMatchObject({ data: { filter: {}, revision: 0 } });
  });

  it('show_more lengthens the list and show_job opens one of it by place, id and words', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    expect(await registry.run('show_more', {}, context)).toMatchObject({ data: { shown: 40, total: 200 } });
    const page = await services.matches.page(context);
    const second = page.matches[1];
    expect(await registry.run('show_job', { job: 2 }, context)).toMatchObject({
      data: { id: second?.id, mark: 'seen' },
    });
    expect(await registry.run('show_job', { job: second?.id ?? '' }, context)).toMatchObject({
      data: { id: second?.id },
    });
    const named = await registry.run('show_job', { job: second?.title ?? '' }, context);
    expect(named.data).toMatchObject({ title: second?.title });
    await expect(registry.run('show_job', { job: 'no such words anywhere' }, context)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('save_job and hide_job mark, unmark and are taken back', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    const [first] = (await services.matches.page(context)).matches;
    const saved = await registry.run('save_job', { job: 1 }, context);
    expect(saved.outcome.line.en).toContain(`Saved: ${first?.title}`);
    expect((await services.matches.page(context)).matches[0]?.mark).toBe('saved');
    await registry.run('save_job', { jobs: [first?.id], off: true }, context);
    expect((await services.matches.page(context)).matches[0]?.mark).toBe('new');
    await registry.run('hide_job', { company: first?.company }, context);
    expect((await services.matches.page(context)).matches.map(({ company }) => company)).not.toContain(first?.company);
    expect((await services.matches.counts(context)).hiddenByPerson).toBeGreaterThan(0);
    await registry.run('undo', {}, context);
    expect((await services.matches.page(context)).matches[0]?.id).toBe(first?.id);
    await expect(registry.run('hide_job', { company: 'Nobody Ltd' }, context)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(registry.run('hide_job', {}, context)).rejects.toThrow(/exactly one/u);
  });

  it('compare_jobs lays different postings side by side and refuses one with itself', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    const [first, second] = (await services.matches.page(context)).matches;
    const compared = await registry.run('compare_jobs', { jobs: [1, second?.id, first?.id] }, context);
    expect(compared.data).toMatchObject([{ id: first?.id }, { id: second?.id }]);
    expect(compared.outcome.view).toEqual({ kind: 'comparison', postingIds: [first?.id, second?.id] });
    await expect(registry.run('compare_jobs', { jobs: [1, 1] }, context)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('show_profile, correct_profile and choose_cv work on the person’s own CVs, and say when there is none', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    expect(await registry.run('show_profile', {}, context)).toMatchObject({ data: { cvs: [], active: null } });
    const change = { addSkills: ['Rust'] };
    await expect(registry.run('correct_profile', { change }, context)).rejects.toMatchObject({ code: 'not_found' });
    const bytes = new TextEncoder().encode('Ana Petrova\nBackend Engineer\n\nSkills\nPython, Kubernetes');
    const { id: cv } = await services.cvs.add({ userId: context.userId, bytes, name: 'cv.txt' });
    const corrected = await registry.run('correct_profile', { change }, context);
    expect(corrected.forModel).toMatchObject({ id: cv, skills: ['Python', 'Kubernetes', 'Rust'] });
    expect(await registry.run('choose_cv', { cv }, context)).toMatchObject({ data: { id: cv, isActive: true } });
    const shown = JSON.stringify((await registry.run('show_profile', {}, context)).forModel);
    expect(shown).not.toContain('Petrova');
    expect(shown).toContain('Kenntnisse: Python, Kubernetes und Rust');
    const spoken = { add: ['German (B2)', 'Terraform', 'Site Reliability Engineer'], remove: ['k8s'] };
    const said = await registry.run('correct_profile', spoken, context);
    expect(said.data).toMatchObject({
      corrections: { languages: { added: [{ lang: 'de', level: 'B2' }] }, skills: { hidden: ['Kubernetes'] } },
    });
    expect(said.outcome.line.en).toBe('CV corrected: + German (B2), + Terraform, + Site Reliability Engineer, − k8s');
    expect(said.forModel).toMatchObject({ skills: ['Python', 'Rust', 'Terraform'] });
    await expect(registry.run('correct_profile', { remove: ['Cobol'] }, context)).rejects.toThrow(
      /does not name Cobol/u,
    );
    await expect(registry.run('choose_cv', { cv: 'other' }, context)).rejects.toThrow(/There are: cv.txt/u);
    const { id: second } = await services.cvs.add({ userId: context.userId, bytes, name: 'Ana Petrova bakery.txt' });
    expect((await registry.run('choose_cv', { cv: 'other' }, context)).data).toMatchObject({ id: cv });
    expect((await registry.run('choose_cv', { cv: 'Bakery' }, context)).data).toMatchObject({ id: second });
    const forModel = JSON.stringify((await registry.run('show_profile', {}, context)).forModel);
    expect(forModel).not.toMatch(/Petrova|Ana/u);
    await services.cvs.remove({ userId: context.userId, cvId: second });
    const tainted = { ...context, by: 'assistant' as const, tainted: true };
    await expect(registry.run('correct_profile', { change }, tainted)).rejects.toMatchObject({
      code: 'needs_approval',
    });
    await services.cvs.remove({ userId: context.userId, cvId: cv });
  });

  it('score_jobs, explain_match and analyze_cv say the numbers the list shows, and ask for a CV without one', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    for (const [name, input] of [
      ['score_jobs', {}],
      ['explain_match', { job: 1 }],
      ['analyze_cv', {}],
    ] as const)
      await expect(registry.run(name, input, context), name).rejects.toThrow(/no CV yet/u);
    const words = 'Ana Petrova\nBackend Engineer\nBerlin, Germany\n\nSkills\nPython, Kubernetes, PostgreSQL';
    const bytes = new TextEncoder().encode(words);
    const { id } = await services.cvs.add({ userId: context.userId, bytes, name: 'cv.txt' });
    await registry.run('set_filter', { set: { sort: 'newest' } }, context);
    const scored = await registry.run('score_jobs', {}, context);
    expect(scored.outcome.undoId).not.toBeNull();
    const { matches } = await services.matches.page(context);
    const values = matches.map(({ score }) => score?.value ?? -1);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const [best] = matches;
    const explained = await registry.run('explain_match', { job: 1 }, context);
    expect(explained.data).toMatchObject({ id: best?.id, fit: { value: best?.score?.value } });
    expect(explained.outcome.line.de).toContain(`${best?.score?.value} von 100`);
    const analysed = await registry.run('analyze_cv', { job: 1 }, context);
    expect(analysed.data).toMatchObject({ relevance: (best?.score?.value ?? 0) / 10 });
    const pasted = await registry.run(
      'analyze_cv',
      { text: 'Platform Engineer\n\nRequirements\n- Kubernetes\n- Apache Kafka' },
      context,
    );
    expect(pasted.data).toMatchObject({ matched: ['Kubernetes'], missing: expect.arrayContaining(['Apache Kafka']) });
    const market = await registry.run('analyze_cv', {}, context);
    expect(market.data).toMatchObject({ postings: 200 });
    expect((await services.cvs.show(context.userId)).active?.lastAnalyzedAt).not.toBeNull();
    await services.cvs.remove({ userId: context.userId, cvId: id });
  });

  it('saves and hides count a little in scores, with reasons that can be taken away', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    const bytes = new TextEncoder().encode('Ana\nBackend Engineer\n\nSkills\nPython, Kubernetes');
    const { id } = await services.cvs.add({ userId: context.userId, bytes, name: 'cv.txt' });
    await registry.run('set_filter', { set: { skills: ['Python'] } }, context);
    const list = async () => (await services.matches.page(context)).matches;
    const plain = await list();
    expect(plain.every(({ score }) => score?.leaning === null)).toBe(true);
    await registry.run('hide_job', { jobs: plain.slice(0, 4).map((match) => match.id) }, context);
    const leant = (await list()).filter(({ score }) => score !== null && score.leaning !== null);
    const [first] = leant;
    expect(first?.score?.leaning?.points).toBeLessThan(0);
    const before = plain.find((match) => match.id === first?.id)?.score?.value ?? 0;
    if (before > 0) expect(first?.score?.value).toBe(before + (first?.score?.leaning?.points ?? 0));
    const explained = await registry.run('explain_match', { job: first?.id }, context);
    expect(explained.data).toMatchObject({ fit: { value: first?.score?.value, leaning: first?.score?.leaning } });
    await registry.run('set_preferences', { leaningOff: 'skill Python' }, context);
    expect(JSON.stringify(await list())).not.toContain('"key":"skill Python"');
    await registry.run('set_preferences', { learnsFromMarks: false }, context);
    expect((await list()).every(({ score }) => score?.leaning === null)).toBe(true);
    await registry.run('set_preferences', { learnsFromMarks: true, leaningsOff: [] }, context);
    await registry.run('undo', {}, context);
    await services.cvs.remove({ userId: context.userId, cvId: id });
  });

  it('show_marked lists what was saved and hidden, the newest first, whatever the filter says', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    const [first, second] = (await services.matches.page(context)).matches;
    await registry.run('save_job', { jobs: [first?.id] }, context);
    await registry.run('save_job', { jobs: [second?.id] }, context);
    await registry.run('set_filter', { set: { companies: ['Nobody at All'] } }, context);
    const saved = await registry.run('show_marked', { mark: 'saved' }, context);
    expect(saved.data).toMatchObject({ total: 2, matches: [{ id: second?.id }, { id: first?.id, mark: 'saved' }] });
    expect(saved.outcome.line.en).toBe('Saved: 2 jobs');
    await registry.run('undo', {}, context);
    await registry.run('undo', {}, context);
    await registry.run('undo', {}, context);
    expect(await registry.run('show_marked', { mark: 'saved' }, context)).toMatchObject({ data: { total: 0 } });
  });

  it('export gives a link to all matches', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    await registry.run('set_filter', wish, context);
    const { total } = await services.matches.counts(context);
    const result = await registry.run('export', { format: 'csv' }, context);
    expect(result.data).toMatchObject({ format: 'csv', count: total });
    const url = result.outcome.view?.kind === 'export' ? result.outcome.view.url : '';
    const exportId = url.split('/').at(-1) ?? '';
    const file = await services.exports.stream({ userId: context.userId, exportId });
    let lines = 0;
    for await (const _ of file.chunks) lines += 1;
    expect(lines).toBe(total + 1);
    await expect(services.exports.stream({ userId: test.strangerId, exportId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('export of chosen postings holds these and no others', async () => {
    const { registry, services } = test.perch;
    const context = await test.freshContext();
    const [first, second, third] = (await services.matches.page(context)).matches;
    const jobs = [third?.id, first?.id];
    const result = await registry.run('export', { format: 'json', jobs }, context);
    expect(result.data).toMatchObject({ count: 2 });
    const url = result.outcome.view?.kind === 'export' ? result.outcome.view.url : '';
    const file = await services.exports.stream({ userId: context.userId, exportId: url.split('/').at(-1) ?? '' });
    const text = (await Array.fromAsync(file.chunks)).join('');
    expect(text).toContain(first?.url);
    expect(text).toContain(third?.url);
    expect(text).not.toContain(second?.url);
  });

  it('fetch_jobs says honestly that nothing could be reached', async () => {
    const context = await test.freshContext();
    const lines: string[] = [];
    const result = await test.perch.registry.run(
      'fetch_jobs',
      { sources: ['arbeitnow'] },
      { ...context, progress: (outcome) => lines.push(outcome.line.en) },
    );
    expect(result.data).toMatchObject({ sources: [{ source: 'arbeitnow', state: 'failed' }] });
    expect(lines.length).toBeGreaterThan(0);
  });
});
