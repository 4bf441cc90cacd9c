/** Runs dependency-cruiser over the tree and says which imports point the wrong way. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { RULES } from './rules.ts';

/** Fewer than this means that the checker saw nothing (a compiler it cannot load), and a pass would be empty. */
const FEWEST_MODULES = 15;
const FOLDERS = ['server', 'tools', 'client', 'migrations', 'scripts', 'e2e', 'evals', 'bench'];

export interface Arrows {
  modules: number;
  /** One line a violation: "rule: from → to". Empty when all arrows point right. */
  violations: string[];
}

/** Checks the tree at `root`. Throws when so few modules were seen that the answer would mean nothing. */
export async function checkArrows(root: string, fewest = FEWEST_MODULES): Promise<Arrows> {
  const tsConfig = extractTsConfig(join(root, 'tsconfig.json'));
  const { output } = await cruise(
    FOLDERS.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: RULES },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^client/dist' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'types', 'node', 'default'],
      },
    },
    {},
    { tsConfig },
  );
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered in words: ${output}`);
  return read(output, fewest);
}

function read(result: ICruiseResult, fewest: number): Arrows {
  const modules = result.modules.filter((module) => !module.source.includes('node_modules')).length;
  if (modules < fewest) throw new Error(`only ${modules} modules were seen, at least ${fewest} were expected`);
  const violations = result.summary.violations.map(({ rule, from, to, via }) => {
    const road = via?.map((step) => step.name).join(' → ');
    return `${rule.name}: ${from} → ${road ?? to}`;
  });
  return { modules, violations: [...new Set(violations)].toSorted() };
}

if (import.meta.main) {
  const { modules, violations } = await checkArrows(join(import.meta.dirname, '../..'));
  for (const violation of violations) console.log(violation);
  console.log(`${modules} modules, ${violations.length} arrows point the wrong way`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
