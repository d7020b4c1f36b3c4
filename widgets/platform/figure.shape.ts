import { type Guarded, list, nullable, optional, record, text, truth, whole } from '../core/shape.ts';

const money = nullable(record({ amount: text }));
const line = record({ code: nullable(record({ code: text, label: text })), approved: money, final: money });
const counted = optional(record({ totalCount: whole }));

const budget = record({
  title: text,
  permalink: text,
  indexNumber: text,
  digest: text,
  citation: text,
  isSample: truth,
  firstPublishedAt: text,
  modifiedAt: text,
  edition: record({ number: whole }),
  publisher: record({ name: text }),
  tables: list(record({ label: record({ label: text }), lines: list(line) })),
});

/** The shape `figureQuery` asks for. */
export const figureShape = record({
  platform: record({ name: text, hasSampleData: truth }),
  budget: optional(budget),
  regulatoryDocuments: counted,
  livelihoodProgress: optional(
    list(
      record({
        year: nullable(whole),
        items: whole,
        completed: whole,
        overdue: whole,
        plannedInvestment: money,
        invested: money,
      }),
    ),
  ),
  emergencyPlans: counted,
  inForceNow: optional(list(record({ permalink: text }))),
});

export type FigureAnswer = Guarded<typeof figureShape>;
export type Report = Guarded<typeof budget>;
