import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { printedWorkbook } from '../../api/exporting/printed.ts';
import { importFile } from '../../api/importing/import.ts';
import type { Store } from '../../api/store/client.ts';
import { sampleOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { publish, tester, withdraw } from '../support/gate.ts';
import { sheetsOf } from '../support/grids.ts';
import { openServer, type TestServer } from '../support/server.ts';

const kind = kindNamed('emergency-plan') as Kind;
const flood = '桓台县防汛抗旱应急预案';

describe.each(databases)('emergency plans on $name', ({ open }) => {
  let store: Store;
  let platform: TestServer;
  const ask = <Data>(query: string): Promise<Data> => platform.ask<Data>(query);
  const codeOf = async (query: string) => (await platform.request(query)).errors?.[0]?.extensions.code;

  beforeAll(async () => {
    store = await open({ beginning: sampleOf(72) });
    platform = await openServer(store);
  }, 120_000);
  afterAll(() => platform.close());

  test('how many response levels there are and what each means, in the words people ask it', async () => {
    const { emergencyPlans } = await ask<{
      emergencyPlans: {
        nodes: { title: string; responses: { level: string; conditions: string[]; actions: string[] }[] }[];
      };
    }>(
      '{ emergencyPlans(search: "防汛 应急响应 几级 什么意思", where: { level: { eq: "COUNTY" }, standing: { eq: "IN_FORCE" } }, first: 1) { nodes { title responses { level conditions approver actions } } } }',
    );
    const [plan] = emergencyPlans.nodes;
    expect(plan?.title).toBe(`${flood}（示例）`);
    expect(plan?.responses.map(({ level, actions }) => [level, actions.length])).toEqual([
      ['I', 15],
      ['II', 11],
      ['III', 7],
      ['IV', 4],
    ]);
    expect(plan?.responses.at(-1)?.conditions[0]).toContain('24小时降雨量达到50毫米');
  });

  test('a code may be asked for by its name, and an unknown one is told with those there are', async () => {
    const totalOf = (hazard: string) => `{ emergencyPlans(where: { hazard: { eq: "${hazard}" } }) { totalCount } }`;
    const byCode = await ask<{ emergencyPlans: { totalCount: number } }>(totalOf('FLOOD_DROUGHT'));
    expect(byCode.emergencyPlans.totalCount).toBeGreaterThan(0);
    expect(await ask(totalOf('防汛抗旱'))).toEqual(byCode);
    const { errors } = await platform.request(totalOf('海啸'));
    expect(errors?.[0]?.message).toContain('FLOOD_DROUGHT（防汛抗旱）');
  }, 30_000);

  test('the shelters of my village, else those of its town', async () => {
    interface Nearby {
      readonly isInPlace: boolean;
      readonly shelter: { readonly village: string; readonly town: string; readonly division: { code: string } | null };
      readonly plan: { readonly title: string };
    }
    const near = async (at: string) =>
      (
        await ask<{ emergencyShelters: Nearby[] }>(
          `{ emergencyShelters(at: "${at}") { isInPlace shelter { village town division { code } } plan { title } } }`,
        )
      ).emergencyShelters;
    const own = await near('起凤镇华沟村');
    expect(own[0]).toMatchObject({
      isInPlace: true,
      shelter: { village: '华沟村', division: { code: '370321101202' } },
    });
    expect(own.some(({ isInPlace }) => !isInPlace)).toBe(true);
    expect(new Set(own.map(({ shelter }) => shelter.town))).toEqual(new Set(['起凤镇']));
    expect((await near('起凤镇')).every(({ isInPlace }) => isInPlace)).toBe(true);
    expect((await near('桓台县')).length).toBeGreaterThan(40);
    expect(await codeOf('{ emergencyShelters(at: "乌有村") { isInPlace } }')).toBe('BAD_USER_INPUT');
  });

  test('which plans are overdue for assessment, on the day asked', async () => {
    const overdue = async (clocks: string) => {
      const { emergencyPlans } = await ask<{
        emergencyPlans: {
          totalCount: number;
          nodes: { name: string; overdue: boolean; overdueDays: number; assessmentDueOn: string }[];
        };
      }>(
        `{ emergencyPlans(where: { assessment: { eq: "OVERDUE" } }, orderBy: [{ field: ASSESSMENT_DUE_ON, direction: ASC }], first: 100${clocks}) { totalCount nodes { name overdue overdueDays assessmentDueOn } } }`,
      );
      return emergencyPlans;
    };
    const on = (day: string) => overdue(`, validOn: "${day}"`);
    const names = async (day: string) => (await on(day)).nodes.map(({ name }) => name);
    // 2021-06-01 and three years.
    expect(await names('2024-06-01')).not.toContain(flood);
    expect(await names('2024-06-02')).toContain(flood);
    const { nodes, totalCount } = await on('2026-01-01');
    expect(totalCount).toBe(nodes.length);
    expect(nodes.length).toBeGreaterThan(10);
    expect(nodes.every((one) => one.overdue && one.overdueDays > 0 && one.assessmentDueOn < '2026-01-01')).toBe(true);
    expect((await on('2018-01-01')).totalCount).toBe(0);
  });

  test('an accident has the grade the bounds give it', async () => {
    const grade = async (toll: string) =>
      (await ask<{ accidentGrade: { code: string } }>(`{ accidentGrade(${toll}) { code } }`)).accidentGrade.code;
    expect(await grade('deaths: 3')).toBe('SERIOUS');
    expect(await grade('deaths: 2, seriousInjuries: 9, directLossYuan: 9999999.99')).toBe('GENERAL');
    expect(await grade('directLossYuan: 10000000')).toBe('SERIOUS');
    expect(await codeOf('{ accidentGrade(deaths: -1) { code } }')).toBe('BAD_USER_INPUT');
    const { errors } = await platform.request('{ accidentGrade(directLossYuan: 1e308) { code } }');
    expect(errors[0]?.message).toMatch(/超过 10 万亿元.*more than 10\^13 yuan/);
  });

  test('a new plan ends the one it names, by title and day; either is found as it stood', async () => {
    const plan = async (clocks: string) =>
      (
        await ask<{
          emergencyPlan: { formedOn: string; standing: { code: string }; repealedBy: { title: string } | null };
        }>(
          `{ emergencyPlan(by: { number: "桓政办字[2017] 38号" }${clocks}) { formedOn standing { code } repealedBy { title } } }`,
        )
      ).emergencyPlan;
    expect(await plan('')).toEqual({
      formedOn: '2017-06-23',
      standing: { code: 'REPEALED' },
      repealedBy: { title: `${flood}（示例）` },
    });
    expect((await plan(', validOn: "2020-01-01"')).standing.code).toBe('IN_FORCE');
    const { emergencyPlan } = await ask<{ emergencyPlan: object }>(
      `{ emergencyPlan(by: { name: "${flood}" }) { formedOn overdue repeals { title issuedOn } leadOrganization { name } division { name } contacts { phone } } }`,
    );
    expect(emergencyPlan).toMatchObject({
      formedOn: '2021-06-01',
      repeals: [{ title: flood, issuedOn: '2017-06-23' }],
      leadOrganization: { name: '桓台县应急管理局' },
      division: { name: '桓台县' },
    });
    const { emergencyPlan: town } = await ask<{ emergencyPlan: object }>(
      '{ emergencyPlan(by: { name: "起凤镇防汛抗旱应急预案" }) { upperPlan { title formedOn } warnings { level measures } chapters { heading } drills { heldOn } } }',
    );
    expect(town).toMatchObject({ upperPlan: { title: `${flood}（示例）`, formedOn: '2021-06-01' } });
  });

  test('a draft is seen nowhere; a second plan beside one that holds is told', async () => {
    const file = [...kind.files({ seed: 20_210_715, count: 200, faults: false })].find(({ name }) => name === flood);
    const sheets = sheetsOf(file).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((cell) => {
          if (typeof cell !== 'string') return cell;
          if (/废止/.test(cell)) return '本预案自印发之日起施行。';
          if (/^2021-06-01$/.test(cell)) return '2025-06-01';
          return cell
            .replace('防汛抗旱应急预案', '防汛防台抗旱应急预案')
            .replace('桓政办字〔2021〕', '桓政办字〔2025〕');
        }),
      ),
    }));
    const options = {
      name: '预案.xlsx',
      bytes: new Uint8Array(await printedWorkbook(sheets)),
      attribute: 'PROACTIVE',
      actor: tester,
      now: new Date(),
    } as const;
    const staged = await importFile(store, kind, options, null);
    if (staged.outcome !== 'staged') throw new Error(JSON.stringify(staged));
    expect(staged.findings.map(({ rule }) => rule)).toContain('two-effective-plans');
    const counts = async () =>
      JSON.stringify(
        await ask(
          '{ emergencyPlans(search: "防台") { totalCount facets(fields: [HAZARD, ASSESSMENT]) { buckets { value count } } } emergencyShelters(at: "起凤镇") { plan { title } } emergencyPlan(by: { name: "桓台县防汛防台抗旱应急预案" }) { title } }',
        ),
      );
    const before = await counts();
    expect(before).not.toContain('防台');
    expect(before).toContain('"totalCount":0');
    const { indexNumber } = await store.db.$transaction((tx) => publish(tx, staged.editionId));
    await expect.poll(counts).toContain('防台');
    await store.db.$transaction((tx) => withdraw(tx, indexNumber, '内容有误'));
    expect(await codeOf('{ emergencyPlan(by: { name: "桓台县防汛防台抗旱应急预案" }) { title } }')).toBe('WITHDRAWN');
    expect(JSON.stringify(await ask('{ emergencyShelters(at: "起凤镇") { plan { title } } }'))).not.toContain('防台');
  });
});
