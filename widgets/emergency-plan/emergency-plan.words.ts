import type { Language } from '../core/language.ts';

export interface EmergencyPlanWords {
  readonly title: string;
  readonly unsaid: string;
  readonly both: string;
  readonly wrongLevel: (said: string) => string;
  readonly nothing: (plan: string) => string;
  readonly nothingOf: (hazard: string) => string;
  readonly perhaps: string;
  readonly others: (hazard: string) => string;
  readonly sentence: (title: string, levels: string, count: number) => string;
  readonly sentenceOne: (title: string, level: string, conditions: string) => string;
  readonly sentencePlain: (title: string) => string;
  readonly noLevel: (level: string, levels: string) => string;
  readonly repealed: string;
  readonly repealedBy: (title: string) => string;
  readonly notYet: (day: string) => string;
  readonly abridged: string;
  readonly overdue: (day: string) => string;
  readonly responses: string;
  readonly level: string;
  readonly conditions: string;
  readonly approver: string;
  readonly actions: (level: string, count: number) => string;
  readonly members: string;
  readonly signals: string;
  readonly measures: (level: string) => string;
  readonly signal: (level: string, criteria: string) => string;
  readonly grades: string;
  readonly phones: string;
  readonly hours: (hours: string) => string;
  readonly shelters: (place: string) => string;
  readonly shelter: string;
  readonly address: string;
  readonly holds: string;
  readonly people: string;
  readonly phone: string;
  readonly noShelters: string;
  readonly more: (count: number) => string;
  readonly chapters: string;
  readonly facts: string;
  readonly number: string;
  readonly type: string;
  readonly hazard: string;
  readonly lead: string;
  readonly area: string;
  readonly formedOn: string;
  readonly effectiveFrom: string;
  readonly filed: string;
  readonly filedText: (whom: string, day: string) => string;
  readonly assessed: string;
  readonly due: string;
  readonly revision: string;
  readonly upper: string;
  readonly repeals: string;
}

const chinese: EmergencyPlanWords = {
  title: '应急预案',
  unsaid:
    '没有写明要显示哪一份预案；请写 plan（预案名称，如“桓台县防汛抗旱应急预案”）或 hazard（灾种，如 FLOOD_DROUGHT）。',
  both: 'plan 和 hazard 请只写一个。',
  wrongLevel: (said) => `level 写作“${said}”，不是响应级别；请写 I、II、III、IV 之一，Ⅰ级最高，或去掉它看各级。`,
  nothing: (plan) => `平台上没有《${plan}》；请核对名称，或从下面选一份。`,
  nothingOf: (hazard) => `还没有公开现行有效的县级${hazard}应急预案。`,
  perhaps: '是不是要查',
  others: (hazard) => `${hazard}的其他预案`,
  sentence: (title, levels, count) => `${title}把应急响应分为 ${count} 级：${levels}，Ⅰ级最高。`,
  sentenceOne: (title, level, conditions) => `${title}：${level}应急响应在下列情况启动：${conditions}。`,
  sentencePlain: (title) => `${title}没有列出响应级别，见正文。`,
  noLevel: (level, levels) => `这份预案没有 ${level} 级应急响应，只有：${levels}。`,
  repealed: '已废止，仅供查阅。',
  repealedBy: (title) => `已由${title}废止，仅供查阅。`,
  notYet: (day) => `尚未施行，${day}起施行。`,
  abridged: '本预案为简本，部分内容不公开。',
  overdue: (day) => `应于${day}前评估，现已超期。`,
  responses: '应急响应分几级，每级是什么意思',
  level: '响应级别',
  conditions: '什么情况启动',
  approver: '谁批准',
  actions: (level, count) => `${level}：做什么（${count} 项）`,
  members: '成员单位',
  signals: '预警信号',
  measures: (level) => `${level}：怎么做`,
  signal: (level, criteria) => `${level}：${criteria}`,
  grades: '事件分级',
  phones: '值班电话',
  hours: (hours) => `（${hours}）`,
  shelters: (place) => `${place}避难场所`,
  shelter: '场所',
  address: '地址',
  holds: '可容纳',
  people: '人',
  phone: '电话',
  noShelters: '没有列出避难场所。',
  more: (count) => `另有 ${count} 处，见预案。`,
  chapters: '正文',
  facts: '预案信息',
  number: '文号',
  type: '类别',
  hazard: '灾种',
  lead: '牵头部门',
  area: '适用区域',
  formedOn: '成文日期',
  effectiveFrom: '施行日期',
  filed: '备案',
  filedText: (whom, day) => [day, whom].filter((part) => part !== '').join('，'),
  assessed: '最近评估',
  due: '下次评估不晚于',
  revision: '修订原因',
  upper: '衔接的上级预案',
  repeals: '同时废止',
};

const english: EmergencyPlanWords = {
  title: 'Emergency plan',
  unsaid:
    'The tag does not say which plan to show; give plan (its name, such as 桓台县防汛抗旱应急预案) or hazard (such as FLOOD_DROUGHT).',
  both: 'Give plan or hazard, not both.',
  wrongLevel: (said) =>
    `level is "${said}", which is no response level; write I, II, III or IV (I is the highest), or leave it out for all.`,
  nothing: (plan) => `"${plan}" is not on the platform; check the name, or choose one below.`,
  nothingOf: (hazard) => `No plan of the county in force is published for this hazard: ${hazard}.`,
  perhaps: 'Did you mean',
  others: (hazard) => `Other plans: ${hazard}`,
  sentence: (title, levels, count) => `${title} has ${count} response levels: ${levels}; level I is the highest.`,
  sentenceOne: (title, level, conditions) => `${title}: the ${level} response begins when: ${conditions}.`,
  sentencePlain: (title) => `${title} lists no response levels; see its text.`,
  noLevel: (level, levels) => `This plan has no response level ${level}; it has ${levels}.`,
  repealed: 'Repealed; kept for reference.',
  repealedBy: (title) => `Repealed by ${title}; kept for reference.`,
  notYet: (day) => `Not yet in force; it will be from ${day}.`,
  abridged: 'An abridged version: parts are withheld.',
  overdue: (day) => `It was to be assessed by ${day} and is overdue.`,
  responses: 'The response levels and what they mean',
  level: 'Response level',
  conditions: 'Begins when',
  approver: 'Approved by',
  actions: (level, count) => `${level}: what is done (${count})`,
  members: 'Units that take part',
  signals: 'Warning signals',
  measures: (level) => `${level}: what to do`,
  signal: (level, criteria) => `${level}: ${criteria}`,
  grades: 'Event grades',
  phones: 'Duty phones',
  hours: (hours) => ` (${hours})`,
  shelters: (place) => `Shelters${place === '' ? '' : `: ${place}`}`,
  shelter: 'Shelter',
  address: 'Address',
  holds: 'Room for',
  people: 'people',
  phone: 'Phone',
  noShelters: 'No shelter is listed.',
  more: (count) => `${count} more are in the plan.`,
  chapters: 'Text',
  facts: 'About the plan',
  number: 'Document number',
  type: 'Type',
  hazard: 'Hazard',
  lead: 'Lead department',
  area: 'Where it applies',
  formedOn: 'Signed on',
  effectiveFrom: 'In force from',
  filed: 'Filed',
  filedText: (whom, day) => [day, whom].filter((part) => part !== '').join(', '),
  assessed: 'Last assessed',
  due: 'To be assessed by',
  revision: 'Why it was revised',
  upper: 'Plan of the level above',
  repeals: 'Repeals',
};

export const emergencyPlanWords = (language: Language): EmergencyPlanWords => (language === 'en' ? english : chinese);
