import { commonAttributes } from '../../../../widgets/core/descriptor.ts';
import { panelNamed } from '../../../../widgets/panels.ts';
import type { Finding } from '../../../core/finding.ts';
import type { Embedding } from './embedding.ts';
import { finding } from './findings.ts';
import { isStray, nearValue, ungarbled } from './near-value.ts';
import { unquoted } from './unquoted.ts';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What nobody else says of a value: the platform is not asked of how a panel looks, and takes no text for garbled. */
export function* valueFindings({ params, line, stem }: Embedding): Generator<Finding> {
  const attributes = panelNamed(stem)?.descriptor.attributes ?? {};
  for (const [name, written] of Object.entries(params)) {
    const value = unquoted(written);
    const attribute = Object.hasOwn(commonAttributes, name) ? attributes[name] : undefined;
    const meant = ungarbled(value);
    if (meant !== undefined && Object.hasOwn(attributes, name))
      yield finding(
        'garbled-value',
        'ERROR',
        line,
        [
          `${name} 的值“${short(value)}”是乱码，原来是“${meant}”：页面的编码与它声明的不一样。`,
          `The value of ${name}, “${short(value)}”, is garbled; it was “${meant}”: the page is not in the encoding it declares.`,
        ],
        ['把页面存为 UTF-8，写 <meta charset="utf-8">。', 'Save the page as UTF-8, with <meta charset="utf-8">.'],
      );
    if (!attribute || !isStray(name, attribute, value)) continue;
    const choices = attribute.choices?.map((choice) => choice.value) ?? [];
    const near = nearValue(attribute, value);
    const usual =
      attribute.default === undefined
        ? ['不理会它', 'it is passed over']
        : [`按 ${attribute.default} 显示`, `${attribute.default} stands for it`];
    yield finding(
      'wrong-value',
      'WARNING',
      line,
      [
        `gk-${stem} 的 ${name}="${short(value)}" 不认识，${usual[0]}${near === undefined ? '。' : `；是 ${near} 吗？`}`,
        `gk-${stem} does not know ${name}="${short(value)}"; ${usual[1]}${near === undefined ? '.' : `. Did you mean ${near}?`}`,
      ],
      [`可写：${choices.join('、')}；不写也可以。`, `It takes: ${choices.join(', ')}; or leave it out.`],
    );
  }
}
