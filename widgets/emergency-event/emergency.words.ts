import type { Language } from '../core/language.ts';

export interface EmergencyWords {
  /** `at`: the instant that is asked about; empty: now. */
  readonly title: (place: string, at: string) => string;
  readonly nothing: (place: string, hazard: string, at: string) => string;
  readonly checked: string;
  readonly checkedAt: (instant: string) => string;
  readonly one: (name: string, where: string, since: string, issuer: string) => string;
  readonly several: (count: number, names: string) => string;
  readonly name: (hazard: string, scale: string, level: string) => string;
  readonly more: string;
  readonly whatToDo: string;
  readonly where: string;
  readonly everywhere: string;
  readonly since: string;
  readonly begun: string;
  readonly until: string;
  readonly expected: (instant: string) => string;
  readonly ends: (instant: string) => string;
  readonly untilLifted: string;
  readonly issuer: string;
  readonly phone: string;
  readonly plan: string;
  readonly record: string;
  readonly course: string;
  readonly states: Readonly<Record<'done' | 'now' | 'todo', string>>;
  readonly form: string;
  readonly place: string;
  readonly placeHint: string;
  readonly hazard: string;
  readonly anyHazard: string;
  /** What to do with a warning that cannot be looked up again now. */
  readonly away: string;
}

const chinese: EmergencyWords = {
  title: (place, at) => `${place}${at === '' ? '现在' : '当时'}生效的预警和应急响应`,
  nothing: (place, hazard, at) =>
    at === ''
      ? `${place}目前没有生效的${hazard}预警和应急响应`
      : `按平台到${at}为止公开的内容，${place}当时没有生效的${hazard}预警和应急响应`,
  checked: '查询时间',
  checkedAt: (instant) => `查询时间：${instant}`,
  one: (name, where, since, issuer) =>
    `${name}生效中：${where}，自${since}起${issuer === '' ? '' : `，${issuer}发布`}。`,
  several: (count, names) => `${count} 项生效中：${names}。`,
  name: (hazard, scale, level) => `${hazard}${scale}${level}`,
  more: '公告全文',
  whatToDo: '该怎么做',
  where: '在哪里',
  everywhere: '全部范围',
  since: '这一级自何时',
  begun: '最初何时',
  until: '到何时',
  expected: (instant) => `预计至${instant}，以公布解除为准`,
  ends: (instant) => `已公布至${instant}`,
  untilLifted: '直至公布解除',
  issuer: '谁发布',
  phone: '咨询电话',
  plan: '依据预案',
  record: '公告',
  course: '过程',
  states: { done: '已过', now: '现在', todo: '将要' },
  form: '只看一处或一个灾种',
  place: '镇（街道）、村（社区）',
  placeHint: '如：起凤镇、起凤镇付庙村；不写为全部。',
  hazard: '灾种',
  anyHazard: '全部灾种',
  away: '此后可能已有变化：遇险请拨打 110、119、120。恢复后自动更新。',
};

const english: EmergencyWords = {
  title: (place, at) =>
    `Warnings and responses in force ${at === '' ? 'now' : 'then'}${place === '' ? '' : `: ${place}`}`,
  nothing: (place, hazard, at) =>
    `${at === '' ? 'No warning and no emergency response is' : `By what was published until ${at}, no warning and no emergency response was`} in force${place === '' ? '' : ` in ${place}`}${hazard === '' ? '' : ` (${hazard})`}`,
  checked: 'Checked at',
  checkedAt: (instant) => `Checked at ${instant}`,
  one: (name, where, since, issuer) =>
    `In force: ${name}; ${where}; since ${since}${issuer === '' ? '' : `; issued by ${issuer}`}.`,
  several: (count, names) => `${count} in force: ${names}.`,
  name: (hazard, scale, level) => [hazard, scale, level].filter((part) => part !== '').join(', '),
  more: 'The announcement',
  whatToDo: 'What to do',
  where: 'Where',
  everywhere: 'everywhere',
  since: 'At this level since',
  begun: 'First issued',
  until: 'Until',
  expected: (instant) => `expected until ${instant}; it holds until its end is announced`,
  ends: (instant) => `announced until ${instant}`,
  untilLifted: 'until its end is announced',
  issuer: 'Issued by',
  phone: 'Phone',
  plan: 'Plan',
  record: 'Announcement',
  course: 'How it came',
  states: { done: 'past', now: 'now', todo: 'to come' },
  form: 'Only one place or one hazard',
  place: 'Town or village (in Chinese)',
  placeHint: 'For example 起凤镇 or 起凤镇付庙村; everywhere when left out.',
  hazard: 'Hazard',
  anyHazard: 'Any hazard',
  away: 'It may have changed since: in danger, call 110, 119 or 120. This panel refreshes by itself. ',
};

export const emergencyWords = (language: Language): EmergencyWords => (language === 'en' ? english : chinese);
