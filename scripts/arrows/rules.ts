/** Turns the table in `layers.ts` into dependency-cruiser rules. Type-only imports count like any other. */
import type { IForbiddenRuleType } from 'dependency-cruiser';
import { LAYERS, PACKAGE_OWNERS, pathOf, TEST_FILES } from './layers.ts';

const packagePath = (names: string) => `(^|/)node_modules/(@types/)?(${names})/`;

/** One rule a layer: it imports nothing left of it and nothing beside it. */
function layerRules(): IForbiddenRuleType[] {
  return LAYERS.flatMap((group, place) =>
    group.map((layer): IForbiddenRuleType => {
      const left = LAYERS.slice(0, place).flat();
      const beside = group.filter((other) => other !== layer);
      return {
        name: `${layer}-points-right`,
        severity: 'error',
        from: { path: pathOf(layer), pathNot: TEST_FILES },
        to: { path: [...left, ...beside].map(pathOf).concat('^client/', '^(scripts|e2e|evals|bench)/') },
      };
    }),
  );
}

function ownerRules(): IForbiddenRuleType[] {
  return PACKAGE_OWNERS.map(({ packages, owners }) => ({
    name: `owners-of-${packages.replaceAll('|', '-').replaceAll('@', '')}`,
    severity: 'error',
    from: { pathNot: `${owners}|${TEST_FILES}|(^|/)node_modules/` },
    to: { path: packagePath(packages) },
  }));
}

const modules = LAYERS.flat().filter((layer) => !['main', 'app', 'tools'].includes(layer));

const GENERAL: IForbiddenRuleType[] = [
  {
    name: 'known-module',
    comment: 'A new folder under server/ needs its place in the table of layers.',
    severity: 'error',
    from: {},
    to: {
      path: '^server/',
      pathNot: `^server/((${modules.join('|')}|protocol)/|[a-z-]+(\\.test)?\\.ts$)`,
    },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: `${TEST_FILES}|\\.d\\.ts$|^migrations/|^server/store/[a-z-]*worker\\.ts$|^client/worker/`,
    },
    to: {},
  },
  { name: 'nobody-imports-main', severity: 'error', from: {}, to: { path: '^(server|client)/main\\.ts$' } },
  {
    name: 'no-test-from-code',
    severity: 'error',
    from: { pathNot: TEST_FILES },
    to: { path: '\\.test\\.ts$|/testing\\.ts$' },
  },
  {
    name: 'protocol-for-doors-and-browser',
    severity: 'error',
    from: { pathNot: `^(server/(ws|protocol)|client)/|^server/app\\.ts$|${TEST_FILES}` },
    to: { path: '^server/protocol/' },
  },
  {
    name: 'protocol-is-light',
    comment: 'Shipped to the browser: whatever it reaches is a pure file or zod.',
    severity: 'error',
    from: { path: '^server/protocol/', pathNot: TEST_FILES },
    to: { path: ['-(entity|repository|service|routes)\\.ts$', '(^|/)node_modules/(?!zod/)'], reachable: true },
  },
  {
    name: 'client-imports-protocol-only',
    severity: 'error',
    from: { path: '^client/', pathNot: TEST_FILES },
    to: { path: '^(server|tools|migrations|scripts|e2e|evals|bench)/', pathNot: '^server/protocol/' },
  },
  {
    name: 'browser-has-no-node',
    severity: 'error',
    from: { path: '^(client|server/protocol)/', pathNot: TEST_FILES },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'facts-are-pure',
    comment: 'Look-ups and decisions do no I/O: of packages only zod, of Node nothing but hashing.',
    severity: 'error',
    from: {
      path: '^server/(taxonomy|matching)/',
      pathNot: `-(entity|repository|service|routes|file)\\.ts$|${TEST_FILES}`,
    },
    to: {
      path: [
        '(^|/)node_modules/(?!(zod|csv-stringify)/)',
        '^(node:)?(fs|http|https|net|child_process|worker_threads)(/|$)',
      ],
    },
  },
  {
    name: 'no-tools-of-development',
    comment: 'A dependency of running code belongs in "dependencies".',
    severity: 'error',
    from: { path: '^(server|tools|client|migrations)/', pathNot: TEST_FILES },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'every-import-exists',
    severity: 'error',
    from: { pathNot: '(^|/)node_modules/' },
    to: { couldNotResolve: true },
  },
];

export const RULES: IForbiddenRuleType[] = [...layerRules(), ...ownerRules(), ...GENERAL];
