import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { createPostgres } from '../support/databases.ts';
import { gongkai, sentence, stack, start } from './cli.ts';

/** After a review on paper. */
const publishing = ['--publish', '--reviewed-by', '审查人', '--without-interpretation', '测试用文件'];

let folder: string;
let database: { url: string; drop: () => Promise<void> };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gk-command-'));
  database = await createPostgres();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

const paper = textOf({ subject: '测试导入', number: '桓政办字〔2024〕701号' });
const written = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('--dry-run', () => {
  test('tells every finding with place and remedy, stores nothing, and opens no database', async () => {
    const path = await written('slips.txt', paper.replace('请认真贯彻执行', '各镇（街道）、各部門認真貫徹執行'));
    const nowhere = join(folder, 'nowhere');
    const ended = await gongkai(['import', 'regulatory-document', path, '--dry-run'], { GONGKAI_DATA: nowhere });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/提醒 WARNING {2}第 \d+ 行第 \d+ 列 row \d+ column \d+ \[traditional-character\]/);
    expect(ended.stdout).toMatch(/→ \p{Script=Han}/u);
    expect(ended.stdout).toMatch(/0 个错误.*0 errors/);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('a reader who has enough closes the pipe, and the command ends quietly', async () => {
    const path = await written('slips.txt', paper.replace('请认真贯彻执行', `各部${'門'.repeat(3_000)}認真貫徹執行`));
    const { child, ended } = start('api/cli.ts', ['import', 'regulatory-document', path, '--dry-run']);
    child.stdout?.destroy();
    const { stderr, signal } = await ended;
    expect([stderr, signal]).toEqual(['', null]);
  });

  test('JSON that is none is told where, and nothing else is', async () => {
    const path = await written('broken.json', '{"sheets":[\n{"name":"表"');
    const { code, stdout } = await gongkai(['import', 'budget', path, '--dry-run', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'malformed-json', row: 2 }]);
  });

  // Each is a process of its own; what else a file may be is tested where files are read.
  test.each<readonly [what: string, content: () => string | Buffer, code: number, says: RegExp]>([
    ['a paper in UTF-16', () => utf16(`\ufeff${paper}`), 0, /0 errors/],
    ['an empty file', () => '', 1, /empty-file/],
    ['zeros, twenty megabytes', () => Buffer.alloc(20_000_000), 1, /file-too-large/],
    ['noise, four megabytes', () => randomBytes(4_000_000), 1, /ERROR/],
    ['one line of Chinese, four megabytes', () => '关于做好工作的通知'.repeat(150_000), 1, /ERROR/],
  ])('%s', async (what, content, code, says) => {
    const path = await written('given.txt', content());
    const ended = await gongkai(['import', 'regulatory-document', path, '--dry-run']);
    expect(`${what}: ${ended.code}`).toBe(`${what}: ${code}`);
    expect(ended.stdout).toMatch(says);
    expect(ended.stdout + ended.stderr).not.toMatch(stack);
  });

  test('a paper in GB18030 reads, with a word about its encoding', async () => {
    const path = 'examples/documents/library-work-points-2024.gb18030.txt';
    const ended = await gongkai(['import', 'regulatory-document', path, '--dry-run', '--json']);
    const { outcome, findings } = JSON.parse(ended.stdout);
    expect([ended.code, outcome]).toEqual([0, 'checked']);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toContain('encoding-assumed');
  });
});

test('without a file to write to, the templates of a kind are listed', async () => {
  const { code, stdout } = await gongkai(['template', 'regulatory-document']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/notice {2}印发规范性文件的通知模板 [\s\S]*interpretation {2}政策解读模板 /);
});

