import type { LocalDate } from '../core/local-date.ts';
import { organizationKey } from '../core/organization-name.ts';
import { empty, join, type Sql, sql } from '../store/statements.ts';
import { builder, type FieldsOf } from './builder.ts';
import { Code, type CodeList, codeOf } from './code.ts';
import { type Context, groupBy, loaderOf } from './context.ts';
import { Division, divisionByCode, divisionCode, readsRegister } from './division.ts';

export interface OrganizationRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly type: string;
  readonly divisionCode: string;
  readonly parentId: string | null;
  readonly verticalParentId: string | null;
  readonly successorId: string | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly isSample: boolean;
}

interface NameRow {
  readonly organizationId: string;
  readonly name: string;
  readonly isOfficial: boolean;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

const types: CodeList = {
  scheme: 'ORGANIZATION_TYPE',
  labels: {
    GOVERNMENT: { zh: '人民政府', en: 'Government' },
    OFFICE: { zh: '政府办公室', en: 'Government office' },
    DEPARTMENT: { zh: '政府部门', en: 'Department' },
    PARTY_ORGAN: { zh: '党委机构', en: 'Party organ' },
    INSTITUTION: { zh: '事业单位', en: 'Public institution' },
    BRANCH: { zh: '上级派驻机构', en: 'Branch of a higher authority' },
    TOWN: { zh: '镇、街道', en: 'Town or sub-district' },
    OTHER_STATE_ORGAN: { zh: '其他国家机关', en: 'Other state organ' },
    COLLECTIVE: { zh: '单位集合', en: 'Group of organizations' },
  },
};

const columns = sql`id, code, name, type, division_code as "divisionCode", parent_id as "parentId",
  vertical_parent_id as "verticalParentId", successor_id as "successorId",
  valid_from as "validFrom", valid_to as "validTo", is_sample as "isSample"`;

/** Columns that only the field of this name reads. */
const onDemand: Readonly<Record<string, readonly [name: Sql, column: Sql]>> = {
  code: [sql`'code'`, sql`code`],
  type: [sql`'type'`, sql`type`],
  parent: [sql`'parentId'`, sql`parent_id`],
  verticalParent: [sql`'verticalParentId'`, sql`vertical_parent_id`],
  successor: [sql`'successorId'`, sql`successor_id`],
  validFrom: [sql`'validFrom'`, sql`valid_from`],
  validTo: [sql`'validTo'`, sql`valid_to`],
  isSample: [sql`'isSample'`, sql`is_sample`],
};

export const organizationFields: readonly string[] = Object.keys(onDemand);

/** An organization read along with what names it, as one column: what is asked of it; null where there is none. */
export const organizationColumn = (alias: Sql, asked: ReadonlySet<string>): Sql => {
  const read = Object.entries(onDemand).flatMap(([field, [name, column]]) =>
    asked.has(field) ? [sql`, ${name}, ${alias}.${column}`] : [],
  );
  return sql`case when ${alias}.id is not null then json_build_object(
    'id', ${alias}.id, 'name', ${alias}.name, 'divisionCode', ${alias}.division_code${join([empty, ...read], '')}) end`;
};

export const organizationById = (context: Context) =>
  loaderOf<OrganizationRow>(context, 'organization', null, async (ids) => {
    readsRegister(context);
    const rows = await context.store.read<OrganizationRow>(
      sql`select ${columns} from organization where id = any(${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  });

const organizationByCode = (context: Context) =>
  loaderOf<OrganizationRow>(context, 'organization by code', null, async (codes) => {
    readsRegister(context);
    const rows = await context.store.read<OrganizationRow>(
      sql`select ${columns} from organization where code = any(${codes}::text[])`,
    );
    return new Map(rows.map((row) => [row.code ?? '', row]));
  });

const namesOf = (context: Context) =>
  loaderOf<NameRow[]>(context, 'organization names', null, async (ids) => {
    const rows = await context.store.read<NameRow>(sql`
      select organization_id as "organizationId", name, is_official as "isOfficial", valid_from as "validFrom", valid_to as "validTo"
      from organization_name where organization_id = any(${ids}::uuid[]) order by is_official desc, name`);
    return groupBy(rows, ({ organizationId }) => organizationId);
  });

const OrganizationName = builder.objectRef<NameRow>('OrganizationName').implement({
  description: '机构的一个书写名称（正式名称或别名）。One written name of an organization.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '名称。The name.' }),
    isOfficial: t.exposeBoolean('isOfficial', { description: '是否正式名称。Whether it is the official name.' }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: '启用日期。In use from this day.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: '停用日期。In use to this day.' }),
  }),
});

export const Organization = builder.objectRef<OrganizationRow>('Organization');

/** A field that tells the organization whose id the row has; null where it has none. */
export const organizationField = <Key extends string>(t: FieldsOf<Key, string | null>, key: Key, description: string) =>
  t.field({
    type: Organization,
    nullable: true,
    description,
    resolve: ({ [key]: id }, _, context) => (id ? organizationById(context).load(id) : null),
  });

builder.node(Organization, {
  id: { resolve: ({ id }) => id, description: '标识。Its id.' },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'divisionCode' in value,
  description:
    '机构（机关、部门、单位、镇街，或“县政府各部门单位”这样的集合）。A government, department, unit or town, or a named group of them.',
  loadWithoutCache: (id, context) => organizationById(context).load(id),
  fields: (t) => ({
    code: t.exposeString('code', {
      nullable: true,
      description:
        '统一社会信用代码（GB 32100），18 位；集合没有。Unified social credit code, 18 characters; a group has none.',
    }),
    name: t.exposeString('name', { description: '现行正式名称。Its current official name.' }),
    names: t.field({
      type: [OrganizationName],
      description: '全部书写名称，正式名称在前。All its written names (别名), the official first.',
      resolve: async ({ id }, _, context) => (await namesOf(context).load(id)) ?? [],
    }),
    type: t.field({
      type: Code,
      description: '机构类别。What sort of organization it is.',
      resolve: ({ type }) => codeOf(types, type),
    }),
    division: t.field({
      type: Division,
      nullable: true,
      description: '所在行政区划。The administrative division it is in.',
      resolve: (row, _, context) => divisionByCode(context).load(row.divisionCode),
    }),
    parent: organizationField(t, 'parentId', '上级机构。The organization it belongs to.'),
    verticalParent: organizationField(
      t,
      'verticalParentId',
      '垂直管理的上级机构，如市局之于县分局。The higher authority of a branch.',
    ),
    successor: organizationField(t, 'successorId', '机构改革后的承继机构。The organization that took over.'),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: '设立日期。Exists from this day.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: '撤销日期。Existed to this day.' }),
    isSample: t.exposeBoolean('isSample', {
      description: '是否示例数据；代码为虚构。Whether this is made-up sample data (示例).',
    }),
  }),
});

const OrganizationBy = builder.inputType('OrganizationBy', {
  isOneOf: true,
  description: '指明一个机构，三者择一。Names one organization, in one of these ways.',
  fields: (t) => ({
    id: t.id({ description: '标识。Its id.' }),
    code: t.string({ description: '统一社会信用代码。Its unified social credit code.' }),
    name: t.string({ description: '任一书写名称，如“县财政局”。Any written name.' }),
  }),
});

async function organizationNamed(context: Context, name: string): Promise<OrganizationRow | null> {
  readsRegister(context);
  const [row] = await context.store.read<OrganizationRow>(sql`
    select ${columns} from organization
    where id = (select organization_id from organization_name where name = ${organizationKey(name)} order by is_official desc limit 1)`);
  return row ?? null;
}

builder.queryFields((t) => ({
  organization: t.field({
    type: Organization,
    nullable: true,
    args: { by: t.arg({ type: OrganizationBy, required: true, description: '哪一个。Which one.' }) },
    description: '一个机构；没有时为 null。One organization, or null.',
    resolve: (_, { by }, context) => {
      if (by.code != null) return organizationByCode(context).load(by.code);
      if (by.name != null) return organizationNamed(context, by.name);
      return organizationById(context).load(idOf(by.id ?? '', 'Organization'));
    },
  }),
  organizations: t.field({
    type: [Organization],
    complexity: { field: 1, multiplier: 50 },
    description:
      '全部机构，按类别和名称排序；数量有限，不分页。All organizations, by type and name; there are few enough for one list.',
    resolve: (_, __, context) => {
      readsRegister(context);
      return context.store.read<OrganizationRow>(
        sql`select ${columns} from organization order by type, name, id limit 1000`,
      );
    },
  }),
  division: t.field({
    type: Division,
    nullable: true,
    args: {
      code: t.arg.string({ required: true, description: '行政区划代码，2 至 12 位。Its code, 2 to 12 digits.' }),
    },
    description: '一个行政区划；没有时为 null。One administrative division, or null.',
    resolve: (_, { code }, context) => divisionByCode(context).load(divisionCode(code)),
  }),
}));

import { idOf } from './node-id.ts';
