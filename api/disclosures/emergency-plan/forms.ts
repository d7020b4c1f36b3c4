import { type EmergencyClass, emergencyClasses, hazardLabels } from '../../core/emergency-hazards.ts';
import { eventGrades, levelCell, responseLevels, warningLevels } from '../../core/emergency-scales.ts';
import { choice, count, day, line, list, paragraphs, sentences, yesOrNo } from '../../core/form/cell-types.ts';
import { field } from '../../core/form/form.ts';
import { coverFacts } from '../cover.ts';
import { planLevels, planTypes } from './codes.ts';
import type { PlanLevel, PlanType } from './model.ts';

const wordsOf = <Code extends string>(labels: Readonly<Record<Code, { readonly zh: string }>>) =>
  Object.fromEntries(Object.entries<{ readonly zh: string }>(labels).map(([code, { zh }]) => [code, zh])) as Record<
    Code,
    string
  >;

const facts = {
  ...coverFacts,
  name: field('预案名称', 'Plan', line, { note: '预案本身的名称，不含“关于印发”“的通知”' }),
  number: field('发文字号', 'Document number', line, { aliases: /^(文号|预案文号|预案编号)$/ }),
  level: field(
    '预案层级',
    'Level',
    choice<PlanLevel>(wordsOf(planLevels), [
      [/^国家级?$/, 'NATION'],
      [/^省$/, 'PROVINCE'],
      [/^市$/, 'CITY'],
      [/^县|^区级?$/, 'COUNTY'],
      [/乡|镇|街道/, 'TOWN'],
      [/村|社区/, 'VILLAGE'],
    ]),
    { aliases: /^(层级|预案级别)$/ },
  ),
  type: field(
    '预案类别',
    'Type',
    choice<PlanType>(wordsOf(planTypes), [
      [/^总体/, 'GENERAL'],
      [/^专项/, 'SPECIAL'],
      [/^部门/, 'DEPARTMENT'],
      [/^联合/, 'JOINT'],
      [/单位|基层/, 'GRASSROOTS'],
    ]),
    { aliases: /^(类别|预案类型|预案种类)$/ },
  ),
  eventClass: field('事件类别', 'Event class', choice<EmergencyClass>(wordsOf(emergencyClasses)), {
    aliases: /^(突发事件类别|突发事件分类|事件分类)$/,
  }),
  hazard: field('灾种', 'Hazard', line, {
    aliases: /^(事故类型|灾害种类|突发事件种类|适用灾种)$/,
    note: `如：${Object.values(hazardLabels)
      .slice(0, 8)
      .map(({ zh }) => zh)
      .join('、')}`,
  }),
  area: field('适用区域', 'Area', line, { aliases: /^(行政区划|适用范围|区域)$/, note: '如“桓台县”“起凤镇”' }),
  leadUnit: field('牵头部门', 'Lead department', line, { aliases: /^(牵头单位|主管部门|编制单位)$/ }),
  isAbridged: field('是否简本', 'Abridged', yesOrNo, { aliases: /^简本$/ }),
  upperPlan: field('上级预案', 'Plan of the level above', line, { aliases: /^(衔接预案|上位预案|上级预案名称)$/ }),
  filedWith: field('备案机关', 'Filed with', line, { aliases: /^(备案单位|报备机关)$/ }),
  filedOn: field('备案日期', 'Filed on', day, { aliases: /^(备案时间|报备日期)$/ }),
  lastAssessedOn: field('最近评估日期', 'Last assessed on', day, { aliases: /^(评估日期|上次评估日期|评估时间)$/ }),
  reviewYears: field('评估周期', 'Years between assessments', count, { note: '年数，不填为 3' }),
  revisionReason: field('修订原因', 'Reason of the revision', line, { aliases: /^(修订理由)$/ }),
  repeals: field('废止预案', 'Plans it repeals', paragraphs, {
    aliases: /^(废止情况|废止说明|同时废止)$/,
    note: '如“2017年6月23日印发的《…应急预案》同时废止”',
  }),
};

