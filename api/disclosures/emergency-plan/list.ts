import { parseDocumentNumber } from '../../core/document-number.ts';
import { placeKey } from '../../core/place-name.ts';
import { publishedList } from '../../graphql/connection.ts';
import { emergencyClassCodes, hazardCodes } from '../../graphql/emergency-scales.ts';
import { byPublication, codeFilter, indexNumber, organizationFilter, publisher } from '../../graphql/list-fields.ts';
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
    hazard: codeFilter(hazardCodes, () => sql`p.hazard`, '灾种代码，如 FLOOD_DROUGHT 防汛抗旱。Code of the hazard.'),
    eventClass: codeFilter(
      emergencyClassCodes,
      () => sql`p.event_class`,
      '事件类别代码，如 NATURAL_DISASTER。Code of the class of events.',
    ),
    level: codeFilter(
      planLevelCodes,
      () => sql`p.level::text`,
      '预案层级代码：COUNTY 县级、TOWN 乡镇（街道）等。Code of the level.',
    ),
    type: codeFilter(
      planTypeCodes,
      () => sql`p.type::text`,
      '预案类别代码：GENERAL 总体、SPECIAL 专项、DEPARTMENT 部门等。Code of the type.',
    ),
    standing: codeFilter(
      standingCodes,
      standing,
      '有效性代码：IN_FORCE、NOT_YET_IN_FORCE、REPEALED，按 validOn 判断。Whether it holds on validOn.',
    ),
    assessment: codeFilter(
      assessmentCodes,
      assessment,
      '评估情况代码：OVERDUE 已超期、DUE_SOON 三个月内到期、CURRENT。Whether its assessment is due on validOn.',
    ),
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
    publisher,
    indexNumber,
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
    PUBLISHED_AT: byPublication,
  },
  facets: {
    HAZARD: { filter: 'hazard', description: '灾种。Hazard.' },
    EVENT_CLASS: { filter: 'eventClass', description: '事件类别。Class of events.' },
    LEVEL: { filter: 'level', description: '预案层级。Level.' },
    TYPE: { filter: 'type', description: '预案类别。Type.' },
    ASSESSMENT: { filter: 'assessment', description: '评估情况。Assessment.' },
    STANDING: { filter: 'standing', description: '有效性。Whether it holds.' },
    LEAD_UNIT: { filter: 'leadUnit', description: '牵头部门。Lead department.' },
  },
});
