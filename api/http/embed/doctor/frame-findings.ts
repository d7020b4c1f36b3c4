import type { Finding } from '../../../core/finding.ts';
import type { Element } from './elements.ts';
import { finding } from './findings.ts';

/** What keeps a frame of the platform from being shown, or from being named. */
export function* frameFindings({ tagName, attributes, line }: Element): Generator<Finding> {
  if (tagName !== 'iframe') return;
  const src = attributes.get('src') ?? '';
  if (!/\/w\/[a-z-]+(?:\?|$)/.test(src)) return;
  if (!/[?&]frame=1(?:&|$)/.test(src))
    yield finding(
      'iframe-without-frame',
      'ERROR',
      line,
      [
        'iframe 的地址没有 frame=1：平台的页面不许放进别的网站，浏览器会拒绝显示。',
        'The address of the iframe lacks frame=1: other pages of the platform may not be framed, and browsers refuse.',
      ],
      ['在地址后加 frame=1。', 'Add frame=1 to the address.'],
    );
  if (!attributes.get('title')?.trim())
    yield finding(
      'iframe-untitled',
      'WARNING',
      line,
      [
        'iframe 没有 title：读屏软件说不出里面是什么。',
        'The iframe has no title: a screen reader cannot say what is in it.',
      ],
      ['加 title，写面板的标题。', 'Add a title: that of the panel.'],
    );
  if (/^0(?:px)?$/.test(attributes.get('height') ?? ''))
    yield finding(
      'iframe-without-height',
      'ERROR',
      line,
      ['iframe 的高度是 0，看不见。', 'The iframe has no height: it cannot be seen.'],
      ['写 height="560"。', 'Write height="560".'],
    );
}
