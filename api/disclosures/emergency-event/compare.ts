import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { Transaction } from '../../store/client.ts';
import { sql } from '../../store/statements.ts';
import { type Episode, instantOf } from './model.ts';

/** Two files are of one episode when name and first day are the same: each step makes a new edition of it. */
export const identityOf = ({ name, steps }: Episode): string => `${name}|${steps[0]?.at.slice(0, 10) ?? ''}`;

interface Published {
  readonly type: string;
  readonly at: Date;
}

const stepDropped = ({ at }: Published): Finding => {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return finding(
    'step-dropped',
    'WARNING',
    { column: '起始时间' },
    [`已公布的 ${local} 的一步不在本次文件中。`, `The step of ${local} that was published is not in this file.`],
    [
      '请保留已公布的各步，在其后加行；确属更正的，请写明更正说明。',
      'Keep what was published and add rows below it, or say what is corrected.',
    ],
  );
};

/** Steps that were published stay: an episode grows. */
export async function compareWithPublished(
  tx: Transaction,
  episode: Episode,
  organizationId: string,
): Promise<Finding[]> {
  const published = await tx.$queryRaw<Published[]>(sql`
    select s.type::text as type, s.at from emergency_step s join edition e on e.id = s.edition_id join document d on d.id = e.document_id
    where d.kind = 'emergency-event' and d.organization_id = ${organizationId}::uuid and d.identity = ${identityOf(episode)}
      and e.published_at is not null and e.published_until is null and e.attribute = 'PROACTIVE' order by s.position`);
  const own = new Set(episode.steps.map(({ type, at }) => `${type} ${instantOf(at).getTime()}`));
  return published.filter(({ type, at }) => !own.has(`${type} ${at.getTime()}`)).map(stepDropped);
}
