import './schema.ts';
import './list.ts';
import './lookup.ts';
import './totals-schema.ts';
import './owed.ts';
import { defineKind } from '../kind.ts';
import { publishedBudget, publishedForms } from './earlier.ts';
import { linesExport } from './lines-export.ts';
import { questions } from './questions.ts';
import { readBudget } from './read/read.ts';
import { kindName, plural } from './reads.ts';
import { rowsOf } from './rows.ts';
import { checkAgainstBudget, checkDropped } from './rules/report-rules.ts';
import { sampleFiles } from './sample/files.ts';
import { sampleBudgets } from './sample/reports.ts';
import { exports } from './sheet.ts';
import { templates } from './templates.ts';

/** 预算与决算。 */
export const budget = defineKind({
  name: kindName,
  plural,
  label: { zh: '预算与决算', en: 'Budgets and final accounts' },
  shortLabel: { zh: '预算决算', en: 'Budgets' },
  readTables: readBudget,
  stated: ({ lines, ...report }) => ({ ...report, lines: { count: lines.count, digest: lines.digest } }),
  compare: async (tx, report, organizationId) => [
    ...checkDropped(report, await publishedForms(tx, report, organizationId)),
    ...(report.stage === 'FINAL_ACCOUNTS'
      ? checkAgainstBudget(report, await publishedBudget(tx, report, organizationId))
      : []),
  ],
  identity: ({ content: { body, fiscalYear, stage, level } }) => `${body}|${fiscalYear}|${stage}|${level}`,
  organizations: ({ body }) => [body],
  searchText: ({ metadata, content }) => ({
    head: [metadata.title, content.body].join('\n'),
    body: [content.narrative ?? '', ...content.tables.flatMap(({ title, statement }) => [title, statement ?? ''])].join(
      '\n',
    ),
  }),
  rows: rowsOf,
  exports,
  lines: linesExport,
  templates,
  questions,
  panels: [
    {
      tag: 'gk-budget',
      heading: '预算与决算',
      attributes: { organization: '桓台县人民政府', year: '2024' },
    },
  ],
  files: sampleFiles,
  sample: sampleBudgets,
});
