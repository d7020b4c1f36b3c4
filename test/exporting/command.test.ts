import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedSample } from '../../api/seeding/seed.ts';
import { openDatabase } from '../../api/store/client.ts';
import { gongkai, sentence, stack } from '../command/cli.ts';
import { createPostgres } from '../support/databases.ts';

let database: Awaited<ReturnType<typeof createPostgres>>;
let folder: string;
const run = (...args: readonly string[]) =>
  gongkai(['export', 'budget', '--lines', ...args], { DATABASE_URL: database.url });

beforeAll(async () => {
  database = await createPostgres();
  folder = await mkdtemp(join(tmpdir(), 'gongkai-lines-'));
  const store = await openDatabase({ url: database.url });
  await seedSample(store, { documents: 3 });
  await store.close();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

test('lines go to a file, and it is told how many rows and which digest it has', async () => {
  const output = join(folder, 'lines.jsonl');
  const { code, stdout } = await run('--format', 'jsonl', '--output', output, '--where', 'stage=BUDGET');
  const file = await readFile(output);
  const rows = file.toString().trimEnd().split('\n');
  expect(code).toBe(0);
  expect(stdout).toBe(`${output}: ${rows.length} 行 rows, sha256 ${createHash('sha256').update(file).digest('hex')}\n`);
  for (const row of rows) expect(JSON.parse(row).stage).toBe('BUDGET');
});

test('lines go to standard output, and the report beside them', async () => {
  const { code, stdout, stderr } = await run('--where', 'header=code', '--where', 'bom=0');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^"indexNumber","fiscalYear",/);
  expect(stderr).toContain(`${stdout.trimEnd().split('\r\n').length - 1} 行 rows`);
});

test.each([
  [['--where', 'fiscalYear'], /name=value/],
  [['--output', '/no/such/folder/lines.csv'], /ENOENT/],
])('what cannot be done (%s) is told in a sentence', async (args, reason) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(reason);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(stack);
});
