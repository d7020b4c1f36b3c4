import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishedAt } from '../../api/core/record-columns.ts';
import { csvLines } from '../../api/exporting/csv.ts';
import { workbook } from '../../api/exporting/xlsx.ts';
import {
  publishPaper,
  regulatoryDocument,
  sampleCounty,
  stagePaper,
  textOf,
  withdrawPaper,
} from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, publicUrl, type TestServer } from '../support/server.ts';
import { send } from './raw.ts';

const documents = 130;
const paper = {
  subject: '检验导出',
  number: '桓政办字〔2024〕95号',
  body: [
    '请遵照执行。',
    '一、=HYPERLINK("http://evil.example","点此")',
    '二、+86电话',
    '三、照常办理。他说“好”，\t即办。',
  ],
};

let server: TestServer;
let base: string;
let published: string;
let withdrawn: string;

beforeAll(async () => {
  const store = await sampleCounty({ name: 'PGlite', open: openMemory }, documents);
  ({ indexNumber: published } = await publishPaper(store, paper));
  ({ indexNumber: withdrawn } = await publishPaper(store, { subject: '检验撤回', number: '桓政办字〔2024〕96号' }));
  await withdrawPaper(store, withdrawn, '含有个人信息');
  server = await openServer(store);
  base = await server.listen();
});
afterAll(() => server.close());

const list = (format: string, parameters = ''): string => `/api/v1/regulatory-documents.${format}${parameters}`;
const get = async (path: string) => {
  const { status, headers, body } = await send(base, path);
  return { status, headers, body, text: body.toString('utf8') };
};

/** CSV as a reader of RFC 4180 takes it. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** The parts of a workbook, by name, out of its central directory. */
function partsOf(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    parts.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(packed) : packed).toString(),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

const all = async () => JSON.parse((await get(list('json'))).text) as Record<string, unknown>[];

describe('a list as CSV', () => {
  test('has all rows, across pages, once each', async () => {
    const { status, headers, text } = await get(list('csv'));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''.*\.csv$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    const [head, ...rows] = rowsOf(text.slice(1));
    expect(rows).toHaveLength(documents + 1);
    expect(new Set(rows.map(([indexNumber]) => indexNumber)).size).toBe(rows.length);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
  });

  test('begins with a byte order mark, ends its lines with CRLF, and names its columns in Chinese', async () => {
    const { body, text } = await get(list('csv'));
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const labels = regulatoryDocument.exports.list.sheet.columns.map(({ label }) => label.zh);
    expect(rowsOf(text.slice(1))[0]).toEqual(labels);
  });

  test('with header=code its columns have the names of the API, with bom=0 there is no mark', async () => {
    const { text } = await get(list('csv', '?header=code&bom=0'));
    expect(rowsOf(text)[0]).toEqual(regulatoryDocument.exports.list.sheet.columns.map(({ key }) => key));
  });

  test('codes and dates stay text: they are always quoted', async () => {
    const { text } = await get(list('csv', '?header=code&bom=0'));
    const line = text.split('\r\n')[1] ?? '';
    const [indexNumber = ''] = rowsOf(text)[1] ?? [];
    expect(indexNumber).toMatch(/^[0-9A-Z]{18}\/\d{4}-\d+$/);
    expect(line.startsWith(`"${indexNumber}"`)).toBe(true);
    expect(line).toMatch(/"\d{4}-\d{2}-\d{2}"/);
  });

  test('what a spreadsheet would run is shown instead', async () => {
    const { text } = await get(`/regulatory-documents/${published}.csv`);
    const cells = rowsOf(text.slice(1)).flat();
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
    expect(cells.some((cell) => cell.startsWith("'+86"))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
  });

  test.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    '%j gets an apostrophe',
    (text) => {
      expect(csvLines([[text]])).toBe(`"'${text}"\r\n`);
    },
  );

  test('a number is a number, an absent value is empty, a quotation mark is doubled', () => {
    expect(csvLines([[1, -2.5, null, 'a"b', '']])).toBe('1,-2.5,,"a""b",""\r\n');
  });

  test('it narrows by the names of the list’s filters', async () => {
    const whole = await all();
    const years = await all();
    const wanted = years.filter(({ formedOn }) => String(formedOn) >= '2024-01-01');
    const { text } = await get(list('csv', '?formedOn__gte=2024-01-01&bom=0'));
    expect(rowsOf(text)).toHaveLength(wanted.length + 1);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(whole.length);
    const none = await get(list('csv', '?number=none&bom=0'));
    expect(rowsOf(none.text)).toHaveLength(1);
  });
});

