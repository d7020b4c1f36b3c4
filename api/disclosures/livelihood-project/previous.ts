import { type Fen, fen } from '../../core/money.ts';
import type { Transaction } from '../../store/client.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { plain } from './decimal.ts';
import { identityOf } from './identity.ts';
import type { Fund, Milestone, Photo, Place, Progress, Project, Target, Unit } from './model.ts';

type Stored<Value> = { readonly [Key in keyof Value]: Value[Key] extends Fen | null ? string | null : Value[Key] };

type StoredProject = Omit<
  Stored<Project>,
  'targets' | 'places' | 'units' | 'funds' | 'milestones' | 'progress' | 'photos'
> & {
  readonly targets: readonly Target[];
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
  readonly funds: readonly Stored<Fund>[];
  readonly milestones: readonly Milestone[];
  readonly progress: readonly Stored<Progress>[];
  readonly photos: readonly Photo[];
};

const money = (text: string | null): Fen | null => (text === null ? null : fen(BigInt(text)));
const number = (text: string | null): string | null => (text === null ? null : plain(text));

function revive(stored: StoredProject): Project {
  return {
    ...stored,
    totalInvestment: money(stored.totalInvestment),
    plannedInvestment: money(stored.plannedInvestment),
    targets: stored.targets.map((target) => ({ ...target, quantity: plain(target.quantity) })),
    funds: stored.funds.map(({ source, planned, paid }) => ({ source, planned: money(planned), paid: money(paid) })),
    progress: stored.progress.map((report) => ({
      ...report,
      quantity: number(report.quantity),
      rate: number(report.rate),
      investedRate: number(report.investedRate),
      invested: money(report.invested),
    })),
  };
}

/** The rows of one table below a project, each as an object, in order. */
const rows = (object: Sql, table: Sql): Sql =>
  sql`coalesce((select json_agg(json_build_object(${object}) order by position) from ${table} where edition_id = p.edition_id), '[]')`;

const targets = rows(
  sql`'name', name, 'direction', direction, 'quantity', quantity::text, 'unit', unit`,
  sql`livelihood_target`,
);

/** What an edition states, read back from its rows. */
const stated = sql`json_build_object(
  'type', p.type, 'year', p.year, 'programme', p.programme, 'number', p.number, 'name', p.name, 'category', p.category,
  'categoryWord', p.category_word, 'nature', p.nature, 'content', p.content, 'target', p.target, 'location', p.location,
  'leader', p.leader, 'startedOn', p.started_on, 'dueWord', p.due_word, 'dueOn', p.due_on, 'completedOn', p.completed_on,
  'acceptance', p.acceptance, 'totalInvestment', p.total_investment::text, 'plannedInvestment', p.planned_investment::text,
  'fundSources', p.fund_sources, 'measures', p.measures, 'steps', p.steps, 'responsibilities', p.responsibilities,
  'supervision', p.supervision, 'satisfied', p.satisfied, 'mostlySatisfied', p.mostly_satisfied, 'dissatisfied', p.dissatisfied,
  'targets', ${targets}, 'units', ${rows(sql`'role', role, 'name', name`, sql`livelihood_unit`)},
  'places', ${rows(sql`'written', written, 'town', town, 'village', village`, sql`livelihood_place`)},
  'milestones', ${rows(sql`'name', name, 'dueWord', due_word, 'dueOn', due_on, 'doneOn', done_on`, sql`livelihood_milestone`)},
  'funds', ${rows(sql`'source', source, 'planned', planned::text, 'paid', paid::text`, sql`livelihood_fund`)},
  'progress', ${rows(
    sql`'period', period, 'statusWord', status_word, 'status', status, 'pace', pace, 'quantity', quantity::text, 'unit', unit, 'rate', rate::text,
      'invested', invested::text, 'investedRate', invested_rate::text, 'text', progress, 'results', results, 'problems', problems,
      'nextSteps', next_steps, 'reason', reason`,
    sql`livelihood_progress`,
  )},
  'photos', ${rows(sql`'name', name, 'caption', caption, 'takenOn', taken_on`, sql`livelihood_photo`)})`;

const ofDocument = (project: Project, organizationId: string): Sql =>
  sql`d.kind = 'livelihood-project' and d.organization_id = ${organizationId}::uuid and d.identity = ${identityOf(project)}`;

/** What is live of a project; null when nothing is. */
export async function liveProject(tx: Transaction, project: Project, organizationId: string): Promise<Project | null> {
  const [found] = await tx.$queryRaw<{ stated: StoredProject }[]>(sql`
    select ${stated} as stated from livelihood_project p join edition e on e.id = p.edition_id join document d on d.id = e.document_id
    where ${ofDocument(project, organizationId)} and e.published_at is not null and e.published_until is null`);
  return found ? revive(found.stated) : null;
}

/** The target as it was first published (目标冻结): edition, words and figures. */
export interface FirstTarget {
  readonly number: number;
  readonly target: string | null;
  readonly targets: readonly Target[];
}

export async function firstTarget(
  tx: Transaction,
  project: Project,
  organizationId: string,
): Promise<FirstTarget | null> {
  const [found] = await tx.$queryRaw<FirstTarget[]>(sql`
    select e.number, p.target, ${targets} as targets
    from livelihood_project p join edition e on e.id = p.edition_id join document d on d.id = e.document_id
    where ${ofDocument(project, organizationId)} and e.published_at is not null
      and (p.target is not null or exists (select from livelihood_target t where t.edition_id = p.edition_id))
    order by e.number limit 1`);
  return found
    ? { ...found, targets: found.targets.map((target) => ({ ...target, quantity: plain(target.quantity) })) }
    : null;
}

/**
 * How many projects of this programme were published before this source was read; those of the source itself are not
 * counted, for a draft begins with its transaction.
 */
export async function projectsBefore(
  tx: Transaction,
  { type, year }: Project,
  organizationId: string,
): Promise<number> {
  const [found] = await tx.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from livelihood_project p join edition e on e.id = p.edition_id join document d on d.id = e.document_id
    where d.organization_id = ${organizationId}::uuid and p.year = ${year} and p.type = ${type}::livelihood_type
      and e.published_at is not null and e.published_until is null and e.created_at < now()`);
  return found?.count ?? 0;
}
