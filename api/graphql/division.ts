import { sql } from '../store/statements.ts';
import { builder, type FieldsOf } from './builder.ts';
import { type Context, groupBy, loaderOf } from './context.ts';
import { badInput } from './errors.ts';

export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
}

const columns = sql`code, name, level, parent_code as "parentCode"`;

/** The register of organizations and divisions is not kept by edition: an answer that shows it is never immutable. */
export const readsRegister = ({ touched, clocks }: Context): void => {
  touched.add('organization');
  clocks.named = true;
};

export function divisionCode(code: string): string {
  if (/^\d{2,12}$/.test(code)) return code;
  throw badInput(
    `“${code.slice(0, 20)}”不是行政区划代码；应为 2 至 12 位数字。`,
    `"${code.slice(0, 20)}" is not a division code of 2 to 12 digits.`,
  );
}

export const divisionByCode = (context: Context) =>
  loaderOf<DivisionRow>(context, 'division', null, async (codes) => {
    readsRegister(context);
    const rows = await context.store.read<DivisionRow>(
      sql`select ${columns} from division where code = any(${codes}::text[])`,
    );
    return new Map(rows.map((row) => [row.code, row]));
  });

const childrenOf = (context: Context) =>
  loaderOf<DivisionRow[]>(context, 'division children', null, async (codes) => {
    const rows = await context.store.read<DivisionRow>(
      sql`select ${columns} from division where parent_code = any(${codes}::text[]) order by code`,
    );
    return groupBy(rows, ({ parentCode }) => parentCode ?? '');
  });

const Level = builder.enumType('DivisionLevel', {
  description: '行政区划级别。Level of a division.',
  values: {
    PROVINCE: { description: '省级。Province.' },
    CITY: { description: '地级。Prefecture-level city.' },
    COUNTY: { description: '县级。County.' },
    TOWN: { description: '镇、街道。Town or sub-district.' },
    VILLAGE: { description: '村、社区。Village or community.' },
  },
});

export const Division = builder.objectRef<DivisionRow>('Division');

/** A field that tells the division whose code the row has; null where it has none, or none that is known. */
export const divisionField = <Key extends string>(t: FieldsOf<Key, string | null>, key: Key, description: string) =>
  t.field({
    type: Division,
    nullable: true,
    description,
    resolve: ({ [key]: code }, _, context) => (code ? divisionByCode(context).load(code) : null),
  });

builder.node(Division, {
  id: { resolve: ({ code }) => code, description: '标识。Its id.' },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'parentCode' in value,
  description: '行政区划（GB/T 2260；镇村为统计用区划代码）。An administrative division.',
  loadWithoutCache: (code, context) => divisionByCode(context).load(code),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: '代码：县 6 位，镇 9 位，村 12 位。Its code: county 6, town 9, village 12 digits.',
    }),
    name: t.exposeString('name', { description: '名称。Its name.' }),
    level: t.field({ type: Level, description: '级别。Its level.', resolve: ({ level }) => level as 'COUNTY' }),
    parent: divisionField(t, 'parentCode', '上级区划。The division it is part of.'),
    children: t.field({
      type: [Division],
      description: '下级区划，按代码排序。The divisions it is made of, by code.',
      resolve: async ({ code }, _, context) => (await childrenOf(context).load(code)) ?? [],
    }),
  }),
});
