import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { picture } from '../../api/http/panels/picture/picture.ts';
import type { PanelDocument, TableBlock } from '../../widgets/core/document.ts';
import { groupDigits, percent } from '../../widgets/core/figures.ts';

const now = new Date('2026-03-01T04:00:00Z');

const documentOf = (table: TableBlock, more: Partial<PanelDocument> = {}): PanelDocument => ({
  panel: 'budget',
  lang: 'zh-CN',
  address: 'https://gongkai.example/w/budget',
  asOf: null,
  touches: [],
  title: '支出',
  state: 'data',
  sentence: '支出如下。',
  blocks: [table],
  source: { publisher: '县财政局', permalink: 'https://gongkai.example/id/budget/1' },
  ...more,
});

/** What is written in a picture: each text with the place it begins or ends at. */
function written(svg: string): { text: string; attributes: Record<string, string> }[] {
  const found: { text: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  let attributes: Record<string, string> | null = null;
  parser.on('opentag', (tag) => {
    attributes = tag.name === 'text' ? { ...(tag.attributes as Record<string, string>) } : null;
  });
  parser.on('text', (text) => {
    if (attributes) found.push({ text, attributes });
  });
  parser.on('closetag', () => {
    attributes = null;
  });
  parser.write(svg).close();
  return found;
}

describe('a picture', () => {
  const row = fc.record({
    label: fc.constantFrom('教育支出', '社会保障和就业支出', 'Education', '资源勘探工业信息等支出'),
    value: fc.integer({ min: -99_999_999, max: 999_999_999 }).map((fen) => (fen / 100).toFixed(2)),
    share: fc.integer({ min: 0, max: 10_000 }).map((one) => (one / 10_000).toFixed(4)),
    mark: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }),
    before: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }),
  });
  const tables = fc.record({
    chart: fc.constantFrom('bars', 'treemap', 'columns', undefined),
    rows: fc.array(row, { minLength: 1, maxLength: 30 }),
    hasShare: fc.boolean(),
    isPositive: fc.boolean(),
  });

  test('writes every value exactly, whatever is drawn and however wide, and places nothing nowhere', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 320, max: 1600 }), ({ chart, rows, hasShare, isPositive }, width) => {
        const signed = (mark: number | undefined) => (mark === undefined || !isPositive ? mark : Math.abs(mark));
        const table: TableBlock = {
          type: 'table',
          id: 'one',
          caption: '支出，按功能分类',
          unit: '单位：万元',
          compared: '上年',
          ...(chart ? { chart } : {}),
          columns: [
            { key: 'a', label: '科目', type: 'text' },
            { key: 'b', label: '决算数', type: 'number' },
            ...(hasShare ? [{ key: 'c', label: '占比', type: 'share' } as const] : []),
          ],
          rows: rows.map(({ label, value, share, mark, before }) => ({
            cells: [label, value, ...(hasShare ? [share] : [])],
            ...(mark === undefined ? {} : { mark: signed(mark) ?? 0 }),
            ...(before === undefined ? {} : { before: signed(before) ?? 0 }),
          })),
        };
        const { markup } = picture(documentOf(table), { width, theme: 'light', now });
        expect(markup).not.toMatch(/NaN|Infinity|undefined|width="-|height="-/);
        const all = written(markup).map(({ text }) => text);
        const joined = all.join('\n');
        for (const { value, share } of rows) {
          expect(joined).toContain(groupDigits(value));
          if (hasShare) expect(joined).toContain(percent(share, 'zh-CN'));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('says what it is to whoever cannot see it, and has both themes', () => {
    const table: TableBlock = {
      type: 'table',
      id: 'one',
      caption: '支出',
      columns: [{ key: 'a', label: '科目', type: 'text' }],
      rows: [{ cells: ['教育支出'] }],
    };
    const light = picture(documentOf(table), { width: 720, theme: 'light', now }).markup;
    expect(light).toContain('role="img" aria-labelledby="title description"');
    expect(light).toContain('<title id="title">支出</title>');
    expect(light).toContain('<desc id="description">支出如下。</desc>');
    const dark = picture(documentOf(table), { width: 720, theme: 'dark', now }).markup;
    expect(written(dark).map(({ text }) => text)).toEqual(written(light).map(({ text }) => text));
    expect(dark).not.toBe(light);
  });

  test('that shows nothing yet still says whose and since when', () => {
    const empty = documentOf({} as TableBlock, { blocks: [], state: 'empty', asOf: '2025-01-01T00:00:00.000Z' });
    const texts = written(picture(empty, { width: 320, theme: 'light', now }).markup).map(({ text }) => text);
    expect(texts.join('')).toContain('截至 2025年1月1日 08:00');
    expect(texts.join('')).toContain('来源：县财政局');
  });
});
