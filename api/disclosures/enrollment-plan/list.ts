import { publishedList } from '../../graphql/connection.ts';
import {
  byPublication,
  codeFilter,
  indexNumber,
  publishedAt,
  publisher,
  yearFilter,
} from '../../graphql/list-fields.ts';
import { sql } from '../../store/statements.ts';
import { stageCodes } from './code-lists.ts';
import { source } from './reads.ts';
import { EnrollmentPlan } from './schema.ts';

publishedList({
  name: 'EnrollmentPlan',
  field: 'enrollmentPlans',
  label: { zh: '招生入学方案', en: 'enrollment plans' },
  node: EnrollmentPlan,
  source,
  filters: {
    year: yearFilter(sql`p.year`, '招生年度。Year of enrollment.'),
    stage: codeFilter(stageCodes, () => sql`p.stage::text`, '学段代码：PRIMARY 小学、JUNIOR 初中。Code of the stage.'),
    publisher,
    indexNumber,
    publishedAt,
  },
  orders: {
    YEAR: {
      key: { expression: sql`p.year`, type: sql`int`, descending: true, nullable: false },
      description: '招生年度。Year of enrollment.',
    },
    PUBLISHED_AT: byPublication,
  },
  facets: {
    YEAR: { filter: 'year', description: '招生年度。Year.' },
    STAGE: { filter: 'stage', description: '学段。Stage.' },
    PUBLISHER: { filter: 'publisher', description: '发布机构。Publisher.' },
  },
});
