import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../api/instance.ts';
import { seedCounty } from '../../api/seeding/county.ts';
import { publishPaper, textOf } from '../support/county.ts';
import { openServer } from '../support/server.ts';
import { gongkai, stack, start } from './cli.ts';

/** After a review on paper. */
const publishing = ['--publish', '--reviewed-by', '审查人', '--without-interpretation', '测试用文件'];

let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gk-killed-'));
  data = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const points = 300;
const body = (version: number) => [
  '一、主要任务',
  ...Array.from(
    { length: points },
    (_, index) =>
      `（${'一二三四五六七八九'[index % 9]}）做好第${index + 1}项工作。第${version}稿。（责任单位：县财政局、县司法局）`,
  ),
];
const large = (version: number) =>
  textOf({ subject: '很长的工作', number: '桓政办字〔2024〕801号', body: body(version) });

const openFolder = () => openStore({ databaseUrl: undefined, dataFolder: data });

/** What a reader sees after whatever happened: every document whole, and all that was ever published. */
async function look(): Promise<{ readonly kept: number; readonly edition: number | null }> {
  const server = await openServer(await openFolder());
  const { kept, shown } = await server.ask<{
    kept: { totalCount: number };
    shown: {
      edition: { number: number };
      text: string;
      articles: { text: string; responsibilities: unknown[] }[];
      attachments: { size: number }[];
    } | null;
  }>(`{ kept: regulatoryDocuments(where: { number: { eq: "桓政办字〔2024〕800号" } }) { totalCount }
    shown: regulatoryDocument(by: { number: "桓政办字〔2024〕801号" }) { edition { number } text articles { text responsibilities { writtenName } } attachments { size } } }`);
  const drafts = await server.store.db.edition.findMany({
    where: { publishedAt: null },
    include: { regulatoryDocument: true },
  });
  for (const draft of drafts) expect(draft.regulatoryDocument).not.toBeNull();
  await server.close();
  if (shown) {
    expect(shown.articles.length).toBeGreaterThan(points);
    const edition = /第(\d)稿/.exec(shown.text)?.[1];
    expect(new Set(shown.text.match(/第\dx?稿/g))).toEqual(new Set([`第${edition}稿`]));
    expect(shown.articles.filter(({ responsibilities }) => responsibilities.length === 2)).toHaveLength(points);
    expect(shown.attachments).toHaveLength(1);
  }
  return { kept: kept.totalCount, edition: shown?.edition.number ?? null };
}

test('killed at any moment of an import, the folder opens again: nothing half is visible, nothing published is lost', async () => {
  const store = await openFolder();
  await store.db.$transaction(seedCounty);
  await publishPaper(store, { subject: '早已公开的工作', number: '桓政办字〔2024〕800号' });
  await store.close();

  const path = join(folder, 'large.txt');
  await writeFile(path, large(1));
  const whole = await gongkai(['import', 'regulatory-document', path, ...publishing], { GONGKAI_DATA: data });
  expect([whole.code, whole.stderr]).toEqual([0, expect.not.stringMatching(stack)]);
  expect(await look()).toEqual({ kept: 1, edition: 1 });

  let last = 1;
  for (const [round, share] of [0.5, 0.7, 0.85].entries()) {
    await writeFile(path, large(round + 2));
    const { child, ended, output } = start('api/cli.ts', ['import', 'regulatory-document', path, ...publishing], {
      GONGKAI_DATA: data,
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), whole.ms * share);
    await ended;
    clearTimeout(timer);
    const { kept, edition } = await look();
    expect(kept).toBe(1);
    // Told is kept; what was not told may have been in time or not.
    const wasTold = output().includes('已发布');
    expect([last, last + 1]).toContain(edition);
    if (wasTold) expect(edition).toBe(last + 1);
    last = edition ?? 0;
  }

  // After all of them an import goes on as if nothing had been.
  await writeFile(path, large(9));
  expect((await gongkai(['import', 'regulatory-document', path, ...publishing], { GONGKAI_DATA: data })).code).toBe(0);
  expect(await look()).toEqual({ kept: 1, edition: last + 1 });
}, 180_000);

test('a folder that a server holds is told in a sentence, and free again when it has gone', async () => {
  const server = start('api/main.ts', [], { GONGKAI_DATA: data, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' });
  await expect.poll(server.output, { timeout: 40_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  const held = await gongkai(['drafts'], { GONGKAI_DATA: data });
  expect(held.code).toBe(1);
  expect(held.stderr).toMatch(/\p{Script=Han}[\s\S]*[a-z]{3}/u);
  expect(held.stderr).toContain(data);
  expect(held.stdout + held.stderr).not.toMatch(stack);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(existsSync(data)).toBe(true);
  expect((await gongkai(['drafts'], { GONGKAI_DATA: data })).code).toBe(0);
}, 120_000);
