import { builder } from '../../graphql/builder.ts';
import { Code, chosen, coded, codeOf } from '../../graphql/code.ts';
import { organizationField } from '../../graphql/organization.ts';
import { recordNode } from '../../graphql/record.ts';
import { BudgetChange, changesOf } from './changes.ts';
import { formCodes, levels, stages } from './code-lists.ts';
import { BudgetForm, BudgetLevel, BudgetStage } from './enums.ts';
import { owedForms, ownerOf } from './forms.ts';
import { type BudgetRow, budgetById, kindName, tablesOf } from './reads.ts';
import { BudgetReconciliation, reconciliationOf } from './reconciliation.ts';
import { BudgetTable } from './table-schema.ts';

export const Budget = builder.objectRef<BudgetRow>('Budget');
builder.node(Budget, {
  ...recordNode(kindName, budgetById),
  description: '一个机构一个年度的预算或决算（预决算公开）。The budget or the final accounts of one body in one year.',
  fields: (t) => ({
    fiscalYear: t.exposeInt('fiscalYear', { description: '预算年度。Fiscal year.' }),
    stage: chosen(t, BudgetStage, 'stage', '预算、调整、执行或决算。Budget, adjustment, execution or final accounts.'),
    stageLabel: coded(t, stages, 'stage', '阶段的代码和名称。Code and name of the stage.'),
    level: chosen(t, BudgetLevel, 'level', '层级：谁的收支。Whose money.'),
    levelLabel: coded(t, levels, 'level', '层级的代码和名称。Code and name of the level.'),
    body: t.exposeString('body', { description: '所列收支的机构，照原样。The body whose money it is, as written.' }),
    organization: organizationField(
      t,
      'organizationId',
      '该机构；名录中没有时为 null。That body; null when it is not among the organizations.',
    ),
    approvedOn: t.expose('approvedOn', {
      type: 'Date',
      nullable: true,
      description: '批准（批复）日期；其后 20 日内公开。Day of approval; it must be disclosed within 20 days.',
    }),
    disclosedOn: t.expose('disclosedOn', {
      type: 'Date',
      nullable: true,
      description: '文件所载的公开日期。Day of disclosure as the file states it.',
    }),
    narrative: t.exposeString('narrative', {
      nullable: true,
      description: '情况说明。The text that goes with the tables.',
    }),
    lineCount: t.exposeInt('lineCount', { description: '全部行数。How many lines there are in all its tables.' }),
    linesDigest: t.exposeString('linesDigest', {
      description: '各行规范 JSON 逐行相接的 SHA-256。SHA-256 over the canonical JSON of its lines.',
    }),
    tables: t.field({
      type: [BudgetTable],
      args: { forms: t.arg({ type: [BudgetForm], description: '只取这些表。Only these tables.' }) },
      complexity: ({ forms }) => ({ field: 1, multiplier: forms?.length ?? 5 }),
      description: '各张表，按原次序。Its tables, in their order.',
      resolve: async ({ editionId, fiscalYear }, { forms }, context) => {
        const tables = await tablesOf(context, editionId);
        return tables.filter(({ form }) => !forms || forms.includes(form)).map((table) => ({ ...table, fiscalYear }));
      },
    }),
    missingTables: t.field({
      type: [Code],
      description:
        '依规定应公开而本报告没有的表；空表并说明不算缺。Tables that must be published and are not here; an empty one with a statement is.',
      resolve: async ({ editionId, level, stage }, _, context) => {
        const present = new Set((await tablesOf(context, editionId)).map(({ form }) => form));
        return owedForms(ownerOf(level), stage as 'BUDGET')
          .filter(({ code }) => !present.has(code))
          .map(({ code }) => codeOf(formCodes, code));
      },
    }),
    changes: t.field({
      type: [BudgetChange],
      args: {
        from: t.arg.int({ required: true, description: '与第几版相比。The edition to compare with.' }),
        to: t.arg.int({ description: '到第几版；默认为所示版次。The edition compared; the one shown by default.' }),
        first: t.arg.int({
          required: true,
          defaultValue: 100,
          description: '至多几条，1–1000。At most so many, 1–1000.',
        }),
      },
      complexity: ({ first }) => ({ field: 5, multiplier: Math.min(first, 100) }),
      description: '两版之间逐行改了什么。What changed between two editions, line by line.',
      resolve: (row, { from, to, first }, context) => changesOf(row, from, to ?? row.editionNumber, first, context),
    }),
    reconciliation: t.field({
      type: BudgetReconciliation,
      nullable: true,
      complexity: 10,
      description:
        '与所属单位（政府为各部门）已公开数的对账：只列差额，不断言相等。Set beside what its units, or a government’s departments, published: the difference is shown, equality is not asserted.',
      resolve: (row, _, context) => reconciliationOf(row, context),
    }),
  }),
});
