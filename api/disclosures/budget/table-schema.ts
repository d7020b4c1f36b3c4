import { builder } from '../../graphql/builder.ts';
import { Code, chosen, coded, codeOrNull } from '../../graphql/code.ts';
import { badInput } from '../../graphql/errors.ts';
import { formCodes, funds } from './code-lists.ts';
import { BudgetComponent, BudgetForm, BudgetLevel, BudgetSide, BudgetTableState } from './enums.ts';
import { formOf } from './forms.ts';
import { BudgetLine } from './line-schema.ts';
import { linesOf, type TableRow } from './reads.ts';

export interface TableOfBudget extends TableRow {
  readonly fiscalYear: number;
}

const mostLines = 1_000;

export const BudgetTable = builder.objectRef<TableOfBudget>('BudgetTable').implement({
  description: '预决算公开的一张表。One of the tables of a budget or of final accounts.',
  fields: (t) => ({
    form: t.field({ type: BudgetForm, description: '哪一张表。Which table it is.', resolve: ({ form }) => form }),
    label: coded(t, formCodes, 'form', '表的代码和通用名称。Its code and common name.'),
    title: t.exposeString('title', { description: '表名，照原样。Its title as written.' }),
    sheet: t.exposeString('sheet', { nullable: true, description: '所在工作表。The worksheet it stands in.' }),
    fund: t.field({
      type: Code,
      nullable: true,
      description: '属于四本预算中的哪一本。Which of the four budgets it is of.',
      resolve: ({ form }) => codeOrNull(funds, formOf(form).fund),
    }),
    state: chosen(t, BudgetTableState, 'state', '有数据，或空表并说明。Filled, or empty with a statement.'),
    statement: t.exposeString('statement', {
      nullable: true,
      description: '表下的注和说明。What it says below its rows.',
    }),
    level: chosen(t, BudgetLevel, 'level', '层级。Whose money.'),
    unit: t.exposeString('unit', { description: '公开时的金额单位：元、万元、亿元。The unit it was published in.' }),
    scale: t.exposeInt('scale', { description: '公开时的小数位数。Decimals it was published with.' }),
    lineCount: t.exposeInt('lineCount', {
      description: '行数（每个分项一行）。How many lines, one for each component.',
    }),
    lines: t.field({
      type: [BudgetLine],
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 100,
          description: `至多几行，1–${mostLines}。At most so many, 1–${mostLines}.`,
        }),
        after: t.arg.int({ description: '从这个 position 之后。After this position.' }),
        depth: t.arg.int({ description: '只取这一级：0 合计，1 类，2 款，3 项。Only this level.' }),
        under: t.arg.string({ description: '只取此科目之下，如 205。Only below this code.' }),
        component: t.arg({ type: BudgetComponent, description: '只取这一分项，默认全部。Only this component.' }),
        side: t.arg({ type: BudgetSide, description: '只取收入方或支出方。Only this side.' }),
      },
      complexity: ({ first, depth }) => ({
        field: 1,
        multiplier: Math.min(first, depth === 0 || depth === 1 ? 25 : first),
      }),
      description: '表中各行，按表中次序。Its lines, in the order of the table.',
      resolve: async (table, { first, after, depth, under, component, side }, context) => {
        if (first < 1 || first > mostLines) {
          throw badInput(
            `lines 的 first 为 ${first}，须在 1 到 ${mostLines} 之间。`,
            `first of lines is ${first}; it must be 1 to ${mostLines}.`,
          );
        }
        const args = {
          first,
          after: after ?? null,
          depth: depth ?? null,
          under: under ?? null,
          component: component ?? null,
          side: side ?? null,
        };
        const lines = (await linesOf(context, args).load(`${table.editionId} ${table.position}`)) ?? [];
        const { unit, scale, fiscalYear } = table;
        return lines.map((line) => ({ ...line, unit, scale, fiscalYear }));
      },
    }),
  }),
});
