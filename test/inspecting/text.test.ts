import { describe, expect, test } from 'vitest';
import { inspectFile } from '../../api/inspecting/inspect-file.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { brief, inspect, rulesOf } from '../support/inspected.ts';

const identity = '11010519491231002X';

describe('plain text', () => {
  test('each place by its line', async () => {
    const text = `桓台县人民政府通知\n\n联系人手机：13812345678\n身份证号：\n${identity}\n`;
    expect(brief(await inspect(text))).toEqual([
      ['personal-mobile-number', '第 3 行', '138******78'],
      ['personal-identity-number', '第 5 行', '1101************2X'],
    ]);
  });
  test('nothing to find is nothing', async () => {
    expect(
      await inspect('桓台县人民政府关于2024年预算的通知，电话0533-8181234。\n统一社会信用代码113708280043326001\n'),
    ).toEqual([]);
    expect(await inspect('')).toEqual([]);
  });
  test('in GB18030 and UTF-16 as well', async () => {
    const gbk = Buffer.from([0xb5, 0xe7, 0xbb, 0xb0, 0xa3, 0xba]);
    const words = Buffer.from([0xb5, 0xc4, 0xb9, 0xab, 0xbf, 0xaa, 0xd0, 0xc5, 0xcf, 0xa2]);
    expect(rulesOf(await inspect(Buffer.concat([words, gbk, Buffer.from('13812345678\n'), words])))).toEqual([
      'personal-mobile-number',
    ]);
    const utf16 = Buffer.from(`\ufeff电话：13812345678\n`, 'utf16le');
    expect(rulesOf(await inspect(utf16))).toEqual(['personal-mobile-number']);
  });
  test('wherever a piece ends, each is found once, at its line', async () => {
    const line = '本县人民政府信息公开工作年度报告，各单位认真执行。';
    const lines = Array.from({ length: 60_000 }, (_, index) =>
      index % 6_000 === 17 ? `${line}手机 13812345678` : line,
    );
    const found = await inspect(lines.join('\n'));
    expect(found.map(({ place }) => place.zh)).toEqual(
      Array.from({ length: 10 }, (_, index) => `第 ${index * 6_000 + 18} 行`),
    );
    // One line without end.
    expect((await inspect(lines.join('，'))).length).toBe(10);
  });
  test('more than fifty of a sort are counted', async () => {
    const found = await inspect(Array.from({ length: 80 }, (_, index) => `手机 138123456${10 + index}`).join('\n'));
    expect(found.length).toBe(51);
    expect(found.at(-1)).toMatchObject({
      rule: 'personal-mobile-number',
      place: { zh: '另有 30 处', en: '30 more places' },
      shown: '',
    });
  });
  test('what cannot be read on is told, and what was read before it', async () => {
    const found = await inspect(
      Buffer.concat([Buffer.from(`公示\n${identity}\n`.padEnd(2 << 20, '公示\n')), Buffer.from([0xff, 0x31])]),
    );
    expect(rulesOf(found)).toEqual(['personal-identity-number', 'not-inspected']);
  });
  test('bytes of no known sort', async () => {
    expect(rulesOf(await inspect(Buffer.from([1, 2, 0, 255, 254, 7, 0, 9])))).toEqual(['not-inspected']);
  });
});

describe('tables as text', () => {
  const csv =
    '单位,姓名,身份证号,金额\n前诸村,王建国,370321********1234,800\n前诸村,朱**,3703************34,13812345678\n';
  test('cell by cell, whatever the media type', async () => {
    for (const type of ['text/csv', 'text/plain', 'application/pdf'])
      expect(brief(await inspect(csv, type))).toEqual([
        ['personal-named-household', '单元格 B2', '王**'],
        ['personal-partly-masked-identity-number', '单元格 C2', '3703************34'],
      ]);
  });
  test('two lines without a last line break are a table too', async () => {
    expect(rulesOf(await inspect('姓名,金额\n王建国,800'))).toEqual(['personal-named-household']);
    expect(rulesOf(await inspect('姓名\t金额\n王建国\t800'))).toEqual(['personal-named-household']);
  });
  test('one that breaks off is looked through by its lines', async () => {
    expect(rulesOf(await inspect(`a,b\n1,2\n"3,${identity}\n`, 'text/csv'))).toContain('personal-identity-number');
  });
});

describe('JSON', () => {
  test('by keys and places', async () => {
    const json = JSON.stringify({
      unit: '办公室',
      contacts: [{ 手机: '13812345678', 金额: 13812345678 }],
      people: [
        { 姓名: '王建国', 金额: 800, more: { 备注: [`身份证${identity}`] } },
        { 姓名: '朱**', 金额: 800 },
      ],
      amountFen: 13812345678,
    });
    expect(brief(await inspect(json))).toEqual([
      ['personal-mobile-number', '$.contacts[0].手机', '138******78'],
      ['personal-named-household', '$.people[0].姓名', '王**'],
      ['personal-identity-number', '$.people[0].more.备注[0]', '1101************2X'],
    ]);
  });
  test('what is not JSON after all is looked through by its lines', async () => {
    expect(brief(await inspect(`[公告]\n身份证${identity}`))).toEqual([
      ['personal-identity-number', '第 2 行', '1101************2X'],
    ]);
    expect(rulesOf(await inspect(`{"a":1}\n{"手机":"13812345678"}\n`))).toEqual(['personal-mobile-number']);
  });
});

describe('what is not looked into is said', () => {
  test.each<[string, number[] | string]>([
    ['RAR', 'Rar!\x1a\x07\x00'],
    ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]],
    ['GZIP', [0x1f, 0x8b, 8, 0, 0]],
    ['.doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]],
    ['RTF', '{\\rtf1\\ansi 13812345678}'],
    ['视频', [0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32]],
  ])('%s', async (name, bytes) => {
    const [finding, ...others] = await inspect(Buffer.from(bytes as number[]));
    expect([finding?.rule, others]).toEqual(['not-inspected', []]);
    expect(finding?.message.zh).toContain(name);
    expect(finding?.remedy.en).toMatch(/\w/);
  });
  test('the name of a file is published with it', async () => {
    const found = await inspectFile(bytesSource(`身份证${identity}.txt`, Buffer.from('正文')), 'text/plain');
    expect(brief(found)).toEqual([['personal-identity-number', '文件名', '1101************2X']]);
  });
  test('a file that is too large is not opened', async () => {
    const source = {
      name: 'large',
      size: 201 << 20,
      open: () => {
        throw new Error('opened');
      },
    };
    expect(rulesOf(await inspectFile(source, 'text/plain'))).toEqual(['not-inspected']);
  });
});
