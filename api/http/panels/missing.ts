import { html } from 'ghtml';
import { panels } from '../../../widgets/panels.ts';
import type { ErrorCode } from '../../graphql/errors.ts';
import type { Markup } from '../pages/typography.ts';

/** Why a panel is not shown, in both languages, and which panels there are. */
export function missingMain(code: ErrorCode, message: string): Markup {
  const [zh = '', en = ''] = message.split(' / ');
  const known = Object.entries(panels).map(
    ([stem, { descriptor }]) => html`<li><a href="/w/${stem}"><code>${stem}</code></a> ${descriptor.summary}</li>`,
  );
  return html`<h1>这个面板打不开 <span class="english" lang="en">This panel cannot be shown</span></h1>
<p class="notice" role="note">${zh}</p>
<p lang="en">${en}</p>
<p>错误代码 <a href="/docs/errors#${code}"><code>${code}</code></a>。全部面板：</p>
<ul>!${known}</ul>`;
}
