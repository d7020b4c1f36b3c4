import { describe, expect, test } from 'vitest';
import type { Source } from '../../api/core/grid.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';

async function read(source: Source, encoding?: string) {
  const { grids, findings } = await readWorkbook(source, { encoding });
  const rows: { row: number; cells: readonly (string | null)[] }[] = [];
  for await (const grid of grids) for await (const batch of grid.rows) rows.push(...batch);
  return { rows, findings, rules: findings.map(({ rule }) => rule) };
}

const csv = (content: string | Uint8Array, name = 'file.csv') =>
  read(bytesSource(name, typeof content === 'string' ? new TextEncoder().encode(content) : content));

/** 科目名称,教育支出 … in bytes of another encoding. */
const gbk = new Uint8Array([
  0xbf, 0xc6, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb9, 0xab, 0xbf, 0xaa, 0x0d, 0x0a, 0xbd, 0xcc, 0xd3, 0xfd,
  0xd6, 0xa7, 0xb3, 0xf6, 0x2c, 0x31,
]);
const utf16 = (text: string, mark: boolean) => new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));

describe('delimited text', () => {
  test('cells are what was written: quotes, line breaks, codes, large numbers', async () => {
    const { rows, rules } = await csv(
      '\ufeff科目编码,名称\r\n00123,"甲""乙\n丙"\r\n\r\n9007199254740993,"1,234.56"\r\n',
    );
    expect(rules).toEqual([]);
    expect(rows).toEqual([
      { row: 1, cells: ['科目编码', '名称'] },
      { row: 2, cells: ['00123', '甲"乙\n丙'] },
      { row: 4, cells: ['9007199254740993', '1,234.56'] },
    ]);
  });
  test.each([
    ['a tab', '编码\t名称\n1\t甲, 乙'],
    ['a semicolon', '编码;名称\n1;甲, 乙'],
  ])('%s separates cells where the first lines use it', async (_, text) => {
    expect((await csv(text)).rows[1]?.cells).toEqual(['1', '甲, 乙']);
  });
  test('encodings are marked, strict, or assumed aloud; otherwise asked for', async () => {
    expect((await csv(utf16('科目,数\n教育,1', true))).rows[1]?.cells).toEqual(['教育', '1']);
    expect(await csv(gbk)).toMatchObject({ rules: ['encoding-assumed'], rows: [{}, { cells: ['教育支出', '1'] }] });
    expect(
      (await csv(utf16('关于公开县人民政府财政信息的通知和管理规定,数\n各部门政务公开工作,1', false))).rules,
    ).toEqual(['encoding-unknown']);
    expect((await csv(new Uint8Array([0x41, 0xff, 0xfe, 0x42]))).rules).toEqual(['not-text']);
    expect((await read(bytesSource('x.csv', gbk), 'gb18030')).rules).toEqual([]);
    expect((await csv('甲,乙\n1,\u00002')).rules).toEqual(['control-character']);
  });
  test('a wrong byte far into a long file is told with its row', async () => {
    const line = '205,教育支出,1\n';
    const bytes = Buffer.concat([Buffer.from(line.repeat(80_000)), Buffer.from([0xff]), Buffer.from(line)]);
    const piece = 1 << 16;
    const source: Source = {
      name: 'long.csv',
      size: bytes.byteLength,
      async *open() {
        for (let at = 0; at < bytes.byteLength; at += piece) yield bytes.subarray(at, at + piece);
      },
    };
    const { findings } = await read(source);
    expect(findings).toMatchObject([{ rule: 'not-in-encoding', severity: 'ERROR' }]);
    expect(findings[0]?.row).toBeGreaterThan(70_000);
  });
  test('hostile shapes are refused with the row', async () => {
    expect((await csv(`a,b\n1,"${'x'.repeat(3 << 20)}`)).findings).toMatchObject([{ rule: 'unclosed-quote', row: 2 }]);
    expect((await csv(`a,b\n1,${'x'.repeat(40_000)}`)).findings).toMatchObject([
      { rule: 'cell-too-long', row: 2, column: 'B' },
    ]);
    expect((await csv(`${'a,'.repeat(20_000)}b\n1`)).findings).toMatchObject([{ rule: 'too-many-columns', row: 1 }]);
    expect((await csv('__proto__,constructor\n1,2')).rows[0]?.cells).toEqual(['__proto__', 'constructor']);
    expect((await csv('')).rules).toEqual(['empty-file']);
  });
  test('a long file is read as it comes, in bounded memory', async () => {
    const piece = new TextEncoder().encode('2050201,学前教育,1234.56,2345.67,桓台县某幼儿园\n'.repeat(1_000));
    const source: Source = {
      name: 'long.csv',
      size: piece.byteLength * 300,
      async *open() {
        for (let index = 0; index < 300; index += 1) yield piece;
      },
    };
    const { grids, findings } = await readWorkbook(source);
    let count = 0;
    let most = 0;
    for await (const grid of grids) {
      for await (const batch of grid.rows) {
        count += batch.length;
        most = Math.max(most, batch.length);
      }
    }
    expect([count, findings]).toEqual([300_000, []]);
    expect(most).toBeLessThanOrEqual(1_000);
  }, 20_000);
});

describe('JSON', () => {
  const json = (text: string, name = 'file.json') => csv(text, name);
  test('numbers keep every digit, and keys are nothing but words', async () => {
    const { rows, rules } = await json('[{"code":"0050","final":9007199254740993.10},{"__proto__":"x","final":1.10}]');
    expect(rules).toEqual([]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['code', 'final', '__proto__'],
      ['0050', '9007199254740993.10', null],
      [null, '1.10', 'x'],
    ]);
  });
  test('arrays of arrays, and sheets by name', async () => {
    expect((await json('[["编码","数"],["205",1]]')).rows).toHaveLength(2);
    expect((await json('{"sheets":[{"name":"支出表","rows":[["编码"],["205"]]}]}')).rows).toHaveLength(2);
  });
  test('JSON Lines, line by line; a new key is told', async () => {
    expect((await json('{"a":1}\n{"a":2}\n', 'x.jsonl')).rows).toHaveLength(3);
    expect((await json('{"a":1}\n{"b":2}\n', 'x.jsonl')).findings).toMatchObject([
      { rule: 'unknown-key', row: 2, column: 'b' },
    ]);
  });
  test.each([
    ['not-a-table', '{"a":1}'],
    ['nested-value', '[{"a":{"b":1}}]'],
    ['nested-value', '[[1e5]]'],
    ['malformed-json', '[{"a":1'],
    ['malformed-json', `${'['.repeat(200_000)}`],
  ])('%s is told', async (rule, text) => {
    expect((await json(text)).rules).toEqual([rule]);
  });
});
