import type { CodeEntry } from './codes.ts';

/** A first-level class with its second level; codes are 02 and 02-01, in the order of the scheme. */
export interface TopicClass extends CodeEntry {
  readonly subtopics: readonly CodeEntry[];
}

const SCHEME: readonly (readonly [zh: string, en: string, subtopics: string])[] = [
  [
    '国务院组织机构',
    'State Council organisation',
    '国务院:State Council|国务院办公厅:General Office|国务院组成部门:departments|国务院直属特设机构:special organisations|国务院直属机构:organisations directly under it|国务院办事机构:working bodies|国务院直属事业单位:institutions|国务院部委管理的国家局:state administrations|国务院议事协调机构:coordinating bodies|其他:other',
  ],
  [
    '综合政务',
    'General administration',
    '政务公开:government disclosure|政务督查:supervision|应急管理:emergency management|电子政务:e-government|文秘工作:secretarial work|保密工作:secrecy|信访:letters and visits|参事、文史:counsellors and history|其他:other',
  ],
  [
    '国民经济管理、国有资产监管',
    'Economic management and state assets',
    '宏观经济:macroeconomy|经济体制改革:economic reform|统计:statistics|物价:prices|国有资产监管:state assets|重大建设项目:major construction projects|其他:other',
  ],
  [
    '财政、金融、审计',
    'Finance and audit',
    '财政:public finance|税务:taxation|银行:banking|货币（含外汇）:currency and foreign exchange|证券:securities|保险:insurance|社会信用体系建设:social credit|审计:audit|其他:other',
  ],
  [
    '国土资源、能源',
    'Land, resources and energy',
    '土地:land|矿产:minerals|水资源:water resources|海洋:sea|煤炭:coal|石油与天然气:oil and gas|电力:electricity|其他:other',
  ],
  [
    '农业、林业、水利',
    'Agriculture, forestry and water works',
    '农业、畜牧业、渔业:farming, stock and fishery|林业:forestry|水利:water works|其他:other',
  ],
  [
    '工业、交通',
    'Industry and transport',
    '机械制造与重工业:machinery and heavy industry|轻工纺织:light industry and textiles|化工:chemicals|国防工业:defence industry|航天、航空:space and aviation|信息产业（含电信）:information industry|公路:roads|水运:waterways|铁路:railways|民航:civil aviation|邮政:post|其他:other',
  ],
  [
    '商贸、海关、旅游',
    'Trade, customs and tourism',
    '对外经贸合作:foreign trade|国内贸易（含供销）:domestic trade|海关:customs|检验、检疫:inspection and quarantine|旅游:tourism|其他:other',
  ],
  [
    '市场监管、安全生产监管',
    'Market and work safety supervision',
    '工商:business registration|质量监督:quality|标准:standards|食品药品监管:food and drugs|安全生产监管:work safety|其他:other',
  ],
  [
    '城乡建设、环境保护',
    'Construction and environment',
    '城市规划:urban planning|城乡建设（含住房）:construction and housing|环境监测、保护与治理:environment|节能与资源综合利用:energy saving|气象、水文、测绘、地震:weather, hydrology, survey, earthquakes|其他:other',
  ],
  ['科技、教育', 'Science and education', '科技:science|教育:education|知识产权:intellectual property|其他:other'],
  [
    '文化、广电、新闻出版',
    'Culture and media',
    '文化:culture|文物:cultural relics|新闻出版:press|广播、电影、电视:broadcasting and film|其他:other',
  ],
  ['卫生、体育', 'Health and sport', '卫生:health|医药管理:medicine|体育:sport|其他:other'],
  [
    '人口与计划生育、妇女儿童工作',
    'Population, women and children',
    '人口与计划生育:population|妇女儿童:women and children|其他:other',
  ],
  [
    '劳动、人事、监察',
    'Labour, personnel and inspection',
    '劳动就业:employment|社会保障:social security|人事工作:personnel|军转安置:placement of former soldiers|监察:inspection|纠正行业不正之风:conduct of trades|其他:other',
  ],
  ['公安、安全、司法', 'Security and justice', '公安:police|国家安全:state security|司法:justice|其他:other'],
  [
    '民政、扶贫、救灾',
    'Civil affairs and relief',
    '减灾救灾:disaster relief|优抚安置:care and placement|社会福利:welfare|行政区划与地名:divisions and place names|社团管理:associations|扶贫:poverty relief|其他:other',
  ],
  ['民族、宗教', 'Ethnic groups and religion', '民族事务:ethnic affairs|宗教事务:religious affairs'],
  ['对外事务', 'Foreign affairs', '外交、外事:diplomacy|国际条约、国际组织:treaties and organisations|其他:other'],
  [
    '港澳台侨工作',
    'Hong Kong, Macao, Taiwan and overseas Chinese',
    '港澳工作:Hong Kong and Macao|对台工作:Taiwan|侨务工作:overseas Chinese',
  ],
  ['国防', 'Defence', '国防建设:defence building|国防动员:mobilisation'],
  ['其他', 'Other', ''],
];

