import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../api/core/lifecycle.ts';
import { operator } from '../../api/publishing/actor.ts';
import { createToken, revokeToken } from '../../api/publishing/tokens.ts';
import { emptyCounty, textOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const office = '桓台县人民政府办公室';
const admin = operator('管理员');

interface Reply {
  readonly status: number;
  readonly body: {
    readonly data?: Record<string, Record<string, unknown>>;
    readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
  };
  readonly headers: Record<string, unknown>;
}

/** What an answer has at a path. */
const at = <Value>(reply: Reply, ...path: readonly string[]): Value =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], reply.body.data) as Value;

describe.each(databases)('the publishing door on $name', (database) => {
  let platform: TestServer;

  beforeAll(async () => {
    platform = await openServer(await emptyCounty(database));
  }, 60_000);
  afterAll(() => platform.close());

  const token = async (holder: string, roles: readonly Role[], organizations: readonly string[] = [office]) =>
    platform.store.db.$transaction((tx) => createToken(tx, admin, { holder, roles, organizations, days: 30 }));

  const send = async (
    text: string | null,
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await platform.server.inject({
      method: 'POST',
      url: '/publish/graphql',
      remoteAddress: headers['from'] ?? '10.0.0.1',
      headers: {
        'content-type': 'application/json',
        'gongkai-preflight': '1',
        ...(text === null ? {} : { authorization: `Bearer ${text}` }),
        ...headers,
      },
      payload: JSON.stringify({ query, variables }),
    });
    return { status: response.statusCode, body: JSON.parse(response.body || '{}'), headers: response.headers };
  };

  const stageQuery = `mutation($input: StageInput!) { stage(input: $input) { __typename
    ... on Refusal { message { zh } } ... on MutationStageSuccess { data { outcome findings { rule } drafts { id state actions } } } } }`;
  const paper = (subject: string, number: string, extra = {}) => ({
    input: {
      kind: 'regulatory-document',
      fileName: 'notice.txt',
      contentBase64: Buffer.from(textOf({ subject, number })).toString('base64'),
      ...extra,
    },
  });
  const steps = (name: string, args: string) =>
    `mutation($id: ID!) { step: ${name}(id: $id${args}) { __typename ... on Refusal { message { zh en } } ... on Mutation${name[0]?.toUpperCase()}${name.slice(1)}Success { data { id state actions } } } }`;

  test('without a token, a right one, or the header no browser sends unasked, nobody is let in', async () => {
    const { text } = await token('张三', ['EDITOR']);
    expect((await send(null, '{ me { name } }')).status).toBe(401);
    expect(
      (await send(`${text.slice(0, -1)}${text.endsWith('x') ? 'y' : 'x'}`, '{ me { name } }', {}, { from: '10.0.0.2' }))
        .status,
    ).toBe(401);
    const { status, headers } = await send(text, '{ me { name roles organizations } }');
    expect([status, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([
      200,
      'private, no-store',
      undefined,
    ]);
    const bare = await platform.server.inject({
      method: 'POST',
      url: '/publish/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${text}` },
      payload: '{"query":"{ me { name } }"}',
    });
    expect([bare.statusCode, JSON.parse(bare.body).code]).toEqual([403, 'PREFLIGHT_REQUIRED']);
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS'] as const)
      expect((await platform.server.inject({ method, url: '/publish/graphql' })).statusCode).toBe(405);
    expect((await platform.get(`/publish/graphql?access_token=${text}`)).status).toBe(405);
  });

  test('a token is shown once, kept as a hash, and ends when it is revoked or its day has come', async () => {
    const { id, text } = await token('李四', ['EDITOR']);
    const kept = await platform.store.db.token.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(kept)).not.toContain(text.split('_')[2]);
    expect((await send(text, '{ me { name } }')).status).toBe(200);
    await platform.store.db.$transaction((tx) => revokeToken(tx, admin, id));
    expect((await send(text, '{ me { name } }', {}, { from: '10.0.0.3' })).status).toBe(401);
    const late = await token('王五', ['EDITOR']);
    await platform.store.db.token.update({ where: { id: late.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect((await send(late.text, '{ me { name } }', {}, { from: '10.0.0.3' })).status).toBe(401);
    await expect(platform.store.db.token.update({ where: { id }, data: { revokedAt: null } })).rejects.toThrow();
    await expect(platform.store.db.token.delete({ where: { id } })).rejects.toThrow();
  });

  test('ten wrong tokens from one address, and it has to wait; whoever has a right one does not', async () => {
    const { text } = await token('赵六', ['EDITOR']);
    const wrong = 'gkt_00000000_0000000000000000000000000000000000000000000_000000';
    for (let turn = 0; turn < 10; turn += 1)
      expect((await send(wrong, '{ me { name } }', {}, { from: '10.9.9.9' })).status).toBe(401);
    expect((await send(wrong, '{ me { name } }', {}, { from: '10.9.9.9' })).status).toBe(429);
    expect((await send(text, '{ me { name } }', {}, { from: '10.9.9.9' })).status).toBe(200);
    expect((await send(text, '{ me { name } }')).status).toBe(200);
  });

  test('a document goes its way by four hands, and each refusal says why', async () => {
    const editor = await token('甲编', ['EDITOR']);
    const reviewer = await token('乙审', ['REVIEWER']);
    const publisher = await token('丙发', ['PUBLISHER']);
    const auditor = await token('丁计', ['AUDITOR'], []);
    const staged = await send(editor.text, stageQuery, paper('四人经手的工作', '桓政办字〔2024〕51号'));
    const { outcome, drafts } = at<{
      outcome: string;
      drafts: { id: string; actions: string[] }[];
    }>(staged, 'stage', 'data');
    expect([outcome, drafts[0]?.actions]).toEqual(['STAGED', ['STAGE', 'DISCARD', 'SUBMIT']]);
    const id = drafts[0]?.id ?? '';
    const take = async (text: string, name: string, args = '') => {
      const { body } = await send(text, steps(name, args), { id });
      const step = body.data?.['step'] as { __typename: string; message?: { zh: string }; data?: { state: string } };
      return step.data?.state ?? `${step.__typename}: ${step.message?.zh}`;
    };
    expect(await take(reviewer.text, 'submit')).toMatch(/^Forbidden: 报送须由拟稿人进行/);
    expect(await take(editor.text, 'submit')).toBe('IN_REVIEW');
    expect(await take(editor.text, 'submit')).toMatch(/^WrongState: 这一版审核中，不能报送/);
    expect(await take(reviewer.text, 'approve')).toMatch(/^GateClosed: 尚无通过的保密审查/);
    expect(await take(reviewer.text, 'review', ', input: { isPassed: true, basis: "条例第十七条" }')).toBe('IN_REVIEW');
    expect(await take(reviewer.text, 'approve')).toBe('APPROVED');
    const published = await send(
      publisher.text,
      'mutation($ids: [ID!]!) { publish(ids: $ids) { __typename ... on MutationPublishSuccess { data { state indexNumber } } } }',
      { ids: [id] },
    );
    expect(published.body.data?.['publish']?.['data']).toMatchObject([
      { state: 'PUBLISHED', indexNumber: expect.stringMatching(/\//) },
    ]);
    expect((await platform.request('{ regulatoryDocuments(search: "四人经手") { totalCount } }')).body).toContain(
      '"totalCount":1',
    );

    const audit = await send(auditor.text, '{ audit(first: 8) { actor action outcome remote } }');
    const rows = (
      audit.body.data as unknown as { audit: { actor: string; action: string; outcome: string; remote: string }[] }
    ).audit;
    expect(rows.slice(0, 3).map(({ actor, action, outcome, remote }) => [actor, action, outcome, remote])).toEqual([
      ['丙发', 'PUBLISH', 'ALLOWED', '10.0.0.1'],
      ['乙审', 'APPROVE', 'ALLOWED', '10.0.0.1'],
      ['乙审', 'REVIEW', 'ALLOWED', '10.0.0.1'],
    ]);
    expect(rows.some(({ outcome }) => outcome === 'REFUSED')).toBe(true);
    expect((await send(editor.text, '{ audit { id } }')).body.errors?.[0]).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
  });

  test('whoever is of another organization sees nothing and changes nothing; a second token of one person is one person', async () => {
    const editor = await token('戊编', ['EDITOR']);
    const both = await token('戊编', ['REVIEWER', 'PUBLISHER']);
    const stranger = await token('己外', ['EDITOR', 'REVIEWER', 'PUBLISHER', 'ADMINISTRATOR'], ['县财政局']);
    const staged = await send(editor.text, stageQuery, paper('机构内部的工作', '桓政办字〔2024〕52号'));
    const [draft] = at<{ id: string }[]>(staged, 'stage', 'data', 'drafts');
    const id = draft?.id ?? '';
    expect((await send(stranger.text, '{ drafts { nodes { id } } }')).body.data?.['drafts']).toEqual({ nodes: [] });
    expect((await send(stranger.text, `{ draft(id: "${id}") { id } }`)).body.data).toEqual({ draft: null });
    expect((await send(stranger.text, steps('submit', ''), { id })).body.data?.['step']?.['__typename']).toBe(
      'NotFound',
    );
    const refused = await send(stranger.text, stageQuery, paper('冒名的工作', '桓政办字〔2024〕53号'));
    expect(refused.body.data?.['stage']?.['__typename']).toBe('Forbidden');
    await send(editor.text, steps('submit', ''), { id });
    const own = await send(both.text, steps('review', ', input: { isPassed: true, basis: "x" }'), { id });
    expect(own.body.data?.['step']).toMatchObject({
      __typename: 'Forbidden',
      message: { zh: expect.stringContaining('拟稿人以外的人') },
    });
    const wide = await send(
      stranger.text,
      'mutation { createToken(holder: "x", roles: [PUBLISHER], organizations: ["县教育和体育局"]) { __typename } }',
    );
    expect(wide.body.data?.['createToken']?.['__typename']).toBe('Forbidden');
  });

  test('personal information keeps a draft back until somebody clears it by name and with a reason', async () => {
    const editor = await token('庚编', ['EDITOR']);
    const reviewer = await token('辛审', ['REVIEWER']);
    const text = textOf({
      subject: '有电话的工作',
      number: '桓政办字〔2024〕54号',
      body: ['联系人王明，手机 13812345678。'],
    });
    const staged = await send(editor.text, stageQuery, {
      input: {
        kind: 'regulatory-document',
        fileName: 'phone.txt',
        contentBase64: Buffer.from(text).toString('base64'),
      },
    });
    const [draft] = at<{ id: string }[]>(staged, 'stage', 'data', 'drafts');
    const id = draft?.id ?? '';
    await send(editor.text, steps('submit', ''), { id });
    await send(reviewer.text, steps('review', ', input: { isPassed: true, basis: "x" }'), { id });
    const asked = await send(
      reviewer.text,
      `{ draft(id: "${id}") { gateFindings { id rule file place { zh } shown } } }`,
    );
    const found = at<{ id: string; rule: string; shown: string; file: string | null }[]>(
      asked,
      'draft',
      'gateFindings',
    );
    expect(found.map(({ rule }) => rule)).toContain('personal-mobile-number');
    expect(JSON.stringify(found)).toMatch(/共 4 处：[^"]*phone\.txt 第 \d+ 行/);
    expect(JSON.stringify(found)).not.toContain('13812345678');
    expect((await send(reviewer.text, steps('approve', ''), { id })).body.data?.['step']?.['__typename']).toBe(
      'GateClosed',
    );
    for (const { id: finding } of found)
      await send(reviewer.text, steps('clear', `, findingId: "${finding}", reason: "公开的值班电话"`), { id });
    expect((await send(reviewer.text, steps('approve', ''), { id })).body.data?.['step']?.['__typename']).toBe(
      'MutationApproveSuccess',
    );
  });

  test('every field and argument of the door is described in Chinese and English', async () => {
    const { text } = await token('壬编', ['EDITOR']);
    const reply = await send(
      text,
      '{ __schema { types { name description fields { name description args { name description } } inputFields { name description } enumValues { name description } } } }',
    );
    interface Described {
      name: string;
      description: string | null;
      fields?: (Described & { args: Described[] })[] | null;
      inputFields?: Described[] | null;
      enumValues?: Described[] | null;
    }
    const types = at<Described[]>(reply, '__schema', 'types').filter(({ name }) => !name.startsWith('__'));
    const all = types.flatMap((type) => [
      ...(type.fields ?? []).flatMap((field) =>
        [field, ...field.args].map((one) => [`${type.name}.${field.name}.${one.name}`, one] as const),
      ),
      ...(type.inputFields ?? []).map((one) => [`${type.name}.${one.name}`, one] as const),
      ...(type.enumValues ?? []).map((one) => [`${type.name}.${one.name}`, one] as const),
    ]);
    const isDescribed = (text: string | null) => /[\u4e00-\u9fff]/.test(text ?? '') && /[a-z]{2}/i.test(text ?? '');
    expect(all.filter(([, { description }]) => !isDescribed(description)).map(([name]) => name)).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  });
});
