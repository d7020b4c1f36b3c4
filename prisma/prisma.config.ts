import { defineConfig } from 'prisma/config';

/** `schema` is this folder: the shared nouns and every file in models/. */
export default defineConfig({
  schema: '.',
  migrations: { path: 'migrations' },
});
