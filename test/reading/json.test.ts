import { describe, expect, test } from 'vitest';
import { parseJson } from '../../api/reading/json-text.ts';
import { inPieces, readBytes, readWhole } from '../support/reading.ts';

const json = (text: string, name = 'file.json') => readBytes(name, text);
const lines = (text: string) => json(text, 'file.jsonl');

describe('a JSON document is read as a table', () => {
  test('numbers are what is written, digit by digit', async () => {
    const { cells } = await json('[[9007199254740993, 1.10, -0.50, 0, "00123", 123456789012345678901234567890]]');
    expect(cells).toEqual([['9007199254740993', '1.10', '-0.50', '0', '00123', '123456789012345678901234567890']]);
  });
  test('keys are the header in the order they first appear in, years among them', async () => {
    const { cells } = await json('[{"编码":"205","2023":1},{"编码":"206","2022":2,"2023":3}]');
    expect(cells).toEqual([
      ['编码', '2023', '2022'],
      ['205', '1', null],
      ['206', '3', '2'],
    ]);
  });
  test('__proto__ and constructor are words like any other', async () => {
    const { cells } = await json('[{"__proto__":{},"constructor":"x"}]'.replace('{}', '"y"'));
    expect(cells).toEqual([
      ['__proto__', 'constructor'],
      ['y', 'x'],
    ]);
    expect(Object.hasOwn(Object.prototype, 'y')).toBe(false);
  });
  test('true, false, null, escapes and line breaks', async () => {
    expect((await json('[["a\\\\","\\\\\\"b"]]')).cells).toEqual([['a\\', '\\"b']]);
    expect((await json('[[true,false,null,"","a\\n\\"\\\\\\u4e00","\\ud840\\udc00"]]')).cells).toEqual([
      ['TRUE', 'FALSE', null, null, 'a\n"\\一', '𠀀'],
    ]);
  });
  test('sheets by their names, rows where they stand', async () => {
    const { grids } = await json('{"sheets":[{"name":"收入","rows":[["a"],[],["b"]]},{"rows":[{"c":1}]}]}');
    expect(grids).toMatchObject([
      { name: '收入', isHidden: false, rows: [{ row: 1 }, { row: 3 }] },
      {
        name: 'sheet 2',
        rows: [
          { row: 1, cells: ['c'] },
          { row: 2, cells: ['1'] },
        ],
      },
    ]);
  });
  test('its name or its first character says that it is JSON', async () => {
    expect((await json('\ufeff [["a"]]', 'data')).cells).toEqual([['a']]);
    expect((await json('[单位],数\n甲,1', 'data.csv')).cells[0]).toEqual(['[单位]', '数']);
  });
});

describe('what is no JSON is told where', () => {
  test.each([
    ['[["a"],\n["b" "c"]]', /不是有效的 JSON，第 2 行第 6 个字符/, '6'],
    ['{"表":', /不是有效的 JSON，第 1 行第 6 个字符/, '6'],
    [`[\n${'['.repeat(40)}`, /嵌套超过 32 层，第 2 行第 \d+ 个字符/, '33'],
  ])('%s', async (text, zh, column) => {
    const [told] = (await json(text)).findings;
    expect(told).toMatchObject({ rule: 'malformed-json', severity: 'ERROR', column });
    expect(told?.message.zh).toMatch(zh);
    expect(told?.message.en).toMatch(/line \d, character \d/);
  });
});

