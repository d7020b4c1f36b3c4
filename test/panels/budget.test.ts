import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { importFile } from '../../api/importing/import.ts';
import { balanceSentence, comparedWith, yearsSentence } from '../../widgets/budget/budget.sentences.ts';
import { growthOf, shareOf, sumOf, wanOf } from '../../widgets/core/exact.ts';
import { sampleOf } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { onPaper, tester, withdraw } from '../support/gate.ts';
import { blockIn, columnOf, panelAt, tableIn, wordsOf } from '../support/panels.ts';
import { openServer, type TestServer } from '../support/server.ts';

const kind = kindNamed('budget') as Kind;

/** Fen of an amount in 万元, exact. */
const fen = (wan: string | null | undefined): bigint => {
  const [whole = '0', decimals = ''] = (wan ?? '0').split('.');
  return BigInt(`${whole}${decimals.padEnd(6, '0')}`);
};

let platform: TestServer;

const give = async (text: string, publishing = true) => {
  const imported = await importFile(
    platform.store,
    kind,
    { name: 'a.csv', bytes: new TextEncoder().encode(text), attribute: 'PROACTIVE', actor: tester, now: new Date() },
    publishing ? onPaper : null,
  );
  expect(imported.outcome, JSON.stringify(imported)).toBe(publishing ? 'published' : 'staged');
};

const spending = (body: string, year: number, stage: string, rows: string) =>
  `${year}年${body}部门${stage}支出${stage}表\n部门：${body},单位：万元\n科目编码,科目名称,本年支出合计\n${rows}`;

beforeAll(async () => {
  const store = await openMemory({ beginning: sampleOf(90) });
  platform = await openServer(store);
}, 120_000);
afterAll(() => platform.close());

const show = (params: Readonly<Record<string, string>>) => panelAt(platform, 'budget', params);
const finance = { organization: '县财政局', year: '2024' };
const county = { organization: '桓台县人民政府', year: '2024' };

interface Line {
  readonly name: string;
  readonly code: { readonly code: string } | null;
  readonly final: { readonly amount: string } | null;
  readonly approved: { readonly amount: string } | null;
}

const linesOf = async (organization: string, stage: string, form: string, args: string): Promise<readonly Line[]> => {
  const { budget } = await platform.ask<{ budget: { tables: { lines: Line[] }[] } }>(
    `{ budget(by: { report: { organization: "${organization}", fiscalYear: 2024, stage: ${stage} } }) { tables(forms: [${form}]) {
      lines(${args}, component: TOTAL) { name code { code } final { amount(unit: WAN_YUAN, scale: 2) } approved { amount(unit: WAN_YUAN, scale: 2) } } } } }`,
  );
  return budget.tables[0]?.lines ?? [];
};

