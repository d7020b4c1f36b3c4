import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import type { LocalDate } from '../core/local-date.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: LocalDate; Output: LocalDate };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: string; Output: string };
    Digest: { Input: string; Output: string };
    Cursor: { Input: string; Output: string };
  };
}

const idPattern = /^([A-Z][A-Za-z]+):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{2,12})$/;

/** base64url("Type:key"): opaque to callers, never a row number. */
export const encodeId = (typename: string, key: string | number | bigint): string =>
  Buffer.from(`${typename}:${key}`).toString('base64url');

export function decodeId(id: string): { typename: string; id: string } {
  const match = idPattern.exec(Buffer.from(id, 'base64url').toString('utf8'));
  if (!match?.[1] || !match[2]) {
    throw badInput(
      `“${id.slice(0, 60)}”不是本平台给出的标识；请使用查询结果中的 id。`,
      `"${id.slice(0, 60)}" is not an id of this platform; use an id a query returned.`,
    );
  }
  return { typename: match[1], id: match[2] };
}

/** The types every ref of this builder carries. */
export type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ComplexityPlugin, RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    encodeGlobalID: encodeId,
    decodeGlobalID: decodeId,
    nodeQueryOptions: {
      description:
        '按标识取任何一个对象；不存在或未公开时为 null。The object with this id; null when there is none in public.',
      complexity: 1,
    },
    nodesQueryOptions: {
      description: '按标识取多个对象（至多 100 个）。The objects with these ids, at most 100, in the order asked.',
      complexity: ({ ids }: { ids: readonly unknown[] }) => ({ field: 1, multiplier: Math.max(1, ids.length) }),
    },
    nodeTypeOptions: { description: '有全局标识的对象。Anything with an id of its own.' },
  },
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
  },
});

builder.queryType({ description: '公开数据的全部入口；只读。Every public question starts here; read-only.' });
