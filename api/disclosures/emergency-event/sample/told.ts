import type { EventGrade, ResponseLevel, WarningLevel } from '../../../core/emergency-scales.ts';
import type { StepType } from '../model.ts';

/** A made-up episode in shorthand. */
export interface Told {
  readonly name: string;
  readonly hazard: string;
  /** Of the first step, in China. */
  readonly start: string;
  readonly places: readonly string[];
  readonly matter: string;
  readonly measures: readonly string[];
  readonly issuer: string;
  readonly headquarters: string;
  readonly plan: string;
  readonly grade?: EventGrade;
  /** Hours after the first step, what, and which level. */
  readonly steps: readonly (readonly [number, StepType, WarningLevel | ResponseLevel | null])[];
}

type Sort = Pick<Told, 'hazard' | 'measures' | 'issuer' | 'headquarters' | 'plan'>;

const flood: Sort = {
  hazard: '防汛抗旱',
  measures: [
    '不要在河边、涵洞、地下车库停留',
    '低洼处居民听从村（社区）安排转移到避难场所',
    '断开室外电源，远离倒下的电线',
  ],
  issuer: '桓台县气象局',
  headquarters: '县防汛抗旱指挥部',
  plan: '桓台县防汛抗旱应急预案',
};
const snow: Sort = {
  hazard: '低温雨雪冰冻',
  measures: ['出门慢行，避开结冰的桥面', '取暖注意通风，防止一氧化碳中毒', '大棚及时清雪加固'],
  issuer: '桓台县气象局',
  headquarters: '县低温雨雪冰冻灾害应急指挥部',
  plan: '桓台县低温雨雪冰冻灾害应急预案',
};
const forest: Sort = {
  hazard: '森林火灾',
  measures: ['不带火种进林地，不烧荒、不烧纸', '发现火情拨打12119，不要自行上山扑救', '看护好老人和儿童，不在林边玩火'],
  issuer: '县森林防灭火指挥部',
  headquarters: '县森林防灭火指挥部',
  plan: '桓台县森林火灾应急预案',
};
const air: Sort = {
  hazard: '重污染天气',
  measures: ['老人、儿童留在室内，外出戴口罩', '学校停止户外体育活动', '少开车，多乘公共交通'],
  issuer: '县重污染天气应急指挥部',
  headquarters: '县重污染天气应急指挥部',
  plan: '桓台县重污染天气应急预案',
};
const wind: Sort = {
  hazard: '气象灾害',
  measures: ['减少外出，收好阳台物品', '远离广告牌、临时搭建物和大树', '农户加固大棚'],
  issuer: '桓台县气象局',
  headquarters: '县气象灾害应急指挥部',
  plan: '桓台县气象灾害应急预案',
};
const chemical: Sort = {
  hazard: '危险化学品事故',
  measures: ['闻到刺激气味，用湿毛巾捂住口鼻，向上风向撤离', '不要围观，不要开车进入警戒区'],
  issuer: '桓台县应急管理局',
  headquarters: '县危险化学品事故应急指挥部',
  plan: '桓台县危险化学品事故应急预案',
};
const gas: Sort = {
  hazard: '燃气事故',
  measures: ['闻到燃气味，关阀门、开窗户，到室外打电话', '恢复供气前不要自行点火'],
  issuer: '桓台县住房和城乡建设局',
  headquarters: '县燃气事故应急指挥部',
  plan: '桓台县燃气事故应急预案',
};
const water: Sort = {
  hazard: '供水突发事件',
  measures: ['到公布的供水点取水，饮用水煮沸后使用', '恢复供水后先放水几分钟'],
  issuer: '桓台县住房和城乡建设局',
  headquarters: '县供水应急指挥部',
  plan: '桓台县供水突发事件应急预案',
};

const all = ['全县'];
const episode = (
  sort: Sort,
  name: string,
  start: string,
  places: readonly string[],
  matter: string,
  steps: Told['steps'],
  grade?: EventGrade,
): Told => ({ ...sort, name, start, places, matter, steps, ...(grade ? { grade } : {}) });

