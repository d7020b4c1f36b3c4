import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const money = nullable(record({ amount: text }));
const label = nullable(record({ label: text }));

const project = record({
  name: text,
  permalink: text,
  isSample: truth,
  year: whole,
  location: nullable(text),
  target: nullable(text),
  dueOn: nullable(text),
  completedOn: nullable(text),
  completionRate: nullable(text),
  status: nullable(text),
  statusLabel: label,
  pace: nullable(text),
  paceLabel: label,
  units: list(record({ name: text })),
  latestReport: nullable(record({ periodLabel: text, progress: nullable(text) })),
});

export const projectsShape = record({
  platform: record({ name: text }),
  totals: list(record({ items: whole, completed: whole, behind: whole, plannedInvestment: money, invested: money })),
  livelihoodProjects: record({ totalCount: whole, nodes: list(project) }),
});

export type Projects = Guarded<typeof projectsShape>;
export type Project = Guarded<typeof project>;
