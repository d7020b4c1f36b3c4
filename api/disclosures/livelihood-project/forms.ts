import {
  type CellType,
  choice,
  count,
  day,
  line,
  list,
  money,
  paragraphs,
  percent,
  quantity,
} from '../../core/form/cell-types.ts';
import { type Form, type FormSet, field } from '../../core/form/form.ts';
import { coverFacts } from '../cover.ts';
import { plain } from './decimal.ts';
import { type Nature, typeNames } from './model.ts';
import { periodIn, periodName } from './period.ts';

/** 2024, 2024年 or 2024年度. */
const year: CellType<number> = {
  read: (text) => {
    const [, digits] = /^((?:19|20)\d\d)(?:年度?)?$/.exec(text.normalize('NFKC').trim()) ?? [];
    return digits === undefined
      ? {
          ok: false,
          rule: 'not-a-year',
          message: [`“${text}”不是年度。`, `"${text}" is not a year.`],
          remedy: ['请写成 2024。', 'Write 2024.'],
        }
      : { ok: true, value: Number(digits) };
  },
  print: (value) => String(value),
  hint: ['年度，如 2024', 'a year such as 2024'],
};

const period: CellType<string> = {
  read: (text) => {
    const value = periodIn(text);
    return value === null
      ? {
          ok: false,
          rule: 'not-a-period',
          message: [`“${text}”不是报告期。`, `"${text}" is not a period of reports.`],
          remedy: ['请写成 2024年第二季度 或 2024年6月。', 'Write 2024Q2 or 2024年6月.'],
        }
      : { ok: true, value };
  },
  print: periodName,
  hint: ['报告期，如 2024年第二季度、2024年6月', 'a period such as 2024Q2'],
};

/** A quantity with its unit of measure where one is written: 45公里. */
interface Measured {
  readonly quantity: string;
  readonly unit: string | null;
}

const measured: CellType<Measured> = {
  read: (text, context) => {
    const [, figures = '', unit = ''] = /^([-−]?[\d０-９,，.．\s]+)([\p{L}%²³]{0,8})$/u.exec(text.trim()) ?? [];
    const read = quantity.read(figures === '' ? text : figures.replaceAll('，', ',').replaceAll('．', '.'), context);
    return read.ok ? { ok: true, value: { quantity: plain(read.value), unit: unit === '' ? null : unit } } : read;
  },
  print: ({ quantity: figures, unit }) => `${figures}${unit ?? ''}`,
  hint: ['数量，可带计量单位，如 45公里', 'a quantity, with its unit where useful, such as 45公里'],
};

const plainQuantity: CellType<string> = {
  ...quantity,
  read: (text, context) => {
    const read = quantity.read(text, context);
    return read.ok ? { ok: true, value: plain(read.value) } : read;
  },
};

const name = field('项目名称', 'Project', line, {
  required: true,
  aliases:
    /^(项目|名称|任务|任务名称|工作任务|任务内容|目标任务|重点任务|重点工作|工作事项|事项|实事项目|民生实事|项目名|主要任务|重点工作任务)$/,
});

/** What every report says, in a table of its own or beside the plan. */
const reported = {
  status: field('进度状态', 'Status', line, {
    aliases: /^(状态|项目状态|完成状态|进展状态|进度评价|开工情况|是否开工|进度等次|推进状态|评价)$/,
    note: '未开工、已开工、正常推进、推进缓慢、超进度、已完成、暂停、取消、结转等，照实填写',
  }),
  quantity: field('累计完成量', 'Done so far', measured, {
    aliases: /^(完成量|累计完成|累计完成数|已完成量|实际完成量|实际完成数|完成数量|完成数|目前完成量)$/,
  }),
  rate: field('完成率', 'Rate of completion', percent, {
    aliases: /^(完成比例|完成进度|完成百分比|总体进度|工程进度|项目进度|总进度|完成目标比例|任务完成率|目标完成率)$/,
  }),
  invested: field('累计完成投资', 'Invested so far', money('万元'), {
    aliases:
      /^(完成投资|完成投资额|已完成投资|已完成投资额|累计投资|实际完成投资|累计完成投资额|本年完成投资|年度完成投资)$/,
  }),
  investedRate: field('投资完成率', 'Rate of investment', percent, {
    aliases: /^(投资完成比例|投资进度|投资完成进度|完成投资比例|占年度计划|占年度计划比例|占年计划)$/,
  }),
  text: field('进展情况', 'Progress', paragraphs, {
    aliases:
      /^(工作进展|项目进展|进展|目前进展|进度情况|推进情况|工程进展|最新进展|完成情况|工作进展情况|项目进展情况|形象进度|落实情况|工作推进情况|目前进展情况|进度)$/,
  }),
  results: field('工作成效', 'Results', paragraphs, { aliases: /^(取得成效|成效|主要成效|取得的成效|成果)$/ }),
  problems: field('存在问题', 'Problems', paragraphs, { aliases: /^(问题|存在的问题|困难问题|存在困难|主要问题)$/ }),
  nextSteps: field('下一步举措', 'Next steps', paragraphs, {
    aliases: /^(后续举措|下一步工作|下一步计划|下步打算|下一步打算|下一步措施|下一步工作安排|下步工作|下一步)$/,
  }),
  reason: field('调整说明', 'Reason of a revision', paragraphs, {
    aliases: /^(修正说明|更正说明|变更原因|调整原因|修订说明)$/,
    note: '累计数比上期减少时必须说明',
  }),
};