describe('mistakes are told in a sentence', () => {
  const none = () => join(folder, 'none.txt');
  test.each<readonly [what: string, args: () => readonly string[], says: RegExp]>([
    ['a file that is not there', () => ['import', 'regulatory-document', none()], /none\.txt.*核对路径/],
    ['a folder', () => ['import', 'regulatory-document', folder], /读不到文件/],
    ['a kind nobody knows', () => ['import', 'budgets', 'x.txt'], /budgets.*regulatory-document/],
    ['an id that is none', () => ['publish', '29'], /不是稿件编号/],
  ])('%s', async (_, args, says) => {
    const unused = join(folder, 'unused');
    const { code, stdout, stderr } = await gongkai(args(), { GONGKAI_DATA: unused });
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(sentence);
    expect(stdout + stderr).not.toMatch(stack);
    expect(existsSync(unused)).toBe(false);
  });

  test('a database that is not there, on a server that is', async () => {
    const { code, stderr } = await gongkai(['drafts'], { DATABASE_URL: new URL('no_such', database.url).href });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/连不上数据库 .*no_such.*3D000/)]);
    expect(stderr).not.toMatch(stack);
  });
});

describe('a paper’s life from the shell', () => {
  const run = (...args: readonly string[]) => gongkai(args, { DATABASE_URL: database.url });
  let path: string;
  let id: string;
  let indexNumber: string;

  test('staged, it waits among the drafts and nobody sees it', async () => {
    path = await written('life.txt', paper);
    const staged = await run('import', 'regulatory-document', path);
    expect([staged.code, staged.stdout]).toEqual([
      0,
      expect.stringMatching(/已存为草稿，读者看不到[\s\S]*\n {2}gongkai submit [0-9a-f-]{36}\n$/),
    ]);
    id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(staged.stdout)?.[0] ?? '';
    const line = `${id}  草稿 draft  regulatory-document  PROACTIVE  桓台县人民政府办公室  第 1 版 edition 1  桓台县人民政府办公室关于测试导入的通知\n`;
    expect((await run('drafts')).stdout).toBe(line);
    expect((await run('export', 'regulatory-document')).stdout.trim().split('\r\n')).toHaveLength(1);
  });

  test('only checked against a database, it is compared with the register, and stays unknown to it', async () => {
    const stranger = await written('unknown.txt', textOf({ subject: '外县来文', issuer: '乌有县人民政府办公室' }));
    const refused = await run('import', 'regulatory-document', stranger, '--dry-run');
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('unknown-publisher')]);
    const phone = await written('phone.txt', textOf({ subject: '电话', body: ['联系人王明，手机13812345678。'] }));
    const warned = await run('import', 'regulatory-document', phone, '--dry-run');
    expect([warned.code, warned.stdout]).toEqual([
      0,
      expect.stringMatching(/personal-mobile-number[\s\S]*未存任何内容/),
    ]);
    expect((await run('drafts')).stdout).not.toMatch(/外县来文|电话/);
  });

  test('published, it has an index number, and cannot be published again', async () => {
    expect((await run('publish', id)).stderr).toMatch(/草稿，不能发布.*cannot publish/);
    const steps = [
      ['submit', id, '--without-interpretation', '测试用文件'],
      ['review', id, '--basis', '《政府信息公开条例》第十七条', '--as', '审查人'],
      ['clear', id, '--rule', 'interpretation-exempted', '--reason', '同意', '--as', '审查人'],
      ['approve', id, '--as', '审查人'],
    ];
    for (const step of steps) expect([step[0], (await run(...step)).code]).toEqual([step[0], 0]);
    expect((await run('findings', id)).stdout).toMatch(/interpretation-exempted.*已核准：同意/);
    const past = await run('publish', id, '--at', '2001-02-03 21:30');
    expect([past.code, past.stderr]).toEqual([1, expect.stringMatching(/2001-02-03 21:30（北京时间）已过.*is past/)]);
    expect((await run('publish', id, '--at', '明天')).stderr).toMatch(/不是时刻.*北京时间/);
    const day = new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 10);
    const timed = await run('publish', id, '--at', `${day} 21:30`);
    expect([timed.code, timed.stdout]).toEqual([0, `已定时 scheduled: ${day} 21:30（北京时间 Beijing time）\n`]);
    expect((await run('drafts')).stdout).toContain(`定时 scheduled ${day} 21:30（北京时间 Beijing time）`);
    expect((await run('unschedule', id)).code).toBe(0);
    const { code, stdout } = await run('publish', id);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^已发布 published: \w{18}\/\d{4}-0000001（第 1 版 edition 1）\n$/),
    ]);
    indexNumber = /\w{18}\/\d{4}-\d{7}/.exec(stdout)?.[0] ?? '';
    expect((await run('publish', id)).stderr).toMatch(/已发布，不能发布/);
    const again = await run('import', 'regulatory-document', path, ...publishing);
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/内容与现行版本相同/)]);
  });

  test('exported, it is in the file; what keeps it out of one is said', async () => {
    const output = join(folder, 'list.csv');
    const exported = await run('export', 'regulatory-document', '--output', output);
    expect([exported.code, exported.stdout]).toEqual([0, `${output}: 1 行 rows\n`]);
    expect(await readFile(output, 'utf8')).toContain(indexNumber);
    const nowhere = await run('export', 'regulatory-document', '--output', join(folder, 'none/list.csv'));
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringMatching(/写不到文件.*ENOENT/)]);
    const long = await run('export', 'regulatory-document', '--search', 'x'.repeat(300));
    expect([long.code, long.stderr]).toEqual([1, expect.stringMatching(/search 共 300 字/)]);
    const { child, ended } = start('api/cli.ts', ['export', 'regulatory-document'], { DATABASE_URL: database.url });
    child.stdout?.destroy();
    expect((await ended).stderr).not.toMatch(stack);
  });

  test('the register is looked through, and a name that is not in it is answered with the nearest', async () => {
    const found = await run('organization', 'list', '--search', '教育');
    expect([found.code, found.stdout]).toEqual([
      0,
      expect.stringMatching(/^桓台县教育和体育局 {2}\w{18} {2}DEPARTMENT/m),
    ]);
    expect(found.stdout).not.toContain('财政局');
    expect((await run('organization', 'list', '--search', '桓台县教体局')).stdout).toMatch(/桓台县教育和体育局/);
    const file = await written('near.txt', textOf({ subject: '近似', issuer: '桓台县教育体育局' }));
    const refused = await run('import', 'regulatory-document', file);
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringMatching(/相近的有：桓台县教育和体育局/)]);
  });

  test('taken back, with a reason, once', async () => {
    const withdrawn = await run('withdraw', indexNumber, '--reason', '测试');
    expect([withdrawn.code, withdrawn.stdout]).toEqual([0, `已撤回 withdrawn: ${indexNumber}\n`]);
    expect((await run('withdraw', indexNumber, '--reason', '测试')).code).toBe(1);
  });

  test('published in one step, recorded as done by the local operator', async () => {
    path = await written('once.txt', textOf({ subject: '一步发布', number: '桓政办字〔2024〕702号' }));
    const published = await run('import', 'regulatory-document', path, ...publishing, '--json');
    expect([published.code, JSON.parse(published.stdout)]).toMatchObject([0, { file: path, outcome: 'published' }]);
  });

  test('refused with the reason and exit code 1, and nothing of it stays', async () => {
    const silent = await written('silent.txt', textOf({ subject: '未标属性', annotation: null }));
    const refused = await run('import', 'regulatory-document', silent, ...publishing);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/未标明公开属性.*--attribute/)]);
    const stranger = await written('stranger.txt', textOf({ subject: '外县来文', issuer: '乌有县人民政府办公室' }));
    const unknown = await run('import', 'regulatory-document', stranger, ...publishing);
    expect([unknown.code, unknown.stdout]).toEqual([1, expect.stringMatching(/unknown-publisher[\s\S]*登记/)]);
    expect((await run('drafts')).stdout).toBe('没有草稿 / no drafts\n');
    const sample = await run('sample', '--scale', '5');
    expect([sample.code, sample.stderr]).toEqual([1, expect.stringMatching(/已有内容，未作改动/)]);
  });
});

test('the command the package installs is this one', async () => {
  const { code, stdout } = await start('api/gongkai.js', ['--version']).ended;
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});
