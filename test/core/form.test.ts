import { describe, expect, test } from 'vitest';
import {
  choice,
  count,
  day,
  dayAndTime,
  line,
  list,
  money,
  percent,
  quantity,
  sentences,
} from '../../api/core/form/cell-types.ts';
import { type Form, type FormSet, field } from '../../api/core/form/form.ts';
import { firstRow, printForms, templateSheets } from '../../api/core/form/print-forms.ts';
import { readForms } from '../../api/core/form/read-forms.ts';
import type { Merge } from '../../api/core/grid.ts';
import { cellText } from '../../api/core/printed-sheet.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const facts = {
  year: field('年度', 'Year', count, { required: true, aliases: /^(年份)$/ }),
  body: field('机构', 'Body', line),
};
const works = {
  label: { zh: '项目表', en: 'Works' },
  names: /项目/,
  fields: {
    name: field('项目名称', 'Name', line, { required: true, aliases: /^(名称|项目)$/ }),
    kind: field('类别', 'Sort', choice({ ROAD: '道路', SCHOOL: '学校' })),
    target: field('年度目标', 'Target', quantity),
    invested: field('总投资', 'Investment', money('万元'), { aliases: /^投资额$/ }),
    share: field('完成率', 'Done', percent),
    dueOn: field('完成时限', 'Due', day),
    units: field('责任单位', 'Units', list, { aliases: /^牵头单位$/ }),
  },
} satisfies Form;
const steps = {
  label: { zh: '节点表', en: 'Steps' },
  names: /节点/,
  fields: {
    name: field('项目名称', 'Name', line, { required: true }),
    at: field('时间', 'At', dayAndTime, { required: true }),
    actions: field('措施', 'Actions', sentences),
  },
} satisfies Form;
const set = { facts, forms: { works, steps } } satisfies FormSet;

const read = (sheets: Record<string, Rows>, given: Record<string, string> = {}, mapping: Record<string, string> = {}) =>
  readForms(sourceOf(sheets, { 年度: '2024', ...given }, mapping), set);

const merged = (sheets: Record<string, Rows>, merges: readonly Merge[]) => {
  const source = sourceOf(sheets, { 年度: '2024' });
  const grids = source.workbook.grids;
  return readForms(
    {
      ...source,
      workbook: {
        findings: [],
        grids: (async function* () {
          for await (const grid of grids) yield { ...grid, merges };
        })(),
      },
    },
    set,
  );
};

const rules = (findings: readonly { rule: string; severity: string }[]) =>
  findings.filter(({ severity }) => severity !== 'NOTICE').map(({ rule }) => rule);

describe('a published table is read as what it is', () => {
  test('titles, units, line breaks in labels, full-width digits, dashes, percent text, Chinese and serial days', async () => {
    const {
      rows,
      facts: said,
      findings,
      titles,
    } = await read({
      民生项目: [
        ['2024年民生项目进展情况'],
        ['填报单位：县交通运输局', null, null, '单位：万元'],
        ['序号', '项目\n名称', '类别', '年度目标', '投资额', '完成率', '完成时限', '牵头单位', '备注'],
        [1, '起凤镇\n道路', '道路', '１２．５', '1,234.56', '97.6%', '2024年12月31日', '县交通运输局、起凤镇', null],
        [2, '学校', 'SCHOOL', '—', '-', null, '44392', null, '略'],
      ],
    });
    expect(rules(findings)).toEqual([]);
    expect(said.year).toBe(2024);
    expect(titles[0]).toBe('2024年民生项目进展情况');
    expect(rows.works.map(({ values }) => values)).toEqual([
      {
        name: '起凤镇道路',
        kind: 'ROAD',
        target: '12.5',
        invested: 1_234_560_000n,
        share: '97.6',
        dueOn: '2024-12-31',
        units: ['县交通运输局', '起凤镇'],
      },
      { name: '学校', kind: 'SCHOOL', target: null, invested: null, share: null, dueOn: '2021-07-15', units: null },
    ]);
    expect(rows.works[0]).toMatchObject({ sheet: '民生项目', row: 4 });
  });

  test('a header of two rows, merged cells down the side, headings and totals', async () => {
    const { rows, totals, findings } = await merged(
      {
        项目表: [
          ['序号', '项目名称', '投资', null],
          [null, null, '总投资（亿元）', '完成率'],
          ['一、道路'],
          [1, '甲', '3.82', '97.6%'],
          [2, null, '0.5', '10%'],
          ['合计', null, '4.32', null],
          ['注：数据截至六月底。'],
        ],
      },
      [
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 2, left: 1, right: 1 },
        { top: 1, bottom: 1, left: 2, right: 3 },
        { top: 4, bottom: 5, left: 1, right: 1 },
      ],
    );
    expect(rules(findings)).toEqual([]);
    expect(rows.works.map(({ values, section }) => [values.name, values.invested, section])).toEqual([
      ['甲', 382_000_000_00n, '一、道路'],
      ['甲', 50_000_000_00n, '一、道路'],
    ]);
    expect(totals.works.map(({ values }) => values.invested)).toEqual([432_000_000_00n]);
  });

  test('two forms in one workbook, told apart by their columns, and the facts of a cover', async () => {
    const {
      rows,
      facts: said,
      findings,
    } = await readForms(
      sourceOf({
        封面: [
          ['年度：', '2023'],
          ['机构：', '县政府'],
          ['颜色：', '红'],
        ],
        A: [
          ['项目名称', '类别'],
          ['甲', '道路'],
        ],
        B: [
          ['项目名称', '时间', '措施'],
          ['甲', '2021-07-28 8时', '1. 转移群众；2. 停工'],
        ],
      }),
      set,
    );
    expect(said).toEqual({ year: 2023, body: '县政府' });
    expect(rows.works).toHaveLength(1);
    expect(rows.steps.map(({ values }) => values)).toEqual([
      { name: '甲', at: '2021-07-28T08:00', actions: ['转移群众', '停工'] },
    ]);
    expect(findings.map(({ rule, row, sheet }) => [rule, sheet, row])).toEqual([['fact-not-read', '封面', 3]]);
  });
});

