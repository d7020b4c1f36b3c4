import { builder } from '../../graphql/builder.ts';
import { chosen, coded } from '../../graphql/code.ts';
import { divisionField } from '../../graphql/division.ts';
import {
  EventGrade,
  eventGradeCodes,
  ResponseLevel,
  responseLevelCodes,
  WarningLevel,
  warningLevelCodes,
} from '../../graphql/emergency-scales.ts';
import type {
  ChapterRow,
  DrillRow,
  GradeRow,
  PhoneRow,
  RepealRow,
  ResponseRow,
  ShelterRow,
  WarningRow,
} from './reads.ts';

export const PlanResponse = builder.objectRef<ResponseRow>('PlanResponse').implement({
  description:
    '应急响应的一个级别：什么情况启动，谁批准，做什么。One response level: when it begins, who decides, what is done.',
  fields: (t) => ({
    level: chosen(t, ResponseLevel, 'level', '响应级别，Ⅰ级最高。Response level; I is the highest.'),
    levelLabel: coded(t, responseLevelCodes, 'level', '级别的代码和名称，如“Ⅲ级（三级）”。Code and name of the level.'),
    conditions: t.exposeStringList('conditions', { description: '启动条件，一条一项。What sets it in motion.' }),
    approver: t.exposeString('approver', {
      nullable: true,
      description: '启动批准人（职务，不写姓名）。Who approves it, by post.',
    }),
    actions: t.exposeStringList('actions', { description: '响应行动，一条一项。What is done.' }),
    members: t.exposeStringList('members', { description: '成员单位。Units that take part.' }),
  }),
});

export const PlanGrade = builder.objectRef<GradeRow>('PlanGrade').implement({
  description: '事件分级的一级及其标准。One event grade and what makes it.',
  fields: (t) => ({
    grade: chosen(t, EventGrade, 'grade', '事件级别。The grade.'),
    gradeLabel: coded(t, eventGradeCodes, 'grade', '级别的代码和名称。Code and name of the grade.'),
    criteria: t.exposeStringList('criteria', { description: '分级标准。Criteria.' }),
  }),
});

export const PlanWarning = builder.objectRef<WarningRow>('PlanWarning').implement({
  description: '预警的一级：什么情况发布，做什么。One warning level: when it is issued, what is done.',
  fields: (t) => ({
    level: chosen(t, WarningLevel, 'level', '预警级别，一级（红色）最高。Warning level; red is the highest.'),
    levelLabel: coded(t, warningLevelCodes, 'level', '级别的代码和名称。Code and name of the level.'),
    criteria: t.exposeStringList('criteria', { description: '发布条件。Criteria.' }),
    measures: t.exposeStringList('measures', { description: '预警措施。What is done.' }),
  }),
});

export const PlanChapter = builder.objectRef<ChapterRow>('PlanChapter').implement({
  description: '预案的一章。A chapter of a plan.',
  fields: (t) => ({
    number: t.exposeString('number', { nullable: true, description: '章节号，照原样。Its number as printed.' }),
    heading: t.exposeString('heading', { description: '章节标题。Its heading.' }),
    text: t.exposeString('text', { description: '章节内容。Its text.' }),
  }),
});

export const DutyPhone = builder.objectRef<PhoneRow>('DutyPhone').implement({
  description: '值班电话：只有单位，没有个人。A duty phone: of a unit, never of a person.',
  fields: (t) => ({
    unit: t.exposeString('unit', { description: '值守单位。The unit on duty.' }),
    phone: t.exposeString('phone', { description: '值守电话。Its phone.' }),
    hours: t.exposeString('hours', { nullable: true, description: '值守时间，如“24小时”。When it is answered.' }),
  }),
});

export const Shelter = builder.objectRef<ShelterRow>('Shelter').implement({
  description: '应急避难场所。A shelter for emergencies.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '场所名称。Its name.' }),
    town: t.exposeString('town', { nullable: true, description: '所在镇（街道）。The town it is in.' }),
    village: t.exposeString('village', { nullable: true, description: '所在村（社区）。The village it is in.' }),
    division: divisionField(t, 'code', '所在区划；名录中没有时为 null。The division it is in, where it is known.'),
    address: t.exposeString('address', { nullable: true, description: '详细地址。Its address.' }),
    capacity: t.exposeInt('capacity', { nullable: true, description: '可容纳人数。How many people it holds.' }),
    phone: t.exposeString('phone', { nullable: true, description: '场所电话。Its phone.' }),
  }),
});

export const Drill = builder.objectRef<DrillRow>('PlanDrill').implement({
  description: '一次演练。A drill that was held.',
  fields: (t) => ({
    heldOn: t.expose('heldOn', { type: 'Date', description: '演练日期。The day it was held.' }),
    name: t.exposeString('name', { description: '演练内容。What was practised.' }),
    participants: t.exposeInt('participants', { nullable: true, description: '参演人数。How many took part.' }),
  }),
});

export const Repeal = builder.objectRef<RepealRow>('PlanRepeal').implement({
  description: '同时废止的预案：多数没有文号，以标题和日期指明。A plan it puts an end to, named by title and day.',
  fields: (t) => ({
    title: t.exposeString('title', { description: '预案标题。Its title.' }),
    issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true, description: '印发日期。The day it was issued.' }),
    number: t.exposeString('number', { nullable: true, description: '文号。Its document number.' }),
  }),
});
