import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { forms } from '../../api/http/panels/forms.ts';
import { framePage, panelPage } from '../../api/http/panels/page.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { panels } from '../../widgets/panels.ts';
import { zipParts } from '../support/unzipped.ts';

const now = new Date('2026-03-01T04:00:00Z');
const budget = panels['budget'];

/** A document in which one text stands wherever texts stand. */
const saying = (text: string): PanelDocument => ({
  panel: 'budget',
  lang: 'zh-CN',
  address: 'https://gongkai.example/w/budget?year=2024',
  asOf: null,
  touches: ['budget'],
  title: text,
  state: 'data',
  sentence: text,
  badge: { text, tone: 'good' },
  blocks: [
    { type: 'notice', tone: 'late', text: `注${text}`, href: text, hrefText: text },
    {
      type: 'table',
      id: 'one',
      caption: text,
      unit: text,
      chart: 'bars',
      compared: text,
      note: text,
      columns: [
        { key: 'a', label: text, type: 'text' },
        { key: 'b', label: text, type: 'number' },
      ],
      rows: [
        { cells: [text, '-12.50'], mark: -1, before: 0.5, href: text, badge: { text, tone: 'void' } },
        { cells: [text, text], mark: 1 },
      ],
    },
    {
      type: 'list',
      total: 1,
      items: [{ title: text, href: text, meta: [text], text, progress: { share: 0.5, text } }],
    },
    { type: 'facts', items: [{ label: text, text, href: text }] },
    { type: 'figures', items: [{ label: text, value: text, unit: text, note: text }] },
    { type: 'steps', caption: text, items: [{ title: text, state: 'now', stateText: text, time: text, text }] },
    { type: 'sections', items: [{ id: 'x', level: 1, marker: text, heading: text, paragraphs: [text] }] },
    { type: 'form', label: text, fields: [{ name: 'q', label: text, kind: 'search', value: text, hint: text }] },
    { type: 'photos', items: [{ src: text, alt: text, caption: text }] },
    { type: 'group', heading: text, isFolded: true, blocks: [{ type: 'notice', tone: 'plain', text }] },
  ],
  source: { publisher: text, permalink: 'https://gongkai.example/id/budget/1', indexNumber: text, citation: text },
});

const pieces = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "=cmd|' /C calc'!A0",
  '+1+1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  ']]>',
  '<!--',
  '-->',
  '&lt;b&gt;',
  '\u202Egnp.exe',
  '\u2066\u200f',
  '\u0000\u0008\u001b',
  '\ud800',
  'javascript:alert(1)',
  '![x](javascript:alert(1))',
  '[x](https://evil.example)',
  '`code` | cell | **bold** # head',
  '</title></svg>',
  '{{7*7}}',
  '县财政局',
  '\r\n\r\n# 标题',
];
const hostile = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

const reader = { address: '192.0.2.1', gone: new AbortController().signal };

const makeOf = async (form: string, text: string) =>
  forms[form]?.make(saying(text), new URLSearchParams(), now, reader) as Promise<Buffer | string>;

describe('a hostile text is a text in every form', () => {
  test('a picture stays well-formed, holds nothing that acts, and no mark that turns the order', async () => {
    const shape = (svg: string) => {
      const names: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('opentag', ({ name, attributes }) => names.push(name, ...Object.keys(attributes)));
      parser.write(svg).close();
      return new Set(names);
    };
    const usual = shape(String(await makeOf('svg', '文')));
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const svg = String(await makeOf('svg', text));
        for (const name of shape(svg)) expect(usual).toContain(name);
        expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 150 },
    );
  });

  test('a page has the tags it has of any text, and leads nowhere but where addresses lead', async () => {
    const asked = budget && { stem: 'budget', panel: budget, params: { organization: '县' } };
    if (!asked) throw new Error('there is no panel of budgets');
    const correction = {
      edition: 2,
      at: now.toISOString(),
      reason: 'UPDATE',
      href: 'https://gongkai.example/x',
    } as const;
    const of = (text: string, make: typeof panelPage) =>
      make({
        asked: { ...asked, params: { organization: text } },
        document: saying(text),
        correction: { ...correction, text },
        platform: { name: '平台', hasSampleData: false },
        baseUrl: 'https://gongkai.example',
        now,
      });
    // Typography may keep words of a text together; it adds nothing else.
    const tags = (markup: string) =>
      (markup.match(/<[^>]*>/g) ?? [])
        .map((tag) => tag.replace(/"[^"]*"/g, '""'))
        .filter((tag) => !/^<(span class=""|\/span)>$/.test(tag));
    for (const make of [panelPage, framePage]) {
      const usual = tags(of('文', make));
      fc.assert(
        fc.property(hostile, (text) => {
          const markup = of(text, make);
          // A heading that has nothing to say is left out.
          if (!/^[\s\p{Cc}\p{Cf}\p{Cs}]*$/u.test(text)) expect(tags(markup)).toEqual(usual);
          expect(markup).not.toMatch(/(href|src|action)="\s*javascript:/i);
          // What is read; the values of fields and attributes go back as they came.
          expect(markup.replace(/<[^>]*>/g, '')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        }),
        { numRuns: 100 },
      );
    }
  });

  test('a spreadsheet runs nothing of it, and its figures stay figures', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const csv = parseCsv(String(await makeOf('csv', text)), { bom: true }) as string[][];
        expect(csv[1]?.[1]).toBe('-12.50');
        for (const cell of csv.flat()) if (cell !== '-12.50') expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
        const file = (await makeOf('xlsx', text)) as Buffer;
        for (const [name, part] of await zipParts(file)) {
          if (name.startsWith('xl/worksheets/')) expect(part).not.toMatch(/<f[ >]/);
          if (name.endsWith('.xml')) new SaxesParser().write(part).close();
        }
        const { findings } = await readWorkbook(bytesSource('panel.xlsx', file));
        expect(findings).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('Markdown takes none of it for markup', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const markdown = String(await makeOf('md', text));
        // The only angles are those around addresses, which begin with http.
        // What is copied stands in a span of code, which holds nothing that ends it.
        const read = markdown.replace(/(?<!\\)`[^`|\\<>\n]*`/g, '');
        expect(read.replace(/<https?:[^<>\s]*>/g, '')).not.toMatch(/<|[^\\]\[|[^\\]`|\u202e/);
        const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
        for (const row of rows) expect(row).toMatch(/ \|$/);
      }),
      { numRuns: 150 },
    );
  });
});
