import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectInThread } from '../../api/inspecting/thread.ts';
import { start } from '../command/cli.ts';
import { rulesOf } from '../support/inspected.ts';
import { xlsxOf } from '../support/workbooks.ts';

/** A sound workbook that takes more than a moment. */
const large = async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [`第 ${index} 行`, index, `说明 ${index * 7919}`]);
  return { format: 'zip', bytes: new Uint8Array(await xlsxOf([{ name: '一', rows }])) } as const;
};

/** What a process that has done nothing else finds in a file, when it may grow by so many megabytes. */
const foundAfresh = async (file: string, growthMegabytes: number): Promise<unknown> => {
  const script = `
    import { readFile } from 'node:fs/promises';
    import { inspectInThread } from './api/inspecting/thread.ts';
    const bytes = new Uint8Array(await readFile(${JSON.stringify(file)}));
    const findings = await inspectInThread({ format: 'zip', bytes }, { seconds: 60, growthMegabytes: ${growthMegabytes} });
    console.log(JSON.stringify(findings.map(({ rule }) => rule)));
  `;
  return JSON.parse((await start('--eval', [script]).ended).stdout);
};

describe('the thread a file is opened in', () => {
  test('gives its findings within the limits', async () => {
    expect(await inspectInThread(await large())).toEqual([]);
  });
  test('is ended at the deadline', async () => {
    const file = await large();
    const start = performance.now();
    const [finding, ...others] = await inspectInThread(file, { seconds: 0.1, growthMegabytes: 1_000 });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect([finding?.rule, others]).toEqual(['not-inspected', []]);
    expect(finding?.message.en).toContain('within 0.1 seconds');
  });
  test('is ended when the process grows too much', async () => {
    // One that has held more before would not grow, but take back what it let go.
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-thread-'));
    const file = join(folder, 'large.xlsx');
    await writeFile(file, (await large()).bytes);
    expect(await foundAfresh(file, 10)).toEqual(['not-inspected']);
    expect(await foundAfresh(file, 2_000)).toEqual([]);
    await rm(folder, { recursive: true });
  });
  test('costs nobody else anything: others go on meanwhile', async () => {
    const [slow, ended] = await Promise.all([
      inspectInThread(await large()),
      inspectInThread(await large(), { seconds: 0.05, growthMegabytes: 1_000 }),
    ]);
    expect([rulesOf(slow), rulesOf(ended)]).toEqual([[], ['not-inspected']]);
  });
});
