import { html } from 'ghtml';
import type { Badge, Block, PanelDocument, Params, Row, TableBlock } from '../../../widgets/core/document.ts';
import { isWide } from '../../../widgets/core/drawing.ts';
import { cellText } from '../../../widgets/core/figures.ts';
import { partTitle } from '../../../widgets/core/part-title.ts';
import { type Markup, marked, typeset } from '../pages/typography.ts';
import { figureText } from './picture/others.ts';
import { aroundIn, plain, soundHref, wordsOf } from './words.ts';

/** Around the blocks of one document. */
interface Around {
  readonly document: PanelDocument;
  /** The level of headings inside. */
  readonly level: number;
  /** The panel's page with other parameters. */
  go(params: Params): string;
}

const text = (given: string): Markup => typeset(plain(given));

const linked = (given: Markup, href: string | undefined): Markup => {
  const sound = soundHref(href);
  return sound ? html`<a href="${sound}">!${given}</a>` : given;
};

/** A telephone is to be called from a phone; any other address leads somewhere. */
const reached = (given: Markup, href: string | undefined): Markup =>
  href && /^tel:\+?[\d-]{3,20}$/.test(href) ? html`<a href="${href}">!${given}</a>` : linked(given, href);

/** Every tone has a shape, so that it is legible without colour. */
const shapes: Readonly<Record<Badge['tone'], string>> = {
  plain: '–',
  good: '●',
  late: '▲',
  ended: '○',
  void: '✕',
  red: '■',
  orange: '■',
  yellow: '■',
  blue: '■',
};

export const badge = (given: Badge | undefined): Markup =>
  given
    ? html`<span class="state ${given.tone}"><span aria-hidden="true">${shapes[given.tone]}</span> !${text(given.text)}</span>`
    : '';

const heading = (given: string, { level }: Around): Markup =>
  given === '' ? '' : html`<h${level}>!${text(given)}</h${level}>`;

/** What is laid out as something else stays a table to a screen reader only where it says so. */
const role = (block: TableBlock, name: string): Markup => (isWide(block) ? html` role="${name}"` : '');

function cell(block: TableBlock, row: Row, at: number, { document: { lang }, go }: Around): Markup {
  const { type = 'text', label = '' } = block.columns[at] ?? {};
  const said = text(cellText(type, row.cells[at] ?? null, lang));
  const named = isWide(block) ? html` data-label="${plain(label)}"` : '';
  if (at > 0) return html`<td class="${type}"!${role(block, 'cell')}!${named}>!${said}</td>`;
  const below = row.go ? go(row.go) : row.href;
  const level = Math.min(6, Math.max(0, row.level ?? 1));
  return html`<th scope="row"!${role(block, 'rowheader')} class="level-${level}">!${linked(said, below)} !${badge(row.badge)}</th>`;
}

