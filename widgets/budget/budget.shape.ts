import { type Guard, type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

/** What a directive may leave out. */
const optional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

const fen: Guard<string> = (value): value is string => typeof value === 'string' && /^-?\d+$/.test(value);
const money = nullable(record({ fen }));
const code = nullable(record({ code: text, label: text }));

const line = record({
  name: text,
  side: text,
  depth: nullable(whole),
  isPart: truth,
  code,
  prior: money,
  approved: money,
  final: money,
});

const head = { form: text, level: text, state: text, statement: nullable(text) };

const spending = record({
  ...head,
  totals: list(line),
  classes: list(line),
  groups: optional(list(line)),
  items: optional(list(line)),
});

const side = record({ ...head, totals: list(line), lines: optional(list(line)) });

const report = record({
  title: text,
  body: text,
  fiscalYear: whole,
  stage: text,
  level: text,
  indexNumber: text,
  permalink: text,
  isSample: truth,
  firstPublishedAt: text,
  modifiedAt: text,
  digest: text,
  citation: text,
  edition: record({ number: whole }),
  publisher: record({ name: text }),
  missingTables: list(record({ label: text })),
  all: list(record({ ...head, label: record({ label: text }), unit: text })),
  spending: list(spending),
  sides: list(side),
  expenses: list(record({ ...head, lines: list(line) })),
});

const sum = nullable(record({ perHead: nullable(text), wanYuan: text }));
const perHead = optional(
  list(record({ organization: nullable(record({ code: nullable(text) })), code, approved: sum, final: sum })),
);

export const budgetShape = record({
  platform: record({ name: text }),
  organization: nullable(record({ code: nullable(text), name: text })),
  reports: record({ nodes: list(report) }),
  years: record({
    nodes: list(
      record({
        fiscalYear: whole,
        tables: list(record({ form: text, level: text, lines: list(record({ code, isPart: truth, final: money })) })),
      }),
    ),
  }),
  published: record({ facets: list(record({ buckets: list(record({ value: text })) })) }),
  due: optional(list(record({ dueOn: nullable(text) }))),
  county: perHead,
  own: perHead,
  countyWhole: perHead,
  ownWhole: perHead,
});

export type BudgetAnswer = Guarded<typeof budgetShape>;
export type BudgetReport = Guarded<typeof report>;
export type BudgetLine = Guarded<typeof line>;
export type SpendingTable = Guarded<typeof spending>;
export type SideTable = Guarded<typeof side>;
