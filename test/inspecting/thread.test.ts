import { describe, expect, test } from 'vitest';
import { inspectInThread } from '../../api/inspecting/thread.ts';
import { rulesOf } from '../support/inspected.ts';
import { xlsxOf } from '../support/workbooks.ts';

/** A sound workbook that takes more than a moment. */
const large = async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [`第 ${index} 行`, index, `说明 ${index * 7919}`]);
  return { format: 'zip', bytes: new Uint8Array(await xlsxOf([{ name: '一', rows }])) } as const;
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
    expect(rulesOf(await inspectInThread(await large(), { seconds: 60, growthMegabytes: 10 }))).toEqual([
      'not-inspected',
    ]);
  });
  test('costs nobody else anything: others go on meanwhile', async () => {
    const [slow, ended] = await Promise.all([
      inspectInThread(await large()),
      inspectInThread(await large(), { seconds: 0.05, growthMegabytes: 1_000 }),
    ]);
    expect([rulesOf(slow), rulesOf(ended)]).toEqual([[], ['not-inspected']]);
  });
});
