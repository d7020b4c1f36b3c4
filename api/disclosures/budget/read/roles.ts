import { labelKey } from '../../../core/table/labels.ts';
import { debt, threePublic } from '../codes/items.ts';
import { components } from '../components.ts';
import type { Form } from '../forms.ts';
import { type Measure, measures, ownMeasure, type Stage } from '../model.ts';

/** What a column of a table means. */
export type Role =
  | { readonly as: 'code' | 'name' | 'body' | 'economic-code' | 'day' | 'year' | 'sequence' | 'ignore' }
  /** One of 类, 款, 项, 目, 节 in a column of its own. */
  | { readonly as: 'level'; readonly level: number }
  | { readonly as: 'amount'; readonly component: string; readonly measure: Measure; readonly item: string | null }
  /** A percentage the source computed itself: checked, never stored. */
  | { readonly as: 'share'; readonly of: 'approved' | 'adjusted' | 'prior'; readonly isGrowth: boolean };

const plain: readonly (readonly [
  Role['as'] & ('code' | 'name' | 'body' | 'economic-code' | 'day' | 'year' | 'sequence' | 'ignore'),
  RegExp,
])[] = [
  ['economic-code', /^((政府|部门)?(预算)?(支出)?经济分类(科目)?(编码|代码)|gov_bgt_eco_code|dep_bgt_eco_code)$/i],
  [
    'code',
    /^((支出)?功能分类|经济分类|预算|支出|收入|政府|部门)?(支出)?(功能分类|经济分类)?(科目)?(编码|代码)$|^exp_func_code$|^科目编号$/i,
  ],
  [
    'body',
    /^(预算)?(单位|部门)(名称)?$|^单位\(部门\)$|^(地区|市县|区县|乡镇)(名称)?$|^agency_(code|name)$|^收款(单位|人)$/i,
  ],
  [
    'name',
    /^(项目|科目|预算科目|科目名称|名称|项目名称|收入项目|支出项目|债券名称|债券项目)(名称)?$|^(支出)?(功能|经济)分类(科目)?(名称)?$|^(支出|收入|预算|部门|政府)?(预算)?(支出)?(功能|经济)?(分类)?科目名称$|^项目\((按)?(支出)?(功能|经济)分类\)$|^(收入|支出)$|^pro_name$/,
  ],
  ['sequence', /^(行次|栏次|序号|编号)$/],
  ['year', /^(年度|预算年度|fiscal_year)$/i],
  ['day', /^((支付|付款|拨付|发行)?(日期|时间))$/],
  ['ignore', /^(备注|说明|mof_div_code|level_no|pro_code|fund_type_code|budget_level_code|bgt_type_code)$/i],
];

const levels = ['类', '款', '项', '目', '节'];

const share = /%|％|百分比|占.*比|完成率|增长率|增减率|增幅/;

function shareOf(key: string): Role | null {
  if (!share.test(key) && !/为.*(预算|上年).*数?的?$/.test(key)) return null;
  if (/占/.test(key)) return { as: 'ignore' };
  const isGrowth = /增|减|比上年|比去年|较上年/.test(key);
  if (/上年|去年/.test(key)) return { as: 'share', of: 'prior', isGrowth };
  if (/调整/.test(key)) return { as: 'share', of: 'adjusted', isGrowth: false };
  if (/预算|完成/.test(key)) return { as: 'share', of: 'approved', isGrowth: false };
  return isGrowth ? { as: 'share', of: 'prior', isGrowth } : { as: 'ignore' };
}

/** Words for the number kinds; the first that matches decides. A prior year's budget is none of the five. */
const kinds: readonly (readonly [Measure, RegExp])[] = [
  ['adjusted', /调整(后)?(的)?预算数?|预算调整数|变动预算数?|调整数/],
  ['executed', /预计执行数?|(预算)?执行数?|完成数|实际(完成|执行|支出)数?|快报数?/],
  ['final', /决算数?/],
  ['approved', /(年初|本年|全年|当年)?预算(安排)?数?|年初数/],
];

const funds = /(一般公共预算|政府性基金(预算)?|国有资本经营(预算)?|社会保险基金(预算)?)(财政拨款|拨款)?/g;

export interface Reading {
  readonly stage: Stage;
  readonly fiscalYear: number;
  readonly form: Form;
}

/** The number kind a label names; null when it names none, undefined when it names one we do not keep. */
function measureIn(key: string, fiscalYear: number): Measure | null | undefined {
  const words = key.replace(funds, '');
  const year = Number(/(20\d{2})年?/.exec(words)?.[1] ?? fiscalYear);
  const found = kinds.find(([, names]) => names.test(words))?.[0] ?? null;
  const isPrior = /上年|上一年|去年/.test(words) || year === fiscalYear - 1;
  if (!isPrior) return year === fiscalYear ? found : undefined;
  return found === 'approved' || found === 'adjusted' ? undefined : 'prior';
}

