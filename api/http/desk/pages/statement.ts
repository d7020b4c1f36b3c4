import { NotFound } from '../../../publishing/errors.ts';
import { html, type Markup, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

/** So much is shown of what an edition states; the whole is a file beside it. */
const most = { values: 600, depth: 7, rows: 30, columns: 12, characters: 400, short: 20 } as const;

const names: Readonly<Record<string, string>> = {
  kind: '种类',
  metadata: '公共元数据',
  content: '内容',
  files: '文件',
  title: '标题',
  summary: '摘要',
  attribute: '公开属性',
  topic: '主题分类',
  subtopic: '主题二级分类',
  eventClasses: '一类事分类',
  formedOn: '成文日期',
  printedOn: '印发日期',
  effectiveFrom: '施行日期',
  effectiveTo: '失效日期',
  publisher: '发布机构',
  name: '名称',
  number: '文号',
  issuers: '发文机关',
  addressees: '主送机关',
  copiedTo: '抄送机关',
  annotation: '附注',
  articles: '条款',
  marker: '标号',
  heading: '小标题',
  text: '文字',
  responsibilities: '责任单位',
  relations: '引用的文件',
};

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;
/** What fits in one cell: a value, or a few. */
const isCell = (value: unknown): boolean => isPlain(value) || (Array.isArray(value) && value.every(isPlain));
const cell = (value: unknown): unknown => (Array.isArray(value) ? value.join('、') : value);

/** The canonical text has its keys by the alphabet; a person looks for the title first. */
const inOrder = ({ metadata, content, ...rest }: Shape): Shape => ({ metadata, content, ...rest });

const label = (key: string): Markup =>
  names[key] ? html`${names[key]} <code>${key}</code>` : html`<code>${key}</code>`;

/** Shows values until so many are shown. */
class Shown {
  #left: number = most.values;
  isCut = false;

  #cut(): Markup {
    this.isCut = true;
    return html`<span class="muted">…</span>`;
  }

  #plain(value: unknown): Markup {
    this.#left -= 1;
    if (value === null || value === undefined || value === '') return html`<span class="muted">—</span>`;
    const text = String(value);
    if (text.length <= most.characters) return html`<span class="said">${text}</span>`;
    return html`<span class="said">${text.slice(0, most.characters)}</span>${this.#cut()}`;
  }

  /** Things alike, each of plain values: a row each. */
  #table(name: string, rows: readonly Shape[], all: readonly string[]): Markup {
    // What no row states is not worth a column.
    const columns = all.filter((column) => rows.some((row) => (cell(row[column]) ?? '') !== ''));
    const shown = rows.slice(0, most.rows);
    const widths = new Map(columns.map((column) => [column, this.#isLong(shown, column) ? 'long' : nothing]));
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${name}>
      <table>
        <caption>${name}（${rows.length}）</caption>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col">${label(column)}</th>`)}</tr>
        </thead>
        <tbody>
          ${shown.map((row) => html`<tr>${columns.map((column) => html`<td class=${widths.get(column)}>${this.#plain(cell(row[column]))}</td>`)}</tr>`)}
        </tbody>
      </table>
      ${rows.length > shown.length ? this.#cut() : nothing}
    </div>`;
  }

  /** Whether a column holds running text or a digest: it is given room, and is broken rather than cut. */
  #isLong(rows: readonly Shape[], column: string): boolean {
    return rows.some((row) => String(cell(row[column]) ?? '').length > most.short);
  }

  #list(name: string, values: readonly unknown[], depth: number): Markup {
    if (values.length === 0) return html`<span class="muted">—</span>`;
    const rows = values.filter(isShape);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const isTable = rows.length === values.length && columns.length <= most.columns;
    if (isTable && rows.every((row) => Object.values(row).every(isCell))) return this.#table(name, rows, columns);
    const shown = values.slice(0, most.rows);
    return html`<ol>${shown.map((each) => html`<li>${this.value(name, each, depth + 1)}</li>`)}</ol>
      ${values.length > shown.length ? this.#cut() : nothing}`;
  }

  value(name: string, value: unknown, depth = 0): Markup {
    if (isPlain(value)) return this.#left > 0 ? this.#plain(value) : this.#cut();
    if (this.#left <= 0 || depth > most.depth) return this.#cut();
    if (Array.isArray(value)) return this.#list(name, value, depth);
    return html`<dl>
      ${Object.entries(value as Shape).map(
        ([key, each]) =>
          html`<div><dt>${label(key)}</dt><dd>${this.value(names[key] ?? key, each, depth + 1)}</dd></div>`,
      )}
    </dl>`;
  }
}

interface Stated {
  readonly id: string;
  /** What was sealed is read by nobody any more, here neither. */
  readonly sealedAt: Date | null;
}

/** The canonical text of what an edition states. */
export async function statementText({ store }: Visit, { id, sealedAt }: Stated): Promise<string> {
  const row = sealedAt ? null : await store.db.statement.findUnique({ where: { editionId: id } });
  if (row) return row.body;
  throw new NotFound({ zh: '没有这一版的原文。', en: 'There is no statement of this edition.' });
}

/** What an edition states, to be read by a person. */
export async function statement({ store }: Visit, { id, sealedAt }: Stated): Promise<Markup> {
  const row = sealedAt ? null : await store.db.statement.findUnique({ where: { editionId: id } });
  if (!row) return nothing;
  const shown = new Shown();
  const body = shown.value('内容', inOrder(JSON.parse(row.body)));
  return html`<section aria-labelledby="statement" class="statement">
    <h2 id="statement">所载内容 <span class="en" lang="en">What it states</span></h2>
    <p>
      ${shown.isCut ? '以下有省略。' : ''}<a href="/publish/drafts/${id}/statement.json">全文（JSON）</a>
      <span class="en" lang="en">${shown.isCut ? 'Shortened; the' : 'The'} whole as JSON</span>
    </p>
    ${body}
  </section>`;
}
