/** Two projects: `unit` lies beside the code and needs no browser, `e2e` starts a real Perch and a real browser. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Each file has a PGlite of its own; more than two at once only wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{server,tools,client,migrations,scripts,evals,bench}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
