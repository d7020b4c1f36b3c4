import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { declaring, emptyParts, encrypted, overlapping, reaching } from '../support/hostile-zips.ts';
import { readBytes } from '../support/reading.ts';
import { partsOf, workbook, zipOf } from '../support/workbooks.ts';

const one = (data: string, more: Partial<Parameters<typeof workbook>[0]> = {}) =>
  workbook({ sheets: [{ name: '表', data }], ...more });

/** Bytes the process takes while something runs, as the thread that waits sees them. */
async function peakOf(run: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  await run();
  clearInterval(timer);
  return peak - before;
}

/** The codes that refuse a workbook, which gives no sheet, within two seconds and 150 MB. */
async function refused(bytes: Buffer): Promise<readonly string[]> {
  let rules: readonly string[] = [];
  const start = performance.now();
  const peak = await peakOf(async () => {
    const { grids, findings } = await readBytes('file.xlsx', bytes);
    expect(grids).toEqual([]);
    for (const { severity, message, remedy } of findings)
      expect([severity, Boolean(message.zh && message.en && remedy?.zh && remedy.en)]).toEqual(['ERROR', true]);
    rules = findings.map(({ rule }) => rule);
  });
  // Far less on an idle machine; a file that is not measured as it unpacks takes minutes.
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(peak).toBeLessThan(150 << 20);
  return rules;
}

describe('an archive is measured by what it really unpacks to', () => {
  const blanks = ' '.repeat(50 << 20);
  const bomb = one(blanks);

  test('fifty megabytes of blanks in fifty kilobytes', async () => {
    expect((await bomb).byteLength).toBeLessThan(60_000);
    expect(await refused(await bomb)).toEqual(['workbook-too-large']);
  });
  test('the same, declaring a thousand bytes', async () => {
    expect(await refused(declaring(await bomb, 1_000))).toEqual(['damaged-workbook']);
  });
  test('a small part that declares a thousand bytes', async () => {
    const bytes = await one(`<row><c><v>1</v></c></row>${' '.repeat(5_000)}`);
    expect(await refused(declaring(bytes, 1_000))).toEqual(['damaged-workbook']);
  });
  test('a million rows in a small file', async () => {
    const bytes = await one('<row><c><v>1</v></c></row>'.repeat(1_000_000));
    expect(bytes.byteLength).toBeLessThan(200_000);
    expect(await refused(bytes)).toEqual(['workbook-too-large']);
  });
  test('more rows than there may be, though they do not shrink much', async () => {
    let data = '';
    for (let row = 1; row <= 200_001; row += 1)
      data += `<row r="${row}"><c><v>${Math.imul(row, 2_654_435_761) >>> 0}</v></c></row>`;
    expect(await refused(await one(data))).toEqual(['workbook-too-large']);
  });
  test('two million texts', async () => {
    expect(await refused(await one('<row/>', { strings: '<si><t>a</t></si>'.repeat(2_000_000) }))).toEqual([
      'workbook-too-large',
    ]);
  });
  test('twenty thousand parts', async () => {
    expect(await refused(emptyParts(20_000))).toEqual(['workbook-too-large']);
    expect(await refused(emptyParts(2_000))).toEqual(['not-a-workbook']);
  });
  test('parts that share their bytes, wholly or by one byte', async () => {
    expect(await refused(overlapping(await one('<row/>')))).toEqual(['overlapping-parts']);
    expect(await refused(reaching(await one('<row/>')))).toEqual(['overlapping-parts']);
  });
  test('two parts of one name, in any case of letters', async () => {
    const parts = partsOf({ sheets: [{ name: '表', data: '<row/>' }] });
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/Worksheets/Sheet1.XML'])
      expect(await refused(await zipOf([...parts, [name, '<worksheet/>']]))).toEqual(['duplicate-part']);
  });
  test('parts that are encrypted', async () => {
    expect(await refused(encrypted(await one('<row/>')))).toEqual(['encrypted-workbook']);
  });
});