const code = (position: number): string => String(position + 1).padStart(2, '0');

/** 主题分类: the two-level scheme of the State Council's document library on gov.cn, 22 classes. */
export const TOPICS: readonly TopicClass[] = SCHEME.map(([zh, en, subtopics], first) => ({
  code: code(first),
  label: { zh, en },
  subtopics: (subtopics === '' ? [] : subtopics.split('|')).map((entry, second) => {
    const [subZh = '', subEn = ''] = entry.split(':');
    return { code: `${code(first)}-${code(second)}`, label: { zh: subZh, en: subEn } };
  }),
}));

/** Title words and the subtopic they point to; the first that matches decides. */
const SUGGESTIONS: readonly (readonly [RegExp, string])[] = [
  [/政务公开|政府信息公开|信息公开/u, '02-01'],
  [/督查|督办|任务分解|任务进行分解/u, '02-02'],
  [/安全生产/u, '09-05'],
  [/应急预案|突发事件|应急管理|防汛|抗旱/u, '02-03'],
  [/电子政务|数字政府|一网通办|政务服务/u, '02-04'],
  [/规范性文件|公文|文秘/u, '02-05'],
  [/信访/u, '02-07'],
  [/行政决策|行政执法|行政复议|法治|普法|行政指导/u, '16-03'],
  [/重大项目|建设项目/u, '03-06'],
  [/营商环境|发展规划|国民经济/u, '03-01'],
  [/财政|预算|决算|政府采购/u, '04-01'],
  [/信用/u, '04-07'],
  [/审计/u, '04-08'],
  [/土地|自然资源|不动产/u, '05-01'],
  [/农业|农村|畜牧|渔业|惠农|粮食/u, '06-01'],
  [/林业|造林|绿化/u, '06-02'],
  [/水利|河长|灌溉/u, '06-03'],
  [/公路|交通/u, '07-07'],
  [/旅游/u, '08-05'],
  [/食品|药品/u, '09-04'],
  [/市场监管|市场主体|个体工商户/u, '09-01'],
  [/住房|城乡建设|物业|建筑/u, '10-02'],
  [/环境|污染|生态|扬尘/u, '10-03'],
  [/义务教育|学校|招生|教育|学前/u, '11-02'],
  [/科技|创新/u, '11-01'],
  [/文化|图书馆/u, '12-01'],
  [/疫情|卫生|健康|医疗/u, '13-01'],
  [/体育/u, '13-03'],
  [/妇女|儿童/u, '14-02'],
  [/就业|创业/u, '15-01'],
  [/养老保险|社会保障|社会保险/u, '15-02'],
  [/退役军人|优抚/u, '17-02'],
  [/养老|残疾|福利|救助|低保/u, '17-03'],
  [/地名|行政区划/u, '17-04'],
];

/** The class that the words of a title suggest; a person confirms it. Null when no word points anywhere. */
export function suggestTopic(title: string): { readonly topic: string; readonly subtopic: string } | null {
  const match = SUGGESTIONS.find(([words]) => words.test(title));
  return match ? { topic: match[1].slice(0, 2), subtopic: match[1] } : null;
}
