import { organizationKey } from '../../core/organization-name.ts';
import { builder } from '../../graphql/builder.ts';
import { momentOf } from '../../graphql/moment.ts';
import { idOf } from '../../graphql/node-id.ts';
import { tombstoneOf, withdrawn } from '../../graphql/withdrawal.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { LivelihoodType } from './enums.ts';
import { identityOf } from './identity.ts';
import { kindName, read } from './reads.ts';
import { LivelihoodProject } from './schema.ts';

const Named = builder.inputType('LivelihoodProjectName', {
  description: '哪一年的哪个项目。Which project of which year.',
  fields: (t) => ({
    publisher: t.string({
      required: true,
      description:
        '发布机构：统一社会信用代码或任一书写名称，如“县政府办公室”。The publisher, by credit code or any written name.',
    }),
    year: t.int({ required: true, description: '项目年度。Year.' }),
    type: t.field({
      type: LivelihoodType,
      required: true,
      defaultValue: 'LIVELIHOOD',
      description: '民生实事（默认）或工作报告任务。Type; livelihood projects by default.',
    }),
    name: t.string({ required: true, description: '项目名称。Its name.' }),
  }),
});

const By = builder.inputType('LivelihoodProjectBy', {
  isOneOf: true,
  description: '指明一个项目，三者择一。Names one project, in one of these ways.',
  fields: (t) => ({
    id: t.id({ description: '标识。Its id.' }),
    indexNumber: t.string({ description: '索引号。Its index number.' }),
    project: t.field({ type: Named, description: '发布机构、年度和名称。Publisher, year and name.' }),
  }),
});

function conditionOf({ id, indexNumber, project }: typeof By.$inferInput): Sql {
  if (indexNumber != null) return sql`d.index_number = ${indexNumber.trim()}`;
  if (project == null) return sql`d.id = ${idOf(id ?? '', 'LivelihoodProject')}::uuid`;
  const { publisher } = project;
  return sql`d.identity = ${identityOf(project)} and d.organization_id in (select o.id from organization o
    where o.code = ${publisher} or o.id in (select organization_id from organization_name where name = ${organizationKey(publisher)}))`;
}

builder.queryField('livelihoodProject', (t) =>
  t.field({
    type: LivelihoodProject,
    nullable: true,
    args: {
      by: t.arg({ type: By, required: true, description: '哪一个。Which one.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description: '按这一天判断是否逾期；默认今天。Judge on this day whether it is overdue; today by default.',
      }),
    },
    description:
      '一个项目或任务；从未公开时为 null，已撤回时报 WITHDRAWN 并附理由。One project or task; null when it never was public, WITHDRAWN with the reason when it no longer is.',
    resolve: async (_, { by, ...clocks }, context) => {
      const moment = momentOf(clocks, context);
      const condition = conditionOf(by);
      const [found] = await read(context, moment, condition);
      if (found) return found;
      const tombstone = await tombstoneOf(context.store, kindName, moment, condition);
      if (tombstone) throw withdrawn(tombstone);
      return null;
    },
  }),
);
