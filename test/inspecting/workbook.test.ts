import { describe, expect, test } from 'vitest';
import { encrypted, overlapping } from '../support/hostile-zips.ts';
import { brief, core, inspect, jpegOf, relations, rulesOf } from '../support/inspected.ts';
import { partsOf, workbook, xlsxOf, zipOf } from '../support/workbooks.ts';

const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A workbook of one sheet, and further parts beside it. */
const withParts = (
  more: readonly (readonly [string, string | Buffer])[],
  data = `<row r="1">${cell('A1', '科目')}${cell('B1', '金额')}</row>`,
) => zipOf([...partsOf({ sheets: [{ name: '表一', data }] }), ...more]);

describe('cells', () => {
  test('every cell by its sheet and name', async () => {
    const bytes = await xlsxOf([
      {
        name: '补贴',
        rows: [
          ['序号', '姓名', '身份证号', '金额'],
          [1, '王建国', '370321********1234', 800],
          [2, '朱**', '3703************34', 13812345678],
          [3, '单位', '11010519491231002X', null],
        ],
      },
    ]);
    expect(brief(await inspect(bytes))).toEqual([
      ['personal-named-household', '补贴!B2', '王**'],
      ['personal-partly-masked-identity-number', '补贴!C2', '3703************34'],
      ['personal-identity-number', '补贴!C4', '1101************2X'],
    ]);
  });
  test('numbers as numbers, texts that are shared, texts in several runs, values of formulas', async () => {
    const bytes = await workbook({
      sheets: [
        {
          name: '一',
          data:
            '<row><c><v>1.3812345678E10</v></c></row><row><c t="s"><v>0</v></c></row>' +
            '<row><c t="inlineStr"><is><r><t>138</t></r><r><t>12345678</t></r></is></c></row>' +
            '<row><c t="str"><f>A1</f><v>手机13812345678</v></c></row><row><c><f>"身份证11010519491231002X"</f><v>1</v></c></row>',
        },
      ],
      strings: '<si><t>13912345678</t><rPh><t>x</t></rPh></si>',
    });
    expect(brief(await inspect(bytes)).map(([, place]) => place)).toEqual([
      '一!A1',
      '一!A2',
      '一!A3',
      '一!A4',
      '工作表 一 的页眉页脚与提示',
    ]);
  });
  test('a workbook with nothing to find', async () => {
    const bytes = await xlsxOf([
      {
        name: '预算',
        rows: [
          ['科目', '金额'],
          ['教育', 100],
          ['电话', '0533-8181234'],
        ],
      },
    ]);
    expect(await inspect(bytes)).toEqual([]);
  });
});

describe('what is hidden', () => {
  test('sheets, rows and columns with content, and what is in them', async () => {
    const bytes = await xlsxOf([
      {
        name: '显示',
        rows: [
          ['a', 'b', 'c'],
          ['1', '2'],
          ['3', '4', '5'],
        ],
        hiddenRows: [2, 3, 9],
        hiddenColumns: [[3, 7]],
      },
      { name: '隐藏', state: 'hidden', rows: [['手机', '13812345678']] },
      { name: '深藏', state: 'veryHidden', rows: [['x']] },
      { name: '空', state: 'hidden', rows: [] },
    ]);
    expect(brief(await inspect(bytes))).toEqual([
      ['hidden-rows', '工作表 显示', '2–3'],
      ['hidden-columns', '工作表 显示', 'C'],
      ['personal-mobile-number', '隐藏!B1', '138******78'],
      ['hidden-sheet', '工作表 隐藏', ''],
      ['hidden-sheet', '工作表 深藏', ''],
    ]);
  });
  test('a hidden column without content is not worth a word', async () => {
    expect(
      await inspect(await xlsxOf([{ name: '一', rows: [['a']], hiddenColumns: [[5, 9]], hiddenRows: [4] }])),
    ).toEqual([]);
  });
  test('defined names, hidden ones and what they say', async () => {
    const parts = partsOf({ sheets: [{ name: '一', data: '' }] }).map(([name, text]): [string, string] => [
      name,
      text.replace(
        '</sheets>',
        '</sheets><definedNames><definedName name="负责人">"13812345678"</definedName><definedName name="旧表" hidden="1">一!$A$1</definedName><definedName name="_xlnm._FilterDatabase" hidden="1">一!$A$1</definedName></definedNames>',
      ),
    ]);
    expect(brief(await inspect(await zipOf(parts)))).toEqual([
      ['personal-mobile-number', '定义的名称 负责人', '138******78'],
      ['hidden-name', '定义的名称 旧表', ''],
    ]);
  });
});