describe('a list as JSON', () => {
  test('is one array of all records', async () => {
    const { headers, text } = await get(list('json'));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const records = JSON.parse(text) as Record<string, string>[];
    expect(records).toHaveLength(documents + 1);
    expect(records.find(({ indexNumber }) => indexNumber === published)?.['permalink']).toBe(
      `${publicUrl}/id/regulatory-document/${published}`,
    );
  });

  test('is an empty array when nothing is found', async () => {
    expect(JSON.parse((await get(list('json', '?number=none'))).text)).toEqual([]);
  });
});

describe('a list as a workbook', () => {
  const sheet = (parts: Map<string, string>): string => parts.get('xl/worksheets/sheet1.xml') ?? '';

  test('opens, has all rows, its header stays in view, and no cell is a formula', async () => {
    const { status, headers, body } = await get(list('xlsx'));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(body.subarray(0, 2).toString()).toBe('PK');
    const parts = partsOf(body);
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml']));
    expect(sheet(parts).match(/<row /g)).toHaveLength(documents + 2);
    expect(sheet(parts)).toContain('state="frozen"');
    expect([...parts.values()].some((part) => /<f[ >]/.test(part))).toBe(false);
    expect([...parts.values()].join('')).toContain(published);
  });

  test('a record has a sheet for each of its tables', async () => {
    const parts = partsOf((await get(`/regulatory-documents/${published}.xlsx`)).body);
    const sheets = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(1);
    expect([...parts.values()].join('')).toContain('照常办理');
    expect([...parts.values()].some((part) => /<f[ >]/.test(part))).toBe(false);
  });

  test('a day is a day to sort and group by, wherever a worksheet can count it', async () => {
    const column = { key: 'on', label: { zh: '日期', en: 'Day' }, isDay: true };
    const rows = [['2021-07-15'], ['1900-02-28'], ['不详'], [null]];
    const parts = partsOf(await workbook([{ name: { zh: '表', en: 'Sheet' }, columns: [column], rows }]));
    const text = [...parts.values()].join('');
    // Days since 30 December 1899.
    expect(text).toContain('<v>44392</v>');
    for (const kept of ['1900-02-28', '不详']) expect(text).toContain(kept);
    const listed = partsOf((await get(list('xlsx'))).body);
    expect(listed.get('xl/styles.xml')).toContain('yyyy-mm-dd');
  });

  test('the time of a publication is that of clocks in China, and sorts as a time; a percentage sorts as a number', async () => {
    const value = publishedAt.value({ modifiedAt: '2025-08-31T17:00:00.000Z' });
    expect([publishedAt.label.zh, value]).toEqual(['发布时间（北京时间）', '2025-09-01T01:00:00.000+08:00']);
    const rate = { key: 'rate', label: { zh: '完成率', en: 'Completed' }, isPercent: true };
    const rows = [
      [value, '102.5%'],
      [null, '不详'],
      ...['7.7338%', '-7.7338%', '57.99%', '0.07%', '12345678901234.567%'].map((percent) => [null, percent]),
    ];
    const parts = partsOf(await workbook([{ name: { zh: '表', en: 'Sheet' }, columns: [publishedAt, rate], rows }]));
    const text = [...parts.values()].join('');
    // 1 September 2025 is day 45901; an hour is a twenty-fourth.
    expect(Number(/<v>(45901[.\d]*)<\/v>/.exec(text)?.[1])).toBeCloseTo(45901 + 1 / 24, 6);
    expect(text).toContain('<v>1.025</v>');
    // Divided by a hundred, 7.7338 would be 0.07733799999999999.
    for (const exact of ['0.077338', '-0.077338', '0.5799', '0.0007', '123456789012.346'])
      expect(text).toContain(`<v>${exact}</v>`);
    expect(text).toContain('不详');
    expect(partsOf((await get(list('xlsx'))).body).get('xl/styles.xml')).toContain('yyyy-mm-dd hh:mm:ss');
  });

  test('a cell longer than a worksheet can hold is cut, and characters XML has no place for break nothing', async () => {
    const column = { key: 'a', label: { zh: '甲', en: 'A' }, value: () => null };
    const rows = [['x'.repeat(40_000)], ['a\u0001b\ud800<&>'], ['=1']];
    const parts = partsOf(await workbook([{ name: { zh: '表/格', en: 'Sheet' }, columns: [column], rows }]));
    const text = [...parts.values()].join('');
    expect(text).not.toContain('x'.repeat(32_768));
    expect(text).toContain('&lt;&amp;&gt;');
    expect(text).not.toContain('\u0001');
    expect(text).toContain("<t>'=1</t>");
  });
});

