import { commonAttributes } from '../../../../widgets/core/descriptor.ts';
import { panelNamed } from '../../../../widgets/panels.ts';
import type { Finding } from '../../../core/finding.ts';
import { cut } from './cut.ts';
import type { Embedding } from './embedding.ts';
import { finding } from './findings.ts';
import { isPercent, isStray, nearValue, ungarbled } from './near-value.ts';
import { unquoted } from './unquoted.ts';

/** A system that writes GBK cannot be told to write UTF-8: there are other ways. */
const otherEncoding = [
  '页面能改编码的，存为 UTF-8，写 <meta charset="utf-8">；旧系统改不了的，让页面声明它真正的编码（<meta charset="gbk">，或服务器的 Content-Type），或把值写成统一社会信用代码、字符引用（如 &#21439;）。',
  'Save the page as UTF-8, with <meta charset="utf-8">; where an old system cannot, let the page declare the encoding it has (<meta charset="gbk">, or Content-Type of the server), or write the credit code or character references (such as &#21439;) for the value.',
] as const;

/** A value that reached us in another encoding than it was read in. */
function* garbledFindings(name: string, value: string, line: number): Generator<Finding> {
  const meant = ungarbled(value);
  if (meant !== undefined && isPercent(value))
    yield finding(
      'garbled-value',
      'ERROR',
      line,
      [
        `${name} 的值“${cut(value)}”是百分号写的字节，面板读不出（网址里须是 UTF-8，旧系统写的是 GBK）；原来是“${meant}”。`,
        `The value of ${name}, “${cut(value)}”, is bytes that the panel cannot read (an address has UTF-8, old systems write GBK); it was “${meant}”.`,
      ],
      [
        '换成下面改好的地址；旧系统又改回 GBK 的，值写统一社会信用代码，或让页面声明它真正的编码（<meta charset="gbk">，或服务器的 Content-Type）。',
        'Use the repaired address below; where an old system makes GBK of it again, write the credit code, or let the page declare the encoding it has (<meta charset="gbk">, or Content-Type of the server).',
      ],
    );
  else if (meant !== undefined)
    yield finding(
      'garbled-value',
      'ERROR',
      line,
      [
        `${name} 的值“${cut(value)}”是乱码，原来是“${cut(meant)}”：页面的编码与它声明的不一样。`,
        `The value of ${name}, “${cut(value)}”, is garbled; it was “${cut(meant)}”: the page is not in the encoding it declares.`,
      ],
      otherEncoding,
    );
  else if (value.includes('\ufffd'))
    yield finding(
      'garbled-value',
      'ERROR',
      line,
      [
        `${name} 的值“${cut(value)}”里有读不出的字：页面的编码与它声明的不一样，原来的字已经看不出。`,
        `The value of ${name}, “${cut(value)}”, has characters that cannot be read: the page is not in the encoding it declares, and what they were is lost.`,
      ],
      otherEncoding,
    );
}

/** What nobody else says of a value: the platform is not asked of how a panel looks, and takes no text for garbled. */
export function* valueFindings({ params, line, stem }: Embedding): Generator<Finding> {
  const attributes = panelNamed(stem)?.descriptor.attributes ?? {};
  for (const [name, written] of Object.entries(params)) {
    const value = unquoted(written);
    const attribute = Object.hasOwn(commonAttributes, name) ? attributes[name] : undefined;
    if (Object.hasOwn(attributes, name)) yield* garbledFindings(name, value, line);
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
        `gk-${stem} 的 ${name}="${cut(value)}" 不认识，${usual[0]}${near === undefined ? '。' : `；是 ${near} 吗？`}`,
        `gk-${stem} does not know ${name}="${cut(value)}"; ${usual[1]}${near === undefined ? '.' : `. Did you mean ${near}?`}`,
      ],
      [`可写：${choices.join('、')}；不写也可以。`, `It takes: ${choices.join(', ')}; or leave it out.`],
    );
  }
}
