import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCounty, pause, publishPaper, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('the past over plain HTTP on $name', (database) => {
  let platform: TestServer;
  let indexNumber: string;
  let path: string;
  const instants: Date[] = [];

  beforeAll(async () => {
    platform = await openServer(await emptyCounty(database));
    const publish = async (body: string) => {
      const { at, indexNumber: issued } = await publishPaper(platform.store, {
        subject: '过去的工作',
        number: '桓政办字〔2024〕41号',
        body: [body],
      });
      instants.push(at);
      indexNumber = issued;
      // HTTP knows whole seconds only.
      await pause(2_100);
    };
    await publish('第一版。');
    await publish('第二版。');
    path = `/regulatory-documents/${indexNumber}`;
  }, 60_000);
  afterAll(() => platform.close());

  const asked = (url: string, at: Date | string) =>
    platform.get(url, { 'accept-datetime': at instanceof Date ? at.toUTCString() : at });

  test('a record is its own time gate: it leads to the edition of the instant', async () => {
    const [first = new Date(), second = new Date()] = instants;
    const at = async (instant: Date) => {
      const { status, headers } = await asked(path, instant);
      expect([status, headers['vary']]).toEqual([302, expect.stringContaining('Accept-Datetime')]);
      return headers['location'];
    };
    expect(await at(new Date(first.getTime() + 1_000))).toBe(`${path}/editions/1`);
    expect(await at(new Date(second.getTime() + 1_000))).toBe(`${path}/editions/2`);
    // Before the first it is the first, after the last the last (RFC 7089).
    expect(await at(new Date(first.getTime() - 86_400_000))).toBe(`${path}/editions/1`);
    expect(await at(new Date('2100-01-01T00:00:00Z'))).toBe(`${path}/editions/2`);
    const { headers } = await platform.get(`${path}/editions/1`);
    expect(headers['memento-datetime']).toBe(first.toUTCString());
    expect(headers['link']).toMatch(/rel="original timegate".*rel="timemap"/);
  });

  test('the time map lists every edition with its instant', async () => {
    const { body, headers } = await platform.get(`${path}/timemap`);
    expect(headers['content-type']).toContain('application/link-format');
    const [first, second] = instants;
    expect(body).toContain(`/editions/1>; rel="first memento"; datetime="${first?.toUTCString()}"`);
    expect(body).toContain(`/editions/2>; rel="last memento"; datetime="${second?.toUTCString()}"`);
    expect((await platform.get('/regulatory-documents/11370321000000000X/2024-0000009/timemap')).status).toBe(404);
  });

  test('files and lists are given as they stood', async () => {
    const [first = new Date()] = instants;
    const then = new Date(first.getTime() + 500);
    const file = await asked(`${path}.json`, new Date(first.getTime() + 1_000));
    expect(file.status).toBe(302);
    const old = await platform.get(file.headers['location'] ?? '');
    expect(JSON.parse(old.body)).toMatchObject({ edition: { number: 1 } });
    // Clients send the header again with what they are led to.
    expect((await asked(file.headers['location'] ?? '', new Date(first.getTime() + 1_000))).status).toBe(200);
    expect(JSON.parse((await platform.get(`${path}.json?asOf=${then.toISOString()}`)).body)).toMatchObject({
      edition: { number: 1 },
    });
    expect(JSON.parse((await platform.get(`${path}.json`)).body)).toMatchObject({ edition: { number: 2 } });
    const list = await asked('/api/v1/regulatory-documents.csv?search=过去', new Date(first.getTime() - 3_600_000));
    expect(list.headers['location']).toMatch(/^\/api\/v1\/regulatory-documents\.csv\?search=.*&asOf=/);
    expect((await platform.get(list.headers['location'] ?? '')).body.trim().split('\r\n')).toHaveLength(1);
    expect((await asked(path, 'yesterday')).status).toBe(400);
    expect((await platform.get(`${path}.json?colour=red`)).status).toBe(400);
  });

  test('the pages of what was withdrawn are gone; its past is answered alike by file and by GraphQL', async () => {
    const before = new Date((instants[0] ?? new Date()).getTime() + 1_000);
    await withdrawPaper(platform.store, indexNumber, '内容有误');
    expect((await asked(path, before)).status).toBe(410);
    expect((await platform.get(`${path}/timemap`)).status).toBe(410);
    expect((await platform.get(`${path}.json`)).status).toBe(410);
    const { headers } = await asked(`${path}.json`, before);
    const file = JSON.parse((await platform.get(headers['location'] ?? '')).body);
    const asOf = `{ regulatoryDocument(by: { indexNumber: "${indexNumber}" }, asOf: "${before.toISOString()}") { title edition { number } } }`;
    const answer = JSON.parse((await platform.request(asOf)).body).data?.regulatoryDocument;
    expect(file).toMatchObject({ title: answer.title, edition: { number: answer.edition.number } });
    // After the withdrawal both tell its reason alone.
    const now = await asked(`${path}.json`, new Date(Date.now() + 60_000));
    expect((await platform.get(now.headers['location'] ?? '')).status).toBe(410);
  });
});
