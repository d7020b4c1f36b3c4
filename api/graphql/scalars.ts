import { localDate } from '../core/local-date.ts';
import { builder } from './builder.ts';
import { cursorMismatch } from './cursor.ts';
import { badInput } from './errors.ts';

const instant = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Null for what is no instant: also 30 February, which JavaScript takes for 2 March, and a year beyond 1–9999. */
export function instantOf(text: string): Date | null {
  const day = instant.exec(text)?.[1];
  const date = day && localDate(day) ? new Date(text) : null;
  const year = date?.getUTCFullYear() ?? Number.NaN;
  return year >= 1 && year <= 9999 ? date : null;
}

builder.scalarType('Date', {
  description: '日历日，亚洲/上海时区，如 2021-07-15。A calendar day in Asia/Shanghai, YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue(value) {
    const day = typeof value === 'string' ? localDate(value) : null;
    if (day) return day;
    throw badInput(
      `“${String(value).slice(0, 40)}”不是日期；请写成 2021-07-15。`,
      `"${String(value).slice(0, 40)}" is not a day; write 2021-07-15.`,
    );
  },
});

builder.scalarType('DateTime', {
  description: '时刻，RFC 3339，输出一律为 UTC（Z）。An instant, RFC 3339, always UTC (Z) on the wire.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => value.toISOString(),
  parseValue(value) {
    const date = typeof value === 'string' ? instantOf(value) : null;
    if (date) return date;
    throw badInput(
      `“${String(value).slice(0, 40)}”不是时刻；请写成 2021-07-15T00:00:00Z。`,
      `"${String(value).slice(0, 40)}" is not an instant; write 2021-07-15T00:00:00Z.`,
    );
  },
});

builder.scalarType('URL', {
  description: '绝对地址，http 或 https。An absolute http(s) address.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
});

builder.scalarType('Digest', {
  description: '摘要：sha256: 加 64 位十六进制。sha256: and 64 hexadecimal digits.',
});

builder.scalarType('Cursor', {
  description:
    '列表中的位置；不透明，只能用于给出它的同一查询。A place in a list; opaque, good only for the query that gave it.',
  parseValue(value) {
    if (typeof value === 'string' && value.length <= 2000) return value;
    throw cursorMismatch();
  },
});
