import { described } from '../core/described.ts';
import { emergencyClasses, hazardLabels } from '../core/emergency-hazards.ts';
import { eventGrades, responseLevels, type Scale, warningLevels } from '../core/emergency-scales.ts';
import { builder } from './builder.ts';
import type { CodeList } from './code.ts';

const scaleCodes = <Level extends string>(scheme: string, { labels }: Scale<Level>): CodeList => ({ scheme, labels });

export const EventGrade = builder.enumType('EventGrade', {
  description:
    '事件分级：已发生事件的严重程度；与预警级别、响应级别是三种不同的标度。How grave what happened is; a scale of its own beside warning and response levels.',
  values: described(eventGrades.labels),
});

export const WarningLevel = builder.enumType('WarningLevel', {
  description:
    '预警级别：可能发生的事件的严重程度，一级（红色）最高（突发事件应对法第六十三条）。How grave what may happen is; level 1, red, is the highest.',
  values: described(warningLevels.labels),
});

export const ResponseLevel = builder.enumType('ResponseLevel', {
  description:
    '应急响应级别：动员多大力量，Ⅰ级最高（突发事件应对法第七十一条）。How much is set in motion; level I is the highest.',
  values: described(responseLevels.labels),
});

export const EmergencyClass = builder.enumType('EmergencyClass', {
  description: '突发事件的四类。The four classes of emergencies.',
  values: described(emergencyClasses),
});

export const Hazard = builder.enumType('Hazard', {
  description: '灾种或事故类型，如 FLOOD_DROUGHT 防汛抗旱。A hazard, such as FLOOD_DROUGHT.',
  values: described(hazardLabels),
});

export const eventGradeCodes = scaleCodes('EVENT_GRADE', eventGrades);
export const warningLevelCodes = scaleCodes('WARNING_LEVEL', warningLevels);
export const responseLevelCodes = scaleCodes('RESPONSE_LEVEL', responseLevels);
export const emergencyClassCodes: CodeList = { scheme: 'EMERGENCY_CLASS', labels: emergencyClasses };
export const hazardCodes: CodeList = { scheme: 'HAZARD', labels: hazardLabels };
