import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditCode } from '../../api/core/credit-code.ts';
import { createPostgres } from '../support/databases.ts';
import { gongkai, sentence, stack } from './cli.ts';

describe('budgets from a shell', () => {
  let folder: string;
  let database: { readonly url: string; drop(): Promise<void> };
  const run = (...args: readonly string[]) => gongkai(args, { DATABASE_URL: database.url });
  const facts = ['表=收支明细', '年度=2023', '阶段=决算', '机构=示范县财政局', '层级=部门', '单位=元'].flatMap(
    (fact) => ['--set', fact],
  );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-budget-'));
    database = await createPostgres();
    await writeFile(join(folder, 'spring.csv'), 'Supplier,Net Amount\n甲公司,12.50\n乙公司,-3.00\n');
    await writeFile(join(folder, 'autumn.csv'), 'Supplier,Net Amount\n丙公司,7.25\n');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await database.drop();
  });

  test('a body is registered, its columns are explained once, and the next file needs no word', async () => {
    const code = creditCode('1', '1', '990001', '99990009');
    const added = await run(
      'organization',
      'add',
      '示范县财政局',
      '--code',
      code,
      '--division',
      '990001',
      '--division-name',
      '示范县',
    );
    expect([added.code, added.stdout]).toEqual([0, expect.stringContaining('已登记')]);
    expect((await run('organization', 'add', '示范县财政局', '--code', code, '--division', '990001')).stderr).toMatch(
      sentence,
    );

    const asked = await run('import', 'budget', join(folder, 'spring.csv'), ...facts, '--attribute', 'PROACTIVE');
    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain('--map "Net Amount=');
    const explained = await run(
      'import',
      'budget',
      join(folder, 'spring.csv'),
      ...facts,
      '--attribute',
      'PROACTIVE',
      '--map',
      'Supplier=name',
      '--map',
      'Net Amount=final',
      '--publish',
      '--reviewed-by',
      '审查人',
    );
    expect([explained.code, explained.stdout]).toEqual([0, expect.stringContaining('已发布')]);
    const next = await run(
      'import',
      'budget',
      join(folder, 'autumn.csv'),
      ...facts,
      '--set',
      '年度=2024',
      '--attribute',
      'PROACTIVE',
      '--publish',
      '--reviewed-by',
      '审查人',
    );
    expect([next.code, next.stdout]).toEqual([0, expect.stringContaining('已发布')]);

    const out = join(folder, 'lines.csv');
    const exported = await run('export', 'budget', '--lines', '--output', out);
    expect(exported.stdout).toMatch(/3 行 rows.*[0-9a-f]{64}/);
    expect(await readFile(out, 'utf8')).toMatch(/"甲公司".*12\.50/);
  }, 120_000);

  test('a template and the generator write files; a wrong word is a sentence, not a stack', async () => {
    expect((await run('template', 'budget', 'department', '--output', join(folder, 't.xlsx'))).code).toBe(0);
    for (const args of [
      ['template', 'budget', 'nonsense', '--output', 'x.xlsx'],
      ['generate', 'nonsense', '--output', join(folder, 'none')],
      ['import', 'budget', join(folder, 'spring.csv'), '--map', 'nonsense'],
    ]) {
      const { code, stderr } = await run(...args);
      expect(code).toBe(1);
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(stack);
    }
    const files = join(folder, 'files');
    expect((await run('generate', 'budget', '--output', files, '--faults')).code).toBe(0);
    const ledger = JSON.parse(await readFile(join(files, 'ledger.json'), 'utf8')) as {
      file: string;
      expected: { rule: string; sheet?: string; row?: number }[];
    }[];
    expect(ledger.length).toBeGreaterThan(20);
    expect(await readdir(files)).toEqual(expect.arrayContaining(ledger.map(({ file }) => file)));
    const planted = ledger.find(({ file }) => file.includes('three-public-total'));
    const { stdout } = await run('import', 'budget', join(files, planted?.file ?? ''), '--dry-run', '--json');
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; sheet?: string; row?: number }[] };
    expect(findings).toMatchObject(planted?.expected ?? []);
    expect(findings).toHaveLength(planted?.expected.length ?? 0);
  }, 120_000);
});
