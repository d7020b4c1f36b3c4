import type { LocalDate } from '../../core/local-date.ts';
import { type Sql, sql } from '../../store/statements.ts';

/** Past its due day on a day, and still open. */
export const isOverdueOn = (day: LocalDate): Sql => sql`coalesce(p.due_on < ${day}::date
  and (p.status is null or p.status not in ('COMPLETED', 'OVERFULFILLED', 'CANCELLED')), false)`;

/** How it goes on a day: what is past its due day is behind, whatever its last report said. */
export const paceOn = (day: LocalDate): Sql => sql`case when ${isOverdueOn(day)} then 'BEHIND' else p.pace::text end`;