describe('JSON Lines are read line by line', () => {
  test('the first line fixes the columns; a line may lack some and have no other', async () => {
    const { cells, rules } = await lines('{"a":1.10,"b":"x"}\n\n{"b":"y"}\n');
    expect([cells, rules]).toEqual([
      [
        ['a', 'b'],
        ['1.10', 'x'],
        [null, 'y'],
      ],
      [],
    ]);
    expect((await lines('{"a":1}\n{"a":1}\n{"c":1}')).findings).toMatchObject([
      { rule: 'unknown-key', severity: 'ERROR', row: 3, column: 'c' },
    ]);
  });
  test('in batches, from pieces of any length', async () => {
    const bytes = Buffer.from('{"名称":"学前教育","数":9007199254740993}\n'.repeat(5_000));
    const { cells, rules } = await readWhole(inPieces('file.jsonl', bytes, 777));
    expect([rules, cells.length, cells.at(-1)]).toEqual([[], 5_001, ['学前教育', '9007199254740993']]);
  });
  test.each([
    ['malformed-json', '{"a":1}\n{"a":\n', 2],
    ['malformed-json', '{"a":1}\n[1]\n', 2],
    ['duplicate-key', '{"a":1}\n{"a":1,"a":2}\n', 2],
    ['control-character', '{"a":1}\n{"a":"\u0000"}\n', 2],
    ['record-too-long', `{"a":1}\n{"a":"${'x y'.repeat(1 << 20)}`, 2],
  ])('%s is told with its line', async (rule, text, row) => {
    expect((await lines(text)).findings).toMatchObject([{ rule, severity: 'ERROR', row }]);
  });
});

describe('what is no table, or not for certain, is refused with its place', () => {
  const rows: readonly (readonly [string, string, object])[] = [
    ['nested-value', '[{"a":1},{"a":{"b":1}}]', { row: 3, column: 'a' }],
    ['nested-value', '[["x"],["y",[1]]]', { row: 2, column: 'B' }],
    ['nested-value', '{"sheets":[{"name":"表","rows":[[[1]]]}]}', { sheet: '表', row: 1, column: 'A' }],
    ['duplicate-key', '[{"a":1},\n{"a":1,"a":2}]', { row: 2, column: 'a' }],
    ['control-character', '[["a","b\\u0000"]]', { row: 1, column: 'B' }],
    ['control-character', '[["a\\u001b"]]', { row: 1, column: 'A' }],
    ['half-character', '[["\\ud840"]]', { row: 1, column: 'A' }],
    ['cell-too-long', `[["a"],["b","${'x'.repeat(32_768)}"]]`, { row: 2, column: 'B' }],
    ['too-many-columns', `[[${'1,'.repeat(1_000)}1]]`, { row: 1 }],
    ['not-a-table', '[1,2]', {}],
    ['not-a-table', '[{"a":1},[2]]', {}],
    ['not-a-table', '{"a":1}', {}],
    ['malformed-json', '[["a"],\n["b"', { row: 2 }],
    ['malformed-json', '[["a"]]\n[["b"]]', { row: 2 }],
    ['malformed-json', '[[01]]', {}],
    ['malformed-json', '[["a\tb"]]', {}],
    ['malformed-json', '[["a",]]', {}],
    ['malformed-json', '[[NaN]]', {}],
    ['malformed-json', '['.repeat(200_000), {}],
    ['file-too-large', `[[${'1,'.repeat(5_000_000)}1]]`, {}],
    ['empty-file', '', {}],
  ];
  test.each(rows)('%s', async (rule, text, place) => {
    const { findings } = await json(text);
    expect(findings).toMatchObject([{ rule, severity: 'ERROR', ...place }]);
    expect(findings[0]?.remedy?.zh).toBeTruthy();
  });
  test('more than fifty megabytes, without reading them', async () => {
    const source = { ...inPieces('file.json', Buffer.from('[]'), 10), size: (50 << 20) + 1 };
    const { findings } = await readWhole(source);
    expect(findings).toMatchObject([{ rule: 'file-too-large' }]);
    expect(findings[0]?.remedy?.zh).toContain('.jsonl');
  });
});

test('what is JSON is told as the engine tells it', () => {
  const alphabet = [
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '.5',
    'e3',
    'true',
    'null',
    ' ',
    '"\\',
    '\\n"',
  ];
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  const accepts = (read: (text: string) => unknown, text: string): boolean => {
    try {
      read(text);
      return true;
    } catch {
      return false;
    }
  };
  let accepted = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from({ length: 1 + next(6) }, () => alphabet[next(alphabet.length)]).join('');
    const isJson = accepts(JSON.parse, text);
    accepted += isJson ? 1 : 0;
    if (accepts(parseJson, text) !== isJson && !/"a".*"a"|"b".*"b"/.test(text)) expect(text).toBe('told alike');
  }
  expect(accepted).toBeGreaterThan(500);
});
