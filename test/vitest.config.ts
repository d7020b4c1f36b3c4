import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './support/chromium.ts';

// graphql must be one module for everybody, or schemas of "another realm" are refused.
const resolve = { alias: { graphql: 'graphql/index.js' } };

/** No database, no socket: the inner loop. */
const unit = ['test/core/**/*.test.ts', 'test/kinds/**/*.test.ts', 'test/reading/**/*.test.ts'];

/**
 * Files of a project share their processes: the schema, the database in WebAssembly, the readers are read and compiled once,
 * not once a file. No test changes what another sees: each opens databases and servers of its own and mocks nothing.
 */
const isolate = false;

/** What is waited for in a browser comes when it comes: two busy cores are slow, not wrong. */
const patience = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    // One more than there are cores: much of a file is waiting, for a browser, a server, a command.
    maxWorkers: availableParallelism() + 1,
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          isolate,
          // Files of a million rows are read here too, and a busy machine is slow, not wrong.
          testTimeout: 30_000,
          root: new URL('..', import.meta.url).pathname,
          include: unit,
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          isolate,
          expect: patience,
          root: new URL('..', import.meta.url).pathname,
          include: ['test/**/*.test.ts'],
          exclude: [...unit, 'test/widgets/**', 'test/bench/**'],
          globalSetup: ['test/support/postgres.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          // Panels one by one in a real browser, from source.
          name: 'panels',
          expect: patience,
          root: new URL('..', import.meta.url).pathname,
          include: ['test/widgets/panels/**/*.test.ts'],
          globalSetup: ['test/widgets/platform.setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            ui: false,
            provider: playwright({ launchOptions: await chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve,
        test: {
          // The built scripts on whole pages, as a webmaster embeds them.
          name: 'pages',
          isolate,
          expect: patience,
          root: new URL('..', import.meta.url).pathname,
          include: ['test/widgets/*.test.ts'],
          globalSetup: ['test/widgets/platform.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
