import { defineConfig } from 'vitest/config';

// graphql must be one module for everybody, or schemas of "another realm" are refused.
const resolve = { alias: { graphql: 'graphql/index.js' } };

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          root: new URL('..', import.meta.url).pathname,
          include: ['test/core/**/*.test.ts', 'test/kinds/**/*.test.ts', 'test/importing/readers/**/*.test.ts'],
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          root: new URL('..', import.meta.url).pathname,
          include: ['test/api/**/*.test.ts', 'test/store/**/*.test.ts', 'test/http/**/*.test.ts', 'test/*.test.ts'],
          globalSetup: ['test/support/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
