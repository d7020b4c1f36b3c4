import type { Language } from '../core/language.ts';

interface EmergencyPlanMessages {
  readonly title: string;
  readonly responses: string;
  readonly level: string;
  readonly conditions: string;
  readonly approver: string;
  readonly actions: (count: number) => string;
  readonly phones: string;
  readonly shelters: (place: string | undefined) => string;
  readonly holds: (people: string) => string;
  readonly noShelters: string;
  readonly more: (count: number) => string;
  readonly repealed: string;
  readonly abridged: string;
  readonly overdue: (day: string) => string;
  readonly unsaid: string;
  readonly nothing: (plan: string) => string;
  readonly nothingHint: string;
}

const chinese: EmergencyPlanMessages = {
  title: '应急预案',
  responses: '应急响应分几级，每级是什么意思',
  level: '级别',
  conditions: '什么情况启动',
  approver: '谁批准',
  actions: (count) => `做什么（${count} 项）`,
  phones: '值班电话',
  shelters: (place) => `${place ?? ''}避难场所`,
  holds: (people) => `可容纳 ${people} 人`,
  noShelters: '没有列出避难场所。',
  more: (count) => `另有 ${count} 处，见预案。`,
  repealed: '已废止，仅供查阅。',
  abridged: '本预案为简本，部分内容不公开。',
  overdue: (day) => `应于 ${day} 前评估，现已超期。`,
  unsaid: '没有写明要显示哪一份预案。',
  nothing: (plan) => `平台上没有《${plan}》。`,
  nothingHint: '请核对名称，或到平台上查找。',
};

const english: EmergencyPlanMessages = {
  title: 'Emergency plan',
  responses: 'The response levels and what they mean',
  level: 'Level',
  conditions: 'Begins when',
  approver: 'Approved by',
  actions: (count) => `What is done (${count})`,
  phones: 'Duty phones',
  shelters: (place) => `Shelters${place ? `: ${place}` : ''}`,
  holds: (people) => `room for ${people}`,
  noShelters: 'No shelter is listed.',
  more: (count) => `${count} more are in the plan.`,
  repealed: 'Repealed; kept for reference.',
  abridged: 'An abridged version: parts are withheld.',
  overdue: (day) => `It was to be assessed by ${day} and is overdue.`,
  unsaid: 'The tag does not say which plan to show.',
  nothing: (plan) => `"${plan}" is not on the platform.`,
  nothingHint: 'Check the name, or search on the platform.',
};

export const emergencyPlanMessages = (language: Language): EmergencyPlanMessages =>
  language === 'en' ? english : chinese;
