import { labelsOf } from '../../graphql/code.ts';
import { publishedList } from '../../graphql/connection.ts';
import { highlight } from '../../graphql/highlight.ts';
import { organizationFacet, organizationFilter } from '../../graphql/organization-facet.ts';
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
    year: { type: 'int', expression: () => sql`p.year`, description: '招生年度。Year of enrollment.' },
    stage: {
      type: 'text',
      expression: () => sql`p.stage::text`,
      codes: stageCodes,
      description: '学段代码：PRIMARY 小学、JUNIOR 初中。Code of the stage.',
    },
    publisher: organizationFilter(
      sql`publisher`,
      '发布机构：统一社会信用代码或任一书写名称。The publisher, by credit code or any written name.',
    ),
    indexNumber: { type: 'text', expression: () => sql`d.index_number`, description: '索引号。Index number.' },
    publishedAt: {
      type: 'instant',
      expression: () => sql`e.published_at`,
      description: '这一版的发布时刻。When this edition was published.',
    },
  },
  orders: {
    YEAR: {
      key: { expression: sql`p.year`, type: sql`int`, descending: true, nullable: false },
      description: '招生年度。Year of enrollment.',
    },
    PUBLISHED_AT: {
      key: { expression: sql`e.published_at`, type: sql`timestamptz`, descending: true, nullable: false },
      description: '发布时刻。When published.',
    },
  },
  facets: {
    YEAR: {
      description: '招生年度。Year.',
      expression: () => sql`p.year`,
      filter: 'year',
      labels: async (values) => new Map(values.map((value) => [value, { zh: `${value}年`, en: value }])),
    },
    STAGE: {
      description: '学段。Stage.',
      expression: () => sql`p.stage::text`,
      filter: 'stage',
      labels: (values) => labelsOf(stageCodes, values),
    },
    PUBLISHER: organizationFacet(sql`publisher`, 'publisher', '发布机构。Publisher.'),
  },
  highlights: async (rows, words) =>
    new Map(
      rows.map(({ documentId, title }) => [
        documentId,
        [highlight('title', title, words)].filter((passage) => passage !== null),
      ]),
    ),
});