const projects = {
  label: { zh: '项目表', en: 'Projects' },
  names: /项目表|项目清单|任务清单|任务分解|实事项目|民生实事|重点任务|任务表/,
  fields: {
    number: field('序号', 'Number', count, { aliases: /^(编号|项目编号|任务编号)$/ }),
    name,
    category: field('项目类别', 'Category', line, { aliases: /^(类别|类型|领域|分类|所属领域|项目分类|任务类别)$/ }),
    nature: field(
      '项目性质',
      'Nature',
      choice<Nature>({ CONSTRUCTION: '建设类', SERVICE: '服务类', POLICY: '政策类' }, [
        [/^(工程类|建设|工程|新建|改建|改扩建|续建)$/, 'CONSTRUCTION'],
        [/^(政策|补助类|补贴类|惠民政策)$/, 'POLICY'],
        [/^(服务|活动类)$/, 'SERVICE'],
      ]),
      { aliases: /^(性质|建设性质)$/ },
    ),
    content: field('主要内容', 'Content', paragraphs, {
      aliases:
        /^(建设内容|项目内容|内容|实施内容|建设规模及内容|主要建设内容|建设内容及规模|建设规模|工作内容|具体内容)$/,
    }),
    target: field('年度目标', 'Target of the year', paragraphs, {
      aliases: /^(目标|年度目标任务|年度任务|计划目标|年度建设目标|本年目标|工作目标|年度工作目标|全年目标)$/,
    }),
    totalInvestment: field('总投资', 'Total investment', money('万元'), {
      aliases: /^(投资额|总投资额|计划总投资|项目总投资|概算投资|概算总投资)$/,
    }),
    plannedInvestment: field('年度计划投资', 'Planned for the year', money('万元'), {
      aliases: /^(20\d\d年)?(年度|当年|本年)?(计划投资|投资计划)额?$/,
    }),
    fundSources: field('资金来源', 'Sources of funds', line, { aliases: /^(资金渠道|经费来源)$/ }),
    location: field('建设地点', 'Location', line, {
      aliases: /^(地点|项目地点|实施地点|实施范围|所在镇街|所属镇街|镇街|建设位置|位置|所在地|项目所在地)$/,
      note: '写到镇（街道）、村（社区），如“起凤镇付庙村”；几处用“、”分开',
    }),
    leader: field('分管领导', 'Leader in charge', line, {
      aliases: /^(县分管领导|区分管领导|责任领导|县级领导|牵头领导|包保领导|分管县领导|责任县领导|县领导|区领导)$/,
    }),
    lead: field('牵头单位', 'Lead unit', list, {
      aliases:
        /^(责任单位|主管单位|主管部门|责任部门|牵头部门|实施单位|承办单位|主办单位|责任主体|主责单位|牵头责任单位)$/,
    }),
    support: field('配合单位', 'Supporting units', list, {
      aliases: /^(协办单位|配合部门|参与单位|协同单位|配合责任单位|协助单位)$/,
    }),
    startedOn: field('开工日期', 'Started on', day, { aliases: /^(开工时间|实际开工日期|实际开工时间|启动日期)$/ }),
    due: field('完成时限', 'Due', line, {
      aliases:
        /^(完成时间|计划完成时间|时限|办理时限|竣工时间|计划竣工时间|时间节点|预计完工时间|完成期限|计划完工时间|预计完成时间|计划完成时限)$/,
      note: '如 2024年12月底、2024-11-30',
    }),
    completedOn: field('完成日期', 'Completed on', day, {
      aliases: /^(实际完成日期|实际完成时间|竣工日期|实际竣工日期|办结日期|实际完工日期)$/,
    }),
    acceptance: field('验收情况', 'Acceptance', line, { aliases: /^(验收|验收结论|验收记录|验收文号|验收结果)$/ }),
    measures: field('执行措施', 'Measures', paragraphs, {
      aliases: /^(工作措施|主要措施|推进措施|落实措施|具体措施)$/,
    }),
    steps: field('实施步骤', 'Steps', paragraphs, { aliases: /^(工作步骤|推进步骤)$/ }),
    responsibilities: field('责任分工', 'Division of duties', paragraphs, { aliases: /^(职责分工|工作分工)$/ }),
    supervision: field('监督方式', 'Supervision', paragraphs, { aliases: /^(监督渠道|监督电话|监督方式及电话)$/ }),
    ...reported,
    satisfied: field('满意', 'Satisfied', count, { aliases: /^(满意票|满意票数|满意数)$/ }),
    mostlySatisfied: field('基本满意', 'Mostly satisfied', count, {
      aliases: /^(基本满意票|基本满意票数|基本满意数)$/,
    }),
    dissatisfied: field('不满意', 'Dissatisfied', count, { aliases: /^(不满意票|不满意票数|不满意数)$/ }),
  },
} satisfies Form;

