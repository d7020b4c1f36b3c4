import { type LocalDate, localDate } from '../../core/local-date.ts';
import type { ProjectRow } from './reads.ts';

const closed: ReadonlySet<string> = new Set(['COMPLETED', 'OVERFULFILLED', 'CANCELLED']);

const isOpen = ({ status }: ProjectRow): boolean => status === null || !closed.has(status);

/** The end of the quarter two quarters after a day that ends one: silence up to it is borne, after it is not. */
function silentUntil(end: LocalDate): LocalDate {
  const months = Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7)) + 6;
  const [year, month] = [Math.floor((months - 1) / 12), ((months - 1) % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return localDate(`${year}-${String(month).padStart(2, '0')}-${last}`) ?? end;
}

/** Two whole quarters have passed since the last report, or since the year began where there is none. */
export const isReportOverdue = (row: ProjectRow): boolean =>
  isOpen(row) && silentUntil(row.lastPeriodEnd ?? (`${row.year - 1}-12-31` as LocalDate)) < row.moment.validOn;
