import { type LocalDate, today } from '../core/local-date.ts';
import { type Sql, sql } from '../store/statements.ts';
import { badInput } from './errors.ts';

/**
 * The two clocks of every public read. `asOf` chooses what the platform said at an instant (null: says now);
 * `validOn` chooses the day on which legal validity is judged.
 */
export interface Moment {
  readonly asOf: Date | null;
  readonly validOn: LocalDate;
  /** The day of the reading, or of `asOf`: what a citation states as its access date, whatever day validity is judged on. */
  readonly readOn: LocalDate;
}

export interface MomentArguments {
  readonly asOf?: Date | null | undefined;
  readonly validOn?: LocalDate | null | undefined;
}

/** What an answer's truth hangs on. */
export interface Clocks {
  live: boolean;
  pinned: boolean;
  /** True: it names organizations or divisions, whose register is not kept by edition. */
  named?: boolean;
  /** The instant (ms) at which it stops being true by itself, where that may be before midnight; Infinity: nobody knows of one. */
  until?: number;
}

/** The part of a request's context that knows the time. */
interface Timed {
  readonly now: Date;
  readonly clocks: Clocks;
}

/**
 * Says that the answer tells of this very minute, and the next instant at which it changes though nothing is published
 * (null: none is known). It is not kept beyond that instant, and nobody on the way may serve it without asking.
 */
export function holdsUntil({ clocks }: Timed, next: Date | null): void {
  clocks.until = Math.min(clocks.until ?? Number.POSITIVE_INFINITY, next?.getTime() ?? Number.POSITIVE_INFINITY);
}

/**
 * A publication takes its instant before it commits, and the clocks of instances differ a little: what was said at an
 * instant is certain only this long after it.
 */
const settledAfter = 5 * 60_000;

/** `validOn` defaults to the day of `asOf` in Asia/Shanghai, so that one pinned instant gives one answer for ever. */
export function momentOf({ asOf, validOn }: MomentArguments, { now, clocks }: Timed): Moment {
  clocks[asOf && now.getTime() - asOf.getTime() >= settledAfter ? 'pinned' : 'live'] = true;
  if (asOf && asOf > now) {
    throw badInput(
      `asOf ${asOf.toISOString()} 在将来，平台还没有这一时刻的内容；请给出不晚于现在的时刻。`,
      `asOf ${asOf.toISOString()} lies in the future; give an instant that has passed.`,
    );
  }
  const readOn = today(asOf ?? now);
  return { asOf: asOf ?? null, validOn: validOn ?? readOn, readOn };
}

export const momentKey = ({ asOf, validOn }: Moment): string => `${asOf?.toISOString() ?? 'now'}|${validOn}`;

/**
 * The one place that decides what the public door may see. `edition` is the alias of an edition in the statement.
 * Every public read goes through it: lists, totals, facets, nodes, relations, exports. What is sealed (封存) is read at no
 * instant; what is live never is.
 */
export function visible(edition: Sql, { asOf }: Pick<Moment, 'asOf'>): Sql {
  const disclosed = sql`${edition}.attribute = 'PROACTIVE'`;
  if (!asOf) return sql`${edition}.published_at is not null and ${edition}.published_until is null and ${disclosed}`;
  return sql`${edition}.published_at <= ${asOf} and (${edition}.published_until is null or ${edition}.published_until > ${asOf}) and ${edition}.sealed_at is null and ${disclosed}`;
}
