import type { Choice } from '../core/descriptor.ts';
import type { Language } from '../core/language.ts';

/** The same as the platform's enum `Hazard`, with what each is called. */
export const hazards: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  FLOOD_DROUGHT: ['防汛抗旱', 'Flood and drought'],
  FREEZING: ['低温雨雪冰冻', 'Snow and freezing'],
  METEOROLOGICAL: ['气象灾害', 'Meteorological disasters'],
  EARTHQUAKE: ['地震', 'Earthquake'],
  GEOLOGICAL: ['地质灾害', 'Geological disasters'],
  FOREST_FIRE: ['森林火灾', 'Forest fire'],
  DISASTER_RELIEF: ['自然灾害救助', 'Disaster relief'],
  CHEMICALS: ['危险化学品事故', 'Dangerous chemicals'],
  GAS: ['燃气事故', 'Gas'],
  FIRE: ['火灾事故', 'Fire'],
  TRAFFIC: ['道路交通事故', 'Road traffic'],
  CONSTRUCTION: ['建设工程事故', 'Construction'],
  SPECIAL_EQUIPMENT: ['特种设备事故', 'Special equipment'],
  POWER: ['大面积停电', 'Power outage'],
  WATER_SUPPLY: ['供水突发事件', 'Water supply'],
  HEATING: ['供热突发事件', 'Heating'],
  HEAVY_POLLUTION: ['重污染天气', 'Heavy air pollution'],
  ENVIRONMENT: ['突发环境事件', 'Environmental incidents'],
  WORK_SAFETY: ['生产安全事故', 'Work safety'],
  FOOD_SAFETY: ['食品安全事故', 'Food safety'],
  ANIMAL_DISEASE: ['动物疫情', 'Animal disease'],
  PUBLIC_HEALTH: ['突发公共卫生事件', 'Public health'],
  GRAIN: ['粮食供应', 'Grain supply'],
  NETWORK: ['网络安全', 'Network security'],
  CROWD: ['大型群众性活动与群体性事件', 'Crowds'],
  ALL: ['各类突发事件（总体）', 'All hazards'],
};

const nameIn = ([zh, en]: readonly [string, string], language: Language): string => (language === 'en' ? en : zh);

/** Its name; a code that is none stays as it is. */
export const hazardName = (code: string, language: Language): string =>
  Object.hasOwn(hazards, code) ? nameIn(hazards[code] ?? [code, code], language) : code;

/** The hazard a tag says by its code or by its name; null where it says none, undefined for one that is none. */
export function hazardAsked(said = ''): string | null | undefined {
  const written = said.trim();
  if (written === '') return null;
  const code = written.toUpperCase().replaceAll('-', '_');
  if (Object.hasOwn(hazards, code)) return code;
  return Object.keys(hazards).find((one) => hazards[one]?.some((name) => name.toLowerCase() === written.toLowerCase()));
}

/** For whoever wrote a hazard that is none: those there are. */
export function hazardMisuse(said: string, language: Language): string {
  const known = Object.entries(hazards).map(([code, names]) =>
    language === 'en' ? `${code} (${names[1]})` : `${code}（${names[0]}）`,
  );
  return language === 'en'
    ? `hazard is "${said}", which is no hazard; write one of ${known.join(', ')}, or leave it out.`
    : `hazard 写作“${said}”，不是灾种；请写 ${known.join('、')} 之一，或去掉它。`;
}

/** Hazards to choose from, with one for all of them. */
export const hazardOptions = (language: Language, all: string, codes: readonly string[] = Object.keys(hazards)) => [
  { value: '', text: all },
  ...codes.map((code) => ({ value: code, text: hazardName(code, language) })),
];

/** The same, where a tag is made. */
export const hazardChoices: readonly Choice[] = Object.entries(hazards).map(([value, [zh, en]]) => ({ value, zh, en }));
