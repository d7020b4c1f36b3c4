import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const money = nullable(record({ amount: text }));

const line = record({
  code: nullable(record({ code: text, label: text })),
  depth: nullable(whole),
  approved: money,
  final: money,
});

const tables = list(record({ unit: text, lines: list(line) }));

export const budgetShape = record({
  platform: record({ name: text }),
  organization: nullable(record({ name: text })),
  budget: nullable(
    record({
      title: text,
      permalink: text,
      fiscalYear: whole,
      isSample: truth,
      firstPublishedAt: text,
      modifiedAt: text,
      publisher: record({ name: text }),
      classes: tables,
      expenses: tables,
    }),
  ),
});

export type BudgetAnswer = Guarded<typeof budgetShape>;
export type BudgetLine = Guarded<typeof line>;
