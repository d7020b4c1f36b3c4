import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishPaper, sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [database] = databases;
if (!database) throw new Error('no database');

let server: TestServer;

beforeAll(async () => {
  server = await openServer(await sampleCounty(database, 130));
});
afterAll(() => server.close());

/** Reads CSV as RFC 4180 has it. */
function cells(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\r\n').slice(0, -1)) {
    rows.push(
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  }
  return rows;
}

const list = '/api/v1/regulatory-documents';

describe('a list as CSV', () => {
  test('has a mark for spreadsheets, Chinese headings, every row once, and says what it is', async () => {
    const { body, headers, status } = await server.get(`${list}.csv`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="gongkai\.csv"; filename\*=UTF-8''%E8%A7%84/);
    expect(body.startsWith('\ufeff"索引号","标题",')).toBe(true);
    const [heading, ...rows] = cells(body.slice(1));
    expect(rows).toHaveLength(130);
    expect(new Set(rows.map(([indexNumber]) => indexNumber)).size).toBe(130);
    for (const row of rows) expect(row).toHaveLength(heading?.length ?? 0);
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('leaves the mark out and names columns by code when asked to', async () => {
    const { body } = await server.get(`${list}.csv?bom=0&header=code`);
    expect(body.startsWith('"indexNumber","title","number",')).toBe(true);
  });

  test('is narrowed by the same names the list has', async () => {
    for (const [query, where] of [
      ['year=2024', '{ year: { eq: 2024 } }'],
      ['year__gte=2020&genre__in=NOTICE,OPINION', '{ year: { gte: 2020 }, genre: { in: ["NOTICE", "OPINION"] } }'],
      ['validity__ne=IN_FORCE', '{ validity: { ne: "IN_FORCE" } }'],
      ['formedOn__lt=2020-01-01&topic__isNull=false', '{ formedOn: { lt: "2020-01-01" }, topic: { isNull: false } }'],
      [`number=${encodeURIComponent('没有')}`, '{ number: { eq: "没有" } }'],
    ]) {
      const { found } = await server.ask<{ found: { totalCount: number } }>(
        `{ found: regulatoryDocuments(where: ${where}) { totalCount } }`,
      );
      expect(cells((await server.get(`${list}.csv?${query}`)).body)).toHaveLength(found.totalCount + 1);
      expect(JSON.parse((await server.get(`${list}.json?${query}`)).body)).toHaveLength(found.totalCount);
    }
    const searched = await server.ask<{ found: { totalCount: number } }>(
      '{ found: regulatoryDocuments(search: "管理") { totalCount } }',
    );
    expect(cells((await server.get(`${list}.csv?search=${encodeURIComponent('管理')}`)).body)).toHaveLength(
      searched.found.totalCount + 1,
    );
  });

  test('an unknown name is an error that tells the known ones', async () => {
    const { status, body } = await server.get(`${list}.csv?colour=red`);
    expect(status).toBe(400);
    expect(body).toMatch(/colour.*search, asOf, validOn.*year/);
    expect((await server.get(`${list}.csv?year__like=2`)).body).toMatch(/eq, .*gte/);
  });

  test('text that a spreadsheet would run is shown instead; quotes and commas survive', async () => {
    const { indexNumber } = await publishPaper(server.store, {
      subject: '公式',
      number: '桓政办字〔2024〕912号',
      body: ['=cmd|calc', '＝全角', '@SUM(1)', '他说："甲","乙"。'],
    });
    const rows = cells((await server.get(`/regulatory-documents/${indexNumber}.csv`)).body);
    const texts = rows.map((row) => row[4]);
    for (const text of texts) expect(text).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
    expect(texts.some((text) => text?.startsWith("'=cmd"))).toBe(true);
    const json = JSON.parse((await server.get(`/regulatory-documents/${indexNumber}.json`)).body);
    expect(json.articles.some(({ text }: { text: string }) => text.startsWith('=cmd'))).toBe(true);
    expect(texts.some((text) => text?.includes('他说："甲","乙"'))).toBe(true);
  });
});

describe('a list as JSON', () => {
  test('is a list, also an empty one', async () => {
    const rows = JSON.parse((await server.get(`${list}.json`)).body);
    expect(rows.length).toBeGreaterThan(129);
    expect(rows[0]).toMatchObject({
      indexNumber: expect.any(String),
      title: expect.any(String),
      permalink: expect.stringMatching(/^https:/),
    });
    expect((await server.get(`${list}.json?year=1949`)).body).toBe('[]\n');
  });

  test('at a past instant is what the platform said then', async () => {
    const { body } = await server.get(`${list}.json?asOf=2020-01-01T00:00:00Z`);
    const rows = JSON.parse(body);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ modifiedAt }: { modifiedAt: string }) => modifiedAt <= '2020-01-01T00:00:00Z')).toBe(true);
  });
});

test('a workbook of the same content is the same file, so that it need not be sent again', async () => {
  const [record] = JSON.parse((await server.get(`${list}.json`)).body);
  const url = `/regulatory-documents/${record.indexNumber}.xlsx`;
  const first = await server.get(url);
  server.platform.answers.purge('*');
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const again = await server.get(url, { 'if-none-match': first.headers['etag'] ?? '' });
  expect(again.status).toBe(304);
});
