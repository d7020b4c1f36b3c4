import { html, nothing, type TemplateResult } from 'lit';
import { link } from '../core/link.ts';
import { typeset } from '../core/typography.ts';
import type { DocumentMessages } from './document-panel.messages.ts';
import type { Article } from './document-panel.shape.ts';

/** An article with what stands under it, in the order of the text. */
export interface Branch {
  readonly article: Article;
  readonly children: readonly Branch[];
}

/** The text's own order and parents make the tree; a piece whose parent is missing stands at the top. */
export const branches = (articles: readonly Article[]): readonly Branch[] => {
  const known = new Set(articles.map(({ id }) => id));
  const below = new Map<string, Article[]>();
  const top: Article[] = [];
  for (const article of articles) {
    const parent = article.parent?.id;
    if (parent === undefined || parent === article.id || !known.has(parent)) top.push(article);
    else below.set(parent, [...(below.get(parent) ?? []), article]);
  }
  const grow = (article: Article): Branch => ({ article, children: (below.get(article.id) ?? []).map(grow) });
  return top.map(grow);
};

/** The note of responsible organs at the end of a point: shown as a list, so not once more in the text. */
const closingNote = /[（(]\s*(?:责任|牵头|配合)单位[：:][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]\s*$/;

/** A heading that is the beginning of the text is set bold there; one inside it (第一条（目的）) is not said twice. */
const parted = ({ heading, text, responsibilities }: Article): { readonly head: string; readonly body: string } => {
  const head = heading && (text.startsWith(heading) || !text.includes(heading)) ? heading : '';
  const rest = head && text.startsWith(head) ? text.slice(head.length) : text;
  return { head, body: responsibilities.length > 0 ? rest.replace(closingNote, '') : rest };
};

const responsible = ({ responsibilities }: Article, words: DocumentMessages): unknown =>
  responsibilities.length === 0
    ? nothing
    : html`
        <div class="responsible small">
          <span>${words.responsible}</span>
          <ul lang="zh-CN" aria-label=${words.responsible}>
            ${responsibilities.map(({ writtenName }) => html`<li>${writtenName}</li>`)}
          </ul>
        </div>
      `;

const point = ({ article, children }: Branch, words: DocumentMessages): TemplateResult => {
  const { head, body } = parted(article);
  const lines = body.split(/\n+/).filter((line) => line.trim() !== '');
  const [first = '', ...rest] = lines.map((line) => line.trim());
  return html`
    <div class="point" id=${`article-${article.path}`}>
      <p lang="zh-CN">
        ${article.marker ? link(article.permalink, article.marker, 'marker') : nothing}${
          head ? html`<b>${typeset(head)}</b>` : nothing
        }${typeset(first)}
      </p>
      ${rest.map((line) => html`<p lang="zh-CN">${typeset(line)}</p>`)} ${responsible(article, words)}
      ${children.map((child) => point(child, words))}
    </div>
  `;
};

/** Parts fold; everything else of the text stands open. */
export const renderBranch = (branch: Branch, words: DocumentMessages): TemplateResult => {
  const { article, children } = branch;
  if (article.level !== 'PART' || children.length === 0) return point(branch, words);
  const { head, body } = parted(article);
  return html`
    <details class="part" id=${`article-${article.path}`}>
      <summary>
        <span class="name" lang="zh-CN">${article.marker}${typeset(head)}</span>
        <span class="small">${words.pieces(children.length)}</span>
      </summary>
      ${body.trim() ? html`<p lang="zh-CN">${typeset(body.trim())}</p>` : nothing} ${responsible(article, words)}
      ${children.map((child) => point(child, words))}
    </details>
  `;
};
