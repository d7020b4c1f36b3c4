import type { Nature } from '../model.ts';

/** What a made-up project is about; `places` of them a year, each in a town of its own. */
export interface Matter {
  /** {town} and {village} stand for the place. */
  readonly name: string;
  readonly category: string;
  readonly nature: Nature;
  readonly lead: string;
  /** 县财政局 and the town's government support it beside these. */
  readonly support: readonly string[];
  readonly content: string;
  /** {n} stands for the figure. */
  readonly target: string;
  readonly indicator: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  /** Decimals of the figure. */
  readonly scale: 0 | 1;
  /** 万元 for each unit of the figure; 0 for what needs no investment. */
  readonly cost: number;
  /** What was done by each quarter; {n} stands for what is done so far. */
  readonly steps: readonly [string, string, string, string];
  readonly result: string;
}

const road: Matter = {
  name: '{town}{village}道路改造提升工程',
  category: '交通出行',
  nature: 'CONSTRUCTION',
  lead: '县交通运输局',
  support: ['县自然资源局'],
  content: '改造{town}{village}通村道路，拓宽路面、完善排水和安保设施，安装路灯。',
  target: '改造提升农村道路{n}公里',
  indicator: '改造提升农村道路',
  unit: '公里',
  least: 30,
  most: 160,
  scale: 1,
  cost: 90,
  steps: [
    '完成施工图设计和招标，施工单位进场。',
    '路基施工{n}公里，同步铺设排水管道。',
    '路面铺设{n}公里，安保设施开始安装。',
    '路面铺设{n}公里，路灯和标线完成。',
  ],
  result: '沿线村民出行时间缩短，雨天积水路段基本消除。',
};

