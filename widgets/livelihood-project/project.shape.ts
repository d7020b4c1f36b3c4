import { type Guard, type Guarded, list, nullable, record, text, whole } from '../core/shape.ts';
import { headFields } from './project.head.ts';

const optional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

const money = nullable(record({ amount: text }));

const project = record({
  ...headFields,
  content: nullable(text),
  leader: nullable(text),
  fundSources: nullable(text),
  supervision: nullable(text),
  acceptance: nullable(text),
  startedOn: nullable(text),
  citation: text,
  digest: text,
  firstPublishedAt: text,
  modifiedAt: text,
  edition: record({ number: whole }),
  totalInvestment: money,
  plannedInvestment: money,
  invested: money,
  allUnits: list(record({ name: text, role: text })),
  places: list(record({ written: text, division: nullable(record({ name: text })) })),
  milestones: list(record({ name: text, dueOn: nullable(text), dueWord: nullable(text), doneOn: nullable(text) })),
  reports: list(
    record({
      periodLabel: text,
      periodEnd: text,
      quantity: nullable(text),
      unit: nullable(text),
      publishedRate: nullable(text),
      statusWord: nullable(text),
      progress: nullable(text),
      results: nullable(text),
      problems: nullable(text),
      nextSteps: nullable(text),
      reason: nullable(text),
      invested: money,
    }),
  ),
  funds: list(record({ source: text, planned: money, paid: money })),
  photos: list(record({ name: text, caption: nullable(text), takenOn: nullable(text) })),
  attachments: list(record({ name: text, url: text, mediaType: text })),
  satisfaction: nullable(record({ total: whole, satisfied: whole, mostlySatisfied: whole, dissatisfied: whole })),
});

export const projectShape = record({
  platform: record({ name: text }),
  one: optional(nullable(project)),
  found: optional(record({ nodes: list(project) })),
  others: optional(record({ nodes: list(record({ name: text, year: whole, indexNumber: text })) })),
});

export type ProjectAnswer = Guarded<typeof projectShape>;
export type Project = Guarded<typeof project>;
