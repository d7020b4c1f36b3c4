import { describe, expect, test } from 'vitest';
import { childrenNamedIn, isNames } from '../../api/disclosures/enrollment-plan/child-names.ts';
import { readEnrollmentPlan } from '../../api/disclosures/enrollment-plan/read.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const school = '果里镇中心小学(示例)';
const sheets: Record<string, Rows> = {
  学校名录: [
    ['学校名称', '办学类型', '备注'],
    [school, '公办', null],
  ],
  招生范围: [
    ['学校', '招生范围', '所在镇街', '依据条款'],
    [school, '周坊村', '果里镇', '第四条'],
  ],
};
const given = {
  招生年度: '2021',
  学段: '小学',
  发布机构: '桓台县教育和体育局',
  公开属性: '主动公开',
  成文日期: '2021-06-20',
};

const minors = async (changed: Record<string, Rows>, said: Record<string, string> = {}, hidden?: string) => {
  const source = sourceOf({ ...sheets, ...changed }, { ...given, ...said });
  const grids = (async function* () {
    for await (const grid of source.workbook.grids) yield { ...grid, isHidden: grid.name === hidden };
  })();
  const draft = await readEnrollmentPlan({ ...source, workbook: { ...source.workbook, grids } });
  const told = draft.findings.filter(({ rule }) => rule === 'named-minors');
  for (const { message, remedy } of told) expect(JSON.stringify([message, remedy])).not.toMatch(/张小明|李小红/);
  if (told.some(({ severity }) => severity === 'ERROR')) expect(JSON.stringify(draft)).not.toMatch(/张小明|李小红/);
  return told.map(({ severity, sheet, row }) => [severity, sheet, row]);
};

describe('children are found wherever they are named', () => {
  test.each([
    [
      'a column that is not read',
      {
        招生结果: [
          ['学校', '录取人数', '录取名单'],
          [school, 180, '张小明、李小红'],
        ],
      },
      2,
    ],
    [
      'a sheet that is not read',
      {
        附件: [
          ['序号', '名字', '学校'],
          [1, '张小明', school],
        ],
      },
      1,
    ],
    [
      'a column called after children',
      {
        附件: [
          ['编号', '幼儿', '分班'],
          [1, '张小明', '一班'],
        ],
      },
      2,
    ],
    ['a sentence in a sheet that is not read', { 附件: [['新生张小明、李小红、王小宝']] }, 1],
    [
      'a cell that is read',
      { 招生范围: [sheets['招生范围']?.[0] ?? [], [school, '周坊村', '果里镇', '学生：李小红、张小明']] },
      2,
    ],
    [
      'a note of one child with more about it',
      {
        学校名录: [
          ['学校名称', '办学类型', '备注'],
          [school, '公办', '新生张小明，男，2015年3月12日出生'],
        ],
      },
      2,
    ],
  ] satisfies readonly [string, Record<string, Rows>, number][])('%s is an error', async (_, changed, row) => {
    expect(await minors(changed)).toEqual([['ERROR', Object.keys(changed)[0], row]]);
  });

  test('a hidden sheet, which is kept in the file', async () => {
    const sheet: Rows = [
      ['序号', '新生', '班'],
      [1, '张小明', '一班'],
      [2, '李小红', '一班'],
    ];
    expect(await minors({ Sheet9: sheet }, {}, 'Sheet9')).toEqual([['ERROR', 'Sheet9', 2]]);
    expect(
      await minors(
        {
          Sheet9: [
            ['序号', '新生'],
            [1, 20],
          ],
        },
        {},
        'Sheet9',
      ),
    ).toEqual([]);
  });

  test('one name in a sentence is a warning, and the plan is read', async () => {
    expect(await minors({}, { 标题: '关于录取张小明等三名儿童的公示' })).toEqual([['WARNING', undefined, undefined]]);
    expect(await minors({}, { 标题: '关于录取张小明、李小红的公示' })).toEqual([['ERROR', undefined, undefined]]);
  });

  test('counts, staff and words that begin like a name are none', async () => {
    expect(
      await minors({
        招生结果: [
          ['学校', '录取人数', '新生'],
          [school, 180, 180],
        ],
      }),
    ).toEqual([]);
    expect(
      await minors({
        联系人: [
          ['序号', '姓名', '学校', '职务'],
          [1, '张小明', school, '校长'],
        ],
      }),
    ).toEqual([]);
    for (const text of [
      '录取方式、录取程序、录取结果另行公布',
      '招收学生范围、方案见附件',
      '学生方可入学；儿童常住户口、房产证',
      '新生于八月、九月报到',
      '小学录取马桥、石店、张庄三村',
      '幼儿毕业证、学生申请、学生安全、新生任何材料',
    ])
      expect([text, childrenNamedIn(text)]).toEqual([text, 0]);
  });

  test('a cell of names is known as such', () => {
    for (const names of ['张小明', '王晓东、李中', '欧阳小明 赵小贝']) expect(isNames(names)).toBe(true);
    for (const other of ['180', '一班', '张庄村', '', '见附件', '周坊村、张庄']) expect(isNames(other)).toBe(false);
  });
});
