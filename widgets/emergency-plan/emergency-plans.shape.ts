import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const label = record({ label: text });

const plan = record({
  title: text,
  permalink: text,
  number: nullable(text),
  leadUnit: nullable(text),
  overdue: truth,
  isSample: truth,
  standing: record({ code: text, label: text }),
  typeLabel: label,
  levelLabel: label,
  hazardLabel: nullable(label),
});

export const emergencyPlansShape = record({
  platform: record({ name: text }),
  emergencyPlans: record({
    totalCount: whole,
    facets: list(record({ field: text, buckets: list(record({ value: text, label: text, count: whole })) })),
    pageInfo: record({
      hasNextPage: truth,
      hasPreviousPage: truth,
      startCursor: nullable(text),
      endCursor: nullable(text),
    }),
    nodes: list(plan),
  }),
});

export type EmergencyPlansAnswer = Guarded<typeof emergencyPlansShape>;
export type ListedPlan = Guarded<typeof plan>;