describe('what is not certain is asked for', () => {
  test('a required column by another name: which there are, and how to say it', async () => {
    const { findings } = await read({
      项目表: [
        ['工程', '类别', '总投资（万元）'],
        ['甲', '道路', '1'],
      ],
    });
    const missing = findings.find(({ rule }) => rule === 'missing-column');
    expect(missing).toMatchObject({ severity: 'ERROR', sheet: '项目表', column: '项目名称' });
    expect(missing?.remedy?.zh).toContain('--map "列名=name"');
    expect(missing?.remedy?.zh).toContain('工程');
  });
  test('said once, it is read and remembered for this header', async () => {
    const table = {
      项目表: [
        ['工程', '类别'],
        ['甲', '道路'],
      ],
    };
    const first = await read(table, {}, { 工程: 'name' });
    expect(rules(first.findings)).toEqual([]);
    expect(first.memory.size).toBe(1);
    const again = await readForms({ ...sourceOf(table, { 年度: '2024' }), remembered: first.memory }, set);
    expect(rules(again.findings)).toEqual([]);
    expect(again.rows.works[0]?.values.name).toBe('甲');
  });
  test('two columns of one field', async () => {
    const { findings } = await read({
      项目表: [
        ['项目名称', '名称', '类别'],
        ['甲', '乙', '道路'],
      ],
    });
    expect(rules(findings)).toContain('duplicate-column');
  });
  test('an amount without a unit', async () => {
    const { findings } = await read({
      项目表: [
        ['项目名称', '总投资'],
        ['甲', '12'],
      ],
    });
    expect(findings).toMatchObject([{ rule: 'unit-missing', row: 2, column: '总投资' }]);
    expect(
      rules(
        (
          await read(
            {
              项目表: [
                ['项目名称', '总投资'],
                ['甲', '12'],
              ],
            },
            { 单位: '亿元' },
          )
        ).findings,
      ),
    ).toEqual([]);
  });
  test('a table that is none, a fact that is none', async () => {
    const strange: Rows = [
      ['甲', '乙', '丙'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ];
    expect(rules((await read({ 表: strange })).findings)).toEqual(['unknown-table']);
    expect(
      rules(
        (
          await read(
            {
              项目表: [
                ['项目名称', '类别'],
                ['甲', '道路'],
              ],
            },
            { 颜色: '红' },
          )
        ).findings,
      ),
    ).toEqual(['unknown-fact']);
  });
});

test.each([
  [['项目名称', '类别'], [null, '道路'], 'missing-cell', '项目名称'],
  [['项目名称', '类别'], ['甲', '桥'], 'not-a-choice', '类别'],
  [['项目名称', '年度目标'], ['甲', '很多'], 'not-a-number', '年度目标'],
  [['项目名称', '完成率'], ['甲', '大半'], 'not-a-percentage', '完成率'],
  [['项目名称', '完成时限'], ['甲', '年底'], 'not-a-day', '完成时限'],
])('a bad cell is told with its place: %j', async (header, row, rule, column) => {
  const { findings } = await read({ 项目表: [header, row, ['乙', null]] });
  expect(findings).toMatchObject([{ rule, sheet: '项目表', row: 2, column, severity: 'ERROR' }]);
});

test('a delimited line of another length has lost something', async () => {
  const { findings } = await read({ '': [['项目名称', '类别'], ['甲'], ['乙', '道路', '多']] });
  expect(findings.map(({ rule, row }) => [rule, row])).toEqual([
    ['ragged-row', 2],
    ['ragged-row', 3],
  ]);
});

test('what is printed reads back as it was, and a template lists what may be chosen', async () => {
  const values = {
    name: '甲',
    kind: 'SCHOOL' as const,
    target: '12.5',
    invested: 1_234_560_000n as never,
    share: '97.6',
    dueOn: '2024-12-31' as never,
    units: ['县政府', '县教育和体育局'],
  };
  const step = { name: '甲', at: '2021-07-28T14:30', actions: ['转移群众', '停工'] };
  const sheets = printForms(set, { year: 2024, body: '县政府' }, { works: [values], steps: [step] });
  const grids = Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(cellText))]));
  const { rows, facts: said, findings } = await readForms(sourceOf(grids), set);
  expect(findings).toEqual([]);
  expect(said).toEqual({ year: 2024, body: '县政府' });
  expect(rows.works.map((one) => [one.row, one.values])).toEqual([[firstRow, values]]);
  expect(rows.steps.map((one) => one.values)).toEqual([step]);
  const [, , template] = templateSheets(set, []);
  expect(template?.choices?.[0]).toEqual({ row: firstRow, column: 1, list: ['道路', '学校'] });
});

