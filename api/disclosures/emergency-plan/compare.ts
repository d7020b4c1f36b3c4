import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { today } from '../../core/local-date.ts';
import { planKey } from '../../core/plan-title.ts';
import type { Transaction } from '../../store/client.ts';
import { sql } from '../../store/statements.ts';
import type { Comparison } from '../kind.ts';
import type { Plan } from './model.ts';
import { checkOverdue } from './rules/procedure.ts';

/** When two plans are of the same document: a plan made anew is another one, and puts an end to the old. */
export const identityOf = ({ name, number, formedOn }: Plan): string => `${planKey(name)}|${number ?? formedOn ?? ''}`;

interface Other {
  readonly name: string;
  readonly key: string;
  readonly formedOn: string | null;
}

const twoEffective = ({ name, formedOn }: Other): Finding =>
  finding(
    'two-effective-plans',
    'WARNING',
    { column: '废止预案' },
    [
      `已有同一区域、同一类别、同一灾种的预案《${name}》（${formedOn ?? '日期不详'}），本预案没有写明将其废止。`,
      `There is a plan of the same area, type and hazard, "${name}" (${formedOn ?? 'undated'}), which this one does not repeal.`,
    ],
    [
      `请写明“${formedOn ?? ''}印发的《${name}》同时废止”，或核对灾种和适用区域。`,
      'Say that it is repealed, with its title and day, or check hazard and area.',
    ],
  );

/** Public plans of the same publisher that would hold beside this one, and what is overdue today. */
export async function compareWithPublished(
  tx: Transaction,
  plan: Plan,
  organizationId: string,
  { now }: Comparison,
): Promise<Finding[]> {
  const repealed = plan.repeals.map(({ title }) => planKey(title));
  const others = await tx.$queryRaw<Other[]>(sql`
    select p.name, p.key, e.formed_on::text as "formedOn"
    from emergency_plan p join edition e on e.id = p.edition_id join document d on d.id = e.document_id
    where e.kind = 'emergency-plan' and e.published_at is not null and e.published_until is null and e.attribute = 'PROACTIVE'
      and d.organization_id = ${organizationId}::uuid and d.identity <> ${identityOf(plan)}
      and p.level = ${plan.level}::plan_level and p.type = ${plan.type}::plan_type and p.hazard is not distinct from ${plan.hazard}
      and p.area is not distinct from ${plan.area}
      and p.key <> all(${repealed}::text[])
      and (e.formed_on is null or e.formed_on <= ${plan.formedOn ?? today(now)}::date)
      and not exists (select from plan_repeal r join edition cause on cause.id = r.edition_id
        where r.key = p.key and cause.published_at is not null and cause.published_until is null and cause.document_id <> e.document_id)
    order by e.formed_on desc limit 5`);
  return [...others.map(twoEffective), ...checkOverdue(plan, today(now))];
}
