import { labelKey } from '../../core/table/labels.ts';
import { codeList } from '../../graphql/code.ts';

/** Fields of life (项目类别), and the words published tables use for each. */
const entries = [
  ['EDUCATION', '教育', 'Education', /教育|学校|幼儿园|学位/],
  ['ELDERLY', '养老助残', 'Care for the old and disabled', /养老|助老|为老|助残|残疾|一老一小|托育|托幼|儿童/],
  ['HEALTH', '医疗卫生', 'Health', /医疗|卫生|健康|医院/],
  ['HOUSING', '住房', 'Housing', /住房|安居|老旧小区|棚户区|棚改|旧改|居住/],
  ['TRANSPORT', '交通出行', 'Roads and transport', /交通|道路|公路|出行|停车/],
  ['UTILITIES', '市政设施', 'Public utilities', /市政|供热|供暖|供水|饮水|供气|燃气|城市更新|城市建设|城建|管网/],
  ['ENVIRONMENT', '生态环境', 'Environment', /环境|环保|生态|绿化|污水|垃圾|河道|公园/],
  ['EMPLOYMENT', '就业创业', 'Employment', /就业|创业|技能培训/],
  ['SOCIAL_SECURITY', '社会保障', 'Social security', /社会保障|社保|救助|低保|医保|帮扶|社会救助/],
  ['CULTURE', '文化体育', 'Culture and sports', /文化|体育|健身|旅游|文旅/],
  ['SAFETY', '公共安全', 'Public safety', /安全|消防|应急|防汛|食品|平安/],
  ['AGRICULTURE', '乡村振兴', 'Villages and farming', /乡村|农村|农业|三农|水利/],
  ['ECONOMY', '经济发展', 'The economy', /经济|产业|工业|招商|企业|项目建设|科技|创新|投资|消费/],
  ['GOVERNANCE', '政务服务', 'Government services', /政务|服务|改革|法治|治理|数字|营商/],
  ['OTHER', '其他', 'Other', /^其他|^其它/],
] as const;

export const categories = codeList(
  'LIVELIHOOD_CATEGORY',
  entries.map(([code, zh, en]) => ({ code, label: { zh, en } })),
);

/** The code behind a word of a table, 一、教育类 among them; what no list has is OTHER. */
export function categoryOf(word: string): string {
  const key = labelKey(word)
    .replace(/^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/, '')
    .replace(/(类|类项目|工程|领域|方面)$/, '');
  const exact = entries.find(([code, zh]) => zh === key || code === key.toUpperCase());
  return (exact ?? entries.find(([, , , words]) => words.test(key)))?.[0] ?? 'OTHER';
}
