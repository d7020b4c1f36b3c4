import { parseDocumentNumber } from '../../core/document-number.ts';
import { placeKey } from '../../core/place-name.ts';
import { labelsOf } from '../../graphql/code.ts';
import { publishedList } from '../../graphql/connection.ts';
import { emergencyClassCodes, hazardCodes } from '../../graphql/emergency-scales.ts';
import { highlight } from '../../graphql/highlight.ts';
import { organizationFacet, organizationFilter } from '../../graphql/organization-facet.ts';
import { sql } from '../../store/statements.ts';
import { assessmentCodes, planLevelCodes, planTypeCodes, standingCodes } from './codes.ts';
import { assessment, from, source, standing } from './reads.ts';
import { EmergencyPlan } from './schema.ts';

const joined = sql`${from} left join organization lead on lead.id = p.lead_unit_id`;

publishedList({
  name: 'EmergencyPlan',
  field: 'emergencyPlans',
  label: { zh: '应急预案', en: 'emergency plans' },
  node: EmergencyPlan,
  source: { ...source, from: () => joined },
  filters: {
    hazard: {
      type: 'text',
      expression: () => sql`p.hazard`,
      codes: hazardCodes,
      description: '灾种代码，如 FLOOD_DROUGHT 防汛抗旱。Code of the hazard.',
    },
    eventClass: {
      type: 'text',
      expression: () => sql`p.event_class`,
      codes: emergencyClassCodes,
      description: '事件类别代码，如 NATURAL_DISASTER。Code of the class of events.',
    },
    level: {
      type: 'text',
      expression: () => sql`p.level::text`,
      codes: planLevelCodes,
      description: '预案层级代码：COUNTY 县级、TOWN 乡镇（街道）等。Code of the level.',
    },
    type: {
      type: 'text',
      expression: () => sql`p.type::text`,
      codes: planTypeCodes,
      description: '预案类别代码：GENERAL 总体、SPECIAL 专项、DEPARTMENT 部门等。Code of the type.',
    },
    standing: {
      type: 'text',
      expression: standing,
      codes: standingCodes,
      description: '有效性代码：IN_FORCE、NOT_YET_IN_FORCE、REPEALED，按 validOn 判断。Whether it holds on validOn.',
    },
    assessment: {
      type: 'text',
      expression: assessment,
      codes: assessmentCodes,
      description:
        '评估情况代码：OVERDUE 已超期、DUE_SOON 三个月内到期、CURRENT。Whether its assessment is due on validOn.',
    },
    assessmentDueOn: {
      type: 'date',
      expression: () => sql`p.assessment_due_on`,
      description: '评估到期日。The day by which it must be assessed.',
    },
    area: {
      type: 'text',
      expression: () => sql`p.area`,
      spelling: placeKey,
      description: '适用区域，如“起凤镇”。Where it applies, such as 起凤镇.',
    },
    number: {
      type: 'text',
      expression: () => sql`p.number`,
      spelling: (written) => parseDocumentNumber(written)?.text ?? written,
      description: '发文字号；空格、括号写法不限。Document number, in any spelling.',
    },
    leadUnit: organizationFilter(
      sql`lead`,
      '牵头部门：统一社会信用代码或任一书写名称。The lead department, by credit code or any written name.',
    ),
    publisher: organizationFilter(
      sql`publisher`,
      '发布机构：统一社会信用代码或任一书写名称。The publisher, by credit code or any written name.',
    ),
    indexNumber: { type: 'text', expression: () => sql`d.index_number`, description: '索引号。Index number.' },
    formedOn: { type: 'date', expression: () => sql`e.formed_on`, description: '成文日期。Day of signing.' },
  },
  orders: {
    FORMED_ON: {
      key: { expression: sql`e.formed_on`, type: sql`date`, descending: true, nullable: true },
      description: '成文日期。Day of signing.',
    },
    ASSESSMENT_DUE_ON: {
      key: { expression: sql`p.assessment_due_on`, type: sql`date`, descending: false, nullable: true },
      description: '评估到期日。The day by which it must be assessed.',
    },
    PUBLISHED_AT: {
      key: { expression: sql`e.published_at`, type: sql`timestamptz`, descending: true, nullable: false },
      description: '发布时刻。When published.',
    },
  },
  facets: {
    HAZARD: {
      description: '灾种。Hazard.',
      expression: () => sql`p.hazard`,
      filter: 'hazard',
      labels: (values) => labelsOf(hazardCodes, values),
    },
    EVENT_CLASS: {
      description: '事件类别。Class of events.',
      expression: () => sql`p.event_class`,
      filter: 'eventClass',
      labels: (values) => labelsOf(emergencyClassCodes, values),
    },
    LEVEL: {
      description: '预案层级。Level.',
      expression: () => sql`p.level::text`,
      filter: 'level',
      labels: (values) => labelsOf(planLevelCodes, values),
    },
    TYPE: {
      description: '预案类别。Type.',
      expression: () => sql`p.type::text`,
      filter: 'type',
      labels: (values) => labelsOf(planTypeCodes, values),
    },
    ASSESSMENT: {
      description: '评估情况。Assessment.',
      expression: assessment,
      filter: 'assessment',
      labels: (values) => labelsOf(assessmentCodes, values),
    },
    STANDING: {
      description: '有效性。Whether it holds.',
      expression: standing,
      filter: 'standing',
      labels: (values) => labelsOf(standingCodes, values),
    },
    LEAD_UNIT: organizationFacet(sql`lead`, 'leadUnit', '牵头部门。Lead department.'),
  },
  highlights: async (rows, words) =>
    new Map(
      rows.map(({ documentId, title }) => [
        documentId,
        [highlight('title', title, words)].filter((passage) => passage !== null),
      ]),
    ),
});
