import type { Bilingual } from '../../core/finding.ts';

/** A part of a row that has a column of its own: 基本支出, 一般公共预算财政拨款 … (分项). */
export interface Component {
  readonly code: string;
  readonly label: Bilingual;
  /** What its column is called, spaces and number kinds taken out. */
  readonly names: RegExp;
}

const part = (code: string, zh: string, en: string, names: RegExp): Component => ({ code, label: { zh, en }, names });

/** The first that matches decides: what is named more exactly comes first. */
export const components: readonly Component[] = [
  part('OPENING', '年初结转和结余', 'Carried over into the year', /(年初|上年).*(结转|结余)/),
  part('CLOSING', '年末结转和结余', 'Carried over at the end of the year', /年末.*(结转|结余)/),
  part('BASIC_PERSONNEL', '人员经费', 'Basic expenditure: personnel', /人员(经费|支出)/),
  part('BASIC_OPERATING', '公用经费', 'Basic expenditure: operating costs', /公用(经费|支出)/),
  part('BASIC', '基本支出', 'Basic expenditure', /基本支出/),
  part('PROJECT', '项目支出', 'Expenditure on projects', /项目支出/),
  part('REMITTED', '上缴上级支出', 'Remitted to the higher level', /上缴上级|上缴.*支出/),
  part('SUBSIDIES_TO_UNITS', '对附属单位补助支出', 'Subsidies to subordinate units', /(附属|下级)单位.*(补助|支出)/),
  part('OPERATING_EXPENDITURE', '经营支出', 'Operating expenditure', /(事业单位)?经营支出/),
  part('FROM_UNITS', '附属单位上缴收入', 'Remitted by subordinate units', /附属单位(上缴|缴款)?/),
  part('SUPERIOR_SUBSIDY', '上级补助收入', 'Subsidies from the higher level', /上级补助/),
  part('INSTITUTIONAL', '事业收入', 'Institutional revenue', /事业(单位)?收入/),
  part('OPERATING_REVENUE', '经营收入', 'Operating revenue', /(单位)?经营收入/),
  part('OTHER_REVENUE', '其他收入', 'Other revenue', /其他收入/),
  part('STATE_CAPITAL', '国有资本经营预算财政拨款', 'State capital', /国有资本/),
  part('GOVERNMENT_FUND', '政府性基金预算财政拨款', 'Government funds', /政府性基金/),
  part('GENERAL', '一般公共预算财政拨款', 'General public budget', /一般公共预算/),
  part('APPROPRIATION', '财政拨款收入', 'Appropriations', /财政拨款/),
  part('ACCOUNT_FUNDS', '财政专户管理资金', 'Funds in special fiscal accounts', /财政专户/),
  part('DEBT_GENERAL', '一般债务', 'General debt', /一般(债务|债券|债)/),
  part('DEBT_SPECIAL', '专项债务', 'Special debt', /专项(债务|债券|债)/),
  part('REVENUE', '本年收入', 'Revenue of the year', /本年收入/),
  part('TOTAL', '合计', 'Total', /^(本年)?(收入|支出)?(合计|小计|总计|金额|数额|数|额)?$|^(收入|支出)金额$|合计$/),
];

export const componentLabel = (code: string): Bilingual =>
  components.find((known) => known.code === code)?.label ?? { zh: code, en: code };