describe('numbers are those of the API', () => {
  test('by function, as areas that make the whole, largest first', async () => {
    const lines = await linesOf('县财政局', 'FINAL_ACCOUNTS', 'EXPENDITURE', 'depth: 1');
    const table = tableIn(await show(finance), 'composition');
    expect(table).toMatchObject({ chart: 'treemap', unit: '万元' });
    expect(lines.length).toBeGreaterThan(2);
    expect(columnOf(table, 'final')).toEqual(Object.fromEntries(lines.map((line) => [line.name, line.final?.amount])));
    const amounts = table.rows.map(({ cells }) => fen(cells[1]));
    expect(amounts).toEqual([...amounts].sort((one, other) => (one < other ? 1 : -1)));
    const [total] = await linesOf('县财政局', 'FINAL_ACCOUNTS', 'EXPENDITURE', 'depth: 0');
    expect(sumOf(amounts)).toBe(fen(total?.final?.amount));
  });

  test('the budget stands beside final accounts that do not repeat it, from the budget itself', async () => {
    const planned = await linesOf('县财政局', 'BUDGET', 'EXPENDITURE', 'depth: 1');
    const table = tableIn(await show({ ...finance, view: 'bars' }), 'budget-and-final');
    expect(table).toMatchObject({ chart: 'bars', compared: '预算数' });
    expect(columnOf(table, 'approved')).toMatchObject(
      Object.fromEntries(planned.map((line) => [line.name, line.approved?.amount])),
    );
    expect(table.note).toContain('部门预算');
    for (const row of table.rows.slice(1)) expect([row.mark, row.before].every((mark) => (mark ?? 0) > 0)).toBe(true);
  });

  test('years side by side are the final accounts of five years', async () => {
    const { budgetTotals } = await platform.ask<{ budgetTotals: { year: number; final: { wanYuan: string } }[] }>(
      '{ budgetTotals(level: DEPARTMENT, table: EXPENDITURE, organizations: ["县财政局"], depth: 0, fromYear: 2020, toYear: 2024) { year final { wanYuan } } }',
    );
    expect(budgetTotals).toHaveLength(5);
    const document = await show({ ...finance, view: 'years' });
    expect(columnOf(tableIn(document, 'years'), 'final')).toEqual(
      Object.fromEntries(budgetTotals.map(({ year, final }) => [`${year}年`, final.wanYuan])),
    );
    expect(document.sentence).toContain('2020年');
  });

  test('per head of the county, and of nobody else', async () => {
    const { budgetTotals } = await platform.ask<{
      budgetTotals: { code: { label: string }; final: { perHead: string } }[];
    }>(
      '{ budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, fromYear: 2024, toYear: 2024, groupBy: [CODE]) { code { label } final { perHead } } }',
    );
    const document = await show({ ...county, view: 'head' });
    expect(tableIn(document, 'per-head').unit).toBe('元');
    expect(columnOf(tableIn(document, 'per-head'), 'per-head')).toEqual(
      Object.fromEntries(budgetTotals.map(({ code, final }) => [code.label, final.perHead])),
    );
    const department = await show({ ...finance, view: 'head' });
    expect(department.state).toBe('data');
    expect(wordsOf(department).join()).toContain('人均只在县一级计算');
  });

  test('the three public expenses, whose vehicles are a subtotal of two', async () => {
    const lines = await linesOf('县财政局', 'FINAL_ACCOUNTS', 'THREE_PUBLIC', 'first: 20');
    const table = tableIn(await show({ ...finance, view: 'three-public' }), 'three-public');
    expect(table.rows.map(({ cells }) => cells[1])).toEqual(lines.map((line) => line.final?.amount));
    const of = (level: number) => table.rows.filter((row) => row.level === level).map(({ cells }) => fen(cells[1]));
    expect(sumOf(of(1))).toBe(of(0)[0]);
    expect(of(2)).toHaveLength(2);
  });

  test('both levels of the county, each with its own numbers', async () => {
    const whole = await show(county);
    const own = await show({ ...county, level: '本级' });
    const [total] = await linesOf('桓台县人民政府', 'FINAL_ACCOUNTS', 'GENERAL_EXPENDITURE_OWN', 'depth: 0');
    expect(blockIn(own, 'figures').items[0]?.value).toBe(total?.final?.amount);
    expect(blockIn(own, 'figures').items[0]?.value).not.toBe(blockIn(whole, 'figures').items[0]?.value);
    expect([whole.sentence.includes('全县支出'), own.sentence.includes('本级支出')]).toEqual([true, true]);
    // What is stated for the whole county is not shown as the own level's.
    expect(blockIn(own, 'figures').items.map(({ label }) => label)).not.toContain('“三公”经费');
  });
});

describe('one looks below a code, and comes back', () => {
  test('the parts of every code make the code, from classes down to items', async () => {
    const top = tableIn(await show(county), 'composition');
    const classes = top.rows.filter(({ go }) => go?.['code'] === '205' || go?.['code'] === '208');
    expect(classes).toHaveLength(2);
    for (const { go = {}, cells } of classes) {
      const groups = tableIn(await show({ ...county, ...go }), 'composition').rows;
      expect(sumOf(groups.map((row) => fen(row.cells[1])))).toBe(fen(cells[1]));
      for (const group of groups) {
        const items = tableIn(await show({ ...county, ...group.go }), 'composition').rows;
        expect(items.length).toBeGreaterThan(0);
        expect(sumOf(items.map((row) => fen(row.cells[1])))).toBe(fen(group.cells[1]));
        expect(items.every((row) => row.go === undefined)).toBe(true);
      }
    }
  });

  test('the way back names what is above, and its addresses go there', async () => {
    const document = await show({ ...finance, code: '2010601' });
    const { items } = blockIn(document, 'facts');
    expect(items.map(({ text, go }) => [text, go?.['code']])).toEqual([
      ['全部支出', ''],
      ['一般公共服务支出', '201'],
      ['财政事务', '20106'],
      ['2010601 行政运行', undefined],
    ]);
    expect(new URL(items[1]?.href ?? '').searchParams.get('code')).toBe('201');
    expect(document.sentence).toContain('占全部支出的');
  });

  test('a code the report does not have is told, and all expenditure shown', async () => {
    const document = await show({ ...finance, code: '299' });
    expect(blockIn(document, 'notice').text).toContain('没有科目 299');
    expect(document.state).toBe('data');
  });
});

