/** The arrow check must catch what it promises: each wrong import is planted in a small tree of its own. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkArrows } from './check-arrows.ts';

const roots: string[] = [];

async function plant(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'perch-arrows-'));
  roots.push(root);
  const packages = ['ai', 'ws', 'express', 'pg', 'lit', 'zod', 'vitest'];
  const all: Record<string, string> = {
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { ai: '1', ws: '1', express: '1', pg: '1', lit: '1', zod: '1' },
      devDependencies: { vitest: '1' },
    }),
    'tsconfig.json': '{"compilerOptions":{"module":"nodenext","allowImportingTsExtensions":true,"noEmit":true}}',
    ...Object.fromEntries(
      packages.flatMap((name) => [
        [`node_modules/${name}/package.json`, `{"name":"${name}","type":"module","exports":"./index.js"}`],
        [`node_modules/${name}/index.js`, 'export const thing = 1;'],
      ]),
    ),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true });
});

const thing = 'export const thing = 1;\n';
const take = (from: string) => `import { thing } from '${from}';\nexport const other = thing;\n`;

/** rule → the file that breaks it, its text, and what it needs to exist. */
const WRONG: [rule: string, path: string, text: string, also?: Record<string, string>][] = [
  ['kernel-points-right', 'server/kernel/a.ts', take('../store/b.ts'), { 'server/store/b.ts': thing }],
  [
    'postings-points-right',
    'server/postings/a.ts',
    "import type { X } from '../matching/b.ts';\nexport type Y = X;\n",
    { 'server/matching/b.ts': 'export type X = 1;\n' },
  ],
  ['http-points-right', 'server/http/a.ts', take('../ws/b.ts'), { 'server/ws/b.ts': thing }],
  ['tools-points-right', 'tools/a.ts', take('../server/agent/b.ts'), { 'server/agent/b.ts': thing }],
  [
    'owners-of-ai-ai-sdk',
    'server/conversations/a.ts',
    "import type { thing } from 'ai';\nexport type Y = typeof thing;\n",
  ],
  ['owners-of-ws', 'server/agent/a.ts', take('ws')],
  ['owners-of-express-express-session-connect-pg-simple-helmet', 'server/ws/a.ts', take('express')],
  ['owners-of-mikro-orm-pg-kysely', 'server/matching/filter-service.ts', take('pg')],
  ['owners-of-lit-marked', 'server/http/a.ts', take('lit')],
  ['known-module', 'server/helpers/a.ts', thing, { 'server/main.ts': take('./helpers/a.ts') }],
  ['nobody-imports-main', 'server/cli/a.ts', take('../main.ts'), { 'server/main.ts': thing }],
  ['no-test-from-code', 'server/matching/a.ts', take('../store/testing.ts'), { 'server/store/testing.ts': thing }],
  ['protocol-for-doors-and-browser', 'server/agent/a.ts', take('../protocol/b.ts'), { 'server/protocol/b.ts': thing }],
  [
    'protocol-is-light',
    'server/protocol/a.ts',
    take('../kernel/b.ts'),
    { 'server/kernel/b.ts': take('pg').replace('other', 'thing2') + thing.replace('thing', 'another') },
  ],
  ['client-imports-protocol-only', 'client/a.ts', take('../server/store/b.ts'), { 'server/store/b.ts': thing }],
  ['browser-has-no-node', 'client/a.ts', "import { sep } from 'node:path';\nexport const other = sep;\n"],
  [
    'facts-are-pure',
    'server/taxonomy/a.ts',
    "import { readFileSync } from 'node:fs';\nexport const other = readFileSync;\n",
  ],
  ['no-tools-of-development', 'server/kernel/a.ts', take('vitest')],
  ['every-import-exists', 'server/kernel/a.ts', take('./missing.ts')],
  ['no-orphans', 'server/kernel/lonely.ts', thing],
  [
    'no-cycles',
    'server/kernel/a.ts',
    "import { b } from './b.ts';\nexport const a = () => b;\n",
    { 'server/kernel/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n" },
  ],
];

describe('the arrow check', () => {
  it.each(WRONG)('catches %s', async (rule, path, text, also = {}) => {
    const { violations } = await checkArrows(await plant({ [path]: text, ...also }), 1);
    expect(violations.map((line) => line.split(':')[0])).toContain(rule);
  });

  it('finds nothing wrong with a tree whose arrows point right', async () => {
    const root = await plant({
      'server/main.ts': take('./matching/filter.ts'),
      'server/matching/filter.ts': take('zod'),
      'server/matching/filter.test.ts':
        "import { other } from './filter.ts';\nimport { thing } from 'vitest';\nexport const x = [other, thing];\n",
    });
    expect((await checkArrows(root, 1)).violations).toEqual([]);
  });

  it('does not pass when it saw next to nothing', async () => {
    await expect(checkArrows(await plant({ 'server/main.ts': thing }))).rejects.toThrow(/only 1 modules/);
  });
});
