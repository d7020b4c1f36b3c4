import { type Form, formOf } from '../forms.ts';

const departmentForm = (key: string): string | null => {
  const balance = /收支|收入支出|收入[、和及]支出/.test(key);
  if (/三公/.test(key)) return 'THREE_PUBLIC';
  if (/政府性基金/.test(key)) return 'APPROPRIATION_FUND';
  if (/国有资本/.test(key)) return 'APPROPRIATION_CAPITAL';
  if (/基本支出/.test(key)) return 'APPROPRIATION_BASIC';
  if (/财政拨款/.test(key) && balance) return 'APPROPRIATION_SUMMARY';
  if (/财政拨款|一般公共预算/.test(key) && /支出/.test(key)) return 'APPROPRIATION';
  if (balance) return 'SUMMARY';
  if (/收入/.test(key)) return 'REVENUE';
  return /支出/.test(key) ? 'EXPENDITURE' : null;
};

const debtForm = (key: string): string | null => {
  const [general, special] = [/一般/.test(key), /专项/.test(key)];
  if (/债券.*(使用|安排|项目)|使用.*债券/.test(key)) return special && !general ? 'BONDS_SPECIAL' : 'BONDS_GENERAL';
  if (!/限额|余额|债务(情况|表|收支|变动)/.test(key)) return null;
  if (general === special) return 'DEBT';
  return general ? 'DEBT_GENERAL' : 'DEBT_SPECIAL';
};

const governmentForm = (key: string): string | null => {
  if (/三公/.test(key)) return 'GOVERNMENT_THREE_PUBLIC';
  if (/债/.test(key)) {
    const found = debtForm(key);
    if (found) return found;
  }
  const fund = /政府性基金/.test(key)
    ? 'FUND'
    : /国有资本/.test(key)
      ? 'CAPITAL'
      : /社会?保险?基金/.test(key)
        ? 'INSURANCE'
        : 'GENERAL';
  if (/转移(支付|性)|税收返还/.test(key)) {
    if (fund === 'FUND' || fund === 'CAPITAL') return `${fund}_TRANSFERS`;
    return /专项/.test(key) && /项目|地区/.test(key) ? 'SPECIAL_TRANSFERS' : 'GENERAL_TRANSFERS';
  }
  if (/收支|收入[、和及]?支出|平衡/.test(key)) return `${fund}_BALANCE`;
  if (/基本支出|经济分类/.test(key)) return 'GENERAL_BASIC';
  if (/收入/.test(key)) return `${fund}_REVENUE`;
  if (!/支出/.test(key)) return null;
  return /本级/.test(key) && fund !== 'INSURANCE' ? `${fund}_EXPENDITURE_OWN` : `${fund}_EXPENDITURE`;
};

/** The table a title names (“…支出决算表”), among those of a government or of a department; null for none of them. */
export function formNamed(title: string, owner: 'GOVERNMENT' | 'DEPARTMENT'): Form | null {
  const key = title.normalize('NFKC').replace(/[\s"“”'《》]/g, '');
  if (/明细账|流水|支付明细|收支明细/.test(key)) return formOf('DETAIL');
  const code = owner === 'GOVERNMENT' ? governmentForm(key) : departmentForm(key);
  return code === null ? null : formOf(code);
}