describe('revenue and expenditure', () => {
  test('stand side by side and balance, in words', async () => {
    for (const asked of [finance, county]) {
      const document = await show({ ...asked, view: 'revenue' });
      const last = (id: string) =>
        tableIn(document, id)
          .rows.filter(({ level }) => level === 0)
          .at(-1)?.cells[1];
      expect(last('revenue')).toBe(last('expenditure'));
      expect(document.sentence).toMatch(/收支平衡。$/);
      for (const id of ['revenue', 'expenditure']) {
        const { rows } = tableIn(document, id);
        const parts = sumOf(rows.filter(({ level }) => level === 1).map(({ cells }) => fen(cells[1])));
        expect(parts, id).toBe(fen(last(id)));
      }
    }
  });

  test('that do not balance say by how much, in both languages', () => {
    expect(balanceSentence(3_000_000_000n, 3_010_000_000n, 'zh-CN')).toBe(
      '收入总计 3,000 万元，支出总计 3,010 万元，收支不平衡：收入比支出少 10 万元。',
    );
    expect(balanceSentence(3_010_000_000n, 3_000_000_000n, 'en')).toMatch(
      /do not balance; revenue is ¥100,000 more\.$/,
    );
  });
});

describe('what is not there is said', () => {
  test('accounts that are not public yet: the budget, and a word on it', async () => {
    await give(spending('桓台县审计局', 2025, '预算', '201,一般公共服务支出,50.5\n229,其他支出,49.5\n,合计,100'));
    const document = await show({ organization: '县审计局', year: '2025' });
    expect(document.state).toBe('data');
    expect(blockIn(document, 'notice').text).toBe('2025年决算还没有公开，以下是预算。');
    expect(document.sentence).toMatch(/^桓台县审计局2025年预算支出 100 万元，其中一般公共服务支出最多，占 50\.5%/);
    expect(
      (await show({ organization: '县审计局', year: '2025', lang: 'en' })).blocks.some(
        (block) => block.type === 'notice' && block.text.startsWith('Not published yet: the final accounts of 2025.'),
      ),
    ).toBe(true);
    // The year without accounts is a gap with a word, not a zero.
    const years = tableIn(await show({ organization: '县审计局', year: '2025', view: 'years' }), 'years');
    expect(years.rows.at(-1)).toMatchObject({ cells: ['2025年', null, null] });
    expect(years.rows.at(-1)?.mark).toBeUndefined();
    expect(years.note).toContain('2025年决算没有公开');
  });

  test('a budget that is not published is told, with its legal day, where the budget would stand', async () => {
    await give(spending('桓台县统计局', 2018, '决算', '201,一般公共服务支出,100\n,合计,100'));
    const asked = { organization: '县统计局', year: '2018', view: 'bars' };
    const table = tableIn(await show(asked), 'budget-and-final');
    expect(table.columns.map(({ key }) => key)).toEqual(['subject', 'final']);
    expect(table.note).toBe('2018年预算没有公开，最迟应在2018年5月10日公开。');
    expect(tableIn(await show({ ...asked, lang: 'en' }), 'budget-and-final').note).toBe(
      'The budget of 2018 is not published; the latest legal day was 10 May 2018.',
    );
    // In the first view too, where nothing else would show that it is missing.
    expect((await show({ ...asked, view: 'overview' })).blocks).toContainEqual({
      type: 'notice',
      tone: 'plain',
      text: '2018年预算没有公开，最迟应在2018年5月10日公开。',
    });
  });

  test.each([
    ['bars', 'budget-and-final'],
    ['three-public', 'three-public'],
  ])('view %s: what the bars measure is the first number of every row', async (view, id) => {
    const { rows, columns } = tableIn(await show({ ...finance, view }), id);
    expect(columns.slice(1, 3).map(({ key }) => key)).toEqual(['final', 'approved']);
    const drawn = rows.filter(({ mark }) => (mark ?? 0) > 0);
    const scale = Number(drawn[0]?.cells[1]) / (drawn[0]?.mark ?? 1);
    for (const { cells, mark } of drawn) expect(Number(cells[1]) / (mark ?? 1) / scale).toBeCloseTo(1, 1);
  });

  test('negative amounts are bars below the line, for they have no area', async () => {
    await give(spending('桓台县统计局', 2025, '决算', '201,一般公共服务支出,120.25\n229,其他支出,-20.25\n,合计,100'));
    const table = tableIn(await show({ organization: '县统计局', year: '2025' }), 'composition');
    expect(table.chart).toBe('bars');
    expect(columnOf(table, 'final')).toEqual({ 一般公共服务支出: '120.25', 其他支出: '-20.25' });
    expect(table.rows.find(({ cells }) => cells[0] === '其他支出')?.mark).toBeLessThan(0);
  });

  test('tables that are published empty, each with its statement', async () => {
    const document = await show(finance);
    const group = document.blocks.find((block) => block.type === 'group' && block.heading === '空表并说明');
    expect(wordsOf(group).join()).toContain('注：本部门没有政府性基金预算财政拨款收支，本表为空表。');
  });

  test('a table of expenditure that is empty: what it says of itself', async () => {
    await give(
      '2025年桓台县信访局部门决算支出决算表\n部门：桓台县信访局,单位：万元\n科目编码,科目名称,本年支出合计\n注：本部门没有支出，本表为空表。',
    );
    const document = await show({ organization: '县信访局', year: '2025' });
    expect(document.state).toBe('empty');
    expect(document.sentence).toContain('本部门没有支出，本表为空表');
  });

  test('a year without anything: which years there are, to choose from', async () => {
    const document = await show({ ...finance, year: '2031' });
    expect(document.state).toBe('empty');
    expect(document.sentence).toBe('桓台县财政局2031年的预算、决算在平台上都没有。已公开的年度：2015—2024。');
    const [field] = blockIn(document, 'form').fields;
    expect(field?.options?.map(({ value }) => value)).toContain('2019');
  });
});

