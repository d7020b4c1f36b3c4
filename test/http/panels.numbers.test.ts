import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockMarkup } from '../../api/http/panels/blocks.ts';
import { csvOf } from '../../api/http/panels/files.ts';
import { markdownOf } from '../../api/http/panels/markdown.ts';
import { picture } from '../../api/http/panels/picture/picture.ts';
import type { Block, Column, Row, TableBlock } from '../../widgets/core/document.ts';
import { columnTexts } from '../../widgets/core/drawing.ts';
import { percent } from '../../widgets/core/figures.ts';
import { spendingOf } from '../support/panel-documents.ts';
import { tell } from '../support/target.ts';

const now = new Date('2026-03-01T04:00:00Z');

const figure = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map(String),
  fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map((fen) => {
    const digits = String(Math.abs(fen)).padStart(3, '0');
    return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }),
);
const share = fc.integer({ min: 0, max: 10_000 }).map((one) => (one / 10_000).toFixed(4));
const name = fc.constantFrom('教育支出', '社会保障和就业支出', 'Education', '资源勘探工业信息等支出');

const row = fc.record(
  {
    cells: fc.tuple(name, figure, share, fc.option(figure), name),
    mark: fc.double({ min: -1, max: 1, noNaN: true }),
    before: fc.double({ min: -1, max: 1, noNaN: true }),
    level: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: ['cells'] },
);

const columns: readonly Column[] = [
  { key: 'a', label: '科目', type: 'text' },
  { key: 'b', label: '决算数', type: 'number' },
  { key: 'c', label: '占比', type: 'share' },
  { key: 'd', label: '预算数', type: 'number' },
  { key: 'e', label: '说明', type: 'text' },
];

const table = fc
  .record({
    chart: fc.constantFrom('bars', 'treemap', 'columns', undefined),
    rows: fc.array(row, { minLength: 1, maxLength: 6 }),
    columns: fc.integer({ min: 2, max: columns.length }),
    isPositive: fc.boolean(),
  })
  .map(({ chart, rows, columns: count, isPositive }): TableBlock => {
    const drawn = ({ cells, ...marks }: Row): Row => ({
      ...marks,
      ...(isPositive && marks.mark !== undefined ? { mark: Math.abs(marks.mark) } : {}),
      cells: cells.slice(0, count),
    });
    return {
      type: 'table',
      id: 'one',
      caption: '支出，按功能分类',
      unit: '单位：万元',
      compared: '上年',
      ...(chart ? { chart } : {}),
      columns: columns.slice(0, count),
      rows: rows.map(drawn),
    };
  });

const some = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { minLength: 1, maxLength: 4 });
const amountText = figure.map((value) => `${value} 万元`);
const others = fc.oneof(
  some(fc.record({ title: name, text: amountText })).map(
    (items): Block => ({
      type: 'list',
      total: items.length,
      items: items.map(({ title, text }) => ({
        title,
        href: 'https://gongkai.example/x',
        meta: [text],
        progress: { share: 0.5, text },
      })),
    }),
  ),
  some(fc.record({ label: name, text: amountText })).map((items): Block => ({ type: 'facts', items })),
  some(fc.record({ title: name, text: amountText })).map(
    (items): Block => ({
      type: 'steps',
      items: items.map((item) => ({ ...item, state: 'now', stateText: '进行中' })),
    }),
  ),
);
const figures = some(fc.record({ label: name, value: figure, unit: fc.constant('万元') })).map(
  (items): Block => ({ type: 'figures', items }),
);

/** What the picture draws of a document: a notice, few large numbers, and one block more. */
const blocks = fc
  .tuple(
    amountText.map((text): Block => ({ type: 'notice', tone: 'plain', text })),
    figures,
    fc.oneof({ weight: 3, arbitrary: table }, { weight: 1, arbitrary: others }),
    fc.boolean(),
  )
  .map(([notice, numbers, subject, isGrouped]): Block[] => [
    notice,
    numbers,
    isGrouped ? { type: 'group', heading: '明细', blocks: [subject] } : subject,
  ]);

/** One spelling of each number in a text, however it is grouped and however many zeros end it. */
const numbersIn = (text: string): string[] =>
  (text.match(/-?\d[\d,]*(\.\d+)?%?/g) ?? []).map((spelled) => {
    const plain = spelled.replace(/[,%]/g, '');
    const exact = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
    return spelled.endsWith('%') ? `${exact}%` : exact;
  });

const flat = (given: readonly Block[]): Block[] =>
  given.flatMap((block) => (block.type === 'group' ? flat(block.blocks) : [block]));

/** The numbers of a block as its document states them. */
function statedIn(block: Block): string[] {
  switch (block.type) {
    case 'table':
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap((cell, at) =>
          cell === null ? [] : numbersIn(block.columns[at]?.type === 'share' ? percent(cell, 'zh-CN') : cell),
        ),
      );
    case 'figures':
      return block.items.flatMap(({ value }) => numbersIn(value));
    case 'list':
      return block.items.flatMap(({ meta, progress }) => numbersIn([...meta, progress?.text].join(' ')));
    case 'facts':
    case 'steps':
      return block.items.flatMap(({ text = '' }) => numbersIn(text));
    default:
      return 'text' in block ? numbersIn(block.text) : [];
  }
}

/** Those of the numbers that a text does not say as often as they are stated. */
function missingIn(text: string, stated: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of numbersIn(text)) left.set(one, (left.get(one) ?? 0) + 1);
  return stated.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** What stands between the tags. */
const read = (markup: string): string => markup.replace(/<[^>]*>/g, '\n').replace(/&#45;/g, '-');

const documents = 10_000;

test('T15: every number of ten thousand documents is the same in the document, its picture, its page, its files and the columns a panel draws', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 320, max: 1600 }), (given, width) => {
      const document = spendingOf(given);
      const all = flat(given);
      const stated = all.flatMap(statedIn);
      const { markup } = picture(document, { width, theme: 'light', now });
      expect(markup).not.toMatch(/NaN|Infinity|undefined|width="-|height="-/);
      expect(missingIn(read(markup), stated)).toEqual([]);
      const page = given.map((block) => blockMarkup(block, { document, level: 2, go: () => '' })).join('');
      expect(missingIn(read(page), stated)).toEqual([]);
      expect(missingIn(markdownOf(document, now), stated)).toEqual([]);
      for (const block of all) {
        if (block.type !== 'table') continue;
        const shown = block.columns.flatMap((_, at) => columnTexts(block, at, 'zh-CN'));
        expect(numbersIn(shown.join('\n')).sort()).toEqual(statedIn(block).sort());
        const file: string[][] = parseCsv(csvOf(document, 'one', now), { bom: true });
        const cells = block.rows.map((row) => row.cells.map((cell) => cell ?? ''));
        expect(file.slice(1, cells.length + 1).map((line) => line.slice(0, block.columns.length))).toEqual(cells);
      }
    }),
    { numRuns: documents },
  );
  tell('T15', 'documents whose numbers are the same in every form', documents, '10000', 'OWID: formats, not compared');
});
