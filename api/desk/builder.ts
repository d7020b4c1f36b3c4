import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import { type LocalDate, localDate } from '../core/local-date.ts';
import type { Actor } from '../publishing/actor.ts';
import type { Store } from '../store/client.ts';

/** What every resolver of the publishing door may know: the store, and who acts. */
export interface DeskContext {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: Date;
}

interface SchemaTypes {
  Context: DeskContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Date: { Input: LocalDate; Output: LocalDate };
  };
}

/** The builder of the publishing door (发布端): a schema of its own, so that the public one has no mutation type at all. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin],
  defaultFieldNullability: false,
  errors: {
    defaultUnionOptions: { description: '成功，或说明为何被拒绝。Success, or why it was refused.' },
    defaultResultOptions: { description: '成功。It succeeded.' },
  },
});

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

builder.scalarType('DateTime', {
  description:
    '时刻，RFC 3339，须带时区，如 2026-12-01T09:00:00+08:00；输出为 UTC。An instant with a time zone; UTC on the way out.',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const at = typeof value === 'string' && instantPattern.test(value) ? new Date(value) : null;
    if (!at || Number.isNaN(at.getTime()))
      throw new TypeError(`不是带时区的时刻 not an instant with a zone: ${String(value).slice(0, 40)}`);
    return at;
  },
});

builder.scalarType('Date', {
  description: '日期，YYYY-MM-DD，按北京时间。A day in Asia/Shanghai.',
  serialize: (value) => value,
  parseValue: (value) => {
    const day = typeof value === 'string' ? localDate(value) : null;
    if (!day) throw new TypeError(`不是日期 not a day: ${String(value).slice(0, 40)}`);
    return day;
  },
});

builder.queryType({
  description: '发布端可见的一切；按令牌的角色和机构。What a token may see, by its roles and organizations.',
});
builder.mutationType({
  description: '发布端的每一步；每次尝试都留有审计记录。Every step; every attempt is on record.',
});