describe('a tag that is wrong says what to do, in both languages', () => {
  test.each([
    [{ year: '2024' }, /organization="县财政局" year="2024"/, /give organization and year/],
    [{ ...finance, year: '24' }, /请写成 year="2024"/, /write it like year="2024"/],
    [{ ...finance, stage: '结算' }, /请用 BUDGET（预算）或 FINAL_ACCOUNTS/, /use BUDGET or FINAL_ACCOUNTS/],
    [{ ...finance, view: 'pie' }, /请用其中之一：overview, bars/, /use one of: overview, bars/],
    [{ ...finance, code: '2x' }, /请写 3 位/, /write 3 digits/],
    [{ ...finance, level: '市' }, /请用 COUNTY_TOTAL（全县）/, /use COUNTY_TOTAL or COUNTY_OWN/],
    [
      { ...finance, organization: '县财务局' },
      /请改正标签：没有机构“县财务局”.*县财政局/,
      /Please correct the tag\. There is no organization "县财务局".*县财政局/i,
    ],
  ])('%j', async (params, chinese, english) => {
    const [zh, en] = [
      await show(params as Record<string, string>),
      await show({ ...params, lang: 'en' } as Record<string, string>),
    ];
    expect([zh.state, en.state]).toEqual(['misused', 'misused']);
    expect(zh.sentence).toMatch(chinese);
    expect(en.sentence).toMatch(english);
  });
});

