import { html } from 'ghtml';
import { day, type Markup, typeset } from '../typography.ts';
import type { ArticleView, DocumentView } from './fields.ts';

const paragraph = (line: string): Markup => html`<p>!${typeset(line)}</p>`;

const paragraphs = (text: string): Markup[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph);

/** Lines between articles. The title of what a notice carries stands as one, as in print. */
const loose = (text: string, { instrument }: DocumentView): Markup[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (line === instrument?.title ? html`<p class="instrument">!${typeset(line)}</p>` : paragraph(line)));

const marker = ({ marker: text, path }: ArticleView): Markup =>
  text ? html`<a class="marker" href="#${path}">${text}</a>` : '';

/** What follows the heading in the same paragraph. */
function afterHeading({ heading, text }: ArticleView): string {
  return heading && text.startsWith(heading) ? text.slice(heading.length).replace(/^[。：:\s]+/, '') : text;
}

function responsible({ responsibilities }: ArticleView): Markup {
  // The text itself ends with the names as printed; said again only where a name stands for another one.
  const renamed = responsibilities.filter(
    ({ writtenName, organization }) => organization && organization.name !== writtenName,
  );
  if (renamed.length === 0) return '';
  return html`<details class="responsible">
    <summary>责任单位全称（${renamed.length}）</summary>
    <ul>
      !${renamed.map(({ writtenName, organization }) => html`<li>${writtenName}：${organization?.name ?? ''}</li>`)}
    </ul>
  </details>`;
}

function article(view: ArticleView): Markup {
  const { level, heading, path, text } = view;
  if (level === 'PART') {
    return html`<div class="part target" id="${path}">
      <h3>!${marker(view)}!${typeset(heading ?? text)}</h3>
      !${heading ? paragraphs(afterHeading(view)) : ''}!${responsible(view)}
    </div>`;
  }
  const [first = '', ...rest] = text.split(/\n+/);
  const lead =
    heading && first.startsWith(heading)
      ? html`<b>!${typeset(heading)}</b>!${typeset(first.slice(heading.length))}`
      : typeset(first);
  return html`<div class="${level.toLowerCase()} target" id="${path}">
    <p>!${marker(view)}!${level === 'ARTICLE' ? ' ' : ''}!${lead}</p>
    !${rest.map(paragraph)}!${responsible(view)}
  </div>`;
}

/** Where an article stands in the text, from its marker to its end; between the two is what the print has there. */
function placeOf(
  text: string,
  { marker: printed, text: own }: ArticleView,
  from: number,
): readonly [number, number] | null {
  for (let at = text.indexOf(own, from); at >= 0; at = text.indexOf(own, at + 1)) {
    const before = text.slice(from, at).trimEnd();
    if (printed === '') return [at, at + own.length];
    if (before.endsWith(printed)) return [from + before.length - printed.length, at + own.length];
  }
  return null;
}

/** The text in order: articles under their addresses, and whatever stands between them. */
export function bodyOf(document: DocumentView): Markup {
  const { text, articles } = document;
  const pieces: Markup[] = [];
  let position = 0;
  for (const view of articles) {
    const place = placeOf(text, view, position);
    if (place) {
      const [start, end] = place;
      pieces.push(...loose(text.slice(position, start), document));
      position = end;
    }
    pieces.push(article(view));
  }
  pieces.push(...loose(text.slice(position), document));
  return pieces.join('\n');
}

/** 主送、落款、附注、抄送 as an official document has them. */
export const addressees = ({ addressees: text }: DocumentView): Markup =>
  text ? html`<p class="addressees">!${typeset(text)}：</p>` : '';

export const closing = (document: DocumentView): Markup => html`<div class="closing">
    <p class="signature">
      !${document.issuers.map(({ name }) => html`<span>${name}</span>`)}
      !${document.formedOn ? html`<span>!${day(document.formedOn)}</span>` : ''}
    </p>
    !${document.annotation ? html`<p class="annotation">${document.annotation}</p>` : ''}
    !${document.copiedTo.length > 0 ? html`<p class="copied">抄送：${document.copiedTo.join('，')}。</p>` : ''}
  </div>`;

/** 目录: the parts, and the points that have headings. */
export function contentsOf({ articles }: DocumentView): Markup {
  const listed = articles.filter(
    ({ level, heading }) => level === 'PART' || (heading !== null && level !== 'PARAGRAPH'),
  );
  if (listed.length < 3) return '';
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">目录</h2>
    <ol>
      !${listed.map(
        ({ level, marker: text, heading, path, text: whole }) =>
          html`<li class="${level.toLowerCase()}"><a href="#${path}">${text}${heading ?? whole.slice(0, 30)}</a></li>`,
      )}
    </ol>
  </nav>`;
}