const responses = {
  label: { zh: '应急响应分级', en: 'Response levels' },
  names: /响应分级|应急响应|响应级别/,
  fields: {
    level: field('响应级别', 'Response level', levelCell(responseLevels), {
      required: true,
      aliases: /^(级别|响应等级|应急响应级别)$/,
    }),
    conditions: field('启动条件', 'Conditions', sentences, {
      required: true,
      aliases: /^(启动标准|响应条件|启动情形)$/,
    }),
    approver: field('启动批准', 'Approved by', line, { aliases: /^(批准人|启动批准人|启动权限|批准启动)$/ }),
    actions: field('响应行动', 'Actions', sentences, { aliases: /^(响应措施|应急措施|行动措施|工作措施)$/ }),
    members: field('成员单位', 'Members', list, { aliases: /^(参与单位|参加单位|责任单位|响应单位)$/ }),
  },
};

const grades = {
  label: { zh: '事件分级', en: 'Event grades' },
  names: /事件分级|分级标准|事故分级/,
  fields: {
    grade: field('事件级别', 'Event grade', levelCell(eventGrades), {
      required: true,
      aliases: /^(事件等级|事故等级|分级)$/,
    }),
    criteria: field('分级标准', 'Criteria', sentences, { required: true, aliases: /^(标准|认定标准|情形)$/ }),
  },
};

const warnings = {
  label: { zh: '预警分级', en: 'Warning levels' },
  names: /预警分级|预警级别|预警标准/,
  fields: {
    level: field('预警级别', 'Warning level', levelCell(warningLevels), {
      required: true,
      aliases: /^(预警等级|预警颜色)$/,
    }),
    criteria: field('发布条件', 'Criteria', sentences, { required: true, aliases: /^(预警标准|发布标准|预警条件)$/ }),
    measures: field('预警措施', 'Measures', sentences, { aliases: /^(预警行动|防御措施)$/ }),
  },
};

const chapters = {
  label: { zh: '预案正文', en: 'Chapters' },
  names: /正文|章节|目次/,
  fields: {
    number: field('章节号', 'Number', line, { aliases: /^(章|章号|节号)$/ }),
    heading: field('章节标题', 'Heading', line, { required: true, aliases: /^(标题|章名|章节名称)$/ }),
    text: field('章节内容', 'Text', paragraphs, { required: true, aliases: /^(内容|正文)$/ }),
  },
};

const phones = {
  label: { zh: '值班电话', en: 'Duty phones' },
  names: /值班电话|通讯录|联系方式|联络表/,
  fields: {
    unit: field('值守单位', 'Unit on duty', line, { required: true, aliases: /^(单位|单位名称|部门|值班单位|机构)$/ }),
    phone: field('值守电话', 'Duty phone', line, { required: true, aliases: /^(电话|值班电话|联系电话|电话号码)$/ }),
    hours: field('值守时间', 'Hours', line, { aliases: /^(值班时间|备注时间)$/ }),
    person: field('联系人', 'Person', line, { aliases: /^(姓名|负责人|值班人员|联络员)$/, note: '不公开个人，请留空' }),
  },
};

const shelters = {
  label: { zh: '应急避难场所', en: 'Shelters' },
  names: /避难场所|避险场所|安置点/,
  fields: {
    name: field('场所名称', 'Shelter', line, { required: true, aliases: /^(名称|避难场所|避难场所名称|安置点名称)$/ }),
    town: field('所在镇街', 'Town', line, { aliases: /^(镇街|镇街道|所在镇|乡镇|所属镇街|所在乡镇)$/ }),
    village: field('所在村居', 'Village', line, { aliases: /^(村居|村社区|所在村|村名|社区)$/ }),
    address: field('详细地址', 'Address', line, { aliases: /^(地址|位置|地点)$/ }),
    capacity: field('可容纳人数', 'Capacity', count, { aliases: /^(容纳人数|容量|设计容量)$/ }),
    phone: field('场所电话', 'Phone of the shelter', line, { aliases: /^(管理电话|服务电话)$/ }),
  },
};

const drills = {
  label: { zh: '演练记录', en: 'Drills' },
  names: /演练/,
  fields: {
    on: field('演练日期', 'Day', day, { required: true, aliases: /^(日期|演练时间)$/ }),
    name: field('演练内容', 'Drill', line, { required: true, aliases: /^(演练名称|内容|科目)$/ }),
    participants: field('参演人数', 'Participants', count, { aliases: /^(人数|参加人数)$/ }),
  },
};

/** A plan as its tables: the response levels, and what stands around them. */
export const planForms = { facts, forms: { responses, grades, warnings, chapters, phones, shelters, drills } };
