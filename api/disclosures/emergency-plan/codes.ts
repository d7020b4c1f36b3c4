import type { Bilingual } from '../../core/finding.ts';
import type { CodeList } from '../../graphql/code.ts';
import type { PlanLevel, PlanType } from './model.ts';

export const planLevels: Readonly<Record<PlanLevel, Bilingual>> = {
  NATION: { zh: '国家', en: 'Nation' },
  PROVINCE: { zh: '省级', en: 'Province' },
  CITY: { zh: '市级', en: 'City' },
  COUNTY: { zh: '县级', en: 'County' },
  TOWN: { zh: '乡镇（街道）', en: 'Town or sub-district' },
  VILLAGE: { zh: '村（社区）', en: 'Village or community' },
  UNIT: { zh: '单位', en: 'Unit' },
};

export const planTypes: Readonly<Record<PlanType, Bilingual>> = {
  GENERAL: { zh: '总体应急预案', en: 'General plan' },
  SPECIAL: { zh: '专项应急预案', en: 'Special plan' },
  DEPARTMENT: { zh: '部门应急预案', en: 'Plan of a department' },
  JOINT: { zh: '联合应急预案', en: 'Joint plan' },
  GRASSROOTS: { zh: '单位和基层组织应急预案', en: 'Plan of a unit or grass-roots organization' },
};

export const planStandings: Readonly<Record<string, Bilingual>> = {
  IN_FORCE: { zh: '现行有效', en: 'In force' },
  NOT_YET_IN_FORCE: { zh: '尚未施行', en: 'Not yet in force' },
  REPEALED: { zh: '已废止', en: 'Repealed' },
};

export const assessmentStates: Readonly<Record<string, Bilingual>> = {
  CURRENT: { zh: '在评估期内', en: 'Within its period' },
  DUE_SOON: { zh: '三个月内到期', en: 'Due within three months' },
  OVERDUE: { zh: '评估已超期', en: 'Overdue' },
};

export const planLevelCodes: CodeList = { scheme: 'PLAN_LEVEL', labels: planLevels };
export const planTypeCodes: CodeList = { scheme: 'PLAN_TYPE', labels: planTypes };
export const standingCodes: CodeList = { scheme: 'PLAN_STANDING', labels: planStandings };
export const assessmentCodes: CodeList = { scheme: 'PLAN_ASSESSMENT', labels: assessmentStates };
