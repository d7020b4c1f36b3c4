import type { PrintedCell, PrintedSheet } from '../../core/printed-sheet.ts';
import type { Template } from '../kind.ts';
import { subjectsOf } from './codes/subject.ts';
import { type Form, forms } from './forms.ts';
import { printCover } from './print.ts';

const notes: readonly string[] = [
  '填表说明',
  '1. 封面各项填在冒号右边；阶段、层级和公开属性从下拉列表中选。',
  '2. 每张表的金额按表上的“金额单位”填写，不写单位；没有的留空或填“—”，不要填 0 代替。',
  '3. 科目编码：类 3 位、款 5 位、项 7 位；上级的数须等于下级之和。',
  '4. 没有数据的表不要删，在表下写明“本部门没有……收支，本表为空表”。',
  '5. 不需要的行可以删，行数不够可以插入；列名不要改。',
  '6. 填好后先校核：在发布台“导入”页选“只校核”，或在命令行 gongkai import budget 文件.xlsx --dry-run。',
];

/** Empty rows for figures below the header. */
const room = 30;

const titleOf = ({ label }: Form): string => label.zh;

const bold = (text: string): PrintedCell => ({ bold: text });

/** Header of each sort of table, as departments print it. */
function columnsOf(form: Form): readonly string[] {
  switch (form.code) {
    case 'SUMMARY':
    case 'GENERAL_BALANCE':
      return ['收入', '决算数', '支出', '决算数'];
    case 'APPROPRIATION_SUMMARY':
      return [
        '收入',
        '金额',
        '支出',
        '合计',
        '一般公共预算财政拨款',
        '政府性基金预算财政拨款',
        '国有资本经营预算财政拨款',
      ];
    case 'REVENUE':
      return [
        '科目编码',
        '科目名称',
        '合计',
        '财政拨款收入',
        '上级补助收入',
        '事业收入',
        '经营收入',
        '附属单位上缴收入',
        '其他收入',
      ];
    case 'EXPENDITURE':
      return ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
    case 'APPROPRIATION':
    case 'APPROPRIATION_CAPITAL':
      return ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
    case 'APPROPRIATION_BASIC':
      return ['科目编码', '科目名称', '合计', '人员经费', '公用经费'];
    case 'APPROPRIATION_FUND':
      return ['科目编码', '科目名称', '年初结转和结余', '本年收入', '合计', '基本支出', '项目支出', '年末结转和结余'];
    case 'THREE_PUBLIC':
      return ['项目', '预算数', '决算数'];
    default:
      if (form.layout === 'DEBT') return ['项目', '合计', '一般债务', '专项债务'];
      return form.layout === 'CODED'
        ? ['科目编码', '科目名称', '上年决算数', '预算数', '调整预算数', '决算数']
        : ['项目', '预算数', '决算数'];
  }
}

const threePublicRows = [
  '合计',
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
];
const debtRows = ['年初余额', '债务限额', '发行额', '还本额', '年末余额'];

function firstRows(form: Form): readonly PrintedCell[][] {
  if (form.layout === 'THREE_PUBLIC') return threePublicRows.map((name) => [name]);
  if (form.layout === 'DEBT') return debtRows.map((name) => [name]);
  if (form.layout === 'CODED') return [[null, '合计']];
  return [];
}

function sheetOf(form: Form, body: string): PrintedSheet {
  const columns = columnsOf(form);
  const rows = firstRows(form);
  const codes =
    columns[0] === '科目编码' ? [...subjectsOf(form.scheme).keys()].filter((code) => code.length === 3) : [];
  return {
    name: titleOf(form).slice(0, 31),
    rows: [
      [bold(titleOf(form))],
      [
        body,
        ...Array.from({ length: Math.max(0, columns.length - 2) }, () => null),
        `金额单位：${form.layout === 'DEBT' ? '亿元' : '万元'}`,
      ],
      columns.map(bold),
      ...rows,
      ...Array.from({ length: room }, () => []),
    ],
    widths: columns.map((name) => (/名称|项目|收入$|支出$/.test(name) ? 36 : 16)),
    // A list of classes to choose from; groups and items are typed.
    choices:
      codes.length > 0 ? Array.from({ length: 5 }, (_, index) => ({ row: 5 + index, column: 0, list: codes })) : [],
  };
}

const template = (name: string, zh: string, en: string, owner: 'GOVERNMENT' | 'DEPARTMENT'): Template => ({
  name,
  label: { zh, en },
  sheets: () => [
    { name: '填表说明', rows: notes.map((note, index) => [index === 0 ? bold(note) : note]), widths: [90] },
    printCover(
      '',
      {
        body: '',
        fiscalYear: 0,
        stage: 'FINAL_ACCOUNTS',
        level: owner === 'DEPARTMENT' ? 'DEPARTMENT' : 'COUNTY_TOTAL',
        approvedOn: null,
        disclosedOn: null,
      },
      '',
    ),
    ...forms
      .filter((form) => form.of === owner && form.requiredIn.length > 0)
      .map((form) => sheetOf(form, owner === 'DEPARTMENT' ? '部门：' : '编制机构：')),
  ],
});

/** Workbooks with every table that must be published, lists to choose from, and notes. */
export const templates: readonly Template[] = [
  template('department', '部门预决算模板', 'Template for departments and units', 'DEPARTMENT'),
  template('government', '政府预决算模板', 'Template for governments', 'GOVERNMENT'),
];
