import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig, unnamedWarning } from '../../api/config.ts';
import { createPostgres } from '../support/databases.ts';
import { root } from '../support/source.ts';
import { sentence, stack, start } from './cli.ts';

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gk-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a server that cannot start says why in a sentence, and ends', () => {
  test.each<readonly [what: string, environment: Record<string, string>, says: RegExp]>([
    ['a port that is no number', { PORT: 'http' }, /PORT .*65535.*“http”/],
    ['a port beyond the last', { PORT: '65536' }, /PORT .*“65536”/],
    ['a port with a fraction', { PORT: '80.5' }, /PORT /],
    ['a database of another sort', { DATABASE_URL: 'mysql://x' }, /DATABASE_URL .*postgresql:\/\//],
    ['a public address that is none', { PUBLIC_URL: 'ftp://x' }, /PUBLIC_URL .*http/],
    ['a level nobody logs at', { LOG_LEVEL: 'loud' }, /LOG_LEVEL .*trace.*“loud”/],
    ['a data folder that is a file', { GONGKAI_DATA: 'package.json' }, /GONGKAI_DATA .*“package\.json”.*是文件/],
    [
      'a database that is silent, without telling its password',
      { DATABASE_URL: 'postgresql://clerk:geheim@127.0.0.1:9/county' },
      /连不上数据库 127\.0\.0\.1:9\/county.*ECONNREFUSED/,
    ],
  ])('%s', async (_, environment, says) => {
    const data = join(folder, 'unused');
    const { code, stdout, stderr } = await start('api/main.ts', [], {
      GONGKAI_DATA: data,
      LOG_LEVEL: 'silent',
      ...environment,
    }).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(stack);
    expect(stderr).not.toContain('geheim');
    expect(existsSync(data)).toBe(false);
  });

  test('several wrong settings are told at once', async () => {
    const { stderr } = await start('api/main.ts', [], { PORT: 'x', LOG_LEVEL: 'y', GONGKAI_DATA: folder }).ended;
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});

describe('a server that readers can reach by any name', () => {
  test.each<readonly [host: string, url: string, isWarned: boolean]>([
    ['', '', true],
    ['0.0.0.0', '', true],
    ['10.0.0.5', '', true],
    ['0.0.0.0', 'https://gk.example.gov.cn', false],
    ['127.0.0.1', '', false],
    ['::1', '', false],
    ['localhost', '', false],
  ])('at %j with the public address %j is warned of: %s', (HOST, PUBLIC_URL, isWarned) => {
    expect(unnamedWarning(readConfig({ HOST, PUBLIC_URL })) !== null).toBe(isWarned);
  });

  test('says so once as it starts, in both languages', async () => {
    const { url, drop } = await createPostgres();
    const { child, output, ended } = start('api/main.ts', [], {
      DATABASE_URL: url,
      PORT: '0',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'warn',
    });
    await expect.poll(output, { timeout: 60_000 }).toMatch(/PUBLIC_URL.*\n.*PUBLIC_URL/s);
    child.kill('SIGTERM');
    const { stderr } = await ended;
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^警告：没有设 PUBLIC_URL.*请设 PUBLIC_URL/),
      expect.stringMatching(/^Warning: PUBLIC_URL is not set.*Set PUBLIC_URL/),
    ]);
    await drop();
  });
});

test('the command starts on the Node the machine has, however old', async () => {
  const system = '/usr/bin/node';
  const major = await run(system, ['-p', 'process.versions.node']).then(
    ({ stdout }) => Number.parseInt(stdout, 10),
    () => 0,
  );
  const node = major > 0 && major < 24 ? system : process.execPath;
  const { stdout } = await run(node, [join(root, 'api/gongkai.js'), '--version'], { cwd: folder });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const failed = await run(node, [join(root, 'api/gongkai.js'), 'import', 'budgets', 'x'], { cwd: folder }).then(
    () => 0,
    (error: { code: number; stderr: string }) => error,
  );
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/budgets/) });
});
