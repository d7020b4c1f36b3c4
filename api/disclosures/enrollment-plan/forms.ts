import { choice, count, day, line, list, paragraphs, sentences, yesOrNo } from '../../core/form/cell-types.ts';
import { type FormSet, field, type Values } from '../../core/form/form.ts';
import { coverFacts } from '../cover.ts';
import { areaKinds, audiences, categories, methods, natures, parities, schoolTypes, stages, steps } from './codes.ts';
import { nameList, placeList } from './place-list.ts';

/** What a plan says of itself beside its cover. */
export const ownFacts = {
  year: field('招生年度', 'Year', count, { required: true, aliases: /^(年度|年份|招生年份|学年)$/, note: '如 2024' }),
  stage: field(
    '学段',
    'Stage',
    choice(stages, [
      [/小学|一年级/, 'PRIMARY'],
      [/初中|初级中学|七年级/, 'JUNIOR'],
    ]),
    {
      required: true,
      aliases: /^(招生学段|办学层次)$/,
    },
  ),
  bornFrom: field('出生日期起', 'Born from', day, {
    aliases: /^(年龄起|出生起始日期)$/,
    note: '足龄入学的出生日期区间',
  }),
  bornTo: field('出生日期止', 'Born until', day, {
    aliases: /^(年龄止|出生截止日期|年龄截止日期)$/,
    note: '一般为 8 月 31 日',
  }),
  policy: field('依据文件', 'Policy', line, { aliases: /^(招生政策|政策文件|文件依据)$/ }),
  policyNumber: field('依据文号', 'Policy number', line, {
    aliases: /^(文号|发文字号|政策文号)$/,
    note: '如 桓教体发〔2024〕12号',
  }),
  implementation: field('实施方案链接', 'Implementation plan', line, {
    aliases: /^(实施方案|招生工作实施方案|实施方案网址|实施方案地址)$/,
    note: '网址',
  }),
  detailedRules: field('实施细则链接', 'Detailed rules', line, {
    aliases: /^(实施细则|招生实施细则|实施细则网址|实施细则地址)$/,
    note: '网址',
  }),
  hotline: field('咨询电话', 'Hotline', line, { aliases: /^(招生咨询电话|联系电话)$/ }),
  complaints: field('监督电话', 'Complaints', line, { aliases: /^(投诉电话|监督举报电话)$/ }),
  rules: field('招生办法', 'Admission rules', paragraphs, { aliases: /^(录取办法|招生政策说明|招生原则)$/ }),
};

const town = field('所在镇街', 'Town', line, { aliases: /^(镇街|乡镇|镇|街道|所属镇街|镇办|镇\(街道\))$/ });

