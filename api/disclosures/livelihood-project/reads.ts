import type { LocalDate } from '../../core/local-date.ts';
import type { Moment } from '../../graphql/moment.ts';
import { type PublishedRow, publishedColumns, publisherJoin } from '../../graphql/published.ts';
import { recordById, recordSource, recordsOf } from '../../graphql/record.ts';
import { rowsBelow } from '../../graphql/rows-below.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { isOverdueOn, paceOn } from './overdue.ts';

export const kindName = 'livelihood-project';
export const plural = 'livelihood-projects';

export interface ProjectRow extends PublishedRow {
  readonly type: string;
  readonly year: number;
  readonly programme: string;
  readonly projectNumber: number | null;
  readonly name: string;
  readonly category: string | null;
  readonly categoryWord: string | null;
  readonly nature: string | null;
  readonly content: string | null;
  readonly target: string | null;
  readonly location: string | null;
  readonly leader: string | null;
  readonly startedOn: LocalDate | null;
  readonly dueWord: string | null;
  readonly dueOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly acceptance: string | null;
  readonly totalInvestment: string | null;
  readonly plannedInvestment: string | null;
  readonly invested: string | null;
  readonly fundSources: string | null;
  readonly measures: string | null;
  readonly steps: string | null;
  readonly responsibilities: string | null;
  readonly supervision: string | null;
  readonly satisfied: number | null;
  readonly mostlySatisfied: number | null;
  readonly dissatisfied: number | null;
  readonly status: string | null;
  readonly pace: string | null;
  readonly isOverdue: boolean;
  readonly statusWord: string | null;
  readonly completionRate: string | null;
  readonly publishedRate: string | null;
  readonly lastPeriod: string | null;
  readonly lastPeriodEnd: LocalDate | null;
}

export const from: Sql = sql`edition e join livelihood_project p on p.edition_id = e.id join document d on d.id = e.document_id ${publisherJoin}`;

/** Decimals as people write them: no zeros at the end. */
const decimal = (column: Sql): Sql => sql`trim_scale(${column})::text`;

const columns = (
  { validOn }: Moment,
  asked?: ReadonlySet<string>,
): Sql => sql`${publishedColumns(asked)}, null as number, p.type, p.year, p.programme, p.number as "projectNumber", p.name,
  p.category, p.category_word as "categoryWord", p.nature, p.content, p.target, p.location, p.leader, p.started_on as "startedOn", p.due_word as "dueWord",
  p.due_on as "dueOn", p.completed_on as "completedOn", p.acceptance, p.total_investment::text as "totalInvestment",
  p.planned_investment::text as "plannedInvestment", p.invested::text, p.fund_sources as "fundSources", p.measures, p.steps, p.responsibilities,
  p.supervision, p.satisfied, p.mostly_satisfied as "mostlySatisfied", p.dissatisfied, p.status,
  ${paceOn(validOn)} as pace, ${isOverdueOn(validOn)} as "isOverdue", p.status_word as "statusWord",
  ${decimal(sql`p.completion_rate`)} as "completionRate", ${decimal(sql`p.published_rate`)} as "publishedRate",
  p.last_period as "lastPeriod", p.last_period_end as "lastPeriodEnd"`;

export const source = recordSource<ProjectRow>({ kind: kindName, plural, from: () => from, columns });

/** Visible projects that meet a condition, in the order of their programme. */
export const read = recordsOf(source, { by: () => sql`p.year desc, p.number`, most: 1000 });

export const projectById = recordById(kindName, read);

export interface TargetRow {
  readonly editionId: string;
  readonly name: string;
  readonly direction: string;
  readonly quantity: string;
  readonly unit: string | null;
}
export const targetsOf = rowsBelow<TargetRow>(
  'livelihood_target',
  sql`name, direction, ${decimal(sql`quantity`)} as quantity, unit`,
);

export interface UnitRow {
  readonly editionId: string;
  readonly role: string;
  readonly name: string;
  readonly organizationId: string | null;
}
export const unitsOf = rowsBelow<UnitRow>('livelihood_unit', sql`role, name, organization_id as "organizationId"`);

export interface PlaceRow {
  readonly editionId: string;
  readonly written: string;
  readonly code: string | null;
}
export const placesOf = rowsBelow<PlaceRow>('livelihood_place', sql`written, code`);

export interface MilestoneRow {
  readonly editionId: string;
  readonly name: string;
  readonly dueWord: string | null;
  readonly dueOn: LocalDate | null;
  readonly doneOn: LocalDate | null;
}
export const milestonesOf = rowsBelow<MilestoneRow>(
  'livelihood_milestone',
  sql`name, due_word as "dueWord", due_on as "dueOn", done_on as "doneOn"`,
);

export interface FundRow {
  readonly editionId: string;
  readonly source: string;
  readonly planned: string | null;
  readonly paid: string | null;
}
export const fundsOf = rowsBelow<FundRow>('livelihood_fund', sql`source, planned::text, paid::text`);

export interface ProgressRow {
  readonly editionId: string;
  readonly period: string;
  readonly periodEnd: LocalDate;
  readonly status: string | null;
  readonly pace: string | null;
  readonly statusWord: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly rate: string | null;
  readonly invested: string | null;
  readonly investedRate: string | null;
  readonly text: string | null;
  readonly results: string | null;
  readonly problems: string | null;
  readonly nextSteps: string | null;
  readonly reason: string | null;
}
export const progressOf = rowsBelow<ProgressRow>(
  'livelihood_progress',
  sql`period, period_end as "periodEnd", status, pace, status_word as "statusWord", ${decimal(sql`quantity`)} as quantity, unit,
    ${decimal(sql`rate`)} as rate, invested::text, ${decimal(sql`invested_rate`)} as "investedRate", progress as text, results, problems,
    next_steps as "nextSteps", reason`,
);

export interface PhotoRow {
  readonly editionId: string;
  readonly name: string;
  readonly caption: string | null;
  readonly takenOn: LocalDate | null;
}
export const photosOf = rowsBelow<PhotoRow>('livelihood_photo', sql`name, caption, taken_on as "takenOn"`);
