import type { Finding } from '../../../core/finding.ts';
import { cut } from './cut.ts';
import type { Element } from './elements.ts';
import { finding } from './findings.ts';
import { resolved, type Standing } from './standing.ts';

/** A page of the platform that an element leads to or frames, and that is no panel; null for anything else. */
function pageOf({ tagName, attributes }: Element, baseUrl: string, standing: Standing): URL | null {
  const written = tagName === 'a' ? attributes.get('href') : tagName === 'iframe' ? attributes.get('src') : undefined;
  // What a page leads to within its own site is none of ours, though both may be at one address.
  if (written === undefined || !/^\s{0,9}(?:https?:)?\/\//i.test(written)) return null;
  const url = resolved(written, standing, baseUrl);
  return url?.host === new URL(baseUrl).host && !url.pathname.startsWith('/w/') ? url : null;
}

const remedy = [
  '面板的地址都以 /w/ 开头，如 /w/documents；到 /embed 选好再复制。',
  'The address of a panel begins with /w/, as /w/documents; choose one at /embed and copy it.',
] as const;

/** Frames of pages that are no panels. A link to one is right, where it is not all there is: then `hasPanels` is false. */
export function* elsewhereFindings(
  elements: readonly Element[],
  { baseUrl, standing, hasPanels }: { baseUrl: string; standing: Standing; hasPanels: boolean },
): Generator<Finding> {
  for (const element of elements) {
    const isFrame = element.tagName === 'iframe';
    if (element.isInsidePanel || (!isFrame && hasPanels)) continue;
    const url = pageOf(element, baseUrl, standing);
    if (url === null) continue;
    const path = cut(url.pathname, 60);
    yield finding(
      'not-a-panel',
      'ERROR',
      element.line,
      isFrame
        ? [
            `iframe 里的 ${path} 是平台的页面，不是面板：它不许放进别的网站，浏览器会拒绝显示。`,
            `The frame is of ${path}, a page of the platform and no panel: it may not be framed, and browsers refuse.`,
          ]
        : [
            `链接指向 ${path}，是平台的页面，不是面板：它不会变成面板。`,
            `The link leads to ${path}, a page of the platform and no panel: it stays a link.`,
          ],
      remedy,
    );
  }
}
