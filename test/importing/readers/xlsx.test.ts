import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../api/core/finding.ts';
import type { GridRow, Merge } from '../../../api/core/grid.ts';
import { bytesSource } from '../../../api/importing/readers/source.ts';
import { readWorkbook } from '../../../api/importing/readers/tables.ts';
import { dateText, decimalText, formatOf, shareText } from '../../../api/importing/readers/xlsx-values.ts';
import { partsOf, workbook, zipOf } from '../../support/workbooks.ts';

interface Read {
  readonly sheets: {
    readonly name: string | null;
    readonly isHidden: boolean;
    readonly merges: readonly Merge[];
    readonly rows: GridRow[];
  }[];
  readonly findings: readonly Finding[];
}

async function read(bytes: Buffer): Promise<Read> {
  const { grids, findings } = await readWorkbook(bytesSource('file.xlsx', bytes));
  const sheets: Read['sheets'] = [];
  for await (const { name, isHidden, merges, rows } of grids) {
    const found: GridRow[] = [];
    for await (const batch of rows) found.push(...batch);
    sheets.push({ name, isHidden, merges, rows: found });
  }
  return { sheets, findings };
}

const one = (data: string, more: Partial<Parameters<typeof workbook>[0]> = {}) =>
  workbook({ sheets: [{ name: '表', data }], ...more });
const cells = async (data: string, more: Partial<Parameters<typeof workbook>[0]> = {}) =>
  (await read(await one(data, more))).sheets[0]?.rows.map((row) => row.cells);

describe('a worksheet is read as a person sees it', () => {
  test('shared, rich and inline texts, line breaks kept, phonetic marks left out', async () => {
    const strings =
      '<si><t>科目&#10;名称</t></si><si><r><t>教育</t></r><r><t>支出</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>';
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>行内</t></is></c></row>';
    expect(await cells(data, { strings })).toEqual([['科目\n名称', '教育支出', null, '行内']]);
  });
  test('numbers keep the digits that are shown, and no others', () => {
    const shown: readonly (readonly [string, string | null])[] = [
      ['16.190000000000001', '16.19'],
      ['0.30000000000000004', '0.3'],
      ['9007199254740993', '9007199254740993'],
      ['1.5E-3', '0.0015'],
      ['2.5e6', '2500000'],
      ['-1234.5', '-1234.5'],
      ['1E400', null],
      ['abc', null],
    ];
    for (const [raw, text] of shown) expect(decimalText(raw)).toBe(text);
  });
  test('percentages and days by their format, from 1900 and from 1904', async () => {
    expect([shareText('0.2722'), shareText('1'), shareText('-0.00006'), shareText('12.345')]).toEqual([
      '27.22%',
      '100%',
      '-0.006%',
      '1234.5%',
    ]);
    expect([
      formatOf(10, undefined),
      formatOf(14, undefined),
      formatOf(164, 'yyyy"年"m"月"d"日"'),
      formatOf(165, '#,##0.00'),
      formatOf(166, '0.0%'),
    ]).toEqual(['share', 'date', 'date', 'general', 'share']);
    expect([
      dateText('44392', false),
      dateText('42930', true),
      dateText('44392.5', false),
      dateText('-1', false),
    ]).toEqual(['2021-07-15', '2021-07-15', '2021-07-15T12:00:00', null]);
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs>';
    expect(await cells('<row><c s="1"><v>0.0676</v></c><c s="2"><v>44392</v></c></row>', { styles })).toEqual([
      ['6.76%', '2021-07-15'],
    ]);
    expect(await cells('<row><c s="2"><v>42930</v></c></row>', { styles, is1904: true })).toEqual([['2021-07-15']]);
  });
  test('a formula gives its value; without one, or with an error, the cell is told and stays empty', async () => {
    const data =
      '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><f>B1</f></c><c r="C3" t="e"><v>#N/A</v></c></row>';
    const { sheets, findings } = await read(await one(data));
    expect(sheets[0]?.rows).toEqual([{ row: 3, cells: ['2'] }]);
    expect(findings.map(({ rule, sheet, row, column }) => [rule, sheet, row, column])).toEqual([
      ['formula-without-value', '表', 3, 'B3'],
      ['error-value', '表', 3, 'C3'],
    ]);
  });
  test('merged cells, hidden sheets and hidden rows are told', async () => {
    const file = await workbook({
      sheets: [
        {
          name: '表',
          data: '<row r="1" hidden="1"><c><v>1</v></c></row>',
          after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        },
        { name: '底稿', data: '<row><c><v>2</v></c></row>', state: 'veryHidden' },
      ],
    });
    const { sheets, findings } = await read(file);
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['表', false],
      ['底稿', true],
    ]);
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 999 }]);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['hidden-sheet', 'WARNING'],
      ['hidden-rows', 'NOTICE'],
    ]);
  });
});

