import { type Guard, type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';
import { kinds } from './kinds.ts';

const label = record({ label: text });
const name = record({ name: text });

const completeness = record({
  fiscalYear: whole,
  stage: text,
  isPublished: truth,
  dueOn: nullable(text),
  isDue: truth,
  requiredCount: whole,
  publishedCount: whole,
  missing: list(label),
});

const owed = record({
  title: text,
  permalink: text,
  formedOn: nullable(text),
  number: nullable(record({ text })),
  publisher: record({ code: nullable(text) }),
});

const coverage = record({ missing: list(owed) });

const fixed = record({
  platform: name,
  organization: nullable(
    record({
      name: text,
      code: nullable(text),
      isSample: truth,
      validTo: nullable(text),
      type: label,
      parent: nullable(name),
      successor: nullable(name),
    }),
  ),
  budgetCompleteness: list(completeness),
  reports: record({ nodes: list(record({ permalink: text, fiscalYear: whole, stage: text })) }),
  plans: record({
    totalCount: whole,
    nodes: list(record({ title: text, permalink: text, assessmentDueOn: nullable(text), overdueDays: whole })),
  }),
  progress: list(record({ items: whole, completed: whole, overdue: whole })),
  projects: record({
    nodes: list(record({ title: text, permalink: text, dueOn: nullable(text), isOverdue: truth })),
  }),
  thisYear: coverage,
  yearBefore: coverage,
  baseless: list(owed),
});

const part = record({
  totalCount: whole,
  nodes: list(record({ title: text, permalink: text, modifiedAt: text })),
});
const parts = record(Object.fromEntries(kinds.map((kind) => [kind.list, part])));

export type Published = Guarded<typeof part>;
export type Completeness = Guarded<typeof completeness>;
export type Owed = Guarded<typeof owed>;
/** The shape `departmentQuery` asks for; the lists of every kind besides, by their names in the schema. */
export type DepartmentAnswer = Guarded<typeof fixed>;

export const departmentShape: Guard<DepartmentAnswer> = (value): value is DepartmentAnswer =>
  fixed(value) && parts(value);

/** What was published of one kind: how many, and the newest. */
export function publishedOf(answer: DepartmentAnswer, listName: string): Published {
  const given = (answer as unknown as Readonly<Record<string, unknown>>)[listName];
  if (!part(given)) throw new TypeError(`${listName} is no list`);
  return given;
}
