import { describe, expect, test } from 'vitest';
import type { Finding } from '../../api/core/finding.ts';
import { cellText, type PrintedSheet } from '../../api/core/printed-sheet.ts';
import type { Kind, SampleFile, Statement } from '../../api/disclosures/kind.ts';
import { kinds } from '../../api/disclosures/registry.ts';
import { printedWorkbook } from '../../api/exporting/printed.ts';
import { canonicalStatement } from '../../api/publishing/edition-rows.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import { type Rows, sheetsOf, sourceOf } from '../support/grids.ts';

const options = { seed: 20_210_715, count: 24 };

const grids = (sheets: readonly PrintedSheet[]): Record<string, Rows> =>
  Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(cellText))]));

const placed = ({ rule, sheet, row }: Pick<Finding, 'rule' | 'sheet' | 'row'>): string =>
  [rule, sheet ?? '', row ?? ''].join(' ');

async function read({ reading }: Kind, sheets: readonly PrintedSheet[]): Promise<Statement> {
  if (reading.of !== 'tables') throw new TypeError('only kinds of tables make files');
  return reading.read(sourceOf(grids(sheets)));
}

const ofTables = kinds.filter(({ reading }) => reading.of === 'tables');

// What every kind whose files are tables promises of its generator, its errors and its templates.
describe.each(ofTables.map((kind) => ({ kind, name: kind.name })))('$name', ({ kind }) => {
  test('its sample files keep every rule and read back to the records they were made from', async () => {
    const samples = new Map([...kind.sample(options)].map((one) => [one.metadata.title, one]));
    let compared = 0;
    for (const file of kind.files({ ...options, faults: false })) {
      const statement = await read(kind, sheetsOf(file));
      expect(file.expected).toEqual([]);
      expect([statement.metadata.title, statement.findings]).toEqual([statement.metadata.title, []]);
      const made = samples.get(statement.metadata.title);
      if (made && kind.name !== 'budget') {
        expect(statement.stated).toEqual(made.stated);
        expect(statement.metadata).toEqual(made.metadata);
        expect(canonicalStatement(statement, []).digest).toBe(canonicalStatement(made, []).digest);
        compared += 1;
      }
    }
    if (kind.name !== 'budget') expect(compared).toBeGreaterThan(0);
  }, 60_000);

  test('each planted error is found where it was planted, and nothing else is', async () => {
    const spoilt = [...kind.files({ ...options, faults: true })].filter(({ expected }) => expected.length > 0);
    expect(spoilt.length).toBeGreaterThan(4);
    for (const file of spoilt) {
      const { name, expected } = file;
      const { findings } = await read(kind, sheetsOf(file));
      expect([name, findings.map(placed).sort()]).toEqual([name, expected.map(placed).sort()]);
    }
  }, 60_000);

  test('its files are workbooks a department can open, and read the same from bytes', async () => {
    const [file] = kind.files({ ...options, faults: false });
    if (!file || kind.reading.of !== 'tables') throw new TypeError('it makes no files');
    const bytes = await printedWorkbook(sheetsOf(file));
    const workbook = await readWorkbook(bytesSource('file.xlsx', bytes));
    const statement = await kind.reading.read({ ...sourceOf({}), workbook });
    expect(statement.findings).toEqual([]);
    expect(statement.stated).toEqual((await read(kind, sheetsOf(file))).stated);
  });

  test('its templates offer lists to choose from, and an empty one says what is missing', async () => {
    expect(kind.templates.length).toBeGreaterThan(0);
    for (const template of kind.templates) {
      const sheets = template.sheets();
      expect(sheets.flatMap(({ choices = [] }) => choices).length).toBeGreaterThan(1);
      const bytes = await printedWorkbook(sheets);
      const workbook = await readWorkbook(bytesSource('template.xlsx', bytes));
      if (kind.reading.of !== 'tables') continue;
      const { findings } = await kind.reading.read({ ...sourceOf({}), workbook });
      expect(findings.filter(({ severity }) => severity === 'ERROR').length).toBeGreaterThan(0);
      expect(findings.map(({ rule }) => rule)).not.toContain('unknown-table');
      expect(findings.map(({ rule }) => rule)).not.toContain('column-not-read');
    }
  });
});

// The same of kinds whose files are texts.
describe.each(kinds.filter(({ reading }) => reading.of === 'text').map((kind) => ({ kind, name: kind.name })))(
  '$name',
  ({ kind }) => {
    const files = [...kind.files({ ...options, count: 300, faults: true })];
    const readText = (file: SampleFile): readonly Finding[] => {
      if (kind.reading.of !== 'text' || !('text' in file)) throw new TypeError(`${file.name} is no text`);
      return kind.reading.read({ name: file.name, text: file.text }).findings;
    };

    test('a template that is not filled in is refused, one filled in is read as it was written', () => {
      if (kind.reading.of !== 'text') throw new TypeError('it reads no text');
      expect(kind.textTemplates.length).toBeGreaterThan(0);
      for (const { text } of kind.textTemplates) {
        const empty = kind.reading.read({ name: 'template.txt', text }).findings;
        expect(empty.some(({ rule, severity }) => rule === 'template-left-over' && severity === 'ERROR')).toBe(true);
      }
      const [first] = kind.textTemplates;
      const filled = (first?.text ?? '')
        .replaceAll('【发文机关】', '桓台县人民政府')
        .replace('【机关代字】〔【年份】〕【顺序号】号', '桓政发〔2024〕9号')
        .replace(/【规范性文件登记号[^】]*】/, 'HTDR-2024-0010009')
        .replaceAll('【文件名称】', '桓台县示例管理办法')
        .replaceAll('【年】年【月】月【日】日', '2024年5月1日')
        .replace('有效期至2024年5月1日', '有效期至2029年4月30日')
        .replace('【主送机关】', '县政府各部门')
        .replace('（责任单位：【单位】）', '（责任单位：县财政局）')
        .replace('【印发机关】', '桓台县人民政府办公室')
        .replace(/【([^】]*)】/g, '$1');
      const { metadata, findings } = kind.reading.read({ name: 'filled.txt', text: filled });
      expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
      expect(metadata).toMatchObject({
        title: '桓台县人民政府关于印发《桓台县示例管理办法》的通知',
        attribute: 'PROACTIVE',
        effectiveFrom: '2024-05-01',
        effectiveTo: '2029-04-30',
      });
    });
    test('its sample files keep every rule', () => {
      const sound = files.filter(({ expected }) => expected.length === 0);
      expect(sound.length).toBeGreaterThan(100);
      for (const file of sound) expect([file.name, readText(file)]).toEqual([file.name, []]);
    });
    test('each planted error is found where it was planted, and nothing else is', () => {
      const spoilt = files.filter(({ expected }) => expected.length > 0);
      expect(spoilt.length).toBeGreaterThan(9);
      for (const file of spoilt)
        expect([file.name, readText(file).map(placed).sort()]).toEqual([file.name, file.expected.map(placed).sort()]);
    });
  },
);