describe('a hostile workbook is refused with a sentence, in little time', () => {
  const rulesOf = async (bytes: Buffer) => {
    const start = performance.now();
    const { sheets, findings } = await read(bytes);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(sheets).toEqual([]);
    for (const { message, remedy } of findings) expect([message.zh, message.en, remedy?.zh].every(Boolean)).toBe(true);
    return findings.map(({ rule }) => rule);
  };
  const parts = (data: string) => partsOf({ sheets: [{ name: '表', data }] });

  test('fifty megabytes of blanks', async () => {
    expect(await rulesOf(await one(' '.repeat(50 << 20)))).toEqual(['workbook-too-large']);
  });
  test('a part that unpacks to more than it declares', async () => {
    const bytes = await one(`<row><c><v>1</v></c></row>${' '.repeat(3 << 20)}`);
    // The declared sizes stand in the central directory, at offset 24 of each entry.
    for (
      let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
      at >= 0;
      at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
    )
      bytes.writeUInt32LE(1_000, at + 24);
    expect(await rulesOf(bytes)).toEqual(['damaged-workbook']);
  });
  test('a million rows in a small file', async () => {
    const bytes = await one('<row><c><v>1</v></c></row>'.repeat(1_000_000));
    expect(bytes.byteLength).toBeLessThan(200_000);
    expect(await rulesOf(bytes)).toEqual(['workbook-too-large']);
  });
  test('two million strings', async () => {
    expect(await rulesOf(await one('<row/>', { strings: '<si><t>a</t></si>'.repeat(2_000_000) }))).toEqual([
      'workbook-too-large',
    ]);
  });
  test('thousands of parts, two parts of one name', async () => {
    expect(
      await rulesOf(await zipOf(Array.from({ length: 2_001 }, (_, index): [string, string] => [`p${index}`, '']))),
    ).toEqual(['workbook-too-large']);
    const twice = parts('<row/>');
    expect(await rulesOf(await zipOf([...twice, ['xl/Worksheets/sheet1.xml', '<worksheet/>']]))).toEqual([
      'duplicate-part',
    ]);
  });
  test.each([
    ['billion laughs', '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'],
    ['an entity from a file', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['an entity from the net', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'],
  ])('%s', async (_, prologue) => {
    expect(await rulesOf(await one('<row><c t="str"><v>&e;</v></c></row>', { prologue }))).toEqual(['document-type']);
  });
  test('a cell far away, a cell too long, a hundred thousand references', async () => {
    expect(await rulesOf(await one('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toEqual(['cell-too-far']);
    expect(await rulesOf(await one(`<row><c t="inlineStr"><is><t>${'长'.repeat(33_000)}</t></is></c></row>`))).toEqual([
      'cell-too-long',
    ]);
    expect(
      await rulesOf(await one(`<row><c t="inlineStr"><is><t>${'&#x4e00;'.repeat(100_000)}</t></is></c></row>`)),
    ).toEqual(['cell-too-long']);
  });
  test('what is no workbook at all', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
    expect(await rulesOf(old)).toEqual(['not-a-table-file']);
    expect(await rulesOf(Buffer.from('%PDF-1.7'))).toEqual(['not-a-table-file']);
    expect(await rulesOf(Buffer.from('PK\u0003\u0004nonsense'))).toEqual(['damaged-workbook']);
    expect(await rulesOf(await zipOf([['word/document.xml', '<x/>']]))).toEqual(['not-a-workbook']);
  });
});
