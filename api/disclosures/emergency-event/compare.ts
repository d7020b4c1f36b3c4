import type { Finding, Severity } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { today } from '../../core/local-date.ts';
import type { Transaction } from '../../store/client.ts';
import { sql } from '../../store/statements.ts';
import type { Comparison } from '../kind.ts';
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

/** Ahead of now a step is announced by days, a season of fire protection lasts for months. */
const daysAhead = { step: 31, wrong: 366, until: 731 } as const;

const inFuture = (at: string, column: string, severity: Severity, now: Date): Finding =>
  finding(
    'instant-in-future',
    severity,
    { column },
    [
      `${column} ${at.replace('T', ' ')} 离现在（${today(now)}）太远。`,
      `${at.replace('T', ' ')} (${column}) is too far ahead of today, ${today(now)}.`,
    ],
    ['请核对年份。', 'Check the year.'],
  );

/** What happens far ahead of now is a slip of the year: it would be in force for nobody, or for ever. */
export function farAhead({ steps }: Episode, now: Date): Finding[] {
  const daysTo = (local: string): number => (instantOf(local).getTime() - now.getTime()) / 86_400_000;
  return steps.flatMap(({ at, issuedAt, until }): Finding[] => [
    ...(
      [
        [at, '起始时间'],
        [issuedAt, '发布时间'],
      ] as const
    ).flatMap(([instant, column]) => {
      const days = instant === null ? 0 : daysTo(instant);
      if (instant === null || days <= daysAhead.step) return [];
      return [inFuture(instant, column, days > daysAhead.wrong ? 'ERROR' : 'WARNING', now)];
    }),
    ...(until !== null && daysTo(until) > daysAhead.until ? [inFuture(until, '预计期限', 'WARNING', now)] : []),
  ]);
}

/** Steps that were published stay: an episode grows. */
export async function compareWithPublished(
  tx: Transaction,
  episode: Episode,
  organizationId: string,
  { now }: Pick<Comparison, 'now'>,
): Promise<Finding[]> {
  const published = await tx.$queryRaw<Published[]>(sql`
    select s.type::text as type, s.at from emergency_step s join edition e on e.id = s.edition_id join document d on d.id = e.document_id
    where d.kind = 'emergency-event' and d.organization_id = ${organizationId}::uuid and d.identity = ${identityOf(episode)}
      and e.published_at is not null and e.published_until is null and e.attribute = 'PROACTIVE' order by s.position`);
  const own = new Set(episode.steps.map(({ type, at }) => `${type} ${instantOf(at).getTime()}`));
  const dropped = published.filter(({ type, at }) => !own.has(`${type} ${at.getTime()}`));
  return [...dropped.map(stepDropped), ...farAhead(episode, now)];
}
