/** `ask` and `import` as a shell sees them: without a server, beside one, and wrongly called. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestPlace, type TestPlace } from '../store/testing.ts';
import { type Finished, run, type Running } from './testing.ts';

const turnSchema = z.strictObject({
  conversation: z.string(),
  turn: z.number(),
  filter: z.record(z.string(), z.unknown()),
  tools: z.array(z.strictObject({ name: z.string(), input: z.unknown() })),
  text: z.string().min(1),
  matches: z.strictObject({
    total: z.number(),
    unclear: z.number(),
    hidden: z.number(),
    shown: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        company: z.string().nullable(),
        place: z.string(),
        unclear: z.array(z.string()),
        url: z.string(),
      }),
    ),
  }),
  elapsedMs: z.number(),
});
const postingSchema = z
  .object({
    id: z.uuid(),
    url: z.string(),
    workplace: z.string().nullable(),
    eligible: z.record(z.string(), z.enum(['yes', 'no', 'unclear'])),
    countries: z.array(z.string()),
    cities: z.array(z.string()),
    pay: z.object({ currency: z.string().nullable() }).loose().nullable(),
    employment: z.array(z.string()),
    seniority: z.array(z.string()),
    skills: z.array(z.string()),
    languages: z.array(z.string()),
    visa: z.boolean().nullable(),
  })
  .loose();

const linesOf = (output: string): string[] => output.split('\n').filter((line) => line !== '');
const turnsOf = ({ output }: Finished) => linesOf(output).map((line) => turnSchema.parse(JSON.parse(line)));
const line = (conversation: string, words: string): string => JSON.stringify({ conversation, say: words });
const posting = (number: number) =>
  JSON.stringify({
    '@type': 'JobPosting',
    title: `Python Developer ${number}`,
    url: `https://jobs.example/${number}`,
    description: '<p>We write Python.</p>',
    hiringOrganization: { name: 'Example' },
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: { '@type': 'Country', name: 'Germany' },
  });

let place: TestPlace;
let folder: string;
beforeAll(async () => {
  place = await openTestPlace();
  folder = await mkdtemp(join(tmpdir(), 'perch-files-'));
}, 60_000);
afterAll(async () => {
  await place.dispose();
  await rm(folder, { recursive: true, force: true });
});

const ask = async (values: string[], input = ''): Promise<Finished> =>
  await run('cli/ask.ts', values, { place: place.config, input }).finished;
const load = async (...values: string[]): Promise<Finished> =>
  await run('cli/import.ts', values, { place: place.config }).finished;
const file = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

describe('wrongly called', () => {
  it.each([
    ['cli/ask.ts', ['--nonsense'], /--nonsense[\s\S]*npm run --silent ask/u],
    ['cli/ask.ts', ['--json', 'words'], /standard input/u],
    ['cli/ask.ts', ['--data-dir'], /--data-dir/u],
    ['cli/ask.ts', ['--data-dir', ''], /--data-dir/u],
    ['cli/import.ts', ['--nonsense'], /--nonsense[\s\S]*npm run --silent import/u],
    ['cli/import.ts', [], /at least one file/u],
    ['cli/import.ts', ['/no/such/file.json'], /no file \/no\/such\/file\.json/u],
    ['cli/import.ts', ['--countries', 'Germany', 'x'], /Germany/u],
  ])('%s %j says how, on standard error, and ends with 2', async (program, values, words) => {
    const { code, output, errors } = await run(program, values, { place: place.config }).finished;
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(words);
    expect(errors).not.toContain('    at ');
  });

  it('a wrong setting is named', async () => {
    const environment = { DATABASE_URL: 'mysql://nowhere' };
    const { code, errors } = await run('cli/ask.ts', ['hello'], { environment }).finished;
    expect(code).toBe(2);
    expect(errors).toContain('DATABASE_URL');
  });
});

describe('without a server', () => {
  it('answers from the sample board on an empty store, in order, going on after bad lines', async () => {
    const input = [
      line('a', 'remote Python jobs in Germany'),
      'not json',
      '{"conversation":"a"}',
      '',
      line('b', 'Rust jobs'),
      `{"conversation":"a","say":"x","userId":"me"}`,
      line('a', 'undo'),
    ].join('\n');
    const result = await ask(['--json'], input);
    const [first, second, third, ...more] = turnsOf(result);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      conversation: 'a',
      turn: 0,
      filter: { skills: ['Python'], countries: ['DE'], workplace: ['remote'] },
      tools: [{ name: 'set_filter', input: { set: { skills: ['Python'] } } }],
    });
    expect(first?.matches.total).toBeGreaterThan(0);
    expect(second).toMatchObject({ conversation: 'b', turn: 0, filter: { skills: ['Rust'] } });
    expect(third).toMatchObject({ conversation: 'a', turn: 1, filter: {}, tools: [{ name: 'undo' }] });
    expect(third?.matches.total).toBe(200);
    expect(linesOf(result.errors).map((words) => words.slice(0, 7))).toEqual(['line 2:', 'line 3:', 'line 6:']);
    expect(result.code).toBe(1);
  });

  it('continues a conversation by its name, and begins anew with --fresh', async () => {
    const [again] = turnsOf(await ask(['--json'], line('b', 'in Germany')));
    expect(again).toMatchObject({ turn: 1, filter: { skills: ['Rust'], countries: ['DE'] } });
    const fresh = turnsOf(await ask(['--json', '--fresh'], `${line('b', 'in Germany')}\n${line('b', 'remote')}`));
    expect(fresh.map(({ turn, filter }) => [turn, Object.keys(filter)])).toEqual([
      [0, ['countries']],
      [1, ['countries', 'workplace']],
    ]);
  });

  it('takes what people type: a long sentence, control characters, emoji', async () => {
    const odd = ['😀 jobs 👩‍💻', 'Python \u202e\u0000\u0007 jobs', `Python ${'very '.repeat(1900)}jobs`];
    const result = await ask(['--json', '--fresh'], odd.map((words, n) => line(`odd-${n}`, words)).join('\n'));
    expect(turnsOf(result)).toHaveLength(odd.length);
    expect(result.errors).toBe('');
    const blank = await ask(['--json'], line('blank', ' \u0000 '));
    expect(blank.errors).toMatch(/^line 1: .*Say something/u);
    expect(blank.code).toBe(1);
  });

  it('prints answer and list for a person, sentence by sentence without a prompt when nobody types', async () => {
    const one = await ask(['--fresh', 'remote Python jobs', 'in Germany']);
    expect(one.code).toBe(0);
    expect(one.errors).toBe('');
    expect(one.output).toMatch(/^\d+ jobs fit[\s\S]*\n {2}1\. .+\n {5}https:/u);
    const loop = await ask(['--fresh'], 'remote jobs\nonly in Germany\n');
    expect(loop.output).not.toContain('›');
    expect(loop.output.match(/^ {2}1\. /gmu)).toHaveLength(2);
  });

  it('ends quietly when its reader goes away', async () => {
    const asking = run('cli/ask.ts', ['--json'], {
      place: place.config,
      input: Array.from({ length: 5 }, (_, n) => line(`pipe-${n}`, 'Python jobs')).join('\n'),
    });
    asking.child.stdout?.destroy();
    expect((await asking.finished).errors).toBe('');
  });

  it('imports, says what was read, known and refused, and prints postings as it reads them', async () => {
    const path = await file('two.jsonl', `${posting(1)}\nnot json\n${posting(2)}\n${posting(1)}\n`);
    const first = await load(path);
    expect(first.output.trim()).toBe(`${path}: 4 read, 2 new, 0 changed, 0 known, 1 merged, 1 refused`);
    expect(first.errors).toContain(`${path}:2: Line 2 is not JSON`);
    expect(first.code).toBe(0);

    const zipped = await file('two.jsonl.gz', gzipSync(await readFile(path)));
    const json = await load('--json', '--countries', 'de,US', zipped);
    const read = linesOf(json.output).map((words) => postingSchema.parse(JSON.parse(words)));
    expect(read).toHaveLength(2);
    expect(read[0]).toMatchObject({ workplace: 'remote', eligible: { DE: 'yes', US: 'no' }, skills: ['Python'] });
    expect(json.errors).toMatch(/2 known/u);

    // The samples have gone; what was imported answers.
    const [after] = turnsOf(await ask(['--json', '--fresh'], line('i', 'Python jobs')));
    expect(after?.matches.total).toBe(2);
  });

  it('says so, and by its exit code, when a file breaks off or holds nothing', async () => {
    const whole = gzipSync(Array.from({ length: 3000 }, (_, n) => posting(n + 10)).join('\n'));
    const cut = await load(await file('cut.jsonl.gz', whole.subarray(0, whole.length / 2)));
    expect(cut.errors).toContain('breaks off');
    expect(cut.output).toMatch(/ [1-9]\d* new/u);
    expect(cut.code).toBe(1);
    const junk = await load(await file('junk.json', Buffer.from([0, 255, 254, 1, 2, 3])));
    expect(junk.code).toBe(1);
    expect(junk.output).toMatch(/ 0 new/u);
  });
});

describe('beside a running server', () => {
  let server: Running;
  beforeAll(async () => {
    server = run('main.ts', [], { place: place.config, environment: { PORT: '0', LOG_LEVEL: 'warn' } });
    // The commands wait for it while it starts; native ones need not.
  }, 60_000);
  afterAll(async () => {
    server.child.kill('SIGTERM');
    await server.finished;
  });

  it('asks and imports through its door, also while it starts', async () => {
    const [first] = turnsOf(await ask(['--json', '--fresh'], line('beside', 'Python jobs')));
    expect(first).toMatchObject({ turn: 0, filter: { skills: ['Python'] } });
    const path = await file('more.jsonl', `${posting(90_001)}\nnot json\n`);
    const loaded = await load('--json', path);
    expect(linesOf(loaded.output).map((words) => postingSchema.parse(JSON.parse(words)).url)).toEqual([
      'https://jobs.example/90001',
    ]);
    expect(loaded.errors).toContain(':2: Line 2 is not JSON');
    const [second] = turnsOf(await ask(['--json'], line('beside', 'in Germany')));
    expect(second).toMatchObject({ turn: 1, filter: { skills: ['Python'], countries: ['DE'] } });
    expect(second?.matches.total).toBe((first?.matches.total ?? 0) + 1);
  });

  it('lets three ask at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(async (n) => await ask(['--json'], line(`many-${n}`, 'remote jobs'))),
    );
    for (const answer of answers) expect(turnsOf(answer)).toHaveLength(1);
  });
});
