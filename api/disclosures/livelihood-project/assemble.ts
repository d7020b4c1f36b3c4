import type { Values } from '../../core/form/form.ts';
import type { Rows } from '../../core/form/read-forms.ts';
import { categoryOf } from './categories.ts';
import { plain } from './decimal.ts';
import type { livelihoodForms } from './forms.ts';
import { keyOf } from './identity.ts';
import { type Progress, type Project, type ProjectType, programmeOf, type Target, type Unit } from './model.ts';
import { comparePeriods, dueDay } from './period.ts';
import { placesIn } from './places.ts';
import type { Sourced } from './sourced.ts';
import { standingOf } from './status.ts';
import { targetsIn } from './targets.ts';

type Forms = (typeof livelihoodForms)['forms'];
type Plan = Values<Forms['projects']['fields']>;
type Reported = Values<Omit<Forms['progress']['fields'], 'name' | 'period'>>;

/** What the cover or the titles say of all projects of a source. */
export interface Programme {
  readonly type: ProjectType;
  readonly year: number;
  readonly title: string | null;
  /** The period of what stands beside the plan. */
  readonly period: string | null;
}

const isSaid = (values: Reported): boolean =>
  [
    values.status,
    values.quantity,
    values.rate,
    values.invested,
    values.investedRate,
    values.text,
    values.results,
    values.problems,
    values.nextSteps,
  ].some((value) => value !== null);

export const hasReport = (values: Reported): boolean => isSaid(values);

function reportOf(period: string, values: Reported): Progress {
  const standing = values.status === null ? null : standingOf(values.status, values.rate);
  return {
    period,
    statusWord: values.status,
    status: standing?.status ?? null,
    pace: standing?.pace ?? null,
    quantity: values.quantity?.quantity ?? null,
    unit: values.quantity?.unit ?? null,
    rate: values.rate,
    invested: values.invested,
    investedRate: values.investedRate,
    text: values.text,
    results: values.results,
    problems: values.problems,
    nextSteps: values.nextSteps,
    reason: values.reason,
  };
}

const unitsOf = (lead: readonly string[] | null, support: readonly string[] | null): Unit[] => [
  ...(lead ?? []).map((name) => ({ role: 'LEAD' as const, name })),
  ...(support ?? []).map((name) => ({ role: 'SUPPORT' as const, name })),
];

/** What the tables of a source say of one project, the first row of the table of projects holding its plan. */
export interface Parts {
  readonly name: string;
  readonly projects: Rows<Forms>['projects'][number][];
  readonly targets: Rows<Forms>['targets'][number][];
  readonly milestones: Rows<Forms>['milestones'][number][];
  readonly funds: Rows<Forms>['funds'][number][];
  readonly progress: Rows<Forms>['progress'][number][];
  readonly photos: Rows<Forms>['photos'][number][];
}

export const nothingOf = (name: string): Parts => ({
  name,
  projects: [],
  targets: [],
  milestones: [],
  funds: [],
  progress: [],
  photos: [],
});

/** The rows of a source by the project they are about, in the order projects are first named. */
export function partsOf(rows: Rows<Forms>): Parts[] {
  const parts = new Map<string, Parts>();
  const put = <Row extends { readonly values: { readonly name: string | null } }>(
    all: readonly Row[],
    into: (own: Parts) => Row[],
  ): void => {
    for (const row of all) {
      const { name } = row.values;
      if (name === null) continue;
      const key = keyOf(name);
      const own = parts.get(key) ?? nothingOf(name);
      parts.set(key, own);
      into(own).push(row);
    }
  };
  put(rows.projects, (own) => own.projects);
  put(rows.targets, (own) => own.targets);
  put(rows.milestones, (own) => own.milestones);
  put(rows.funds, (own) => own.funds);
  put(rows.progress, (own) => own.progress);
  put(rows.photos, (own) => own.photos);
  return [...parts.values()];
}

/** A project of one name, put together from the tables of a source. */
export function assemble({ type, year, title, period }: Programme, parts: Parts): Sourced {
  const { name } = parts;
  const [plan] = parts.projects;
  const values: Partial<Plan> = plan?.values ?? {};
  const word = values.category ?? plan?.section ?? null;
  const stated = parts.targets.flatMap(({ values: one }): Target[] =>
    one.indicator === null || one.quantity === null
      ? []
      : [
          {
            name: one.indicator,
            direction: one.direction ?? 'AT_LEAST',
            quantity: plain(one.quantity),
            unit: one.unit,
          },
        ],
  );
  const beside = plan && period !== null && hasReport(plan.values) ? [{ period, row: plan, values: plan.values }] : [];
  const reports = [
    ...beside,
    ...parts.progress.flatMap((row) =>
      row.values.period === null ? [] : [{ period: row.values.period, row, values: row.values }],
    ),
  ].sort((left, right) => comparePeriods(left.period, right.period));
  const project: Project = {
    type,
    year,
    programme: title ?? programmeOf(type, year),
    number: values.number ?? null,
    name,
    category: word === null ? null : categoryOf(word),
    categoryWord: word,
    nature: values.nature ?? null,
    content: values.content ?? null,
    target: values.target ?? null,
    targets: stated.length > 0 ? stated : targetsIn(values.target ?? ''),
    location: values.location ?? null,
    places: placesIn(values.location ?? null),
    units: unitsOf(values.lead ?? null, values.support ?? null),
    leader: values.leader ?? null,
    startedOn: values.startedOn ?? null,
    dueWord: values.due ?? null,
    dueOn: values.due == null ? null : dueDay(values.due, year),
    completedOn: values.completedOn ?? null,
    acceptance: values.acceptance ?? null,
    totalInvestment: values.totalInvestment ?? null,
    plannedInvestment: values.plannedInvestment ?? null,
    fundSources: values.fundSources ?? null,
    funds: parts.funds.flatMap(({ values: one }) =>
      one.source === null ? [] : [{ source: one.source, planned: one.planned, paid: one.paid }],
    ),
    measures: values.measures ?? null,
    steps: values.steps ?? null,
    responsibilities: values.responsibilities ?? null,
    supervision: values.supervision ?? null,
    milestones: parts.milestones.flatMap(({ values: one }) =>
      one.milestone === null
        ? []
        : [
            {
              name: one.milestone,
              dueWord: one.due,
              dueOn: one.due === null ? null : dueDay(one.due, year),
              doneOn: one.doneOn,
            },
          ],
    ),
    progress: reports.map((report) => reportOf(report.period, report.values)),
    photos: parts.photos.flatMap(({ values: one }) =>
      one.file === null ? [] : [{ name: one.file, caption: one.caption, takenOn: one.takenOn }],
    ),
    satisfied: values.satisfied ?? null,
    mostlySatisfied: values.mostlySatisfied ?? null,
    dissatisfied: values.dissatisfied ?? null,
  };
  return { project, row: plan ?? null, reports: new Map(reports.map(({ period: of, row }) => [of, row])) };
}
