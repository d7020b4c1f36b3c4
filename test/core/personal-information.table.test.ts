import { describe, expect, test } from 'vitest';
import { personalInformationInTable } from '../../api/core/personal-information/table.ts';

type Rows = readonly (readonly (string | null)[])[];

const seen = (rows: Rows, title?: string) =>
  personalInformationInTable(rows, title).map(({ type, row, column, shown }) => [type, row, column, shown]);

describe('lists of people', () => {
  test('names beside amounts, row by row', () => {
    expect(
      seen([
        ['序号', '姓名', '村', '金额（元）'],
        ['1', '王建国', '前诸村', '1200.00'],
        ['2', '李秀英', '前诸村', '800'],
      ]),
    ).toEqual([
      ['named-household', 2, 1, '王**'],
      ['named-household', 3, 1, '李**'],
    ]);
  });
  test.each([['身份证号'], ['联系电话'], ['银行账号'], ['家庭住址'], ['出生日期'], ['补贴资金']])(
    'names beside %s',
    (label) => {
      expect(
        seen([
          ['姓名', label],
          ['王建国', null],
        ]),
      ).toEqual([['named-household', 2, 0, '王**']]);
    },
  );
  test('under 姓名 a rare surname is a name as well, a sum is not', () => {
    expect(
      seen([
        ['姓名', '金额'],
        ['仉建国', '800'],
        ['阿依古丽·买买提', '800'],
        ['合计', '1600'],
        ['县教育局', '3'],
        ['李××', '3'],
      ]),
    ).toEqual([
      ['named-household', 2, 0, '仉**'],
      ['named-household', 3, 0, '阿*******'],
    ]);
  });
  test('masked names are fine, whatever stands beside them', () => {
    for (const name of ['朱**', '张*祥', '李某', '张某某', '王XX', '李××'])
      expect(
        seen([
          ['姓名', '身份证号', '金额'],
          [name, '3703************34', '800'],
          [name, '370321********1234', '800'],
        ]),
      ).toEqual([]);
  });
  test('a name whole and an identity number masked in part still identify', () => {
    expect(
      seen([
        ['姓名', '身份证号'],
        ['王建国', '370321********1234'],
      ]),
    ).toEqual([
      ['named-household', 2, 0, '王**'],
      ['partly-masked-identity-number', 2, 1, '3703************34'],
    ]);
  });
  test.each([
    ['named-minor', '2024年新生录取名单', '毕业学校'],
    ['named-minor', '', '监护人'],
    ['named-patient', '', '诊断'],
    ['named-patient', '患者名册', '性别'],
    ['named-recipient', '2024年低保人员公示', '村'],
    ['named-recipient', '残疾人两项补贴发放表', '类别'],
    ['named-recipient', '', '救助金'],
  ])('%s by the title “%s” or the column %s', (type, title, label) => {
    expect(
      seen(
        [
          ['姓名', label],
          ['王建国', '甲'],
        ],
        title,
      ),
    ).toEqual([[type, 2, 0, '王**']]);
  });
  test('the line above the header is a title', () => {
    expect(
      seen([
        ['特困供养人员花名册', null, null],
        ['序号', '姓名', '村'],
        ['1', '王建国', '前诸村'],
      ]),
    ).toEqual([['named-recipient', 3, 1, '王**']]);
  });
  test('a header of two rows is read as one', () => {
    expect(
      seen([
        ['姓名', '补贴', null],
        [null, '面积', '金额'],
        ['王建国', '3.5', '420'],
      ]),
    ).toEqual([['named-household', 3, 0, '王**']]);
  });
  test('a second table in the same sheet has its own header', () => {
    expect(
      seen([
        ['科目', '金额'],
        ['教育', '1000'],
        ['户主', '金额'],
        ['王建国', '1000'],
      ]),
    ).toEqual([['named-household', 4, 0, '王**']]);
  });
});

describe('cells', () => {
  test('numbers are told at their cells', () => {
    expect(
      seen([
        ['单位', '电话', '证件号码', '开户行及账号'],
        ['办公室', '13812345678', '370321900101123', null],
        ['财政所', '0533-8181234', null, null],
      ]),
    ).toEqual([
      ['mobile-number', 2, 1, '138******78'],
      ['identity-number', 2, 2, '3703*********23'],
    ]);
  });
  test('without any header as well', () => {
    expect(seen([['办公室', '13812345678']])).toEqual([['mobile-number', 1, 1, '138******78']]);
    expect(seen([['11010519491231002X']])).toEqual([['identity-number', 1, 0, '1101************2X']]);
  });
  test('amounts of eleven digits are amounts', () => {
    expect(
      seen([
        ['科目', '预算数', '决算数（元）'],
        ['教育支出', '13812345678', '15012345678'],
      ]),
    ).toEqual([]);
  });
});

describe('names that may stand', () => {
  test.each<[string, Rows]>([
    [
      'officials with their duty phones',
      [
        ['姓名', '职务', '办公电话'],
        ['王建国', '局长', '0533-8181234'],
      ],
    ],
    [
      'candidates with their results',
      [
        ['姓名', '准考证号', '总成绩'],
        ['王建国', '2024010112', '78.5'],
      ],
    ],
    [
      'enforcers with their permits',
      [
        ['姓名', '执法证号'],
        ['王建国', '15030112'],
      ],
    ],
    [
      'units and their amounts',
      [
        ['单位', '负责人', '金额'],
        ['教育局', '王建国', '100'],
      ],
    ],
    [
      'villages that begin like a name',
      [
        ['村', '户数', '金额'],
        ['马桥', '12', '100'],
        ['石店', '1', '3'],
      ],
    ],
    [
      'names alone',
      [
        ['姓名', '奖项'],
        ['王建国', '一等奖'],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(seen(rows)).toEqual([]);
  });
});
