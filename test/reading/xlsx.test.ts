import { describe, expect, test } from 'vitest';
import { dateText, decimalText, formatOf, shareText } from '../../api/reading/xlsx-values.ts';
import { readBytes } from '../support/reading.ts';
import { partsOf, workbook, xlsxOf, zipOf } from '../support/workbooks.ts';

async function read(bytes: Buffer) {
  const { grids, findings } = await readBytes('file.xlsx', bytes);
  return { sheets: grids, findings };
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
      ['-0', '0'],
      ['-0.00', '0'],
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
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 0 }]);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['hidden-sheet', 'WARNING'],
      ['hidden-rows', 'NOTICE'],
    ]);
  });
});

describe('what programs write is read alike', () => {
  test('names with prefixes, targets from the root, no dimension, rows and cells without references', async () => {
    const prefixed = (xml: string) => xml.replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replaceAll('xmlns=', 'xmlns:x=');
    const parts = partsOf({
      sheets: [{ name: '表', data: '<row><c><v>1</v></c><c t="s"><v>0</v></c></row>' }],
      strings: '<si><t>甲</t></si>',
    });
    const written = parts.map(([name, xml]): [string, string] => [
      name,
      prefixed(xml.replaceAll('Target="', 'Target="/xl/').replaceAll('/xl/xl/', '/xl/')),
    ]);
    expect((await read(await zipOf(written))).sheets[0]?.rows).toEqual([{ row: 1, cells: ['1', '甲'] }]);
  });
  test('rows and columns are counted on from the last one that said where it is', async () => {
    const data = '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    expect((await read(await one(data))).sheets[0]?.rows).toEqual([
      { row: 3, cells: [null, null, '1', '2'] },
      { row: 4, cells: ['3'] },
    ]);
  });
  test('sheets come in the order of the workbook; a chart sheet is none', async () => {
    const parts = partsOf({
      sheets: ['二', '一', '图'].map((name) => ({ name, data: `<row><c t="str"><v>${name}</v></c></row>` })),
    });
    const written = parts.map(([name, xml]): [string, string] => [
      name,
      xml.replace(/(Id="s2" Type="[^"]*)worksheet"/, '$1chartsheet"'),
    ]);
    expect((await read(await zipOf(written))).sheets.map(({ name }) => name)).toEqual(['二', '一']);
  });
  test('true and false in words, as LibreOffice writes them', async () => {
    const data = '<row hidden="false"><c t="b"><v>1</v></c></row><row hidden="true"><c t="b"><v>0</v></c></row>';
    const { sheets, findings } = await read(await one(data));
    expect(sheets[0]?.rows.map((row) => row.cells)).toEqual([['TRUE'], ['FALSE']]);
    expect(findings).toMatchObject([{ rule: 'hidden-rows', message: { en: '1 rows are hidden: 2.' } }]);
  });
  test('a formula that gives an empty text has a value; an empty one of another kind has none', async () => {
    const data = '<row><c t="str"><f>""</f><v></v></c><c><f>A1</f><v/></c><c t="str"><f>1</f><v>x</v></c></row>';
    const { sheets, findings } = await read(await one(data));
    expect(sheets[0]?.rows[0]?.cells).toEqual([null, null, 'x']);
    expect(findings).toMatchObject([{ rule: 'formula-without-value', column: 'B1' }]);
  });
  test('line ends and underscores that were escaped are themselves again', async () => {
    const data = '<row><c t="inlineStr"><is><t>甲_x000D_\n乙_x005F_x0041_</t></is></c></row>';
    expect(await cells(data)).toEqual([['甲\n乙_x0041_']]);
  });
  test('days, times and lengths of time', async () => {
    const day = 'yyyy"年"m"月"d"日"';
    const rows = [
      [
        { number: 1, format: day },
        { number: 59, format: day },
        { number: 60, format: day },
        { number: 61, format: day },
      ],
      [
        { number: 44392.75, format: 'yyyy/m/d h:mm' },
        { number: 0.5, format: 'h:mm' },
        { number: 1.5, format: '[h]:mm' },
      ],
    ];
    expect((await read(await xlsxOf([{ name: '表', rows }]))).sheets[0]?.rows.map((row) => row.cells)).toEqual([
      ['1900-01-01', '1900-02-28', '60', '1900-03-01'],
      ['2021-07-15T18:00:00', '12:00:00', '1.5'],
    ]);
    expect(await cells('<row><c t="d"><v>2021-07-15T00:00:00</v></c></row>')).toEqual([['2021-07-15']]);
  });
  test('a code that is a text stays one, and one apostrophe goes where we had put it', async () => {
    const rows = [['00123', "'=1+1", "'abc", '9007199254740993', true, 0, -0.5, { number: '0.2722', format: '0.00%' }]];
    expect((await read(await xlsxOf([{ name: '表', rows }]))).sheets[0]?.rows[0]?.cells).toEqual([
      '00123',
      '=1+1',
      "'abc",
      '9007199254740993',
      'TRUE',
      '0',
      '-0.5',
      '27.22%',
    ]);
  });
  test('every character that XML can hold is kept, as our own workbooks hold it', async () => {
    expect(
      await cells('<row><c t="inlineStr"><is><t>a&#9;b&#13;c&#x7f;&#x85;\u009f𠀀\ue000</t></is></c></row>'),
    ).toEqual([['a\tb\rc\u007f\u0085\u009f𠀀\ue000']]);
  });
  test('what is wrong in a cell is told by its reference and never read as nothing', async () => {
    const data =
      '<row r="2"><c r="A2" t="s"><v>7</v></c><c r="B2"><v>0x1F</v></c><c r="C2" t="inlineStr"><is><t>a_x0000_</t></is></c></row>';
    const { sheets, findings } = await read(await one(data, { strings: '<si><t>a</t></si>' }));
    expect(sheets[0]?.rows).toEqual([]);
    expect(findings.map(({ rule, severity, column }) => [rule, severity, column])).toEqual([
      ['error-value', 'ERROR', 'A2'],
      ['error-value', 'ERROR', 'B2'],
      ['control-character', 'ERROR', 'C2'],
    ]);
  });
  test('hidden rows and columns are named as ranges, merged cells end where the data ends', async () => {
    const file = await xlsxOf([
      {
        name: '表',
        rows: [['a', 'b'], ['c'], ['d']],
        merges: ['A1:Z9', 'F1:G1'],
        hiddenRows: [2, 3],
        hiddenColumns: [
          [2, 5],
          [7, 7],
        ],
      },
    ]);
    const { sheets, findings } = await read(file);
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 3, right: 1 }]);
    expect(findings.map(({ rule, message }) => [rule, message.en])).toEqual([
      ['hidden-rows', '2 rows are hidden: 2–3.'],
      ['hidden-columns', 'Columns are hidden: B–E、G.'],
    ]);
  });
});
