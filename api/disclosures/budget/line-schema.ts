import type { MoneyUnit } from '../../core/money.ts';
import { builder } from '../../graphql/builder.ts';
import { Code, chosen, coded } from '../../graphql/code.ts';
import { Money, moneyOf } from '../../graphql/money.ts';
import { componentCodes, subjectOf } from './code-lists.ts';
import { parentOf } from './codes/subject.ts';
import { BudgetSide } from './enums.ts';
import { type Measure, measures } from './model.ts';
import { codedLinesOf, type LineRow } from './reads.ts';

/** A line with what its table says of its amounts. */
export interface LineOfTable extends LineRow {
  readonly unit: string;
  readonly scale: number;
  readonly fiscalYear: number;
}

export const measureDescriptions: Readonly<Record<Measure, string>> = {
  prior: '上年执行数或决算数；表中没有为 null。Prior year, executed or final; null where the table has none.',
  approved: '（年初）预算数；没有为 null，不等于零。Approved budget; null is not zero.',
  adjusted: '调整预算数。Adjusted budget.',
  executed: '执行数（预计或快报），不是决算。Executed, as expected or reported early; not final.',
  final: '决算数。Final accounts.',
};

const isUnder = (line: LineRow, parent: LineRow): boolean =>
  line.scheme === parent.scheme &&
  line.code !== null &&
  parent.code !== null &&
  line.code !== parent.code &&
  line.code.startsWith(parent.code);

/** Lines whose nearest line above is this one: a table may leave a level out. */
function childrenAmong(lines: readonly LineRow[], parent: LineRow): LineRow[] {
  const below = lines.filter((line) => isUnder(line, parent) && line.side === parent.side);
  const codes = new Set(below.map(({ code }) => code));
  return below.filter(({ code, scheme }) => {
    if (scheme === 'OTHER') return !below.some((other) => code?.startsWith(`${other.code}.`));
    for (let up = parentOf(code ?? ''); up !== null && up !== parent.code; up = parentOf(up))
      if (codes.has(up)) return false;
    return true;
  });
}

export const BudgetLine = builder.objectRef<LineOfTable>('BudgetLine');
BudgetLine.implement({
  description:
    '表中的一行（一个分项）：编码、名称和五种口径的数。A row of a table, in one of its components, with up to five number kinds.',
  fields: (t) => ({
    code: t.field({
      type: Code,
      nullable: true,
      description:
        '科目及其当年名称；没有编码的行为 null。Its code with the name it had that year; null for a row without one.',
      resolve: ({ scheme, code, fiscalYear, name }) =>
        code === null ? null : subjectOf(scheme, code, fiscalYear, name),
    }),
    name: t.exposeString('name', { description: '表中的名称，照原样。Its name as the table prints it.' }),
    depth: t.exposeInt('depth', {
      nullable: true,
      description: '0 合计，1 类，2 款，3 项。0 a total, 1 a class, 2 a group, 3 an item.',
    }),
    side: chosen(t, BudgetSide, 'side', '收入方或支出方。Revenue or expenditure.'),
    component: coded(t, componentCodes, 'component', '分项，如基本支出。Component, such as basic expenditure.'),
    economicCode: t.exposeString('economicCode', {
      nullable: true,
      description: '经济分类编码（明细表）。Economic code, in detailed lines.',
    }),
    body: t.exposeString('body', {
      nullable: true,
      description: '所列单位、地区或收款人。The unit, region or payee a row is about.',
    }),
    day: t.expose('day', { type: 'Date', nullable: true, description: '日期（明细表）。Day, in detailed lines.' }),
    isPart: t.exposeBoolean('isPart', {
      description: '列于“其中”之下：只是上一行的一部分。Printed under 其中: a part of the line above, not all of it.',
    }),
    row: t.exposeInt('row', { description: '原文件中的行号。Its row in the source file.' }),
    position: t.exposeInt('position', {
      description: '在报告中的次序，可作为 after。Its place in the report; to be given to after.',
    }),
    ...Object.fromEntries(
      measures.map((measure) => [
        measure,
        t.field({
          type: Money,
          nullable: true,
          description: measureDescriptions[measure],
          resolve: (line) => moneyOf(line[measure], line.unit as MoneyUnit, line.scale),
        }),
      ]),
    ),
    children: t.field({
      type: [BudgetLine],
      complexity: { field: 1, multiplier: 3 },
      description:
        '下一级科目的各行（款、项），可层层展开。The lines one level below in the classification; ask for children of children to any depth.',
      resolve: async (line, _, context) => {
        if (line.code === null || line.scheme === 'ITEM') return [];
        const lines =
          (await codedLinesOf(context).load(`${line.editionId} ${line.tablePosition} ${line.component}`)) ?? [];
        const { unit, scale, fiscalYear } = line;
        return childrenAmong(lines, line).map((child) => ({ ...child, unit, scale, fiscalYear }));
      },
    }),
  }),
});