const targets = {
  label: { zh: '量化目标', en: 'Targets' },
  names: /量化目标|目标表|指标表/,
  fields: {
    name,
    indicator: field('指标', 'Indicator', line, { required: true, aliases: /^(指标名称|目标名称|目标指标)$/ }),
    direction: field('方向', 'Direction', choice({ AT_LEAST: '不少于', AT_MOST: '不超过', EXACTLY: '等于' })),
    quantity: field('目标值', 'Figure', plainQuantity, {
      required: true,
      aliases: /^(目标数|目标量|年度目标值|指标值)$/,
    }),
    unit: field('计量单位', 'Unit', line, { aliases: /^(单位|量纲)$/ }),
  },
} satisfies Form;

const milestones = {
  label: { zh: '时间节点', en: 'Milestones' },
  names: /时间节点|里程碑|节点/,
  fields: {
    name,
    milestone: field('节点', 'Milestone', line, {
      required: true,
      aliases: /^(节点名称|节点目标|里程碑|节点任务|阶段目标)$/,
    }),
    due: field('计划完成', 'Due', line, { aliases: /^(计划完成时间|计划时间|节点时间|完成时限|计划完成日期)$/ }),
    doneOn: field('实际完成', 'Done on', day, { aliases: /^(实际完成时间|实际完成日期|完成日期)$/ }),
  },
} satisfies Form;

const funds = {
  label: { zh: '资金安排', en: 'Funds' },
  names: /资金安排|资金来源|资金计划/,
  fields: {
    name,
    source: field('来源', 'Source', line, { required: true, aliases: /^(资金来源|资金渠道)$/ }),
    planned: field('计划安排', 'Planned', money('万元'), {
      required: true,
      aliases: /^(计划|计划资金|安排资金|计划金额)$/,
    }),
    paid: field('已支付', 'Paid', money('万元'), { aliases: /^(支付|已支付资金|支付金额|到位资金|已拨付)$/ }),
  },
} satisfies Form;

const progress = {
  label: { zh: '进展情况', en: 'Progress' },
  names: /进展|进度表|完成情况|推进情况/,
  fields: {
    name,
    period: field('期次', 'Period', period, { required: true, aliases: /^(报告期|统计期|时段|季度|月份|期别)$/ }),
    ...reported,
  },
} satisfies Form;

const photos = {
  label: { zh: '现场照片', en: 'Photos' },
  names: /照片|图片/,
  fields: {
    name,
    file: field('照片', 'Photo', line, { required: true, aliases: /^(照片文件|文件名|图片|照片名称)$/ }),
    caption: field('说明', 'Caption', line, { aliases: /^(照片说明|图片说明|文字说明)$/ }),
    takenOn: field('拍摄日期', 'Taken on', day, { aliases: /^(拍摄时间)$/ }),
  },
} satisfies Form;

const summary = {
  label: { zh: '汇总', en: 'Summary' },
  names: /汇总|统计表|总体情况/,
  fields: {
    label: field('分项', 'Item', line, {
      required: true,
      aliases: /^(进度情况|类别|分类|进度等次|评价|状态|项目类别|项目)$/,
    }),
    count: field('项数', 'Items', count, { required: true, aliases: /^(数量|件数|个数|任务数|项目数|项目个数)$/ }),
    share: field('占比', 'Share', percent, { aliases: /^(比例|所占比例|占总数比例|百分比)$/ }),
    planned: field('年度计划投资', 'Planned', money('万元'), { aliases: /^(计划投资|年计划投资|本年计划投资)$/ }),
    invested: field('累计完成投资', 'Invested', money('万元'), { aliases: /^(完成投资|已完成投资|实际完成投资)$/ }),
    rate: field('完成率', 'Rate', percent, { aliases: /^(投资完成率|完成比例|占年度计划)$/ }),
  },
} satisfies Form;

/** The facts and tables a source of this kind may hold. */
export const livelihoodForms = {
  facts: {
    ...coverFacts,
    type: field(
      '类型',
      'Type',
      choice(typeNames, [
        [/民生实事|民生工程|实事/, 'LIVELIHOOD'],
        [/工作报告|任务分解|重点任务/, 'WORK_REPORT'],
      ]),
    ),
    year: field('年度', 'Year', year, { aliases: /^(年份|项目年度)$/ }),
    period: field('期次', 'Period', period, { aliases: /^(报告期|统计期|进展截至|数据截至|截至)$/ }),
    voters: field('参评人数', 'Voters', count, {
      aliases: /^(参评代表|参评代表人数|参加测评人数|应参评人数|测评人数)$/,
    }),
  },
  forms: { projects, targets, milestones, funds, progress, photos, summary },
} satisfies FormSet;