describe('what stands beside the cells', () => {
  test('comments, notes and threads, each once, and what is said in them', async () => {
    const bytes = await withParts([
      [
        'xl/worksheets/_rels/sheet1.xml.rels',
        relations([
          ['comments', '../comments1.xml'],
          ['threadedComment', '../threadedComments/threadedComment1.xml'],
        ]),
      ],
      [
        'xl/comments1.xml',
        '<comments><authors><author>王小明</author><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>请核对李某手机13812345678</t></r></text></comment><comment ref="B1" authorId="1"><text><t>副本</t></text></comment></commentList></comments>',
      ],
      [
        'xl/threadedComments/threadedComment1.xml',
        '<ThreadedComments><threadedComment ref="B1" personId="{p}"><text>数字有误</text></threadedComment></ThreadedComments>',
      ],
      ['xl/persons/person.xml', '<personList><person displayName="赵雨桐" id="{p}"/></personList>'],
    ]);
    expect(brief(await inspect(bytes))).toEqual([
      ['comment', '表一!A1 的批注', '王**：请核对李********'],
      ['personal-mobile-number', '表一!A1 的批注', '138******78'],
      ['comment', '表一!B1 的批注', '赵**：数字有误*'],
    ]);
  });
  test('who wrote and who saved it, unless that is a program or an office', async () => {
    expect(brief(await inspect(await withParts([core('王小明', 'zhangsan')])))).toEqual([
      ['document-author', '文档属性：作者', '王**'],
      ['document-author', '文档属性：最后保存者', 'z*******'],
    ]);
    for (const name of [
      'Administrator',
      'openpyxl',
      '微软用户',
      'Windows 用户',
      '桓台县财政局',
      'admin1',
      '',
      'lenovo',
      'User',
    ])
      expect(await inspect(await withParts([core(name, name)])), name).toEqual([]);
  });
  test('caches of other files and of pivot tables', async () => {
    const bytes = await withParts([
      [
        'xl/externalLinks/externalLink1.xml',
        '<externalLink><sheetData><row><cell r="A1"><v>13812345678</v></cell></row></sheetData></externalLink>',
      ],
      [
        'xl/pivotCache/pivotCacheDefinition1.xml',
        '<pivotCacheDefinition><sharedItems><s v="11010519491231002X"/></sharedItems></pivotCacheDefinition>',
      ],
    ]);
    expect(rulesOf(await inspect(bytes))).toEqual([
      'personal-mobile-number',
      'external-link',
      'personal-identity-number',
      'pivot-cache',
    ]);
  });
  test('text boxes, pictures and embedded files', async () => {
    const bytes = await withParts([
      ['xl/drawings/drawing1.xml', '<d><p><r><t>手机138</t></r><r><t>12345678</t></r></p></d>'],
      ['xl/media/image1.jpeg', jpegOf({ hasPlace: true })],
      ['xl/embeddings/oleObject1.bin', 'x'],
      ['xl/vbaProject.bin', 'x'],
    ]);
    expect([...new Set(rulesOf(await inspect(bytes)))]).toEqual([
      'personal-mobile-number',
      'image-location',
      'not-inspected',
    ]);
  });
});

describe('where it comes from', () => {
  test('paths on the computer of somebody, mail to somebody, names of sheets', async () => {
    const parts = partsOf({ sheets: [{ name: '手机13812345678', data: '' }] }).map(([name, text]): [string, string] => [
      name,
      text.replace('<sheets>', '<absPath url="C:\\Users\\王小明\\Desktop\\"/><sheets>'),
    ]);
    const links =
      '<Relationships><Relationship Target="mailto:wangxm@qq.com" TargetMode="External"/><Relationship Target="file:///C:/Users/zhang%20san/a.xlsx" TargetMode="External"/><Relationship Target="file:///C:/Users/Administrator/a.xlsx" TargetMode="External"/></Relationships>';
    expect(brief(await inspect(await zipOf([...parts, ['xl/worksheets/_rels/sheet1.xml.rels', links]])))).toEqual([
      ['local-path', '工作簿的保存位置', '王**'],
      ['personal-mobile-number', '工作表名称', '138******78'],
      ['personal-email-address', '链接 xl/worksheets/_rels/sheet1.xml.rels', 'w*****@qq.com'],
      ['local-path', '链接 xl/worksheets/_rels/sheet1.xml.rels', 'z********'],
    ]);
  });
});

describe('archives that cannot be looked into', () => {
  const plain = () => withParts([]);
  test.each<[string, () => Promise<Buffer>]>([
    ['an archive', () => zipOf([['a.txt', 'x']])],
    ['a presentation', () => zipOf([['ppt/presentation.xml', '<p/>']])],
    ['encrypted', async () => encrypted(await plain())],
    ['overlap', async () => overlapping(await plain())],
    ['damaged', async () => (await plain()).subarray(0, 300)],
    ['DOCTYPE', () => workbook({ sheets: [{ name: '一', data: '' }], prologue: '<!DOCTYPE x>' })],
    ['limit', () => workbook({ sheets: [{ name: '一', data: ' '.repeat(60 << 20) }] })],
  ])('%s', async (word, make) => {
    const [finding, ...others] = await inspect(await make());
    expect([finding?.rule, others]).toEqual(['not-inspected', []]);
    expect(finding?.message.en).toContain(word);
  });
});
