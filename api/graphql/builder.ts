import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { LocalDate } from '../core/local-date.ts';
import type { Context } from './context.ts';
import { type ApiError, badInput } from './errors.ts';

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: LocalDate; Output: LocalDate };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: string; Output: string };
    Digest: { Input: string; Output: string };
    Timepoint: { Input: number; Output: number };
    Cursor: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    BigInt: { Input: string; Output: string };
  };
}

/** The key of a division is its code, of everything else a UUID. */
const idPattern =
  /^(?:(Division):(\d{2,12})|([A-Z][A-Za-z]+):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))$/;

/** The most ids `nodes` takes. */
const mostIds = 100;

/** base64url("Type:key"): opaque to callers, never a row number. */
export const encodeId = (typename: string, key: string | number | bigint): string =>
  Buffer.from(`${typename}:${key}`).toString('base64url');

const notOurs = (id: string): ApiError =>
  badInput(
    `“${id.slice(0, 60)}”不是本平台给出的标识；请使用查询结果中的 id。`,
    `"${id.slice(0, 60)}" is not an id of this platform; use an id a query returned.`,
  );

export function decodeId(id: string): { typename: string; id: string } {
  const [, division, code, typename = division, key = code] =
    idPattern.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? [];
  if (!typename || !key || id.length > 200) throw notOurs(id);
  return { typename, id: key };
}

/** Refuses an id that names a type no object is found by. */
function checkNode({ typename, id }: { readonly typename: string; readonly id: string }, schema: GraphQLSchema): void {
  const type = schema.getType(typename);
  if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node'))
    throw notOurs(encodeId(typename, id));
}

/** The types every ref of this builder carries. */
export type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

/** What declares the fields of any row that has such a key. */
export type FieldsOf<Key extends string, Value> = PothosSchemaTypes.ObjectFieldBuilder<
  Types,
  { readonly [K in Key]: Value }
>;

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
      args: { id: { description: '标识，任何查询结果中的 id。An id that a query returned.' } },
      resolve: (_, { id }, __, { schema }, resolveNode) => {
        checkNode(id, schema);
        return resolveNode(id);
      },
    },
    nodesQueryOptions: {
      description: '按标识取多个对象（至多 100 个）。The objects with these ids, at most 100, in the order asked.',
      complexity: ({ ids }: { ids: readonly unknown[] }) => ({ field: 1, multiplier: Math.max(1, ids.length) }),
      args: { ids: { description: '标识，至多 100 个。Ids that queries returned, at most 100.' } },
      resolve: (_, { ids }, __, { schema }, resolveNodes) => {
        if (ids.length > mostIds) {
          throw badInput(
            `ids 至多 ${mostIds} 个，给了 ${ids.length} 个。`,
            `ids takes at most ${mostIds}; ${ids.length} were given.`,
          );
        }
        for (const id of ids) checkNode(id, schema);
        return resolveNodes(ids);
      },
    },
    idFieldOptions: { description: '标识：不透明，终身不变。Its id: opaque, the same for all time.' },
    nodeTypeOptions: { description: '有全局标识的对象。Anything with an id of its own.' },
  },
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
  },
});

builder.queryType({ description: '公开数据的全部入口；只读。Every public question starts here; read-only.' });