const numberWords =
  /(上年|上一年|去年|本年度|全年|当年|年初)?(调整(后)?(的)?预算数?|预算调整数|变动预算数?|调整数|预计执行数?|预算执行数?|执行数?|完成数|实际(完成|执行|支出)数?|快报数?|决算数?|预算(安排)?数?|年初数)|(20\d{2})年(度)?|上年数?|去年数?/g;

/** Takes the number kinds out of a label, funds kept: 一般公共预算 is a fund, not a budgeted number. */
function withoutMeasures(key: string): string {
  const kept: string[] = [];
  const masked = key.replace(funds, (fund) => `⟨${kept.push(fund) - 1}⟩`);
  return masked.replace(numberWords, '').replace(/⟨(\d+)⟩/g, (_, index: string) => kept[Number(index)] ?? '');
}

const itemIn = ({ layout }: Form, parts: readonly string[]): string | null => {
  const list = layout === 'THREE_PUBLIC' ? threePublic : layout === 'DEBT' ? debt : [];
  const leaf = parts.at(-1) ?? '';
  // 小计 below 公务用车购置及运行维护费 is that subtotal, not the whole.
  const searched = leaf === '小计' ? (parts.at(-2) ?? '') : leaf;
  const own = list.find(({ names }) => names.test(searched.replace(/[()、,]/g, '')));
  if (own || layout !== 'DEBT') return own?.code ?? null;
  return list.find(({ names }) => parts.some((part) => names.test(part)))?.code ?? null;
};

/** What a column's labels, outermost first, mean; null when that is not certain, and must be asked for. */
export function roleOf(path: readonly string[], { stage, fiscalYear, form }: Reading): Role | null {
  const keys = path.map(labelKey);
  const leaf = keys.at(-1) ?? '';
  const level = levels.indexOf(leaf);
  if (level >= 0) return { as: 'level', level };
  for (const [as, names] of plain) if (names.test(leaf)) return { as };
  const whole = keys.join('/');
  const shared = shareOf(leaf);
  if (shared) return shared;
  const measure = measureIn(whole, fiscalYear);
  if (measure === undefined) return null;
  const parts = keys.map(withoutMeasures).filter((part) => part !== '');
  const item = itemIn(form, parts);
  const named = parts.at(-1) ?? '';
  const component =
    item !== null && form.layout === 'THREE_PUBLIC'
      ? 'TOTAL'
      : form.layout === 'DEBT'
        ? (components.find(({ code, names }) => code.startsWith('DEBT') && names.test(named))?.code ?? 'TOTAL')
        : componentOf(parts, form);
  if (component === null && item === null) return null;
  return { as: 'amount', component: component ?? 'TOTAL', measure: measure ?? ownMeasure[stage], item };
}

function componentOf(parts: readonly string[], form: Form): string | null {
  const leaf = parts.at(-1) ?? '';
  // In a table of revenue 本年收入合计 is the whole; in one of expenditure 本年收入 is a column beside it.
  const found = components.find(
    ({ code, names }) => names.test(leaf) && !(code === 'REVENUE' && form.side !== 'EXPENDITURE'),
  );
  if (!found) return leaf === '' ? 'TOTAL' : null;
  // 小计 under 基本支出 is the whole of that part.
  if (found.code !== 'TOTAL' || parts.length < 2) return found.code;
  const outer = componentOf(parts.slice(0, -1), form);
  return outer ?? 'TOTAL';
}

const isMeasure = (text: string): text is Measure => (measures as readonly string[]).includes(text);

/** The words a publisher may give to `--map`: `列名=含义`. */
export const roleWords = [
  'code',
  'name',
  'body',
  'economic-code',
  'day',
  'year',
  'ignore',
  ...measures,
  '<component>.<measure>',
] as const;

/** Reads a meaning given by a publisher, e.g. `approved`, `BASIC.final`, `ignore`; null for no such meaning. */
export function roleNamed(word: string): Role | null {
  const text = word.trim();
  if (['code', 'name', 'body', 'economic-code', 'day', 'year', 'sequence', 'ignore'].includes(text)) {
    return { as: text as 'code' };
  }
  const [first = '', second] = text.split('.');
  const measure = (second ?? first).toLowerCase();
  if (!isMeasure(measure)) return null;
  const component = second === undefined ? 'TOTAL' : first.toUpperCase();
  if (components.some(({ code }) => code === component)) return { as: 'amount', component, measure, item: null };
  const item = [...threePublic, ...debt].find(({ code }) => code === component)?.code;
  return item === undefined ? null : { as: 'amount', component: 'TOTAL', measure, item };
}