/** Projects people know: one list a year, made up. */
export const matters: readonly Matter[] = [
  road,
  {
    name: '{town}老旧小区改造项目',
    category: '住房',
    nature: 'CONSTRUCTION',
    lead: '县住房和城乡建设局',
    support: ['县综合行政执法局'],
    content: '改造{town}老旧小区，更新供排水管网，翻新外墙和楼道，增设停车位和充电设施。',
    target: '改造老旧小区住宅{n}户',
    indicator: '改造老旧小区住宅',
    unit: '户',
    least: 240,
    most: 900,
    scale: 0,
    cost: 3,
    steps: [
      '完成入户调查和方案公示。',
      '{n}户所在楼栋管网更新完成。',
      '{n}户外墙和楼道翻新完成。',
      '{n}户改造完成，停车位划线启用。',
    ],
    result: '住户漏水、停车难等问题得到解决。',
  },
  {
    name: '{town}中心小学扩建工程',
    category: '教育',
    nature: 'CONSTRUCTION',
    lead: '县教育和体育局',
    support: ['县住房和城乡建设局'],
    content: '扩建{town}中心小学教学楼，配套运动场地和餐厅。',
    target: '新增小学学位{n}个',
    indicator: '新增小学学位',
    unit: '个',
    least: 180,
    most: 540,
    scale: 0,
    cost: 5,
    steps: [
      '完成地质勘察和设计。',
      '主体结构施工，已具备{n}个学位的建设条件。',
      '主体封顶，{n}个学位的教室完成砌筑。',
      '教室装修完成，{n}个学位可投入使用。',
    ],
    result: '大班额得到缓解，学生就近入学。',
  },
  {
    name: '{town}农村幸福院建设项目',
    category: '养老',
    nature: 'CONSTRUCTION',
    lead: '县民政局',
    support: ['县卫生健康局'],
    content: '在{town}建设农村幸福院和长者食堂，提供助餐、日间照料服务。',
    target: '建成幸福院和长者食堂{n}处',
    indicator: '建成幸福院和长者食堂',
    unit: '处',
    least: 4,
    most: 12,
    scale: 0,
    cost: 45,
    steps: ['完成选址和村民意见征求。', '{n}处开工改建。', '{n}处投入运营。', '{n}处投入运营，助餐补贴发放到位。'],
    result: '老人在村里就能吃上热饭。',
  },
  {
    name: '{town}村卫生室提升工程',
    category: '医疗卫生',
    nature: 'CONSTRUCTION',
    lead: '县卫生健康局',
    support: [],
    content: '改造{town}村卫生室，配备智慧随访设备，开通医保结算。',
    target: '改造村卫生室{n}个',
    indicator: '改造村卫生室',
    unit: '个',
    least: 6,
    most: 20,
    scale: 0,
    cost: 12,
    steps: [
      '完成设备采购。',
      '{n}个卫生室改造完成。',
      '{n}个卫生室改造完成并配备设备。',
      '{n}个卫生室全部开诊，医保结算开通。',
    ],
    result: '常见病在村里就能看、能报销。',
  },
  {
    name: '{town}供热管网改造工程',
    category: '市政设施',
    nature: 'CONSTRUCTION',
    lead: '县住房和城乡建设局',
    support: ['县应急管理局'],
    content: '更换{town}老化供热管网，建设换热站，保障冬季供暖。',
    target: '改造供热管网{n}公里',
    indicator: '改造供热管网',
    unit: '公里',
    least: 40,
    most: 120,
    scale: 1,
    cost: 110,
    steps: [
      '完成管网普查和设计。',
      '更换管网{n}公里。',
      '更换管网{n}公里，换热站设备安装。',
      '更换管网{n}公里，热态调试完成。',
    ],
    result: '供暖季投诉明显减少。',
  },
  {
    name: '{town}河道综合治理工程',
    category: '生态环境',
    nature: 'CONSTRUCTION',
    lead: '县水利局',
    support: ['市生态环境局桓台分局'],
    content: '清淤疏浚{town}段河道，修复护岸，建设生态湿地。',
    target: '治理河道{n}公里',
    indicator: '治理河道',
    unit: '公里',
    least: 20,
    most: 90,
    scale: 1,
    cost: 130,
    steps: ['完成测量和清障。', '清淤{n}公里。', '清淤并护砌{n}公里。', '治理{n}公里，通过完工验收。'],
    result: '汛期排水顺畅，河岸成为散步的去处。',
  },
  {
    name: '城乡公益性岗位扩容',
    category: '就业创业',
    nature: 'SERVICE',
    lead: '县人力资源和社会保障局',
    support: [],
    content: '面向城乡就业困难人员开发公益性岗位，并组织技能培训。',
    target: '开发城乡公益性岗位{n}个',
    indicator: '开发城乡公益性岗位',
    unit: '个',
    least: 600,
    most: 1500,
    scale: 0,
    cost: 1,
    steps: ['发布岗位目录。', '{n}人上岗。', '{n}人上岗。', '{n}人上岗，岗前培训全部完成。'],
    result: '困难家庭有了稳定收入。',
  },
  {
    name: '提高城乡低保标准',
    category: '社会保障',
    nature: 'POLICY',
    lead: '县民政局',
    support: [],
    content: '提高城乡最低生活保障标准，按月足额发放。',
    target: '低保标准提高到每人每月不低于{n}元',
    indicator: '低保标准',
    unit: '元',
    least: 880,
    most: 1080,
    scale: 0,
    cost: 0,
    steps: ['新标准印发施行。', '按新标准发放到位。', '按新标准发放到位。', '按新标准发放到位，全年足额。'],
    result: '困难群众基本生活得到保障。',
  },
  {
    name: '{town}全民健身设施建设',
    category: '文化体育',
    nature: 'CONSTRUCTION',
    lead: '县教育和体育局',
    support: ['县文化和旅游局'],
    content: '在{town}各村建设健身广场、口袋公园，更新健身器材。',
    target: '建设健身场地{n}处',
    indicator: '建设健身场地',
    unit: '处',
    least: 5,
    most: 18,
    scale: 0,
    cost: 16,
    steps: ['完成选点。', '{n}处建成。', '{n}处建成开放。', '{n}处建成开放，器材巡检完成。'],
    result: '村民出门就能健身。',
  },
  {
    name: '{town}路口安全设施改造',
    category: '公共安全',
    nature: 'CONSTRUCTION',
    lead: '县公安局',
    support: ['县交通运输局'],
    content: '改造{town}事故多发路口，安装信号灯、警示灯和减速带。',
    target: '改造路口{n}处',
    indicator: '改造路口',
    unit: '处',
    least: 8,
    most: 26,
    scale: 0,
    cost: 9,
    steps: ['完成隐患排查。', '{n}处改造完成。', '{n}处改造完成。', '{n}处改造完成，信号灯联网。'],
    result: '路口事故比上年减少。',
  },
  {
    name: '{town}高标准农田建设项目',
    category: '乡村振兴',
    nature: 'CONSTRUCTION',
    lead: '县农业农村局',
    support: ['县水利局'],
    content: '在{town}建设高标准农田，完善机井、管道和田间道。',
    target: '建设高标准农田{n}亩',
    indicator: '建设高标准农田',
    unit: '亩',
    least: 2000,
    most: 9000,
    scale: 0,
    cost: 0.2,
    steps: ['完成勘测和招标。', '建成{n}亩。', '建成{n}亩，机井配电完成。', '建成{n}亩，移交管护。'],
    result: '灌溉用水节约，粮食单产提高。',
  },
];

/** A task of the work report: what, who, how much. */
export interface Task {
  readonly name: string;
  readonly category: string;
  readonly lead: string;
  readonly indicator: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

export const tasks: readonly Task[] = [
  {
    name: '实施工业技术改造项目',
    category: '经济发展',
    lead: '县工业和信息化局',
    indicator: '实施技改项目',
    unit: '个',
    least: 60,
    most: 120,
  },
  {
    name: '培育高新技术企业',
    category: '经济发展',
    lead: '县科学技术局',
    indicator: '新增高新技术企业',
    unit: '家',
    least: 12,
    most: 30,
  },
  {
    name: '优化政务服务“一件事”',
    category: '政务服务',
    lead: '县行政审批服务局',
    indicator: '上线“一件事”',
    unit: '件',
    least: 15,
    most: 40,
  },
  {
    name: '培训新型职业农民',
    category: '乡村振兴',
    lead: '县农业农村局',
    indicator: '培训职业农民',
    unit: '人',
    least: 400,
    most: 900,
  },
  {
    name: '排查整治安全隐患',
    category: '公共安全',
    lead: '县应急管理局',
    indicator: '检查企业',
    unit: '家',
    least: 800,
    most: 1600,
  },
  {
    name: '举办招聘活动',
    category: '就业创业',
    lead: '县人力资源和社会保障局',
    indicator: '举办招聘活动',
    unit: '场',
    least: 30,
    most: 80,
  },
];
