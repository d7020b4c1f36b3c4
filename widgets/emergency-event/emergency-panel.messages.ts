import type { Language } from '../core/language.ts';

interface EmergencyMessages {
  readonly title: (place: string | undefined) => string;
  readonly nothing: string;
  readonly checked: (moment: string) => string;
  readonly whatToDo: string;
  readonly where: string;
  readonly everywhere: string;
  readonly since: string;
  readonly until: string;
  readonly untilLifted: string;
  readonly issuer: string;
  readonly phone: string;
  readonly plan: string;
}

const chinese: EmergencyMessages = {
  title: (place) => `${place ?? ''}现在生效的预警和应急响应`,
  nothing: '目前没有生效的预警和应急响应',
  checked: (moment) => `查询时间：${moment}`,
  whatToDo: '该怎么做',
  where: '在哪里',
  everywhere: '全部范围',
  since: '自何时',
  until: '预计至',
  untilLifted: '直至公布解除',
  issuer: '谁发布',
  phone: '咨询电话',
  plan: '依据预案',
};

const english: EmergencyMessages = {
  title: (place) => `Warnings and responses in force now${place ? `: ${place}` : ''}`,
  nothing: 'No warning and no emergency response is in force',
  checked: (moment) => `Checked at ${moment}`,
  whatToDo: 'What to do',
  where: 'Where',
  everywhere: 'Everywhere',
  since: 'Since',
  until: 'Expected until',
  untilLifted: 'until its end is announced',
  issuer: 'Issued by',
  phone: 'Phone',
  plan: 'Plan',
};

export const emergencyMessages = (language: Language): EmergencyMessages => (language === 'en' ? english : chinese);
