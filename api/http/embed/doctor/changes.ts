import type { AttributeDescriptor } from '../../../../widgets/core/descriptor.ts';
import type { Bilingual } from '../../../core/finding.ts';
import { cut } from './cut.ts';

/** Names are as they were written, too: any text. */
const spelt = (name: string, value: string): string => `${cut(name)}="${cut(value)}"`;

export const changed = (name: string, from: string, to: string): Bilingual => ({
  zh: `${spelt(name, from)} 改为 ${spelt(name, to)}。`,
  en: `${spelt(name, from)} is now ${spelt(name, to)}.`,
});

export const renamed = (from: string, to: string): Bilingual => ({
  zh: `${cut(from)} 改为 ${to}。`,
  en: `${cut(from)} is now ${to}.`,
});

/** Without an attribute of the panel: nobody may take it for one. */
export const left = (name: string, value: string, attribute?: AttributeDescriptor): Bilingual => {
  const usual = attribute?.default;
  const [zh, en] = usual === undefined ? ['', ''] : [`，按默认 ${usual}`, `; by default it is ${usual}`];
  return { zh: `去掉 ${spelt(name, value)}${zh}。`, en: `${spelt(name, value)} is left out${en}.` };
};

const takes = ({ choices = [] }: AttributeDescriptor): readonly [zh: string, en: string] => {
  const values = choices.map(({ value }) => value);
  return values.length === 0 ? ['', ''] : [`；可写：${values.join('、')}`, `; it takes: ${values.join(', ')}`];
};

export const toName = (name: string, attribute: AttributeDescriptor): Bilingual => {
  const [zh, en] = takes(attribute);
  return { zh: `写上 ${name}（${attribute.label.zh}）${zh}。`, en: `Give ${name} (${attribute.label.en})${en}.` };
};

export const toFill = (name: string, value: string, attribute: AttributeDescriptor): Bilingual => {
  const [zh, en] = takes(attribute);
  return { zh: `把 ${spelt(name, value)} 改对${zh}。`, en: `Correct ${spelt(name, value)}${en}.` };
};

/** With the reason why nothing can be made of a value. */
export const lost = (name: string, value: string, { zh, en }: Bilingual): Bilingual => ({
  zh: `把 ${spelt(name, value)} 改对：${zh}`,
  en: `Correct ${spelt(name, value)}: ${en}`,
});

/** A parameter that stood beside `data-gk`, where nobody reads it. */
export const moved = (name: string, value: string): Bilingual => ({
  zh: `${spelt(name, value)} 移进 data-gk。`,
  en: `${spelt(name, value)} goes into data-gk.`,
});

/** Of more names than anybody reads. */
export const leftToo = (count: number): Bilingual => ({
  zh: `另去掉 ${count} 个没有的属性。`,
  en: `${count} more attributes that there are not are left out.`,
});

export const tooLong = (name: string, value: string): Bilingual => ({
  zh: `把 ${spelt(name, value)} 改短：它有 ${value.length} 个字，没有这样长的值。`,
  en: `Shorten ${spelt(name, value)}: it has ${value.length} characters, no value is as long.`,
});
