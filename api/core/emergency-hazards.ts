import type { Bilingual } from './finding.ts';

/** The four classes of emergencies (突发事件分类), 突发事件应对法 art. 2. */
export type EmergencyClass = 'NATURAL_DISASTER' | 'ACCIDENT' | 'PUBLIC_HEALTH' | 'SOCIAL_SECURITY';

export const emergencyClasses: Readonly<Record<EmergencyClass, Bilingual>> = {
  NATURAL_DISASTER: { zh: '自然灾害', en: 'Natural disasters' },
  ACCIDENT: { zh: '事故灾难', en: 'Accidents' },
  PUBLIC_HEALTH: { zh: '公共卫生事件', en: 'Public health incidents' },
  SOCIAL_SECURITY: { zh: '社会安全事件', en: 'Social security incidents' },
};

type Entry = readonly [zh: string, en: string, of: EmergencyClass | null, names: RegExp];

const entries = {
  FLOOD_DROUGHT: ['防汛抗旱', 'Flood and drought', 'NATURAL_DISASTER', /防汛|抗旱|防洪|洪涝|洪水|汛|干旱|旱情|内涝/],
  FREEZING: ['低温雨雪冰冻', 'Snow and freezing', 'NATURAL_DISASTER', /雨雪|冰冻|暴雪|寒潮|低温|道路结冰/],
  METEOROLOGICAL: [
    '气象灾害',
    'Meteorological disasters',
    'NATURAL_DISASTER',
    /气象|暴雨|大风|台风|高温|雷电|冰雹|大雾/,
  ],
  EARTHQUAKE: ['地震', 'Earthquake', 'NATURAL_DISASTER', /地震/],
  GEOLOGICAL: ['地质灾害', 'Geological disasters', 'NATURAL_DISASTER', /地质|滑坡|泥石流|塌陷/],
  FOREST_FIRE: ['森林火灾', 'Forest fire', 'NATURAL_DISASTER', /森林|草原火|护林|林火/],
  DISASTER_RELIEF: ['自然灾害救助', 'Disaster relief', 'NATURAL_DISASTER', /灾害救助|救灾/],
  CHEMICALS: ['危险化学品事故', 'Dangerous chemicals', 'ACCIDENT', /危险化学品|危化品|化工/],
  GAS: ['燃气事故', 'Gas', 'ACCIDENT', /燃气|天然气|油气/],
  FIRE: ['火灾事故', 'Fire', 'ACCIDENT', /火灾|消防/],
  TRAFFIC: ['道路交通事故', 'Road traffic', 'ACCIDENT', /交通|公路|道路/],
  CONSTRUCTION: ['建设工程事故', 'Construction', 'ACCIDENT', /建设工程|建筑施工|房屋|工地/],
  SPECIAL_EQUIPMENT: ['特种设备事故', 'Special equipment', 'ACCIDENT', /特种设备|电梯|锅炉/],
  POWER: ['大面积停电', 'Power outage', 'ACCIDENT', /停电|电力|电网/],
  WATER_SUPPLY: ['供水突发事件', 'Water supply', 'ACCIDENT', /供水|饮用水/],
  HEATING: ['供热突发事件', 'Heating', 'ACCIDENT', /供热|供暖/],
  HEAVY_POLLUTION: ['重污染天气', 'Heavy air pollution', 'ACCIDENT', /重污染|空气污染|大气污染/],
  ENVIRONMENT: ['突发环境事件', 'Environmental incidents', 'ACCIDENT', /环境|水污染|辐射/],
  WORK_SAFETY: ['生产安全事故', 'Work safety', 'ACCIDENT', /生产安全|安全生产|工矿/],
  FOOD_SAFETY: ['食品安全事故', 'Food safety', 'PUBLIC_HEALTH', /食品|食物中毒/],
  ANIMAL_DISEASE: ['动物疫情', 'Animal disease', 'PUBLIC_HEALTH', /动物|禽流感|非洲猪瘟/],
  PUBLIC_HEALTH: ['突发公共卫生事件', 'Public health', 'PUBLIC_HEALTH', /公共卫生|传染病|疫情|卫生/],
  GRAIN: ['粮食供应', 'Grain supply', 'SOCIAL_SECURITY', /粮食|市场供应|价格/],
  NETWORK: ['网络安全', 'Network security', 'SOCIAL_SECURITY', /网络|信息安全/],
  CROWD: ['大型群众性活动与群体性事件', 'Crowds', 'SOCIAL_SECURITY', /群体|群众性活动|社会安全|恐怖|校园/],
  ALL: ['各类突发事件（总体）', 'All hazards', null, /总体|各类|突发事件|综合/],
} satisfies Readonly<Record<string, Entry>>;

/** What a plan, a warning or a response is about (灾种、事故类型). */
export type Hazard = keyof typeof entries;

export const hazards = Object.keys(entries) as Hazard[];

export const hazardLabels = Object.fromEntries(
  hazards.map((code) => [code, { zh: entries[code][0], en: entries[code][1] }]),
) as Readonly<Record<Hazard, Bilingual>>;

export const classOfHazard = (hazard: Hazard): EmergencyClass | null => entries[hazard][2];

/** The hazard a title or a cell is about: the first of the list whose words it holds. */
export const hazardNamed = (written: string): Hazard | null =>
  hazards.find((code) => hazardLabels[code].zh === written.trim()) ??
  hazards.find((code) => entries[code][3].test(written)) ??
  null;