describe('a document is of its instant, of the public, and of its language', () => {
  const of2026 = (rows: string) => spending('桓台县司法局', 2026, '预算', rows);
  const asked = { organization: '县司法局', year: '2026', stage: 'BUDGET' };

  test('as-of shows what was said then', async () => {
    await give(of2026('204,公共安全支出,10\n,合计,10'));
    const then = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await give(of2026('204,公共安全支出,11\n,合计,11'));
    platform.clock.set(new Date(Date.now() + 60_000));
    const [now, past] = [await show(asked), await show({ ...asked, 'as-of': then })];
    expect([now, past].map((document) => blockIn(document, 'figures').items[0]?.value)).toEqual(['11.00', '10.00']);
    expect(past.asOf).toBe(then);
  });

  test('drafts change nothing, of a report or of the years that can be chosen', async () => {
    const before = await show(asked);
    const years = await show({ ...asked, year: '2031' });
    await give(of2026('204,公共安全支出,99\n,合计,99'), false);
    await give(spending('桓台县司法局', 2031, '预算', '204,公共安全支出,77\n,合计,77'), false);
    expect(await show(asked)).toEqual(before);
    expect(await show({ ...asked, year: '2031' })).toEqual(years);
  });

  test('a withdrawn report says so, with the reason', async () => {
    const document = await show(asked);
    await platform.store.db.$transaction((tx) => withdraw(tx, document.source.indexNumber ?? '', '数据有误'));
    platform.clock.set(new Date(Date.now() + 60_000));
    const gone = await show(asked);
    expect(gone.state).toBe('withdrawn');
    expect(gone.sentence).toContain('数据有误');
  });

  test('a withdrawn year is a gap among the years, and nothing more', async () => {
    const { source } = await show({ ...finance, year: '2021' });
    await platform.store.db.$transaction((tx) => withdraw(tx, source.indexNumber ?? '', '数据有误'));
    platform.clock.set(new Date(Date.now() + 60_000));
    const document = await show({ ...finance, view: 'years' });
    expect(document.state).toBe('data');
    const table = tableIn(document, 'years');
    expect(columnOf(table, 'final')['2021年']).toBeNull();
    expect(columnOf(table, 'growth')['2022年']).toBeNull();
    expect(table.note).toContain('2021年决算没有公开');
  });

  test('a hostile name stays text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    await give(
      spending('桓台县水利局', 2026, '预算', `201,一般公共服务支出,5\n20188,${name},5\n213,农林水支出,5\n,合计,10`),
    );
    const document = await show({ organization: '县水利局', year: '2026', stage: 'BUDGET', code: '201' });
    expect(tableIn(document, 'composition').rows[0]?.cells[0]).toBe(name);
    const strange = await show({ ...finance, organization: name });
    expect(strange.state).toBe('misused');
    expect(strange.sentence).toContain(name);
  });

  test('traditional Chinese holds no simplified character in any view', async () => {
    const simplified = /[预决总财县项万亿务业产单计资费与组选择览较历县构数额级]/u;
    for (const view of ['overview', 'bars', 'revenue', 'three-public', 'years', 'head']) {
      const document = await show({ ...county, view, lang: 'zh-TW' });
      const left = wordsOf({ ...document, panel: '' }).filter((word) => simplified.test(word));
      expect(left, view).toEqual([]);
    }
  });

  test('English says what Chinese says', async () => {
    const document = await show({ ...finance, lang: 'en' });
    expect(document.sentence).toMatch(
      /^桓台县财政局, expenditure of 2024: ¥38\.04 million, 18\.3 % more than the budget, the largest part for General public services \(82\.0 %\)\.$/,
    );
    expect(document.blocks.length).toBe((await show(finance)).blocks.length);
  });
});

test('money is exact, however large or small', () => {
  expect([3_803_670_000n, 1n, -1_500_000n, 0n, 92_939_300_000_000_000n].map(wanOf)).toEqual([
    '3803.67',
    '0.000001',
    '-1.50',
    '0.00',
    '92939300000.00',
  ]);
  expect([shareOf(1n, 3n), shareOf(2n, 3n), shareOf(1n, 0n), growthOf(5n, 0n), growthOf(98n, 100n)]).toEqual([
    '0.333333',
    '0.666667',
    null,
    null,
    '-0.020000',
  ]);
  expect(comparedWith(98n, 100n, '预算', 'zh-CN')).toBe('比预算少 2.0%');
  expect(comparedWith(100n, 100n, 'the budget', 'en')).toBe('the same as the budget');
  const only = { year: 2024, amount: 1_000_000n };
  expect(yearsSentence('支出', only, only, 'zh-CN')).toBe('支出2024年为 1 万元，没有其他年度可以比较。');
});
