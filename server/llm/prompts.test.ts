import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPrompts } from './prompts.ts';

let folder = '';
let path = '';
let lines: string[] = [];
const logger = {
  warn: (...words: unknown[]) => void lines.push(`warn ${JSON.stringify(words)}`),
  info: (...words: unknown[]) => void lines.push(`info ${JSON.stringify(words)}`),
};
const good = (text: string, version = '1'): string =>
  `prompts:\n  - id: assistant\n    version: '${version}'\n    variables: [name]\n    text: ${text}\n`;
let edits = 0;
/** Writes the file with a time of its own, as an editor a second later would. */
function write(content: string): void {
  writeFileSync(path, content);
  edits += 1;
  utimesSync(path, new Date(), new Date(1_700_000_000_000 + edits * 1000));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompts-'));
  path = join(folder, 'prompts.yaml');
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('prompts.yaml', () => {
  it('of this project is right', () => {
    const prompts = createPrompts({ path: new URL('../../prompts.yaml', import.meta.url), logger });
    expect(prompts.get('assistant').text).toContain('set_filter');
  });

  it('fills in variables and knows its version', () => {
    write(good('Hello {{name}}!', '7'));
    const prompts = createPrompts({ path, logger });
    expect(prompts.get('assistant', { name: 'Ada' })).toEqual({ id: 'assistant', version: '7', text: 'Hello Ada!' });
    expect(() => prompts.get('assistant')).toThrow(/needs \{\{name\}\}/);
    expect(() => prompts.get('nobody')).toThrow(/no prompt/);
  });

  it.each([
    ['nothing', ''],
    ['no YAML', 'prompts: [}'],
    ['an unknown field', 'prompts:\n  - {id: a, version: "1", variables: [], text: x, extra: 1}'],
    ['an undeclared variable', 'prompts:\n  - {id: a, version: "1", variables: [], text: "{{who}}"}'],
    ['an unused variable', 'prompts:\n  - {id: a, version: "1", variables: [who], text: "x"}'],
    [
      'two of one id',
      'prompts:\n  - {id: a, version: "1", variables: [], text: x}\n  - {id: a, version: "1", variables: [], text: x}',
    ],
  ])('is refused at the start with %s', (_, content) => {
    write(content);
    expect(() => createPrompts({ path, logger })).toThrow(/prompts\.yaml/);
  });

  it('is read again when it changes; a bad edit or a file that is gone keeps the last good version and says so once', () => {
    write(good('One {{name}}'));
    const prompts = createPrompts({ path, logger });
    write(good('Two {{name}}', '2'));
    expect(prompts.get('assistant', { name: 'x' })).toMatchObject({ version: '2', text: 'Two x' });
    write('prompts: [}');
    expect(prompts.get('assistant', { name: 'x' }).text).toBe('Two x');
    expect(prompts.get('assistant', { name: 'x' }).text).toBe('Two x');
    expect(lines.filter((line) => line.startsWith('warn'))).toHaveLength(1);
    rmSync(path);
    expect(prompts.get('assistant', { name: 'x' }).text).toBe('Two x');
    write(good('Three {{name}}', '3'));
    expect(prompts.get('assistant', { name: 'x' }).text).toBe('Three x');
  });
});
