import divisions from '../../../core/data/divisions-370321.json' with { type: 'json' };
import type { Random } from '../../../core/random.ts';
import type { SampleField } from './subjects.ts';

/** What a document is about while its text is being written. */
export interface Theme {
  readonly field: SampleField;
  readonly subject: string;
  readonly year: number;
  /** 全县 or 全镇. */
  readonly everywhere: string;
  /** Short name of the organ in charge, and of one that helps. */
  readonly lead: string;
  readonly partner: string;
}

const words = (text: string): readonly string[] => text.split(' ');

/** Lists run from common to rare: `common` draws the head far more often, as in real texts. */
const verbs = words(
  '加强 规范 完善 推进 落实 健全 优化 强化 加快 深化 统筹 提升 细化 整合 压实 梳理 畅通 夯实 盘活 补齐 延伸 重塑 厘清 涵养',
);
const nouns = words(
  '管理 服务 监督检查 责任落实 工作机制 制度建设 办理流程 标准规范 信息公开 队伍建设 资金保障 风险防控 绩效评价 数据共享 协同配合 宣传引导 应急处置 档案管理 培训指导 第三方评估 动态监测 容缺受理 信用修复 全过程留痕 闭环整改 网格巡查 适老服务 溯源管理 碳减排核算 无障碍改造',
);
const manners = words('依法 及时 全面 严格 统一 定期 逐项 分类 按规定 有序 就近 同步 按季度 分批 错峰');
const means = words(
  '清单管理 台账管理 网格化管理 分级管理 告知承诺 全程网办 联合抽查 专人负责 销号管理 首问负责 帮办代办 积分管理 红黄牌预警 飞行检查 揭榜挂帅',
);
const deadlines = words(
  '20个工作日内 5个工作日内 每季度末 年底前 10个工作日内 每月5日前 6月底前 3个工作日内 9月底前 15日内 第一季度内 48小时内 汛期前 采暖季前 开学前',
);
const papers = words(
  '申请表 身份证明 营业执照 承诺书 户口簿 合同文本 银行账户信息 现场照片 验收报告 不动产权证书 检测报告 评估报告 委托书 公示记录 平面布置图 学籍证明',
);
const aims = words(
  '切实维护群众合法权益 提高服务质量和效率 促进经济社会高质量发展 保障人民群众生命财产安全 优化营商环境 改善人居环境 提升基层治理水平 方便企业群众办事 防范化解风险 缩小城乡差距 传承优秀传统文化 推动绿色低碳转型',
);
const faults = words(
  '弄虚作假 推诿扯皮 擅自变更用途 逾期不整改 瞒报漏报 截留挪用 未批先建 冒名顶替 重复申领 伪造材料 拒不配合检查 泄露个人信息',
);
const trades = words(
  '机械 食品 化工 纺织 建材 农业 物流 电子 环保 新材料 医药 酒业 渔具 木业 陶瓷 软件 光伏 种业 包装 印务',
);
const trademarkFirst = [...'恒润泽鲁华鑫瑞丰汇盛安康德信和源隆祥锦嘉卓越宏远博雅晨曦鼎诚'];
const trademarkSecond = [...'达通利民兴业泰昌顺发海川宇航腾飞强力新元科创佳美正阳景明东岳沃野'];

const villages = divisions.divisions
  .filter(({ level }) => level === 'VILLAGE')
  .map(({ name }) =>
    name
      .replace(/社区居委会$/, '社区')
      .replace(/村委会$/, '村')
      .replace(/居委会$/, '社区'),
  );

const common = (random: Random, list: readonly string[]): string => {
  const at = random.next();
  return list[Math.floor(at * at * list.length)] ?? '';
};

/** Two different words, or nearly always so. */
function two(draw: () => string): readonly [string, string] {
  const first = draw();
  const second = draw();
  return [first, second === first ? draw() : second];
}

/** A company nobody owns; the word 示例 in its name says so. */
const company = (random: Random): string =>
  `示例${random.pick(trademarkFirst)}${random.pick(trademarkSecond)}${common(random, trades)}有限公司`;

type Sentence = (random: Random, theme: Theme, thing: () => string) => string;

const sentences: readonly (readonly [Sentence, number])[] = [
  [
    (r, _, t) => {
      const [first, second] = two(() => common(r, verbs));
      return `${first}${t()}${common(r, nouns)}，${second}${t()}${common(r, nouns)}，${common(r, manners)}做好有关工作。`;
    },
    9,
  ],
  [(r, _, t) => `对${t()}实行${common(r, means)}，承办单位在${common(r, deadlines)}办结，逾期未办结的说明理由。`, 5],
  [(r, { year }, t) => `所需资金列入年度预算，${year}年安排不低于${r.int(3, 980)}万元，重点用于${t()}和${t()}。`, 3],
  [
    (r, { year, everywhere }, t) =>
      `到${year}年底，${everywhere}${t()}覆盖率达到${r.int(60, 99)}%以上，新增${t()}${r.int(2, 260)}处。`,
    4,
  ],
  [(r, _, t) => `${r.pick(villages)}、${r.pick(villages)}等地先行开展${t()}试点，形成经验后逐步推开。`, 4],
  [(r, _, t) => `支持${company(r)}等单位参与${t()}，对符合条件的给予一次性补助${r.int(2, 90) * 500}元。`, 2],
  [(r) => `申请人提交${two(() => common(r, papers)).join('、')}，受理窗口一次性告知需要补正的材料。`, 3],
  [(r, { lead, partner }, t) => `${lead}负责${t()}的组织实施，${partner}配合做好${t()}${common(r, nouns)}。`, 5],
  [(r, _, t) => `建立${t()}${common(r, nouns)}制度，${common(r, deadlines)}通报进展情况，对落实不到位的督促整改。`, 4],
  [(r, { lead }) => `有${common(r, faults)}情形的，由${lead}责令限期改正；构成违法的，依法处理。`, 3],
  [(_, __, t) => `通过政府信息公开平台、政务新媒体和村（居）务公开栏公布${t()}的依据、标准和结果，接受社会监督。`, 3],
  [(r, _, t) => `坚持问题导向，围绕${t()}中的突出问题${common(r, verbs)}${common(r, nouns)}，${common(r, aims)}。`, 4],
  [(r, _, t) => `将${t()}纳入年度考核，每${r.pick(['月', '季度', '半年'])}抽查不少于${r.int(2, 30)}个点位。`, 2],
];

/** One to three sentences of the field's own words. */
export function paragraph(random: Random, theme: Theme, length: number): string {
  let last = '';
  const thing = () => {
    const drawn = common(random, theme.field.things);
    last = drawn === last ? common(random, theme.field.things) : drawn;
    return last;
  };
  let text = '';
  for (let i = 0; i < length; i += 1) text += random.weighted(sentences)(random, theme, thing);
  return text;
}

/** 为…，根据…，结合本县实际: how such documents begin. */
export function purpose(random: Random, { subject, everywhere }: Theme, basis: string | null): string {
  const ground = basis === null ? '按照上级有关部署' : `根据${basis}`;
  const here = everywhere === '全镇' ? '我镇' : '我县';
  return `为${common(random, verbs)}${subject}${common(random, nouns)}，${common(random, aims)}，${ground}，结合${here}实际`;
}

/** A short heading for a point: 规范高标准农田建设管理. */
export function heading(random: Random, { field }: Theme): string {
  return `${common(random, verbs)}${common(random, field.things)}${common(random, nouns)}`;
}
