import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/support/slowest-first.js';

/** `unit`: specs beside their source. `integration` and `browser`: test/, against real PostgreSQL, Redis, sockets, Chromium. */
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'node'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node'], externalConditions: ['node'] } },
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{libs,prisma,bench}/**/*.spec.ts', 'apps/**/*.spec.{ts,tsx}', 'bin/**/*.spec.mjs'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: '100%', // by default one processor is left idle
          isolate: false, // unit specs keep no state; loading everything anew took most of their time
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.spec.ts'],
          globalSetup: ['test/support/services.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 3, // on two processors: specs wait for their processes much of the time
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.spec.ts'],
          globalSetup: ['test/faults/setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.spec.ts'],
          globalSetup: ['test/support/services.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // One after the other: two at once leave two processors too little for pages and trainings to keep their time limits.
          fileParallelism: false,
        },
      },
    ],
  },
});
