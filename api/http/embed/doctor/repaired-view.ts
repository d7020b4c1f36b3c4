import { html } from 'ghtml';
import type { Bilingual } from '../../../core/finding.ts';
import type { Markup } from '../../pages/typography.ts';
import type { Snippet } from '../snippets.ts';
import type { Repaired, Report } from './repair.ts';

const said = ({ zh, en }: Bilingual): Markup => html`<li>${zh}<span class="english" lang="en">${en}</span></li>`;

const place = ({ meant: { nth, stem, line } }: Repaired): Bilingual => ({
  zh: `第 ${nth} 处 gk-${stem}，第 ${line} 行`,
  en: `Panel ${nth}, gk-${stem}, line ${line}`,
});

const snippet = ({ label, code, keptBy }: Snippet, of: string): Markup => html`<div class="snippet">
    <h5>${label.zh} <span class="english" lang="en">${label.en}</span></h5>
    <pre tabindex="0" role="region" aria-label="${of}：${label.zh}" data-copy><code>${code}</code></pre>
    <p class="small">${keptBy.zh}<span class="english" lang="en">${keptBy.en}</span></p>
  </div>`;

const heading = (repaired: Repaired): Markup => {
  const { zh, en } = place(repaired);
  return html`<h4>${zh} <span class="english" lang="en">${en}</span></h4>`;
};

/** The form the panel has in its page is seen at once, the others when they are wanted. */
function panel(repaired: Repaired): Markup {
  const [own, ...others] = repaired.snippets;
  const { zh } = place(repaired);
  return html`!${heading(repaired)}
    !${repaired.changes.length > 0 ? html`<ul class="changes">!${repaired.changes.map(said)}</ul>` : ''}
    !${own ? snippet(own, zh) : ''}
    !${
      others.length > 0
        ? html`<details><summary>其他写法 <span lang="en">Other forms</span></summary>!${others.map((each) => snippet(each, zh))}</details>`
        : ''
    }`;
}

const unfinished = (repaired: Repaired): Markup => html`!${heading(repaired)}
  <ul class="changes">!${[...repaired.wanted, ...repaired.changes].map(said)}</ul>`;

const loaderLine = (
  line: string,
  isFirst: boolean,
): Markup => html`<h4>加载脚本 <span class="english" lang="en">The loader</span></h4>
  <div class="snippet"><pre tabindex="0" role="region" aria-label="加载脚本" data-copy><code>${line}</code></pre>
    <p class="small">${isFirst ? '每页放一次。' : '每页放一次，代替原来的。'}<span class="english" lang="en">${isFirst ? 'Once in a page.' : 'Once in a page, instead of what there is.'}</span></p></div>`;

/** The code to paste, panel by panel; of what cannot be repaired, what has to be filled in. */
export function repairedCode({ loader, hasLoader, repaired }: Report): Markup {
  const ready = repaired.filter(({ snippets }) => snippets.length > 0);
  const others = repaired.filter(({ wanted }) => wanted.length > 0);
  return html`!${
    ready.length > 0 || loader !== null
      ? html`<h3>改好的代码 <span class="english" lang="en">Repaired</span></h3>
          !${loader === null ? '' : loaderLine(loader, !hasLoader)}!${ready.map(panel)}`
      : ''
  }!${
    others.length > 0
      ? html`<h3>要先填好的 <span class="english" lang="en">To fill in first</span></h3>
          <p>这几处改对以后再检查一次，就有代码。<span class="english" lang="en">Once these are right, examine again for the code.</span></p>
          !${others.map(unfinished)}`
      : ''
  }`;
}
