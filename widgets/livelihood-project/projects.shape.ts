import { type Guarded, list, nullable, record, text, whole } from '../core/shape.ts';
import { headShape } from './project.head.ts';

const money = nullable(record({ amount: text }));

export const projectsShape = record({
  platform: record({ name: text }),
  totals: list(
    record({
      year: nullable(whole),
      items: whole,
      completed: whole,
      behind: whole,
      overdue: whole,
      cancelled: whole,
      completedShare: nullable(text),
      investmentRate: nullable(text),
      invested: money,
      plannedInvestment: money,
    }),
  ),
  found: record({
    totalCount: whole,
    facets: list(record({ field: text, buckets: list(record({ value: text, label: text, count: whole })) })),
    edges: list(record({ highlights: list(record({ field: text, ranges: list(list(whole)) })), node: headShape })),
  }),
});

export type ProjectsAnswer = Guarded<typeof projectsShape>;
export type Edge = ProjectsAnswer['found']['edges'][number];
