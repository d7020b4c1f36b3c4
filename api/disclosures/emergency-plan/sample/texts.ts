import type { Chapter, Warning } from '../model.ts';
import type { Matter } from './matters.ts';

/** What is done, the more the higher the level: 4, 7, 11 and 15 of them. */
export const actionsOf = ({ headquarters, lead, advice }: Matter): readonly string[] => [
  `${headquarters}办公室加强值班，每6小时汇总一次情况`,
  `${lead}组织会商，向成员单位和镇（街道）通报`,
  '镇（街道）组织巡查，通知村（社区）做好准备',
  `通过广播、短信和公开平台提醒群众：${advice[0] ?? '留意政府发布的信息'}`,
  `${headquarters}副指挥到指挥中心调度`,
  '成员单位派员进驻指挥中心，抢险队伍集结待命',
  '危险区域设置警示标志，必要时限制通行',
  `${headquarters}指挥主持会商，部署处置工作`,
  '派出工作组到一线指导',
  '转移安置受威胁群众，开放避难场所',
  '调拨救援物资，保障供水、供电和通信',
  '县委、县政府主要负责人统一指挥',
  '请求市级专业队伍和物资支援',
  '必要时停课、停工、停业，实行交通管制',
  '每日召开新闻发布会，及时公布处置进展',
];

export const actionCounts: Readonly<Record<string, number>> = { I: 15, II: 11, III: 7, IV: 4 };

export const approvers = (headquarters: string): Readonly<Record<string, string>> => ({
  I: '县委、县政府主要负责人',
  II: `${headquarters}指挥`,
  III: `${headquarters}副指挥`,
  IV: `${headquarters}办公室主任（带班负责人）`,
});

export const chaptersOf = (
  { name, headquarters, lead, hazard, advice }: Matter,
  basis: string,
  ending: string,
): readonly Chapter[] => [
  {
    number: '1',
    heading: '总则',
    text: `为做好${hazard}的应对工作，依据《中华人民共和国突发事件应对法》《${basis}》，结合实际制定《${name}》。坚持人民至上、生命至上，预防为主、属地管理。`,
  },
  {
    number: '2',
    heading: '组织指挥体系与职责',
    text: `${headquarters}统一指挥，办公室设在${lead}，负责综合协调。各成员单位按照职责分工做好相关工作，镇（街道）负责本区域的先期处置。`,
  },
  {
    number: '3',
    heading: '预防与预警机制',
    text: '开展风险排查，建立监测网络。预警由高到低分为一级（红色）、二级（橙色）、三级（黄色）、四级（蓝色），通过广播、短信、公开平台发布。',
  },
  {
    number: '4',
    heading: '处置程序',
    text: `按照响应级别启动相应行动，根据事态发展调整。群众须知：${advice.join('；')}。危险消除后由启动机关宣布结束。`,
  },
  {
    number: '5',
    heading: '应急保障措施',
    text: '落实队伍、物资、资金、通信、交通和医疗保障，物资储备每年检查一次。',
  },
  {
    number: '6',
    heading: '事后恢复与重建措施',
    text: '做好善后处置、保险理赔、调查评估，制定恢复重建计划并公布。',
  },
  {
    number: '7',
    heading: '附则',
    text: `本预案由${lead}负责解释，原则上每三年评估一次。本预案自印发之日起施行。${ending}`,
  },
];

/** Warning levels of hazards that can be foreseen. */
export const warningsOf = ({ hazard, advice }: Matter): readonly Warning[] => {
  if (!/防汛|气象|冰冻|森林|污染天气/.test(hazard)) return [];
  const levels = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;
  const words = ['特别重大', '重大', '较大', '一般'];
  return levels.map((level, index) => ({
    level,
    criteria: [`预计可能发生${words[index]}${hazard}事件，影响即将到来`],
    measures: [...advice.slice(0, 2), index < 2 ? '做好转移准备，开放避难场所' : '关注最新预警信息'],
  }));
};
