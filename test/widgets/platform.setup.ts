import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { providePGlite } from '../support/pglite-dump.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the stand-in for the platform; its first path segment says how it answers. */
    readonly standIn: string;
  }
}

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'test/.output/widgets');
let standIn: StandIn | undefined;
let cleanUp: (() => Promise<void>) | undefined;

/** The scripts as a page gets them, built apart from widgets/dist so that a test run changes nothing outside test/. */
const build = async (): Promise<void> => {
  const rollup = spawn(
    process.execPath,
    [
      join(root, 'node_modules/rollup/dist/bin/rollup'),
      '-c',
      'widgets/rollup.config.js',
      '--silent',
      '--failAfterWarnings',
    ],
    { cwd: root, env: { ...process.env, GONGKAI_WIDGETS_DIST: dist }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = await once(rollup, 'exit');
  if (code !== 0) throw new Error(`rollup -c widgets/rollup.config.js ended with ${code}`);
};

export const setup = async (project: TestProject): Promise<void> => {
  if (project.name === 'pages') {
    [cleanUp] = await Promise.all([providePGlite(project), build()]);
  }
  standIn = await startStandIn(dist);
  project.provide('standIn', standIn.url);
};

export const teardown = async (): Promise<void> => {
  await standIn?.stop();
  await cleanUp?.();
};