describe('what is asked wrongly is said, never ignored', () => {
  test.each(['csv', 'json', 'xlsx'])(
    'an unknown parameter of a %s list is named, with those there are',
    async (format) => {
      const { status, headers, text } = await get(list(format, '?colour=red'));
      expect(status).toBe(400);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['content-disposition']).toBeUndefined();
      const told = JSON.parse(text);
      expect(told.code).toBe('BAD_USER_INPUT');
      expect(told.detail).toContain('colour');
      for (const name of ['search', 'asOf', 'number', 'topic', 'year']) expect(told.detail).toContain(name);
      expect(told.detail).toMatch(/\p{Script=Han}/u);
    },
  );

  test.each([
    'year=abc',
    'year=2.5',
    'year__in=2020,x',
    'number__like=x',
    'formedOn=2024-02-30',
    'asOf=yesterday',
    'asOf=2999-01-01T00:00:00Z',
    'validOn=2024-13-01',
    'year__isNull=maybe',
    'AND=x',
    '__proto__=1',
    'constructor=1',
    'topic__constructor=1',
    'first=10',
    'header=both',
    'bom=2',
  ])('%s is 400', async (parameters) => {
    for (const format of ['csv', 'json', 'xlsx']) {
      const { status, text, headers } = await get(list(format, `?${parameters}`));
      expect([parameters, format, status]).toEqual([parameters, format, 400]);
      expect(JSON.parse(text).code).toBe('BAD_USER_INPUT');
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});

describe('one record', () => {
  test('as JSON, with everything it states', async () => {
    const { status, headers, text } = await get(`/regulatory-documents/${published}.json`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const record = JSON.parse(text);
    expect(record).toMatchObject({ indexNumber: published, number: { text: paper.number } });
    expect(JSON.stringify(record)).toContain('照常办理');
  });

  test.each(['json', 'csv', 'xlsx'])('withdrawn is 410 with the reason, as %s', async (format) => {
    const { status, text } = await get(`/regulatory-documents/${withdrawn}.${format}`);
    expect(status).toBe(410);
    const told = JSON.parse(text);
    expect(told).toMatchObject({ code: 'WITHDRAWN', reason: '含有个人信息' });
    expect(told.withdrawnAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  });

  test.each(['json', 'csv', 'xlsx'])('never public is 404, as %s', async (format) => {
    const { status, text } = await get(`/regulatory-documents/11370321004223000X/2024-9999999.${format}`);
    expect([status, JSON.parse(text).code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('an attachment', () => {
  const attachments = async (indexNumber: string) => {
    const { one } = await server.ask<{ one: { attachments: { url: string; name: string; size: number }[] } }>(
      'query($indexNumber: String!) { one: regulatoryDocument(by: { indexNumber: $indexNumber }) { attachments { url name size } } }',
      { indexNumber },
    );
    return one.attachments;
  };

  test('is the source file, byte for byte, to be saved and never run', async () => {
    const [source] = await attachments(published);
    const { status, headers, body } = await get(source?.url.replace(publicUrl, '') ?? '');
    expect(status).toBe(200);
    expect(body.equals(Buffer.from(textOf(paper)))).toBe(true);
    expect(body.length).toBe(source?.size);
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''paper\.txt$/);
    expect(headers['content-security-policy']).toMatch(/\bsandbox\b/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-type']).toContain('text/plain');
  });

  test('of a draft and of nothing is 404, of what was withdrawn 410', async () => {
    const { indexNumber } = await publishPaper(server.store, { subject: '检验附件', number: '桓政办字〔2024〕97号' });
    const [source] = await attachments(indexNumber);
    const path = source?.url.replace(publicUrl, '') ?? '';
    const draft = path.replace('/editions/1/', '/editions/2/');
    expect(draft).not.toBe(path);
    await stagePaper(server.store, { subject: '检验附件', number: '桓政办字〔2024〕97号', body: ['改动。'] });
    expect((await get(path)).status).toBe(200);
    expect((await get(draft)).status).toBe(404);
    for (const wrong of [
      `${path}9`,
      path.replace(/\/\d+$/, '/x'),
      path.replace(/\/\d+$/, '/-1'),
      path.replace(/\/\d+$/, '/99999999999'),
    ])
      expect([wrong, (await get(wrong)).status]).toEqual([wrong, 404]);
    await withdrawPaper(server.store, indexNumber);
    expect((await get(path)).status).toBe(410);
  });
});
