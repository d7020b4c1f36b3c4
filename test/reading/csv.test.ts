import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../api/core/grid.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import { inPieces, readBytes, readWhole } from '../support/reading.ts';

const csv = (content: string | Uint8Array, encoding?: string) => readBytes('file.csv', content, encoding);
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
/** 科目名称,公开 in GB18030. */
const gbkLine = Buffer.from([0xbf, 0xc6, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb9, 0xab, 0xbf, 0xaa, 0x0a]);
/** 公文,開放 in Big5. */
const big5Line = Buffer.from([0xa4, 0xbd, 0xa4, 0xe5, 0x2c, 0xb6, 0x7d, 0xa9, 0xf1, 0x0a]);

describe('text is cut into records as RFC 4180 says', () => {
  test('alike however it comes in pieces, well-formed or not', async () => {
    let state = 20_240_101;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 8) % below;
    };
    const alphabet = ['a', '"', '"', ',', ',', '\n', '\r\n', '\r', '""', '"x"', '预算 与 决算 的 公开 目录 索引', ' '];
    let refused = 0;
    for (let round = 0; round < 1_000; round += 1) {
      const text = Array.from({ length: 1 + next(14) }, () => alphabet[next(alphabet.length)]).join('');
      const whole = await csv(text);
      const pieced = await readWhole(inPieces('file.csv', Buffer.from(text), 1 + next(6)));
      expect(pieced, JSON.stringify(text)).toEqual(whole);
      if (whole.rules.length > 0) refused += 1;
    }
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(900);
  });
  test('a row is a record: line breaks within a cell do not count, empty lines do', async () => {
    const { grids } = await csv('编码,说明\n1,"一\n二\r\n三"\n\n,,\n2,末');
    expect(grids[0]?.rows).toEqual([
      { row: 1, cells: ['编码', '说明'] },
      { row: 2, cells: ['1', '一\n二\r\n三'] },
      { row: 5, cells: ['2', '末'] },
    ]);
  });
  test('codes, long numbers, dates and spaces stay as they are written; nothing is an empty text', async () => {
    const { cells } = await csv('00123,9007199254740993,"1.234,56",01/02/2024, a ,,..\n');
    expect(cells).toEqual([['00123', '9007199254740993', '1.234,56', '01/02/2024', ' a ', null, '..']]);
  });
  test('of an apostrophe before a formula exactly one is taken off, and of any other none', async () => {
    const { cells } = await csv(`'=1+1,''=1,'＝1,'-5,"'\t1","'\r1",'abc,'`);
    expect(cells).toEqual([['=1+1', "'=1", '＝1', '-5', '\t1', '\r1', "'abc", "'"]]);
  });
});

describe('what separates cells is seen in the lines, or asked for', () => {
  test.each([
    ['semicolons beside decimal commas', '科目;金额;年\n甲;1.234,56;2,0\n乙;1,5;3\n', ['科目', '金额', '年']],
    ['commas beside semicolons in notes', '科目,说明\n甲,一;二\n乙,三;四\n', ['科目', '说明']],
    ['commas under a title', '公开表\n\n编码,名称,数\n1,甲,2\n2,乙,3\n', ['公开表']],
    ['tabs beside commas', '编码\t名称\n1\t甲,乙\n', ['编码', '名称']],
    ['nothing', '编码\n1\n', ['编码']],
  ])('%s', async (_, text, first) => {
    expect(await csv(text)).toMatchObject({ rules: [], cells: expect.arrayContaining([first]) });
  });
  test('where two fit alike, nobody guesses', async () => {
    const { findings, grids } = await csv('a;b,c\n1;2,3\n');
    expect(findings).toMatchObject([{ rule: 'separator-unclear', severity: 'ERROR' }]);
    expect(grids).toEqual([]);
    expect((await readBytes('file.tsv', 'a\tb,c\n1\t2,3\n')).cells).toEqual([
      ['a', 'b,c'],
      ['1', '2,3'],
    ]);
  });
});

describe('an encoding is stated, marked, strict or assumed aloud', () => {
  const text = '科目,数\n教育,1\n';
  const expected = [
    ['科目', '数'],
    ['教育', '1'],
  ];
  test.each([
    ['UTF-8', Buffer.from(text), undefined],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), undefined],
    ['UTF-16 little endian with a mark', utf16le(`\ufeff${text}`), undefined],
    ['UTF-16 big endian with a mark', utf16be(`\ufeff${text}`), undefined],
    ['UTF-16 as stated', utf16be(text), 'utf-16be'],
  ])('%s, also byte by byte', async (_, bytes, encoding) => {
    expect(await csv(bytes, encoding)).toMatchObject({ rules: [], cells: expected });
    expect(await readWhole(inPieces('file.csv', bytes, 1), encoding)).toMatchObject({ rules: [], cells: expected });
  });
  test('Big5 as stated; unstated it is asked for, like Shift_JIS, Windows-1252 and a mixture', async () => {
    expect((await csv(big5Line, 'big5')).cells).toEqual([['公文', '開放']]);
    const shiftJis = Buffer.from([0x97, 0x5c, 0x8e, 0x5a, 0x2c, 0x8c, 0x88, 0x8e, 0x5a, 0x0a]);
    const latin = Buffer.from('Besançon,été', 'latin1');
    for (const bytes of [big5Line, shiftJis, latin, Buffer.concat([Buffer.from(text), gbkLine])]) {
      const { rules, findings, grids } = await csv(bytes);
      expect([rules, grids]).toEqual([['not-text'], []]);
      expect(findings[0]?.remedy?.zh).toContain('--encoding');
    }
  });
  test('GB18030 is found where it begins, after megabytes of digits', async () => {
    const { cells, rules } = await csv(Buffer.concat([Buffer.from('1,2\n'.repeat(400_000)), gbkLine]));
    expect(rules).toEqual(['encoding-assumed']);
    expect([cells.length, cells.at(-1)]).toEqual([400_001, ['科目名称', '公开']]);
  });
  test('a character cut in two where the encoding is looked for, or between pieces, is whole again', async () => {
    const wide = `${'𠀀'.repeat(100)},1\n`;
    const large = utf16le(`\ufeff甲,乙\n${`x${wide}`.repeat(3_000)}`);
    const { cells, rules } = await readWhole(inPieces('file.csv', large, 65_537));
    expect([rules, cells.length, cells.at(-1)]).toEqual([[], 3_001, [`x${'𠀀'.repeat(100)}`, '1']]);
    expect((await csv(utf16le('科目,数\n教育,1\n'.repeat(120_000)), 'utf-16le')).cells).toHaveLength(240_000);
    expect((await csv(utf16le('公开信息管理规定,公开\n'.repeat(60_000)))).rules).toEqual(['encoding-unknown']);
  });
});

