import type { CodeEntry } from './codes.ts';

/** A matter in the life of a citizen or a business, and the words that point to it. */
export interface EventClass extends CodeEntry {
  readonly words: RegExp;
}

const event = (code: string, zh: string, en: string, words: RegExp): EventClass => ({ code, label: { zh, en }, words });

/** “一类事”主题分类: what people come for, beside the official subject. A document may have several, or none. */
export const EVENT_CLASSES: readonly EventClass[] = [
  event('BUSINESS_START', '企业开办', 'starting a business', /企业开办|市场主体登记|营业执照/u),
  event('CATERING', '开餐馆', 'opening a restaurant', /餐饮|餐馆|食品经营/u),
  event('EMPLOYMENT', '就业创业', 'work and self-employment', /就业|创业/u),
  event('NEWBORN', '新生儿', 'a newborn child', /新生儿|生育|托育/u),
  event('SCHOOLING', '入学', 'starting school', /入学|招生|学前教育/u),
  event('MEDICAL_CARE', '就医', 'medical care', /医疗|就医|医保/u),
  event('SOCIAL_INSURANCE', '社会保险', 'social insurance', /社会?保险|社保|养老保险/u),
  event('ELDERLY_CARE', '养老', 'care in old age', /养老服务|老年人|高龄/u),
  event('DISABILITY', '残疾人服务', 'disability', /残疾人/u),
  event('VETERANS', '退役', 'leaving the forces', /退役军人|优抚/u),
  event('HOUSING', '住房', 'housing', /住房|公租房|物业|购房/u),
  event('HARDSHIP', '困难救助', 'help in hardship', /救助|低保|特困/u),
  event('FARMING', '惠农补贴', 'support for farmers', /惠农|农业补贴|种粮/u),
  event('INVESTMENT', '项目投资', 'investing in a project', /投资项目|招商引资|项目审批/u),
];

/** The classes a title suggests. A person decides; nothing is added from the body, which mentions everything. */
export function suggestEventClasses(title: string): string[] {
  return EVENT_CLASSES.filter(({ words }) => words.test(title)).map(({ code }) => code);
}
