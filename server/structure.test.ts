/** Promises about the tree itself: what is written in two places agrees, and the house rules that no linter knows hold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../scripts/arrows/layers.ts';
import { projectFiles } from '../scripts/project-files.ts';
import { configSchema } from './kernel/config.ts';
import { commandSchema } from './protocol/commands.ts';
import { serverEventSchema } from './protocol/events.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = projectFiles(root);
const code = files.filter((path) => path.endsWith('.ts'));
const texts = files.filter((path) => /\.(ts|md|json|ya?ml|css|html|cjs)$|^(Dockerfile|NOTICE|\.[a-z.]+)$/.test(path));
const self = 'server/structure.test.ts';

const linesMatching = (paths: readonly string[], pattern: RegExp) =>
  paths
    .filter((path) => path !== self)
    .flatMap((path) =>
      read(path)
        .split('\n')
        .map((line, index) => ({ path, line, place: `${path}:${index + 1}` })),
    )
    .filter(({ line }) => pattern.test(line));

describe('the protocol page', () => {
  const types = [...commandSchema.options, ...serverEventSchema.options].map((option) => option.shape.type.value);

  it.each(types)('explains %s', (type) => {
    expect(read('server/protocol/README.md')).toContain(`\`${type}\``);
  });
});

describe('the actions', () => {
  const actions = code.filter((path) => /^tools\/[a-z-]+\.ts$/.test(path) && /= defineAction\(\{/.test(read(path)));
  const tests = code
    .filter((path) => path.startsWith('tools/') && path.endsWith('.test.ts'))
    .map(read)
    .join('\n');

  it('are there', () => expect(actions.length).toBeGreaterThanOrEqual(11));

  it.each(actions)('%s is registered and tested', (path) => {
    const name = /name: '([a-z_]+)'/.exec(read(path))?.[1] ?? 'no name';
    const exported = /export const (\w+) = defineAction/.exec(read(path))?.[1] ?? 'nothing';
    expect(read('tools/registry.ts')).toContain(`register(${exported})`);
    expect(tests).toMatch(new RegExp(`['"]${name}['"]|\\b${exported}\\b`));
  });
});

describe('the settings', () => {
  it('are all explained in .env.example, and nothing else is', () => {
    const explained = [...read('.env.example').matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(explained.toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });
});

describe('the files', () => {
  const sizes = code
    .map((path) => ({ path, lines: read(path).split('\n').length }))
    .toSorted((a, b) => a.lines - b.lines);

  it('have at most 300 lines', () => {
    const at = (share: number) => sizes[Math.floor(sizes.length * share)]?.lines ?? 0;
    process.stdout.write(`${sizes.length} files: median ${at(0.5)} lines, nine of ten under ${at(0.9)}\n`);
    expect(sizes.filter(({ lines }) => lines > 301)).toEqual([]);
  });

  it('are named for what they are about', () => {
    expect(code.filter((path) => /(^|[/-])(utils?|helpers?|misc|common|manager|stuff)([.-]|\/)/.test(path))).toEqual(
      [],
    );
  });

  it('say at their head what they are for', () => {
    const silent = code.filter((path) => !path.endsWith('.test.ts') && !/^(#!.*\n)?\/\*\*/.test(read(path)));
    expect(silent).toEqual([]);
  });

  it('spell their words out', () => {
    const short =
      /\b(?:const|let|function)\s+(?:req|res|msg|cfg|ctx|opts|tmp|cb|btn|el|evt|idx|usr|conv)\b|[(,]\s*(?:req|res|msg|cfg|ctx|opts|cb|evt|idx)\s*[:,)]/;
    expect(linesMatching(code, short).map(({ place, line }) => `${place} ${line.trim()}`)).toEqual([]);
  });

  it('do not name this or any other machine, nor papers that a clone does not have', () => {
    const machine =
      /\/work\/|\/home\/\w|\/Users\/\w|\/tmp\/\w|\b(?:DESIGN|STYLE|STACK|READING|UNDERSTANDING|PRODUCT|SOURCES|SECURITY|PERFORMANCE)(?:\.md)?,? §/;
    expect(linesMatching(texts, machine).map(({ place, line }) => `${place} ${line.trim()}`)).toEqual([]);
  });

  it('use material beside the project only in tests and evaluations', () => {
    const beside = texts.filter((path) => !/\.test\.ts$|\/testing\/|^(e2e|evals|bench)\//.test(path));
    expect(linesMatching(beside, /\.\.\/shared\//).map(({ place }) => place)).toEqual([]);
  });

  it('pin packages without naming where they came from', () => {
    expect(linesMatching(['package-lock.json'], /"resolved": "https?:/)).toEqual([]);
  });
});

describe('the README', () => {
  it('shows the arrows as they are checked', () => {
    const line = LAYERS.map((group) => group.join(', ')).join(' → ');
    expect(read('README.md')).toContain(line);
  });

  it('links only to what exists', () => {
    const links = [...read('README.md').matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, link.split('#')[0] ?? '')))).toEqual([]);
  });
});