describe('why a number is none', () => {
  test.each([
    [count, '180.5', /不是整数/],
    [count, '-5', /是负数/],
    [count, '99999999999999999999', /太大/],
    [count, '甲', /不是数字/],
    [quantity, '1234567890123', /超出 12 位整数/],
    [quantity, '甲', /不是数量/],
    [percent, '1234567%', /超出 6 位整数/],
  ])('%#: %s', (type, text, zh) => {
    const read = type.read(text, { unit: null });
    expect(read.ok ? '' : read.message[0]).toMatch(zh);
    expect(type.read('12', { unit: null }).ok).toBe(true);
  });
});

describe('two columns of one label', () => {
  const rows: Record<string, Rows> = {
    项目表: [
      ['项目名称', '年度目标', '年度目标', '类别'],
      ['甲', 1, 2, '道路'],
    ],
    节点表: [
      ['项目名称', '时间', '措施'],
      ['甲', '2024-01-01 08:00', '一'],
    ],
  };
  const targets = async (mapping: Record<string, string> = {}) => {
    const { rows: found, findings, memory } = await read(rows, {}, mapping);
    return [found.works[0]?.values.target, findings.map(({ rule }) => rule), [...memory.values()], found.steps.length];
  };

  test('are told by their letters, and the remedy works as it is written', async () => {
    const { findings } = await read(rows);
    const [remedy = ''] = findings.flatMap(({ rule, remedy: said }) => (rule === 'duplicate-column' ? [said?.zh] : []));
    const [, label = '', word = ''] = /--map "(.+)=(.+)"/.exec(remedy) ?? [];
    expect([label, word]).toEqual(['项目表!C', 'ignore']);
    expect(remedy).toContain('在发布台的“列的含义”中写 项目表!C=ignore（命令行用 --map ');
    expect(await targets({ [label]: word })).toEqual(['1', ['column-ignored'], ['ignore'], 1]);
  });

  test.each(['C', '列C', 'c', '项目表！C'])('%s names one of them', async (label) => {
    expect(await targets({ [label]: 'ignore' })).toEqual(['1', ['column-ignored'], ['ignore'], 1]);
  });

  test('a bare letter is of the table where it is needed, and says so where it is of none', async () => {
    expect((await targets({ B: 'ignore' }))[0]).toBe('2');
    expect((await targets({ '节点表!C': 'ignore' }))[3]).toBe(1);
    expect((await targets({ Z: 'ignore' }))[1]).toContain('mapping-not-used');
    expect((await targets({ 年度目标: 'ignore' }))[1]).toEqual(['column-ignored', 'column-ignored']);
  });
});
