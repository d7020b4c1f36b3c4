import { chinaTime } from '../core/local-date.ts';
import { CommandError } from './session.ts';

const minute = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(:\d{2}(?:\.\d+)?)?$/;
const isZoned = /(Z|[+-]\d{2}:?\d{2})$/;

/** An instant as clocks in China show it, to the minute. */
export const beijing = (at: Date): string => `${chinaTime(at).slice(0, 16).replace('T', ' ')}（北京时间 Beijing time）`;

/** What was typed for an instant: with a zone as it says, without one the time in Beijing. */
export function instantOf(text: string): Date {
  const [, day, clock = '', seconds = ':00'] = minute.exec(text.trim()) ?? [];
  const written = day === undefined ? text : `${day}T${clock.padStart(5, '0')}${seconds}+08:00`;
  const at = new Date(written);
  if (!Number.isNaN(at.getTime()) && isZoned.test(written)) return at;
  throw new CommandError(
    `“${text}”不是时刻；请写成 "2026-12-01 09:00"（北京时间），或 2026-12-01T09:00:00+08:00。`,
    `"${text}" is no instant; write "2026-12-01 09:00" (Beijing time) or 2026-12-01T09:00:00+08:00.`,
  );
}