describe('XML is read, and nothing it asks for is done', () => {
  const entities = Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
  test.each([
    ['billion laughs', `<!DOCTYPE x [<!ENTITY l0 "lol">${entities.join('')}]>`],
    ['one long entity', `<!DOCTYPE x [<!ENTITY e "${'x'.repeat(100_000)}">]>`],
    ['an entity from a file', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
  ])('%s', async (_, prologue) => {
    expect(await refused(await one(`<row><c t="str"><v>${'&e;'.repeat(2_000)}</v></c></row>`, { prologue }))).toEqual([
      'document-type',
    ]);
  });
  test('an entity from the net, and nobody is asked for it', async () => {
    let asked = 0;
    const server = createServer(() => {
      asked += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const prologue = `<!DOCTYPE x SYSTEM "http://127.0.0.1:${port}/x.dtd" [<!ENTITY e SYSTEM "http://127.0.0.1:${port}/e">]>`;
    expect(await refused(await one('<row><c t="str"><v>&e;</v></c></row>', { prologue }))).toEqual(['document-type']);
    await new Promise((resolve) => server.close(resolve));
    expect([port > 0, asked]).toEqual([true, 0]);
  });
  test('a hundred thousand references to characters, and a million', async () => {
    const cell = (count: number) => one(`<row><c t="inlineStr"><is><t>${'&#x4e00;'.repeat(count)}</t></is></c></row>`);
    expect(await refused(await cell(100_000))).toEqual(['cell-too-long']);
    expect(await refused(await cell(1_000_000))).toEqual(['workbook-too-large']);
  });
  test('an entity nobody declared, a tag never closed, bytes that are no UTF-8', async () => {
    expect(await refused(await one('<row><c t="str"><v>&e;</v></c></row>'))).toEqual(['damaged-workbook']);
    expect(await refused(await one('<row><c>'))).toEqual(['damaged-workbook']);
    const parts = partsOf({ sheets: [{ name: '表', data: '<row/>' }] }).map(([name, xml]): [string, Buffer] => [
      name,
      name.endsWith('sheet1.xml') ? Buffer.concat([Buffer.from(xml), Buffer.from([0xff])]) : Buffer.from(xml),
    ]);
    expect(await refused(await zipOf(parts))).toEqual(['damaged-workbook']);
  });
});

describe('a worksheet takes no more room than what is in it', () => {
  test('a cell in the last corner', async () => {
    const before = '<dimension ref="A1:XFD1048576"/>';
    const data = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const bytes = await workbook({ sheets: [{ name: '表', before, data }] });
    const { findings } = await readBytes('file.xlsx', bytes);
    expect(findings).toMatchObject([{ rule: 'cell-too-far', sheet: '表', column: 'XFD1048576' }]);
    expect(await refused(bytes)).toEqual(['cell-too-far']);
  });
  test('a dimension, empty cells and merged cells that reach everywhere make nothing of one row', async () => {
    const bytes = await workbook({
      sheets: [
        {
          name: '表',
          before: '<dimension ref="A1:XFD1048576"/>',
          data: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"/></row><row r="1048576"><c r="XFD1048576"/></row>',
          after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        },
      ],
    });
    const { grids, rules } = await readBytes('file.xlsx', bytes);
    expect([rules, grids[0]?.rows]).toEqual([[], [{ row: 1, cells: ['1'] }]]);
    expect(grids[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 0 }]);
  });
  test('a hundred thousand rows with one cell far to the right', async () => {
    let data = '';
    for (let row = 1; row <= 100_000; row += 1) data += `<row r="${row}"><c r="ALL${row}"><v>${row}</v></c></row>`;
    expect(await refused(await one(data))).toEqual(['workbook-too-large']);
  });
  test('more merged cells than any table has', async () => {
    const after = Array.from({ length: 50_001 }, (_, row) => `<mergeCell ref="A${row + 1}:B${row + 1}"/>`).join('');
    const sheets = [{ name: '表', data: '<row><c><v>1</v></c></row>', after: `<mergeCells>${after}</mergeCells>` }];
    expect(await refused(await workbook({ sheets }))).toEqual(['workbook-too-large']);
  });
  test('a cell that is too long, shared or its own', async () => {
    const long = '长'.repeat(32_768);
    expect(await refused(await one(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`))).toEqual([
      'cell-too-long',
    ]);
    expect(await refused(await one('<row/>', { strings: `<si><t>${long}</t></si>` }))).toEqual(['cell-too-long']);
    const { rules } = await readBytes('file.xlsx', await one(`<row><c t="str"><v>${long.slice(1)}</v></c></row>`));
    expect(rules).toEqual([]);
  });
  test('a cell that is there twice, a row that cannot be', async () => {
    const twice = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>';
    expect(await refused(await one(twice))).toEqual(['duplicate-cell']);
    for (const row of ['-4', '1048577'])
      expect(await refused(await one(`<row r="${row}"><c><v>1</v></c></row>`))).toEqual(['damaged-workbook']);
  });
  test('ten thousand faults are told as the first thousand', async () => {
    let data = '';
    for (let row = 1; row <= 10_000; row += 1)
      data += `<row><c t="e"><v>#REF!${Math.imul(row, 40_503) >>> 0}</v></c></row>`;
    const { rules } = await readBytes('file.xlsx', await one(data));
    expect([rules.length, rules.at(-1)]).toEqual([1_001, 'more-faults']);
  });
});

describe('what is no workbook is named, with what to do', () => {
  const named = async (name: string, bytes: Buffer): Promise<string> => {
    const { findings, grids } = await readBytes(name, bytes);
    expect([grids, findings.length]).toEqual([[], 1]);
    expect(findings[0]?.remedy?.zh).toMatch(/xlsx|CSV|UTF-8/);
    return `${findings[0]?.rule}: ${findings[0]?.message.zh}`;
  };
  test.each([
    [
      'file.xls',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      'not-a-table-file: .*旧版 Excel',
    ],
    ['file.pdf', Buffer.from('%PDF-1.7'), 'not-a-table-file: .*PDF'],
    ['file.xlsx', Buffer.from('PK\u0003\u0004nonsense'), 'damaged-workbook'],
    [
      'file.bin',
      Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919 + ((at * at) % 251)) % 256)),
      'not-text',
    ],
  ])('%s', async (name, bytes, said) => {
    expect(await named(name, bytes)).toMatch(new RegExp(said));
  });
  test.each([
    ['word/document.xml', 'Word'],
    ['ppt/presentation.xml', '演示文稿'],
    ['content.xml', 'OpenDocument'],
    ['xl/workbook.bin', 'xlsb'],
    ['readme.txt', '压缩包'],
  ])('an archive with %s', async (part, said) => {
    const message = await named('file.xlsx', await zipOf([[part, '<x/>']]));
    expect(message).toContain('not-a-workbook');
    expect(message).toContain(said);
  });
});
