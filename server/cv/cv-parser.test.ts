/** The parser's process holds what it promises: one file in, text out, and an end in any case. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCvParser, sandboxFlags } from './cv-parser.ts';
import { LIMITS } from './extracted.ts';
import { qualityWords } from './quality-words.ts';
import { lines, makePdf } from './testing.ts';

const attacks = fileURLToPath(new URL('../../../shared/data/attacks/', import.meta.url));
const words = makePdf([lines(50, 700, 'Ines Moreau', 'Baker')]);

/** What a program with the parser's rights prints. */
function inside(program: string): string {
  const { stdout, stderr } = spawnSync(execPath, [...sandboxFlags(), '--eval', program], { env: {}, timeout: 20_000 });
  return `${String(stdout)}${String(stderr)}`;
}

describe('the process', () => {
  it('reads a PDF', async () => {
    const parsed = await createCvParser().parse(words, 'cv.pdf');
    expect(parsed).toMatchObject({ format: 'pdf', quality: 'ok', trouble: null });
    expect(parsed.lines.map(({ text }) => text)).toEqual(['Ines Moreau', 'Baker']);
    expect(qualityWords(parsed)).toBeNull();
  });

  it('may read Perch itself and nothing else, start nothing, and has no environment', () => {
    expect(inside("console.log(require('fs').existsSync('package.json'), Object.keys(process.env).length)")).toContain(
      'true 0',
    );
    for (const deed of [
      "require('fs').readFileSync('/etc/hostname')",
      "require('fs').readdirSync(require('path').dirname(process.cwd()))",
      "require('fs').writeFileSync('server/cv/x', '')",
      "require('child_process').execFileSync(process.execPath, ['--version'])",
    ]) {
      expect(inside(deed), deed).toContain('ERR_ACCESS_DENIED');
    }
    expect(inside("new Function('return 1')()")).toContain('Code generation from strings disallowed');
  });

  it('is ended when its time is over', async () => {
    const parsed = await createCvParser({ milliseconds: 1 }).parse(words, 'cv.pdf');
    expect(parsed).toMatchObject({ quality: 'corrupt', trouble: 'time', lines: [] });
    expect(qualityWords(parsed)?.en).toContain('stopped');
  });

  it('is ended when it holds too much memory', async () => {
    const parsed = await createCvParser({ residentBytes: 1024 }).parse(words, 'cv.pdf');
    expect(parsed).toMatchObject({ quality: 'corrupt', trouble: 'memory' });
  });

  it('is ended with the one who waits for it', async () => {
    const stop = new AbortController();
    const parsing = createCvParser().parse(words, 'cv.pdf', stop.signal);
    stop.abort(new Error('gone'));
    await expect(parsing).rejects.toThrow('gone');
  });
});

describe('the queue', () => {
  it('takes turns, and refuses when too many wait', async () => {
    const parser = createCvParser({ atOnce: 1, waiting: 1 });
    const first = parser.parse(words, 'a.pdf');
    const second = parser.parse(words, 'b.pdf');
    await expect(parser.parse(words, 'c.pdf')).rejects.toMatchObject({ code: 'too_many' });
    expect((await Promise.all([first, second])).map(({ quality }) => quality)).toEqual(['ok', 'ok']);
    await expect(parser.parse(words, 'c.pdf')).resolves.toMatchObject({ quality: 'ok' });
  });

  it('lets one who waits go away without losing its place for others', async () => {
    const parser = createCvParser({ atOnce: 1, waiting: 2 });
    const stop = new AbortController();
    const first = parser.parse(words, 'a.pdf');
    const second = parser.parse(words, 'b.pdf', stop.signal);
    const third = parser.parse(words, 'c.pdf');
    stop.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    expect((await Promise.all([first, third])).map(({ quality }) => quality)).toEqual(['ok', 'ok']);
  });
});

describe('without a process', () => {
  it('refuses files over the limit', async () => {
    const large = new Uint8Array(LIMITS.bytes + 1);
    await expect(createCvParser().parse(large, 'cv.pdf')).rejects.toMatchObject({ code: 'too_large' });
  });

  it('says of what kind a file is not', async () => {
    const parsed = await createCvParser().parse(Uint8Array.from([0x4d, 0x5a, 0, 0, 1]), 'cv.pdf');
    expect(parsed).toMatchObject({ quality: 'corrupt', trouble: 'kind' });
    expect((await createCvParser().parse(new Uint8Array(), 'cv.pdf')).quality).toBe('empty');
  });
});

// Skipped without the material beside the project: files made to hang a parser or to fill its memory.
describe.skipIf(!existsSync(attacks))('hostile files', () => {
  it.each([
    ['pdf/generated/flate3_ws_10G.pdf', 'memory'],
    ['pdf/generated/form_laughs_1e8.pdf', 'memory'],
    ['docx/generated/lt_a_5M.docx', 'time'],
    ['docx/generated/zip_60k_entries.docx', 'broken'],
    ['docx/generated/bomb_ws_2G.docx', 'broken'],
    ['docx/generated/xxe_file.docx', 'broken'],
  ])('%s ends by %s', async (file, trouble) => {
    const parser = createCvParser({ milliseconds: trouble === 'time' ? 2000 : 10_000 });
    const before = process.memoryUsage.rss();
    const parsed = await parser.parse(readFileSync(`${attacks}${file}`), file);
    expect(parsed).toMatchObject({ quality: 'corrupt', trouble, lines: [] });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });
});
