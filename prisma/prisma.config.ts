import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Generating the client needs no engine. Without a name of an existing file Prisma would try to download one.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(import.meta.url);

/** `schema` is this folder: the shared nouns and every file in models/. */
export default defineConfig({
  schema: '.',
  migrations: { path: 'migrations' },
});
