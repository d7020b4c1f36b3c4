import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../api/store/client.ts';
import { migrate } from '../../api/store/migrate.ts';
import { providePGlite } from './pglite-dump.ts';
import { type Postgres, startPostgres, templateDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the run's PostgreSQL server. */
    readonly postgresUrl: string;
  }
}

let server: Postgres | undefined;
let cleanUp: (() => Promise<void>) | undefined;

const migrateTemplate = async ({ url }: Postgres): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  const store = await openDatabase({ url: new URL(templateDatabase, url).href });
  await migrate(store);
  await store.close();
};

export const setup = async (project: TestProject): Promise<void> => {
  const starting = startPostgres().then(async (started) => {
    server = started;
    await migrateTemplate(started);
    return started;
  });
  const [started, clean] = await Promise.all([starting, providePGlite(project)]);
  cleanUp = clean;
  project.provide('postgresUrl', started.url);
};

export const teardown = async (): Promise<void> => {
  await server?.stop();
  await cleanUp?.();
};
