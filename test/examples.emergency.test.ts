import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../api/disclosures/kind.ts';
import { kindNamed } from '../api/disclosures/registry.ts';
import { importFile, readFile } from '../api/importing/import.ts';
import { seedCounty } from '../api/seeding/county.ts';
import { openMemory } from './support/databases.ts';
import { onPaper, tester } from './support/gate.ts';
import { openServer, type TestServer } from './support/server.ts';
import { root, sources } from './support/source.ts';

const plan = kindNamed('emergency-plan') as Kind;
const event = kindNamed('emergency-event') as Kind;

const optionsOf = (file: string) => ({
  name: basename(file),
  bytes: new Uint8Array(readFileSync(join(root, file))),
  actor: tester,
  now: new Date(),
});

/** What the published error of an example leads to. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  'examples/emergency-plans/qifeng-contacts-wrong.xlsx': ['personal-contact', 'personal-contact'],
  'examples/emergency-events/heat-2022-wrong.csv': ['level-not-raised'],
};

describe.each([
  ...sources('examples/emergency-plans/*.*').map((file) => ({ file, kind: plan })),
  ...sources('examples/emergency-events/*.*').map((file) => ({ file, kind: event })),
])('$file', ({ file, kind }) => {
  test('is read without a word, or its published error is found and nothing else', async () => {
    const { findings } = await readFile(kind, optionsOf(file));
    expect(findings.map(({ rule }) => rule)).toEqual(wrong[file] ?? []);
    if (!wrong[file]) expect(file).not.toContain('wrong');
  });
});

describe('the worked example', () => {
  let platform: TestServer;
  beforeAll(async () => {
    const store = await openMemory();
    await store.db.$transaction(seedCounty);
    platform = await openServer(store);
  }, 60_000);
  afterAll(() => platform.close());

  test('a plan and the episode that rests on it are published and answer the citizen', async () => {
    for (const [kind, file] of [
      [plan, 'examples/emergency-plans/huantai-2021-flood.xlsx'],
      [event, 'examples/emergency-events/huantai-2021-07-rain.xlsx'],
    ] as const)
      expect([file, (await importFile(platform.store, kind, optionsOf(file), onPaper)).outcome]).toEqual([
        file,
        'published',
      ]);
    expect(
      await platform.ask(
        '{ inForceNow(at: "起凤镇华沟村", instant: "2021-07-28T15:00:00+08:00") { scale levelLabel { label } since whatToDo hotline plan { title } } }',
      ),
    ).toEqual({
      inForceNow: [
        {
          scale: 'RESPONSE',
          levelLabel: { label: 'Ⅲ级（三级）' },
          since: '2021-07-28T06:00:00.000Z',
          whatToDo: ['转移低洼处群众'],
          hotline: '0533-0001001',
          plan: { title: '桓台县防汛抗旱应急预案（示例）' },
        },
        {
          scale: 'WARNING',
          levelLabel: { label: '四级（蓝色）' },
          since: '2021-07-27T12:00:00.000Z',
          whatToDo: ['不要在河边、涵洞停留', '低洼处居民做好转移准备'],
          hotline: '0533-0001001',
          plan: { title: '桓台县防汛抗旱应急预案（示例）' },
        },
      ],
    });
    expect(
      await platform.ask(
        '{ emergencyPlan(by: { number: "桓政办字〔2021〕31号" }) { assessmentDueOn responses { level approver actions } shelters { name capacity division { name } } repeals { title issuedOn } } emergencyShelters(at: "起凤镇付庙村") { shelter { name } } }',
      ),
    ).toMatchObject({
      emergencyPlan: {
        assessmentDueOn: '2024-06-01',
        responses: [
          { level: 'IV', approver: '县防办带班负责人', actions: { length: 4 } },
          { level: 'III', actions: { length: 7 } },
          { level: 'II', actions: { length: 11 } },
          { level: 'I', actions: { length: 15 } },
        ],
        shelters: [
          { name: '华沟村文化广场', capacity: 1200, division: { name: '华沟村委会' } },
          { name: '付庙村小学操场', capacity: 800 },
          { name: '西镇社区广场', capacity: 500 },
        ],
        repeals: [{ title: '桓台县防汛抗旱应急预案', issuedOn: '2017-06-23' }],
      },
      emergencyShelters: [{ shelter: { name: '付庙村小学操场' } }, { shelter: { name: '华沟村文化广场' } }],
    });
  });
});
