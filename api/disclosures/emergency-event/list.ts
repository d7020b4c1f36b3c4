import { labelsOf } from '../../graphql/code.ts';
import { publishedList } from '../../graphql/connection.ts';
import { emergencyClassCodes, eventGradeCodes, hazardCodes } from '../../graphql/emergency-scales.ts';
import { highlight } from '../../graphql/highlight.ts';
import { organizationFacet, organizationFilter } from '../../graphql/organization-facet.ts';
import { sql } from '../../store/statements.ts';
import { episodeStateCodes } from './codes.ts';
import { source } from './reads.ts';
import { EmergencyEvent } from './schema.ts';

const state = () => sql`case when v.ended_at is null then 'OPEN' else 'ENDED' end`;
const year = () => sql`extract(year from v.started_at at time zone 'Asia/Shanghai')::int`;

publishedList({
  name: 'EmergencyEvent',
  field: 'emergencyEvents',
  label: { zh: '预警与应急响应', en: 'warnings and emergency responses' },
  node: EmergencyEvent,
  source,
  filters: {
    hazard: {
      type: 'text',
      expression: () => sql`v.hazard`,
      codes: hazardCodes,
      description: '灾种代码，如 FLOOD_DROUGHT。Code of the hazard.',
    },
    eventClass: {
      type: 'text',
      expression: () => sql`v.event_class`,
      codes: emergencyClassCodes,
      description: '事件类别代码，如 NATURAL_DISASTER。Code of the class of events.',
    },
    grade: {
      type: 'text',
      expression: () => sql`v.grade::text`,
      codes: eventGradeCodes,
      description: '事件级别代码。Code of the event grade.',
    },
    state: {
      type: 'text',
      expression: state,
      codes: episodeStateCodes,
      description: 'OPEN 未解除，ENDED 已结束。Whether it has ended.',
    },
    year: { type: 'int', expression: year, description: '开始的年份。The year it began.' },
    place: {
      type: 'text',
      expression: () => sql`named.code`,
      within: (condition) => sql`exists (select from unnest(v.place_codes) as named(code) where ${condition})`,
      description:
        '涉及的区划代码；startsWith 可查县、镇以下。Code of a division it is about; startsWith finds those below.',
    },
    startedAt: { type: 'instant', expression: () => sql`v.started_at`, description: '开始时刻。When it began.' },
    endedAt: { type: 'instant', expression: () => sql`v.ended_at`, description: '结束时刻。When it ended.' },
    publisher: organizationFilter(
      sql`publisher`,
      '发布机构：统一社会信用代码或任一书写名称。The publisher, by credit code or any written name.',
    ),
    indexNumber: { type: 'text', expression: () => sql`d.index_number`, description: '索引号。Index number.' },
  },
  orders: {
    STARTED_AT: {
      key: { expression: sql`v.started_at`, type: sql`timestamptz`, descending: true, nullable: true },
      description: '开始时刻。When it began.',
    },
    PUBLISHED_AT: {
      key: { expression: sql`e.published_at`, type: sql`timestamptz`, descending: true, nullable: false },
      description: '发布时刻。When published.',
    },
  },
  facets: {
    HAZARD: {
      description: '灾种。Hazard.',
      expression: () => sql`v.hazard`,
      filter: 'hazard',
      labels: (values) => labelsOf(hazardCodes, values),
    },
    EVENT_CLASS: {
      description: '事件类别。Class of events.',
      expression: () => sql`v.event_class`,
      filter: 'eventClass',
      labels: (values) => labelsOf(emergencyClassCodes, values),
    },
    STATE: {
      description: '是否结束。Whether it has ended.',
      expression: state,
      filter: 'state',
      labels: (values) => labelsOf(episodeStateCodes, values),
    },
    YEAR: {
      description: '年份。Year.',
      expression: year,
      filter: 'year',
      labels: async (values) => new Map(values.map((value) => [value, { zh: `${value}年`, en: value }])),
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
