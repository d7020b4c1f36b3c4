import { formatChinese, type LocalDate } from '../../../core/local-date.ts';
import type { Random } from '../../../core/random.ts';
import type { ArticleRow } from '../content.ts';
import { heading, paragraph, purpose, type Theme } from './sentences.ts';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 in Chinese: 12 → 十二. */
function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`;
}

const NOTHING: readonly string[] = [];

/** Collects the parts of one document and keeps their addresses. */
class Outline {
  readonly rows: ArticleRow[] = [];
  #parts = 0;
  #points = 0;
  #articles = 0;
  #paragraphs = 0;
  #part: number | null = null;

  part(title: string, body = ''): void {
    this.#parts += 1;
    this.#part = this.rows.length;
    const text = body === '' ? title : `${title}。${body}`;
    this.#add('PART', `${numeral(this.#parts)}、`, this.#parts, `part-${this.#parts}`, null, title, text);
  }

  point(title: string, body: string, responsibilities: readonly string[]): void {
    this.#points += 1;
    const n = this.#points;
    const duty = responsibilities.length === 0 ? '' : `（责任单位：${responsibilities.join('、')}）`;
    this.#add(
      'POINT',
      `（${numeral(n)}）`,
      n,
      String(n),
      this.#part,
      title,
      `${title}。${body}${duty}`,
      responsibilities,
    );
  }

  article(text: string): void {
    this.#articles += 1;
    const n = this.#articles;
    this.#add('ARTICLE', `第${numeral(n)}条`, n, String(n), this.#part, null, text);
  }

  paragraph(text: string): void {
    this.#paragraphs += 1;
    this.#add('PARAGRAPH', '', null, `p${this.#paragraphs}`, this.#part, null, text);
  }

  #add(
    level: ArticleRow['level'],
    marker: string,
    number: number | null,
    path: string,
    parent: number | null,
    title: string | null,
    text: string,
    responsibilities: readonly string[] = NOTHING,
  ): void {
    this.rows.push({ level, marker, number, path, parent, heading: title, text, responsibilities });
  }
}

/** What a text says besides its theme. */
export interface Terms {
  /** 《…》 of the law it rests on. */
  readonly basis: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** 《…》（number） of the document it replaces. */
  readonly replaces: string | null;
}

function duties(random: Random, { lead, partner, everywhere }: Theme): readonly string[] {
  const towns = everywhere === '全镇' ? '各村（社区）' : '各镇（街道）';
  return random.weighted([
    [[lead], 4],
    [[lead, partner], 3],
    [[lead, towns], 2],
    [[lead, partner, towns], 2],
  ]);
}

/** 第一条 … 第N条: measures, rules. */
export function ruleArticles(random: Random, theme: Theme, kind: string, terms: Terms): readonly ArticleRow[] {
  const { subject, everywhere, lead } = theme;
  const outline = new Outline();
  outline.article(`${purpose(random, theme, terms.basis)}，制定本${kind}。`);
  outline.article(`${everywhere}范围内${subject}及其监督检查，适用本${kind}。`);
  outline.article(`${lead}负责${subject}的组织实施和监督检查，其他有关部门单位按照职责分工做好相关工作。`);
  for (let left = random.int(2, 7); left > 0; left -= 1) outline.article(paragraph(random, theme, random.int(1, 3)));
  const replaced = terms.replaces === null ? '' : `${terms.replaces}同时废止。`;
  const until = terms.to === null ? '' : `，有效期至${formatChinese(terms.to)}`;
  const start = terms.from === null ? '印发之日' : formatChinese(terms.from);
  outline.article(`本${kind}由${lead}负责解释。`);
  outline.article(`本${kind}自${start}起施行${until}。${replaced}`);
  return outline.rows;
}

/** 一、总体要求 二、重点任务（一）… 三、保障措施: schemes, plans, work points, opinions. */
export function planArticles(random: Random, theme: Theme, terms: Terms): readonly ArticleRow[] {
  const outline = new Outline();
  outline.part('总体要求');
  outline.paragraph(
    `${purpose(random, theme, terms.basis)}，坚持依法依规、统筹推进、便民高效。${paragraph(random, theme, 1)}`,
  );
  outline.part(random.pick(['重点任务', '主要任务', '工作任务', '主要措施']));
  for (let left = random.int(2, 6); left > 0; left -= 1) {
    outline.point(heading(random, theme), paragraph(random, theme, random.int(1, 3)), duties(random, theme));
  }
  outline.part('保障措施');
  const until = terms.to === null ? '' : `本文件有效期至${formatChinese(terms.to)}。`;
  const replaced = terms.replaces === null ? '' : `${terms.replaces}同时废止。`;
  outline.paragraph(`${paragraph(random, theme, 1)}${until}${replaced}`);
  return outline.rows;
}

/** 一、… 二、… 三、…: a notice, reply or circular that says it itself. */
export function listArticles(random: Random, theme: Theme, count: number): readonly ArticleRow[] {
  const outline = new Outline();
  for (let left = count; left > 0; left -= 1) {
    outline.part(heading(random, theme), paragraph(random, theme, random.int(1, 2)));
  }
  return outline.rows;
}

/** An interpretation (解读) in the sections that make it more than an extract. */
export function interpretationArticles(random: Random, theme: Theme, instrument: string): readonly ArticleRow[] {
  const { lead, everywhere, subject } = theme;
  const outline = new Outline();
  outline.part('政策背景', `${purpose(random, theme, null)}，${lead}起草了《${instrument}》。`);
  outline.part('出台目的', `${paragraph(random, theme, 1)}让企业和群众看得懂、用得上。`);
  outline.part('重要举措');
  for (let left = random.int(2, 3); left > 0; left -= 1)
    outline.point(heading(random, theme), paragraph(random, theme, 1), []);
  outline.part('适用范围', `${everywhere}范围内${subject}涉及的单位和个人。`);
  outline.part('解读机关', `由${lead}负责解读，咨询可到其办公地点或者政务服务大厅。`);
  return outline.rows;
}

/** Changes to single articles of another document. */
export function amendmentArticles(
  random: Random,
  theme: Theme,
  instrument: string,
  isRule: boolean,
): readonly ArticleRow[] {
  const outline = new Outline();
  const changed = random.shuffle([2, 3, 4, 5, 6, 7]).slice(0, random.int(2, 4)).sort();
  for (const n of changed) {
    const place = isRule ? `第${numeral(n)}条` : `第${numeral(n)}项任务`;
    outline.part(`将《${instrument}》${place}修改为`, `“${paragraph(random, theme, 1)}”`);
  }
  outline.part('本通知自印发之日起施行', '有关内容按照修改后的规定重新公布。');
  return outline.rows;
}

/** A repeal and what holds instead. */
export function repealArticles(random: Random, theme: Theme, instrument: string): readonly ArticleRow[] {
  const outline = new Outline();
  outline.part(`废止《${instrument}》`, '自本通知印发之日起不再作为行政管理的依据。');
  outline.part('做好政策衔接', paragraph(random, theme, 1));
  outline.part('更新信息公开平台', '及时标注文件有效性，不再提供办理依据。');
  return outline.rows;
}

/** Lists of documents, each under its heading. */
export function listOfDocuments(
  lists: readonly { readonly heading: string; readonly lines: readonly string[] }[],
): readonly ArticleRow[] {
  const outline = new Outline();
  for (const { heading: title, lines } of lists) {
    outline.part(title);
    for (const line of lines) outline.paragraph(line);
  }
  return outline.rows;
}
