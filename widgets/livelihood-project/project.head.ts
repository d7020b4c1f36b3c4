import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

/** What is asked of a project wherever it is shown. */
export const projectHead = `
fragment head on LivelihoodProject {
  name year number type programme permalink indexNumber isSample location target
  status statusLabel { label(lang: $lang) } pace completionRate publishedRate
  dueOn dueWord completedOn isOverdue isReportOverdue
  category { code label(lang: $lang) }
  units(role: LEAD) { name }
  targets { name quantity unit }
  targetChanges { before { name quantity unit } targetBefore targetAfter changedAt }
  latestReport { periodLabel(lang: $lang) quantity unit progress }
  publisher { name }
}`;

const target = record({ name: text, quantity: text, unit: nullable(text) });

export const headFields = {
  name: text,
  year: whole,
  number: nullable(whole),
  type: text,
  programme: text,
  permalink: text,
  indexNumber: text,
  isSample: truth,
  location: nullable(text),
  target: nullable(text),
  status: nullable(text),
  statusLabel: nullable(record({ label: text })),
  pace: nullable(text),
  completionRate: nullable(text),
  publishedRate: nullable(text),
  dueOn: nullable(text),
  dueWord: nullable(text),
  completedOn: nullable(text),
  isOverdue: truth,
  isReportOverdue: truth,
  category: nullable(record({ code: text, label: text })),
  units: list(record({ name: text })),
  targets: list(target),
  targetChanges: list(
    record({ before: list(target), targetBefore: nullable(text), targetAfter: nullable(text), changedAt: text }),
  ),
  latestReport: nullable(
    record({ periodLabel: text, quantity: nullable(text), unit: nullable(text), progress: nullable(text) }),
  ),
  publisher: record({ name: text }),
};

const head = record(headFields);

export type ProjectHead = Guarded<typeof head>;
export const headShape = head;