export const forms = {
  schools: {
    label: { zh: '学校名录', en: 'Schools' },
    names: /学校(名录|名单|一览|基本情况)/,
    fields: {
      name: field('学校名称', 'School', line, { required: true, aliases: /^(学校|校名|单位名称)$/ }),
      code: field('学校标识码', 'School code', line, { aliases: /^(标识码|学校代码)$/, note: '10 位' }),
      nature: field(
        '办学类型',
        'Nature',
        choice(natures, [
          [/民办/, 'PRIVATE'],
          [/公办/, 'PUBLIC'],
        ]),
        {
          required: true,
          aliases: /^(办学性质|学校性质|性质|公办\/民办|类型)$/,
        },
      ),
      type: field(
        '办学层次',
        'Type',
        choice(schoolTypes, [
          [/九年/, 'NINE_YEAR'],
          [/十二年/, 'TWELVE_YEAR'],
          [/完全/, 'COMPLETE'],
          [/初中|中学/, 'JUNIOR'],
          [/小学/, 'PRIMARY'],
        ]),
        {
          aliases: /^(学段|层次|学校类别)$/,
        },
      ),
      town,
      address: field('学校地址', 'Address', line, { aliases: /^(地址|办学地址|校址)$/ }),
      phone: field('办公电话', 'Telephone', line, {
        aliases: /^(电话|联系电话|咨询电话|招生咨询电话|招生电话|联系方式)$/,
      }),
      licence: field('办学许可证', 'Licence', line, { aliases: /^(办学许可证号|许可证号)$/, note: '民办学校填写' }),
      capacity: field('办学规模', 'Capacity', count, { aliases: /^(规模|核定规模)$/, note: '民办学校填写，人数' }),
    },
  },
  plans: {
    label: { zh: '招生计划', en: 'Plans' },
    names: /招生计划/,
    fields: {
      school: field('学校名称', 'School', line, { required: true, aliases: /^(学校|校名|招生学校)$/ }),
      classes: field('招生班数', 'Classes', count, {
        required: true,
        aliases: /^(班数|计划班数|招生班级数|班级数|计划招生班数|招生计划班数|招生计划班级数)$/,
      }),
      places: field('计划人数', 'Places', count, {
        required: true,
        aliases: /^(人数|招生人数|计划招生人数|招生计划数?|计划数|招生计划人数)$/,
      }),
      boarding: field('是否寄宿', 'Boarding', yesOrNo, { aliases: /^(寄宿)$/ }),
      method: field(
        '录取方式',
        'Method',
        choice(methods, [
          [/划片|就近/, 'CATCHMENT'],
          [/对口|直升/, 'FEEDER'],
          [/摇号|派位|随机/, 'LOTTERY'],
          [/登记|注册/, 'REGISTRATION'],
        ]),
        {
          aliases: /^(录取办法|招生方式|入学方式)$/,
        },
      ),
    },
  },
  areas: {
    label: { zh: '招生范围', en: 'Catchment areas' },
    names: /招生(范围|区域)|学区划分|划片/,
    fields: {
      schools: field('对口学校', 'Schools', nameList, {
        required: true,
        aliases: /^(学校|学校名称|招生学校)$/,
        note: '多校划片的写几所，用“、”分开',
      }),
      kind: field(
        '范围类型',
        'Sort',
        choice(areaKinds, [
          [/^(村委会|村居)$/, 'VILLAGE'],
          [/^(居委会)$/, 'COMMUNITY'],
          [/门牌|道路|路/, 'ROAD'],
          [/边界/, 'BOUNDARY'],
          [/派出所/, 'POLICE'],
        ]),
        {
          aliases: /^(类型|区域类型)$/,
          note: '不填时按名称判断',
        },
      ),
      places: field('招生范围', 'Places', placeList, {
        required: true,
        aliases:
          /^(招生区域|学区范围|服务区|服务区范围|服务范围|村居|村（居）|范围|村\/社区|小区（村居）|对口范围|招生服务区)$/,
        note: '村、社区、小区或道路名，多个用“、”分开；四至整段写',
      }),
      town,
      parity: field(
        '单双号',
        'Side',
        choice(parities, [
          [/单/, 'ODD'],
          [/双/, 'EVEN'],
        ]),
      ),
      doorFrom: field('门牌起', 'Door from', count, { aliases: /^(起始门牌|门牌号起)$/ }),
      doorTo: field('门牌止', 'Door to', count, { aliases: /^(截止门牌|门牌号止)$/ }),
      clause: field('依据条款', 'Clause', line, { aliases: /^(条款|依据)$/ }),
    },
  },
  categories: {
    label: { zh: '入学条件与材料', en: 'Conditions and materials' },
    names: /入学(条件|材料)|报名材料|材料清单|招生对象/,
    fields: {
      category: field(
        '入学类别',
        'Category',
        choice(categories, [
          [/随迁|外来|务工/, 'MIGRANT'],
          [/残疾|特殊/, 'DISABLED'],
          [/照顾|优待|军人|消防|人才/, 'PREFERENTIAL'],
          [/无房/, 'HUKOU_ONLY'],
          [/户籍|有房|房户/, 'HUKOU_HOUSE'],
        ]),
        {
          required: true,
          aliases: /^(类别|招生对象|对象|儿童类别)$/,
        },
      ),
      conditions: field('条件', 'Conditions', sentences, { aliases: /^(入学条件|报名条件)$/ }),
      materials: field('所需材料', 'Materials', list, {
        required: true,
        aliases: /^(材料|报名材料|需提供材料|证明材料)$/,
      }),
      clause: field('依据条款', 'Clause', line, { aliases: /^(条款|依据)$/ }),
    },
  },
  timeline: {
    label: { zh: '时间安排', en: 'Timeline' },
    names: /时间安排|日程/,
    fields: {
      step: field(
        '环节',
        'Step',
        choice(steps, [
          [/公告|公布方案/, 'ANNOUNCEMENT'],
          [/补录|调剂/, 'SUPPLEMENT'],
          [/审核|验证/, 'REVIEW'],
          [/摇号|派位|随机/, 'LOTTERY'],
          [/录取|结果/, 'RESULT'],
          [/报到|入学/, 'ENROLMENT'],
          [/报名|登记/, 'REGISTRATION'],
        ]),
        {
          required: true,
          aliases: /^(事项|步骤|阶段|工作环节)$/,
        },
      ),
      audience: field(
        '适用学校',
        'For',
        choice(audiences, [
          [/公民办|所有/, 'ALL'],
          [/民办/, 'PRIVATE'],
          [/公办/, 'PUBLIC'],
        ]),
        { aliases: /^(学校类型|对象)$/ },
      ),
      from: field('开始日期', 'From', day, { required: true, aliases: /^(开始时间|起始日期|开始|日期|时间)$/ }),
      to: field('结束日期', 'To', day, { aliases: /^(结束时间|截止日期|截止时间|结束)$/ }),
      note: field('说明', 'Note', line),
    },
  },
  results: {
    label: { zh: '招生结果', en: 'Results' },
    names: /招生结果|录取结果|录取情况/,
    fields: {
      school: field('学校名称', 'School', line, { required: true, aliases: /^(学校|校名)$/ }),
      registered: field('报名人数', 'Registered', count),
      admitted: field('录取人数', 'Admitted', count, { required: true, aliases: /^(实际招生人数|录取数|招生人数)$/ }),
    },
  },
};

export const formSet = { facts: { ...coverFacts, ...ownFacts }, forms } satisfies FormSet;

export type PlanFacts = Values<typeof ownFacts>;
export type SchoolValues = Values<(typeof forms)['schools']['fields']>;
export type QuotaValues = Values<(typeof forms)['plans']['fields']>;
export type AreaValues = Values<(typeof forms)['areas']['fields']>;
export type CategoryValues = Values<(typeof forms)['categories']['fields']>;
export type StepValues = Values<(typeof forms)['timeline']['fields']>;
export type ResultValues = Values<(typeof forms)['results']['fields']>;
