import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { picture } from '../../api/http/panels/picture/picture.ts';
import { linesOf } from '../../api/http/panels/picture/text-width.ts';
import type { TableBlock } from '../../widgets/core/document.ts';
import { spendingOf } from '../support/panel-documents.ts';

const now = new Date('2026-03-01T04:00:00Z');

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
  test('says what it is to whoever cannot see it, and has both themes', () => {
    const table: TableBlock = {
      type: 'table',
      id: 'one',
      caption: '支出',
      columns: [{ key: 'a', label: '科目', type: 'text' }],
      rows: [{ cells: ['教育支出'] }],
    };
    const light = picture(spendingOf([table]), { width: 720, theme: 'light', now }).markup;
    expect(light).toContain('role="img" aria-labelledby="title description"');
    expect(light).toContain('<title id="title">支出</title>');
    expect(light).toContain('<desc id="description">支出如下。</desc>');
    const dark = picture(spendingOf([table]), { width: 720, theme: 'dark', now }).markup;
    expect(written(dark).map(({ text }) => text)).toEqual(written(light).map(({ text }) => text));
    expect(dark).not.toBe(light);
  });

  test('of bars has what they measure dark and bold in every row, the total too, and what stands beside it neither', () => {
    const table: TableBlock = {
      type: 'table',
      id: 'one',
      caption: '支出',
      chart: 'bars',
      columns: [
        { key: 'subject', label: '科目', type: 'text' },
        { key: 'final', label: '决算数', type: 'number' },
        { key: 'approved', label: '预算数', type: 'number' },
      ],
      rows: [
        { cells: ['合计', '900.00', '800.00'], level: 0 },
        { cells: ['教育支出', '700.00', '600.00'], level: 1, mark: 1, before: 0.9 },
      ],
    };
    const texts = written(picture(spendingOf([table]), { width: 900, theme: 'light', now }).markup);
    const look = (value: string) => {
      const { fill, 'font-weight': weight } = texts.find(({ text }) => text === value)?.attributes ?? {};
      return `${fill} ${weight}`;
    };
    expect(look('900')).toMatch(/^#\w+ \w+$/);
    expect(look('700')).toBe(look('900'));
    expect(look('600')).toBe(look('800'));
    expect(look('800')).toMatch(/ undefined$/);
    expect(look('800').split(' ')[0]).not.toBe(look('900').split(' ')[0]);
  });

  test('that shows nothing yet still says whose and since when', () => {
    const empty = spendingOf([], { state: 'empty', asOf: '2025-01-01T00:00:00.000Z' });
    const texts = written(picture(empty, { width: 320, theme: 'light', now }).markup).map(({ text }) => text);
    expect(texts.join('')).toContain('截至 2025年1月1日 08:00');
    expect(texts.join('')).toContain('来源：县财政局');
  });
});

test.each(['-100000000.01', '−3,200', '12,345,678.90'])('%s is never broken over two lines', (number) => {
  for (let width = 14; width < 40; width += 0.5) {
    const lines = linesOf(`决算数 100 · 占比 0.0% · 预算数 ${number} · 说明`, width);
    expect(
      lines.some((line) => line.includes(number)),
      lines.join('\n'),
    ).toBe(true);
  }
});
