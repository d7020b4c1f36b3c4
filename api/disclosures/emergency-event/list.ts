import { publishedList } from '../../graphql/connection.ts';
import { emergencyClassCodes, eventGradeCodes, hazardCodes } from '../../graphql/emergency-scales.ts';
import { byPublication, codeFilter, indexNumber, publisher, yearFilter } from '../../graphql/list-fields.ts';
import { sql } from '../../store/statements.ts';
import { episodeStateCodes } from './codes.ts';
import { source } from './reads.ts';
import { EmergencyEvent } from './schema.ts';

const state = () => sql`case when v.ended_at is null then 'OPEN' else 'ENDED' end`;
const year = sql`extract(year from v.started_at at time zone 'Asia/Shanghai')::int`;

publishedList({
  name: 'EmergencyEvent',
  field: 'emergencyEvents',
  label: { zh: '预警与应急响应', en: 'warnings and emergency responses' },
  node: EmergencyEvent,
  source,
  filters: {
    hazard: codeFilter(hazardCodes, () => sql`v.hazard`, '灾种代码，如 FLOOD_DROUGHT。Code of the hazard.'),
    eventClass: codeFilter(
      emergencyClassCodes,
      () => sql`v.event_class`,
      '事件类别代码，如 NATURAL_DISASTER。Code of the class of events.',
    ),
    grade: codeFilter(eventGradeCodes, () => sql`v.grade::text`, '事件级别代码。Code of the event grade.'),
    state: codeFilter(episodeStateCodes, state, 'OPEN 未解除，ENDED 已结束。Whether it has ended.'),
    year: yearFilter(year, '开始的年份。The year it began.'),
    place: {
      type: 'text',
      expression: () => sql`named.code`,
      within: (condition) => sql`exists (select from unnest(v.place_codes) as named(code) where ${condition})`,
      description:
        '涉及的区划代码；startsWith 可查县、镇以下。Code of a division it is about; startsWith finds those below.',
    },
    startedAt: { type: 'instant', expression: () => sql`v.started_at`, description: '开始时刻。When it began.' },
    endedAt: { type: 'instant', expression: () => sql`v.ended_at`, description: '结束时刻。When it ended.' },
    publisher,
    indexNumber,
  },
  orders: {
    STARTED_AT: {
      key: { expression: sql`v.started_at`, type: sql`timestamptz`, descending: true, nullable: true },
      description: '开始时刻。When it began.',
    },
    PUBLISHED_AT: byPublication,
  },
  facets: {
    HAZARD: { filter: 'hazard', description: '灾种。Hazard.' },
    EVENT_CLASS: { filter: 'eventClass', description: '事件类别。Class of events.' },
    STATE: { filter: 'state', description: '是否结束。Whether it has ended.' },
    YEAR: { filter: 'year', description: '年份。Year.' },
    PUBLISHER: { filter: 'publisher', description: '发布机构。Publisher.' },
  },
});
