import { normalise } from '../../../core/chinese.ts';
import { inOneLine } from '../../../core/table/labels.ts';
import { type Item, totals } from '../codes/items.ts';
import { nameKey } from '../codes/subject.ts';

const ordinals: readonly (readonly [depth: number, RegExp])[] = [
  [1, /^[一二三四五六七八九十]+[、.．]/],
  [2, /^[（(][一二三四五六七八九十]+[）)]、?/],
  [3, /^\d{1,2}[、.．](?!\d)/],
  [4, /^[（(]\d{1,2}[）)]、?/],
];

export interface PlainName {
  /** As written, in one line. */
  readonly name: string;
  /** Without ordinal and 其中, to be compared. */
  readonly bare: string;
  /** By its ordinal or how far it is set in; null where nothing shows it. */
  readonly depth: number | null;
  /** Printed under 其中. */
  readonly isPart: boolean;
}

/** A name's own words, and what its beginning says of its place in the table. */
export function readName(written: string): PlainName {
  const indent = /^[\s\u3000]*/.exec(written)?.[0].replace(/\u3000/g, '  ').length ?? 0;
  const name = inOneLine(written);
  const part = /^其中[:：]?/.exec(name);
  let bare = normalise(part ? name.slice(part[0].length) : name);
  const ordinal = ordinals.find(([, marks]) => marks.test(bare));
  if (ordinal) bare = bare.replace(ordinal[1], '');
  bare = bare.replace(/^(加|减|其中)[:：]/, '').trim();
  return { name, bare, depth: ordinal?.[0] ?? (indent >= 2 ? 2 : null), isPart: part !== null };
}

const found = (list: readonly Item[], bare: string): Item | null => {
  const key = nameKey(bare);
  return list.find(({ names }) => names.test(key)) ?? null;
};

export const itemOf = (list: readonly Item[], bare: string): string | null => found(list, bare)?.code ?? null;

export const totalOf = (bare: string): string | null => itemOf(totals, bare);

/** 注：…, and sentences: words about the table, not a line of it. */
export const isNote = (text: string): boolean =>
  /^(注|说明|备注|附注|※|\*)[:：\d一二三]?/.test(text) || (text.length > 24 && /[。；，]/.test(text));

const nothing =
  /(本|此|该)(表|项目?|部门|单位|年度|县|区|市)?.{0,20}(无|没有|未(安排|发生|使用)).{0,24}(数据|收支|收入|支出|预算|拨款|经费|余额|情况|资金)|(无|没有)(此(类|项)|该(类|项)|相关|政府性基金|国有资本|社会保险).{0,16}|(为|是)?空表|无数据|(市|省)级统筹|未编制|不涉及/;

/** 没有数据的表格应当列出空表并说明: whether words say so. */
export const saysNothing = (text: string): boolean => nothing.test(text.replace(/\s/g, ''));

/** Counts of vehicles, groups and guests stand in tables of money without being any. */
export const isCount = (bare: string): boolean =>
  /团组|保有量|批次|人次|人数|[（(](辆|个|批|人|台|次|批次|人次)[）)]|数量/.test(bare);
