import type { AttributeDescriptor } from '../../../../widgets/core/descriptor.ts';
import type { Bilingual } from '../../../core/finding.ts';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const spelt = (name: string, value: string): string => `${name}="${short(value)}"`;

export const changed = (name: string, from: string, to: string): Bilingual => ({
  zh: `${spelt(name, from)} 改为 ${spelt(name, to)}。`,
  en: `${spelt(name, from)} is now ${spelt(name, to)}.`,
});

export const renamed = (from: string, to: string): Bilingual => ({
  zh: `${short(from)} 改为 ${to}。`,
  en: `${short(from)} is now ${to}.`,
});

/** Without an attribute of the panel: nobody may take it for one. */
export const left = (name: string, value: string, attribute?: AttributeDescriptor): Bilingual => {
  const usual = attribute?.default;
  const [zh, en] = usual === undefined ? ['', ''] : [`，按默认 ${usual}`, `; by default it is ${usual}`];
  return { zh: `去掉 ${spelt(short(name), value)}${zh}。`, en: `${spelt(short(name), value)} is left out${en}.` };
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
