import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../api/disclosures/kind.ts';
import { readFile } from '../api/importing/import.ts';
import { tester } from './support/gate.ts';
import { livelihoodProject } from './support/projects.ts';
import { root, sources } from './support/source.ts';

interface Stated {
  readonly name: string;
  readonly totalInvestment: string | null;
  readonly places: readonly { readonly town: string }[];
  readonly progress: readonly {
    readonly period: string;
    readonly status: string | null;
    readonly pace: string | null;
    readonly statusWord: string | null;
    readonly invested: string | null;
  }[];
  readonly satisfied: number | null;
}

async function readExample(file: string) {
  const bytes = new Uint8Array(readFileSync(join(root, 'examples/livelihood-projects', file)));
  const { statement, findings } = await readFile(livelihoodProject, {
    name: basename(file),
    bytes,
    attribute: 'PROACTIVE',
    actor: tester,
    now: new Date(),
  });
  const all: readonly Statement[] = statement ? [statement, ...statement.others] : [];
  return { findings, projects: all.map(({ stated }) => stated as Stated) };
}

const standings = (projects: readonly Stated[]) =>
  Object.fromEntries(
    [...Map.groupBy(projects, ({ progress }) => [progress.at(-1)?.status, progress.at(-1)?.pace].join(' '))].map(
      ([standing, those]) => [standing, those.length],
    ),
  );

/** What each example must lead to: how many projects, and which rules speak how often. */
const expected: Readonly<Record<string, readonly [projects: number, rules: Readonly<Record<string, number>>]>> = {
  'bazhong-2024-q2.csv': [4, {}],
  'huichang-2023-10.csv': [65, { 'completed-without-evidence': 26 }],
  'jinzhai-2025-truncated-share.xlsx': [222, { 'completed-without-evidence': 24, 'percentage-differs': 1 }],
  'ninghai-2020.xlsx': [10, {}],
  'qinshui-2021.xlsx': [6, { 'incomplete-report': 6 }],
};

describe.each(sources('examples/livelihood-projects/*.*'))('%s', (path) => {
  test('is read without an error, and its rules say what they should', async () => {
    const { findings, projects } = await readExample(basename(path));
    const counts = Object.fromEntries(
      [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, { length }]) => [rule, length]),
    );
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect([projects.length, counts]).toEqual(expected[basename(path)]);
  });
});

test('会昌: 65 started, 26 of them done, each in its town', async () => {
  const { projects } = await readExample('huichang-2023-10.csv');
  expect(standings(projects)).toEqual({ 'COMPLETED ': 26, 'IN_PROGRESS ': 39 });
  expect(projects[0]).toMatchObject({ places: [{ town: '文武坝镇' }], progress: [{ period: '2023M10' }] });
});

test('巴中: ahead, on and behind, the words kept', async () => {
  const { projects } = await readExample('bazhong-2024-q2.csv');
  expect(projects.map(({ progress }) => [progress[0]?.statusWord, progress[0]?.pace])).toEqual([
    ['提前或超额完成', 'AHEAD'],
    ['正常推进', 'ON'],
    ['推进缓慢', 'BEHIND'],
    ['正常推进', 'ON'],
  ]);
});

test('金寨: 17 + 10 + 24 + 9 + 162 = 222; 72.97 printed as 72.9 is told as cut off', async () => {
  const { projects, findings } = await readExample('jinzhai-2025-truncated-share.xlsx');
  expect(standings(projects)).toEqual({
    'IN_PROGRESS BEHIND': 17,
    'IN_PROGRESS AHEAD': 10,
    'COMPLETED ': 24,
    ' ': 9,
    'IN_PROGRESS ON': 162,
  });
  const found = findings.find(({ rule }) => rule === 'percentage-differs');
  expect(found).toMatchObject({ severity: 'WARNING', sheet: '汇总', row: 7, column: '占比' });
  expect(found?.message.zh).toContain('截尾');
  expect(found?.message.zh).toContain('72.97%');
});

test('宁海: 3.82 亿, 2.47 亿 and 2.41 亿 add up; 175/43/4 of 231 voters', async () => {
  const { projects } = await readExample('ninghai-2020.xlsx');
  const sum = (amounts: readonly (string | null | undefined)[]) =>
    amounts.reduce((left, right) => left + BigInt(right ?? 0), 0n);
  expect(sum(projects.map(({ totalInvestment }) => totalInvestment))).toBe(38_200_000_000n);
  expect(sum(projects.map(({ progress }) => progress[0]?.invested))).toBe(24_100_000_000n);
  expect(projects[0]).toMatchObject({ name: '农民饮用水提升', satisfied: 175, mostlySatisfied: 43, dissatisfied: 4 });
});

test('沁水: subtotals under their headings, and 122.6 %', async () => {
  const { projects } = await readExample('qinshui-2021.xlsx');
  expect(projects.map(({ name }) => name)).toHaveLength(6);
  expect(projects.reduce((sum, { progress }) => sum + BigInt(progress[0]?.invested ?? 0), 0n)).toBe(775_700_000_000n);
});