/** Twenty episodes that ended, and one that has not; oldest first. */
export const told: readonly Told[] = [
  episode(flood, '2019年8月台风暴雨', '2019-08-10T16:00', all, '受台风影响，全县有暴雨到大暴雨', [
    [0, 'WARNED', 'YELLOW'],
    [14, 'ACTIVATED', 'III'],
    [20, 'RAISED', 'II'],
    [44, 'LOWERED', 'III'],
    [68, 'ENDED', null],
  ]),
  episode(air, '2019年12月重污染天气', '2019-12-09T12:00', all, '预测空气质量指数日均值大于200将持续2天以上', [
    [0, 'WARNED', 'YELLOW'],
    [12, 'ACTIVATED', 'III'],
    [60, 'ENDED', null],
  ]),
  episode(snow, '2020年1月降雪', '2020-01-05T17:00', all, '预计夜间到次日有中到大雪，道路结冰', [
    [0, 'WARNED', 'BLUE'],
    [15, 'ACTIVATED', 'IV'],
    [40, 'ENDED', null],
  ]),
  episode(forest, '2020年清明森林防火', '2020-03-28T08:00', ['唐山镇', '新城镇'], '清明前后林区火险等级高', [
    [0, 'WARNED', 'YELLOW'],
    [24 * 10, 'ENDED', null],
  ]),
  episode(
    flood,
    '2020年8月强降雨',
    '2020-08-06T18:00',
    ['起凤镇', '荆家镇', '田庄镇'],
    '马踏湖周边24小时降雨量超过50毫米',
    [
      [0, 'WARNED', 'BLUE'],
      [10, 'ACTIVATED', 'IV'],
      [36, 'ENDED', null],
    ],
  ),
  episode(
    gas,
    '2020年11月燃气管道受损',
    '2020-11-18T10:30',
    ['索镇街道'],
    '施工挖断中压管道，部分小区停气',
    [
      [0, 'ACTIVATED', 'IV'],
      [9, 'ENDED', null],
    ],
    'GENERAL',
  ),
  episode(air, '2021年1月重污染天气', '2021-01-22T16:00', all, '预测空气质量指数日均值大于200将持续3天', [
    [0, 'WARNED', 'ORANGE'],
    [8, 'ACTIVATED', 'II'],
    [80, 'ENDED', null],
  ]),
  episode(wind, '2021年5月大风', '2021-05-02T09:00', all, '有7级偏北风，阵风9级', [
    [0, 'WARNED', 'BLUE'],
    [20, 'ENDED', null],
  ]),
  episode(
    flood,
    '2021年7月强降雨',
    '2021-07-27T20:00',
    all,
    '受台风“烟花”影响，全县3个以上镇（街道）24小时降雨量将超过50毫米',
    [
      [0, 'WARNED', 'BLUE'],
      [12, 'ACTIVATED', 'IV'],
      [18, 'RAISED', 'III'],
      [61, 'ENDED', null],
    ],
  ),
  episode(flood, '2021年9月秋汛', '2021-09-19T20:00', ['起凤镇', '马桥镇'], '小清河水位上涨，接近警戒水位', [
    [0, 'WARNED', 'YELLOW'],
    [12, 'ACTIVATED', 'III'],
    [120, 'LOWERED', 'IV'],
    [192, 'ENDED', null],
  ]),
  episode(snow, '2021年11月寒潮暴雪', '2021-11-06T10:00', all, '24小时内最低气温下降10℃以上，有暴雪', [
    [0, 'WARNED', 'ORANGE'],
    [6, 'ACTIVATED', 'III'],
    [54, 'ENDED', null],
  ]),
  episode(
    chemical,
    '2022年3月化工企业泄漏',
    '2022-03-15T14:20',
    ['马桥镇'],
    '一家企业储罐阀门泄漏，下风向有刺激气味',
    [
      [0, 'ACTIVATED', 'III'],
      [3, 'LOWERED', 'IV'],
      [8, 'ENDED', null],
    ],
    'GENERAL',
  ),
  episode(wind, '2022年6月高温', '2022-06-23T10:00', all, '最高气温将达39℃以上', [
    [0, 'WARNED', 'ORANGE'],
    [72, 'ENDED', null],
  ]),
  episode(flood, '2022年7月暴雨', '2022-07-05T15:00', ['果里镇', '少海街道', '索镇街道'], '3小时降雨量将达50毫米以上', [
    [0, 'WARNED', 'YELLOW'],
    [4, 'RAISED', 'ORANGE'],
    [5, 'ACTIVATED', 'III'],
    [30, 'ENDED', null],
  ]),
  episode(
    water,
    '2023年1月供水管道爆裂',
    '2023-01-11T06:10',
    ['少海街道'],
    '主管道爆裂，部分区域停水',
    [
      [0, 'ACTIVATED', 'IV'],
      [14, 'ENDED', null],
    ],
    'GENERAL',
  ),
  episode(flood, '2023年8月台风暴雨', '2023-08-11T08:00', all, '受台风外围影响，有大到暴雨', [
    [0, 'WARNED', 'BLUE'],
    [8, 'CANCELLED', null],
  ]),
  episode(snow, '2023年12月暴雪', '2023-12-10T16:00', all, '有暴雪到大暴雪，气温骤降', [
    [0, 'WARNED', 'ORANGE'],
    [3, 'ACTIVATED', 'III'],
    [90, 'LOWERED', 'IV'],
    [140, 'ENDED', null],
  ]),
  episode(wind, '2024年6月干旱高温', '2024-06-12T10:00', all, '持续高温少雨', [
    [0, 'WARNED', 'YELLOW'],
    [96, 'ENDED', null],
  ]),
  episode(flood, '2024年7月强降雨', '2024-07-07T20:00', ['唐山镇', '新城镇', '田庄镇'], '24小时降雨量将超过100毫米', [
    [0, 'WARNED', 'YELLOW'],
    [6, 'ACTIVATED', 'III'],
    [60, 'ENDED', null],
  ]),
  episode(air, '2025年1月重污染天气', '2025-01-20T18:00', all, '预测空气质量指数日均值大于200将持续2天以上', [
    [0, 'WARNED', 'YELLOW'],
    [6, 'ACTIVATED', 'III'],
    [70, 'ENDED', null],
  ]),
  episode(
    forest,
    '2025—2026年度森林防火期',
    '2025-10-15T08:00',
    all,
    '进入森林防火期，林区火险等级较高，直至公布解除',
    [[0, 'WARNED', 'BLUE']],
  ),
];