describe('what cannot be read for certain is refused with its row and column', () => {
  const start = 'a,b\n'.repeat(100_000);
  const rows: readonly (readonly [string, string | Uint8Array, object])[] = [
    ['a NUL', `${start}1,x\u0000y\n`, { rule: 'control-character', row: 100_001, column: 'B' }],
    ['an escape in quotes', `a,b\n1,2,"x\n\u001b"`, { rule: 'control-character', row: 2, column: 'C' }],
    [
      'a byte of another encoding',
      Buffer.concat([Buffer.from(`科目,数\n${start}${start}${start}1,`), Buffer.from([0xff]), Buffer.from('\n')]),
      { rule: 'not-in-encoding', row: 300_002, column: 'B' },
    ],
    ['a cell of eight megabytes', `a,b\n1,${'x'.repeat(8 << 20)}`, { rule: 'cell-too-long', row: 2, column: 'B' }],
    ['twenty thousand columns', `a,b\n${'x,'.repeat(20_000)}`, { rule: 'too-many-columns', row: 2 }],
    [
      'a quote never closed',
      `a,b\n1,2\n3,"${'x,y\n'.repeat(900_000)}`,
      { rule: 'unclosed-quote', row: 3, column: 'B' },
    ],
    [
      'a quote before three megabytes',
      `a,b\n1,"${'x'.repeat(3 << 20)}`,
      { rule: 'unclosed-quote', row: 2, column: 'B' },
    ],
    ['a quote never closed at the end', 'a,b\n1,"x', { rule: 'unclosed-quote', row: 2, column: 'B' }],
    ['a quote within a cell', 'a,b\n1,5" pipe', { rule: 'malformed-csv', row: 2, column: 'B' }],
    ['text after a quote', 'a,b\n"1"x,2', { rule: 'malformed-csv', row: 2, column: 'A' }],
    ['a row without end', `a,b\n${`${'x'.repeat(9_000)},`.repeat(300)}`, { rule: 'record-too-long', row: 2 }],
    ['nothing at all', '', { rule: 'empty-file' }],
    ['only a mark', '\ufeff', { rule: 'empty-file' }],
    ['only separators', ',,\n,,\n', { rule: 'empty-file' }],
  ];
  test.each(rows)('%s', async (_, content, finding) => {
    const { findings } = await csv(content);
    expect(findings).toMatchObject([{ severity: 'ERROR', ...finding }]);
    expect(findings[0]?.remedy?.zh && findings[0].message.en).toBeTruthy();
  });
  test('characters lost in an earlier conversion are pointed at, once', async () => {
    const { findings, cells } = await csv('a,b\n1,正\ufffd文\n2,\ufffd');
    expect(findings).toMatchObject([{ rule: 'replacement-character', severity: 'WARNING', row: 2, column: 'B' }]);
    expect(cells).toHaveLength(3);
  });
  test('ragged rows, double and empty headers are handed on as they are', async () => {
    expect((await csv('a,a,\n1\n1,2,3,4\n__proto__,constructor')).cells).toEqual([
      ['a', 'a', null],
      ['1'],
      ['1', '2', '3', '4'],
      ['__proto__', 'constructor'],
    ]);
  });
});

describe('a long file is never in memory whole', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const rowsOfPiece = 1_000;
  const long: Source = {
    name: 'long.csv',
    size: 0,
    async *open() {
      for (let piece = 0; piece < 60; piece += 1) {
        const lines = Array.from(
          { length: rowsOfPiece },
          (_, index) => `${piece * rowsOfPiece + index},示例县某某局某某中心第${piece}号,${'备注'.repeat(100)}\n`,
        );
        yield Buffer.from(lines.join(''));
      }
    },
  };
  test('60,000 rows come in batches, and a name kept of each does not keep what stood around it', async () => {
    const names = new Set<string>();
    collect();
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    let most = 0;
    for await (const { rows } of (await readWorkbook(long)).grids)
      for await (const batch of rows) {
        count += batch.length;
        most = Math.max(most, batch.length);
        for (const { cells } of batch) names.add(cells[1] ?? '');
      }
    collect();
    expect([count, names.size, most]).toEqual([60_000, 60, 1_000]);
    // The text is 27 million characters long.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20 << 20);
  });
  test('a reader that is left early lets go of the file', async () => {
    let isClosed = false;
    const { grids } = await readWorkbook({
      ...long,
      async *open() {
        isClosed = false;
        try {
          yield* long.open();
        } finally {
          isClosed = true;
        }
      },
    });
    for await (const { rows } of grids) for await (const _ of rows) break;
    expect(isClosed).toBe(true);
  });
});
