import { builder } from '../../graphql/builder.ts';
import { publishedOne } from '../../graphql/lookup.ts';
import { writtenAs } from '../../graphql/organization-asked.ts';
import { sql } from '../../store/statements.ts';
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

publishedOne({
  name: 'LivelihoodProject',
  field: 'livelihoodProject',
  kind: kindName,
  node: LivelihoodProject,
  one: { zh: '一个项目或任务', en: 'One project or task' },
  naming: '指明一个项目，三者择一。Names one project, in one of these ways.',
  which: '哪一个。Which one.',
  validOn: '按这一天判断是否逾期；默认今天。Judge on this day whether it is overdue; today by default.',
  names: (t) => ({
    project: t.field({ type: Named, description: '发布机构、年度和名称。Publisher, year and name.' }),
  }),
  condition: ({ project }) =>
    project == null
      ? null
      : sql`d.identity = ${identityOf(project)}
          and d.organization_id in (select o.id from organization o where ${writtenAs(sql`o`, project.publisher)})`,
  read,
});