function table(block: TableBlock, around: Around): Markup {
  const { caption, columns, rows, unit, note } = block;
  const saidUnit = (aroundIn(around.document.lang)['unit'] ?? '').replace('{}', unit ?? '');
  const [group, line] = [role(block, 'rowgroup'), role(block, 'row')];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${plain(caption)}"><table!${isWide(block) ? ' class="wide" role="table"' : ''}>
<caption>!${text(caption)} !${unit ? html`<span class="unit">!${text(saidUnit)}</span>` : ''}</caption>
<thead!${group}><tr!${line}>!${columns.map(({ label, type }) => html`<th scope="col"!${role(block, 'columnheader')} class="${type}">!${text(label)}</th>`)}</tr></thead>
<tbody!${group}>
!${rows.map(
    (
      row,
    ) => html`<tr!${line}!${row.level === 0 ? ' class="total"' : ''}>!${columns.map((_, at) => cell(block, row, at, around))}</tr>
`,
  )}</tbody>
</table></div>
!${note ? html`<p class="small muted">!${text(note)}</p>` : ''}`;
}

/** A title with the words searched for; where marks were taken out of it, the places are no longer those. */
const searched = (given: string, hits: readonly (readonly number[])[] = []): Markup =>
  plain(given) === given ? marked(given, hits) : text(given);

function list({ items, more, next, previous }: Extract<Block, { type: 'list' }>, around: Around): Markup {
  const words = wordsOf(around.document.lang);
  const pages = [
    previous ? html`<a class="button" rel="prev" href="${around.go(previous)}">${words.previous}</a>` : '',
    next ? html`<a class="button" rel="next" href="${around.go(next)}">${words.next}</a>` : '',
    more ? linked(text(more.text), more.href) : '',
  ].filter((link) => link !== '');
  const records = html`<ul class="records">
!${items.map(
    (item) => html`<li>!${linked(searched(item.title, item.hits), item.href)} !${badge(item.badge)}
!${item.meta.length > 0 ? html`<p class="small muted">!${item.meta.map(text).join(' · ')}</p>` : ''}
!${item.text ? html`<p class="small">!${text(item.text)}</p>` : ''}
!${
      item.progress
        ? html`<p class="small"><meter min="0" max="1" value="${item.progress.share}">${plain(item.progress.text)}</meter> !${text(item.progress.text)}</p>`
        : ''
    }</li>
`,
  )}</ul>
`;
  return html`!${items.length > 0 ? records : ''}!${pages.length > 0 ? html`<p class="paging">!${pages.join(' ')}</p>` : ''}`;
}

function sections({ items }: Extract<Block, { type: 'sections' }>, { level: top }: Around): Markup {
  // Levels are those of the text it is a part of; on the page its highest follows the heading above.
  const highest = Math.min(...items.map(({ level }) => level));
  return items
    .map(({ level, marker = '', heading: name = '', paragraphs }) => {
      const [first = '', ...others] = paragraphs;
      // A number by itself is no heading: it begins its paragraph.
      if (name === '' && marker !== '' && first !== '')
        return html`<p class="numbered"><b>!${text(marker)}</b> !${text(first)}</p>!${others.map((one) => html`<p>!${text(one)}</p>`)}`;
      const head = plain(partTitle(marker, name));
      const rank = Math.min(6, top + level - highest);
      return html`!${head === '' ? '' : html`<h${rank}>!${text(head)}</h${rank}>`}!${paragraphs.map((one) => html`<p>!${text(one)}</p>`)}`;
    })
    .join('\n');
}

function form({ label, fields }: Extract<Block, { type: 'form' }>, { document }: Around): Markup {
  const names = new Set(fields.map(({ name }) => name));
  const kept = [...new URL(document.address).searchParams].filter(([name]) => !names.has(name));
  return html`<form class="filters" method="get" action="${new URL(document.address).pathname}" aria-label="${plain(label)}">
!${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
!${fields.map(({ name, label: said, kind, value, hint = '', options = [] }) => {
    const control =
      kind === 'choice'
        ? html`<select name="${name}">!${options.map((option) => html`<option value="${option.value}"${option.value === value ? ' selected' : ''}>${plain(option.text)}</option>`)}</select>`
        : html`<input type="${kind === 'day' ? 'date' : 'search'}" name="${name}" value="${value}" />`;
    return html`<label class="field"><span>${plain(said)}</span> !${control}!${hint === '' ? '' : html` <small>${plain(hint)}</small>`}</label>
`;
  })}<p class="go"><button>${wordsOf(document.lang).choose}</button></p>
</form>`;
}

/** A block as a person reads it without a script. */
export function blockMarkup(block: Block, around: Around): Markup {
  switch (block.type) {
    case 'table':
      return table(block, around);
    case 'list':
      return list(block, around);
    case 'notice':
      return html`<p class="notice" role="note">!${badge({ text: '', tone: block.tone })} !${text(block.text)} !${
        block.href ? linked(text(block.hrefText ?? block.href), block.href) : ''
      }</p>`;
    case 'facts':
      return html`<dl class="plain">!${block.items.map(
        ({ label, text: said, href }) =>
          html`<div><dt>!${text(label)}</dt><dd>!${reached(text(said), href)}</dd></div>`,
      )}</dl>`;
    case 'figures':
      return html`<dl class="figures">!${block.items.map(
        ({ label, value, unit = '', note = '' }) =>
          html`<div><dt>!${text(label)}</dt><dd><b>!${text(figureText(value))}</b> !${text(unit)} <span class="small muted">!${text(note)}</span></dd></div>`,
      )}</dl>`;
    case 'sections':
      return sections(block, around);
    case 'steps':
      return html`!${heading(block.caption ?? '', around)}<ol class="steps">!${block.items.map(
        ({ title, state, stateText, time, text: said }) =>
          html`<li>!${text(title)} !${badge({ text: stateText, tone: ({ done: 'good', now: 'plain', late: 'late', todo: 'ended' } as const)[state] })} <span class="muted">!${text(time ?? '')}</span>!${said ? html`<p class="small">!${text(said)}</p>` : ''}</li>`,
      )}</ol>`;
    case 'photos':
      return block.items
        .map(({ src, alt, caption }) => {
          const sound = soundHref(src);
          return sound
            ? html`<figure><img src="${sound}" alt="${plain(alt)}" loading="lazy" /><figcaption>!${text(caption)}</figcaption></figure>`
            : '';
        })
        .join('\n');
    case 'form':
      return form(block, around);
    case 'group': {
      const inside = { ...around, level: Math.min(6, around.level + 1) };
      const blocks = block.blocks.map((one) => blockMarkup(one, inside)).join('\n');
      return block.isFolded
        ? html`<details><summary>!${text(block.heading)}</summary>!${blocks}</details>`
        : html`<section>!${heading(block.heading, around)}!${blocks}</section>`;
    }
  }
}
