import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../api/disclosures/registry.ts';
import { emptyCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { Person, tokenFor } from '../support/desk.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('files at the desk on $name', (database) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database), { url: null });
  });
  afterAll(() => server.close());

  const person = async (...given: [name: string, roles: Parameters<typeof tokenFor>[2], organizations?: string[]]) => {
    const somebody = new Person(server.server);
    expect((await somebody.signIn(await tokenFor(server.store, ...given))).status).toBe(303);
    return somebody;
  };

  test('every template of every kind is offered where one uploads, and given to whoever is signed in', async () => {
    const editor = await person('张三', ['EDITOR']);
    const { body } = await editor.get('/publish/upload');
    const addresses = [...body.matchAll(/href="(\/publish\/templates\/[^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toEqual(
      kinds.flatMap(({ name, templates, textTemplates }) =>
        [...templates, ...textTemplates].map((template) => `/publish/templates/${name}/${template.name}`),
      ),
    );
    const auditor = await person('孙七', ['AUDITOR']);
    expect((await auditor.get('/publish/templates')).body).toContain(addresses[0]);
    for (const address of addresses) {
      const { status, headers, body: file } = await auditor.get(address);
      const isText = address.startsWith('/publish/templates/regulatory-document/');
      expect([address, status, file.startsWith('PK')]).toEqual([address, 200, !isText]);
      expect(headers).toMatchObject({
        'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''%E.*\.(xlsx|txt)$/),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
    }
    expect((await auditor.get('/publish/templates/budget/nothing')).status).toBe(404);
    expect((await new Person(server.server).get(addresses[0] ?? '')).status).toBe(401);
  });
});
