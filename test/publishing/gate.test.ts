import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../api/publishing/actor.ts';
import { NotAllowed } from '../../api/publishing/errors.ts';
import { discrepancies } from '../../api/publishing/integrity.ts';
import { publish, publishTogether } from '../../api/publishing/publish.ts';
import { approve, clear, returnDraft, review, signOff } from '../../api/publishing/review.ts';
import { type Submission, submit } from '../../api/publishing/submit.ts';
import { createToken } from '../../api/publishing/tokens.ts';
import { seal } from '../../api/publishing/withdraw.ts';
import type { Store, Transaction } from '../../api/store/client.ts';
import {
  emptyCounty,
  importText,
  type Paper,
  publishPaper,
  stagePaper,
  textOf,
  withdrawPaper,
} from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { tester } from '../support/gate.ts';
import { tamper } from '../support/log.ts';
import { openServer, type TestServer } from '../support/server.ts';

const reviewer = operator('审核人');
const interpretation = (title: string, number: string) =>
  [
    `《${title}》政策解读`,
    `现就《${title}》（${number}）解读如下：`,
    '一、政策背景',
    '为规范管理，制定本办法。',
    '二、出台目的',
    '方便群众办事。',
    '三、重要举措',
    '明确了办理时限和责任单位。',
    '桓台县人民政府办公室',
    '2024年3月2日',
    '（此件公开发布）',
    '',
  ].join('\n\n');

describe.each(databases)('the gate on $name', (database) => {
  let platform: TestServer;
  let store: Store;
  let sequence = 300;
  let paper: Paper;

  beforeAll(async () => {
    store = await emptyCounty(database);
    platform = await openServer(store);
  }, 60_000);
  afterAll(() => platform.close());
  beforeEach(() => {
    sequence += 1;
    paper = { subject: `关口第${sequence}项工作`, number: `桓政办字〔2024〕${sequence}号` };
  });

  const inOne = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => store.db.$transaction(work);
  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'allowed',
      (error: unknown) => {
        if (error instanceof NotAllowed) return error.reason.zh;
        throw error;
      },
    );
  const submitted = (id: string, submission: Submission = {}) => inOne((tx) => submit(tx, id, tester, submission));
  const reviewed = (id: string) => inOne((tx) => review(tx, id, reviewer, { result: 'PASSED', basis: '条例第十七条' }));
  const approved = async (id: string, submission: Submission = {}) => {
    expect((await submitted(id, submission)).state).toBe('IN_REVIEW');
    await reviewed(id);
    await inOne((tx) => approve(tx, id, reviewer));
  };
  const stateOf = async (id: string) => (await store.db.edition.findUniqueOrThrow({ where: { id } })).state;

  test('1.7: without a proposed attribute a submission is returned by itself, with the reason', async () => {
    const draft = await stagePaper(store, { ...paper, annotation: null });
    const { state, returned } = await submitted(draft);
    expect([state, returned[0]?.zh]).toEqual(['RETURNED', expect.stringContaining('未标明公开属性')]);
    expect(await stateOf(draft)).toBe('RETURNED');
    const [event] = await store.db.event.findMany({ where: { editionId: draft, type: 'RETURNED' } });
    expect(event?.reason).toContain('退文');
  });

  test('1.6: withholding takes a ground, a reason, a decider and a day; and never leads to publication', async () => {
    const draft = await stagePaper(store, { ...paper, annotation: '（此件不予公开）' });
    expect((await submitted(draft)).returned[0]?.zh).toMatch(/第十四、十五、十六条/);
    const withholding = {
      ground: 'ARTICLE_15',
      reason: '涉及商业秘密',
      decider: '王主任',
      reassessOn: '2027-12-31',
    } as never;
    await approved(draft, { withholding });
    expect(await refusal(inOne((tx) => publish(tx, draft, tester)))).toMatch(/不予公开，不得在平台公开/);
  });

  test('1.8: nobody reviews his own draft, and a refused review returns it', async () => {
    const draft = await stagePaper(store, paper);
    await submitted(draft);
    expect(await refusal(inOne((tx) => review(tx, draft, tester, { result: 'PASSED', basis: 'x' })))).toMatch(
      /拟稿人以外/,
    );
    expect(await refusal(inOne((tx) => approve(tx, draft, reviewer)))).toMatch(/尚无通过的保密审查/);
    await inOne((tx) =>
      review(tx, draft, reviewer, { result: 'REFUSED', basis: '保密法第十三条', note: '含工作秘密' }),
    );
    expect(await stateOf(draft)).toBe('RETURNED');
  });

  test('1.9: personal information anywhere keeps it back until cleared by name, with a reason', async () => {
    const draft = await stagePaper(store, { ...paper, body: ['联系人王明，身份证号11010519491231002X。'] });
    await submitted(draft);
    await reviewed(draft);
    const found = await store.db.gateFinding.findMany({ where: { editionId: draft } });
    expect(found.map(({ rule, file }) => [rule, file])).toContainEqual(['personal-identity-number', null]);
    expect(JSON.stringify(found)).not.toContain('19491231002');
    expect(await refusal(inOne((tx) => approve(tx, draft, reviewer)))).toMatch(/待核/);
    expect(
      await refusal(inOne((tx) => clear(tx, draft, reviewer, { rule: 'personal-identity-number', reason: ' ' }))),
    ).toMatch(/说明理由/);
    for (const { rule } of found)
      await inOne((tx) => clear(tx, draft, reviewer, { rule, reason: '示例号码' }).catch(() => 0));
    const cleared = await store.db.gateFinding.findFirstOrThrow({ where: { editionId: draft } });
    expect([cleared.clearedBy, cleared.clearedReason]).toEqual(['审核人', '示例号码']);
    await inOne((tx) => approve(tx, draft, reviewer));
  });

  test('one thing in many places is one finding, which names them in words, and one clearance', async () => {
    const twice = [
      '第一条 报名找王明，手机13812345678。',
      '第二条 领证找王明，手机138-1234-5678，另有手机13987654321。',
    ];
    const draft = await stagePaper(store, { ...paper, body: twice }, { changeNote: '改手机13812345678' });
    await submitted(draft);
    await reviewed(draft);
    const found = await store.db.gateFinding.findMany({ where: { editionId: draft }, orderBy: { position: 'asc' } });
    const [first, second] = found.filter(({ rule }) => rule === 'personal-mobile-number');
    expect(first).toMatchObject({
      file: null,
      placeZh: '共 7 处：变更说明；正文第1条；正文第2条；正文；摘要；paper.txt 第 7 行；paper.txt 第 9 行',
      placeEn:
        '7 places: change note; article 1 of the text; article 2 of the text; text; summary; paper.txt line 7; paper.txt line 9',
    });
    expect(second?.placeZh).toBe('共 3 处：正文第2条；正文；paper.txt 第 9 行');
    expect(found.filter(({ rule }) => rule === 'personal-mobile-number')).toHaveLength(2);
    await inOne((tx) => clear(tx, draft, reviewer, { findingId: first?.id ?? '', reason: '办事电话' }));
    const open = await store.db.gateFinding.findMany({ where: { editionId: draft, clearedAt: null } });
    expect(open.map(({ id }) => id)).toContain(second?.id);
    expect(open.map(({ id }) => id)).not.toContain(first?.id);
  });

  test('14.1–14.4: a policy document comes with its interpretation, and both go out together', async () => {
    const title = `桓台县第${sequence}号事项管理办法`;
    const policy = { ...paper, subject: `印发《${title}》` };
    const draft = await stagePaper(store, policy);
    expect((await submitted(draft)).returned[0]?.zh).toMatch(/须与解读同步发布/);
    const staged = await importText(store, interpretation(title, policy.number ?? ''), false);
    if (staged.outcome !== 'staged') throw new Error(JSON.stringify(staged.findings));
    await approved(draft);
    await approved(staged.editionId);
    expect(await refusal(inOne((tx) => publish(tx, draft, tester)))).toMatch(/须与解读同步发布/);
    const both = await inOne((tx) => publishTogether(tx, [draft, staged.editionId], tester));
    expect(both.map(({ number }) => number)).toEqual([1, 1]);
  });

  test('11.1: what follows an upper authority waits for it, and names its source', async () => {
    const draft = await stagePaper(store, paper);
    const upstream = { organ: '淄博市卫生健康委员会', url: 'https://wjw.example.gov.cn/1.html' };
    expect(await refusal(submitted(draft, { upstream: { ...upstream, url: '某处', at: null } }))).toMatch(/来源网址/);
    await approved(draft, { upstream: { ...upstream, at: new Date(Date.now() + 3_600_000) } });
    expect(await refusal(inOne((tx) => publish(tx, draft, tester)))).toMatch(/须待淄博市卫生健康委员会发布之后/);
    await inOne((tx) => returnDraft(tx, draft, reviewer, '已发布，重新报送'));
    await approved(draft, { upstream: { ...upstream, at: new Date(Date.now() - 60_000) } });
    expect(await refusal(inOne((tx) => publish(tx, draft, tester)))).toBe('allowed');
  });

  test('11.3: those who must sign off do, each for his own organization', async () => {
    const draft = await stagePaper(store, paper);
    await approved(draft, { signOffs: ['县财政局'] });
    expect(await refusal(inOne((tx) => publish(tx, draft, tester)))).toMatch(/财政局尚未会签/);
    const { id } = await store.db.organization.findFirstOrThrow({ where: { name: '桓台县财政局' } });
    const stranger = { ...operator('外人'), organizationIds: [crypto.randomUUID()] };
    expect(await refusal(inOne((tx) => signOff(tx, draft, stranger)))).toMatch(/没有这份草稿/);
    await inOne((tx) => signOff(tx, draft, { ...operator('财政人'), organizationIds: [id] }));
    expect(await refusal(inOne((tx) => publish(tx, draft, tester)))).toBe('allowed');
  });

  test('a review is of one submission: what was returned and submitted again is reviewed again', async () => {
    const draft = await stagePaper(store, paper);
    await inOne((tx) => submit(tx, draft, tester));
    await inOne((tx) => review(tx, draft, reviewer, { result: 'PASSED', basis: '条例第十七条' }));
    await inOne((tx) => returnDraft(tx, draft, reviewer, '请补充来源'));
    await inOne((tx) => submit(tx, draft, tester));
    expect(await refusal(inOne((tx) => approve(tx, draft, reviewer)))).toMatch(/尚无通过的保密审查/);
    await inOne((tx) => review(tx, draft, reviewer, { result: 'PASSED', basis: '条例第十七条' }));
    await inOne((tx) => approve(tx, draft, reviewer));
  });

  test('an approval is for that very content: a new draft begins anew', async () => {
    const draft = await stagePaper(store, paper);
    await approved(draft);
    const another = { ...paper, body: ['另一稿。'] };
    // What is approved, and may be scheduled, is not replaced behind the back of whoever approved it.
    expect(await refusal(stagePaper(store, another))).toMatch(/已审签，尚未发布，不能用新稿替换/);
    await inOne((tx) => returnDraft(tx, draft, tester, '另有一稿'));
    const newer = await stagePaper(store, another);
    expect(await refusal(inOne((tx) => publish(tx, draft, tester)))).toMatch(/没有这份草稿/);
    expect(await refusal(inOne((tx) => publish(tx, newer, tester)))).toMatch(/草稿，不能发布/);
  });

  test('of two who publish one draft one does; of two who publish two documents in opposite order both do', async () => {
    const draft = await stagePaper(store, paper);
    await approved(draft);
    const both = await Promise.allSettled([0, 1].map(() => inOne((tx) => publish(tx, draft, tester))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const one = await stagePaper(store, { ...paper, subject: '甲项工作', number: `桓政办发〔2024〕${sequence}号` });
    const two = await stagePaper(store, { ...paper, subject: '乙项工作', number: `桓政发〔2024〕${sequence}号` });
    await approved(one);
    await approved(two);
    const race = await Promise.allSettled(
      [
        [one, two],
        [two, one],
      ].map((ids) => inOne((tx) => publishTogether(tx, ids, tester))),
    );
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('one person is one person however the name is written, and names of the platform are nobody’s', async () => {
    const named = (holder: string) =>
      inOne((tx) => createToken(tx, tester, { holder, roles: ['REVIEWER'], organizations: [], days: 1 }));
    for (const holder of ['张三', '张\u200b三', '张　三', ' 张三 ', '张\ufe0f三']) {
      const { id } = await named(holder);
      expect((await store.db.token.findUniqueOrThrow({ where: { id } })).holder).toBe('张三');
    }
    for (const holder of ['', '\u200b', 'local-operator:root', 'unknown'])
      expect(await refusal(named(holder))).toMatch(/姓名/);
  });

  test('what is public in a publisher’s own words holds nothing about a person', async () => {
    const { indexNumber } = await publishPaper(store, paper);
    expect(await refusal(withdrawPaper(store, indexNumber, '王明身份证号11010519491231002X'))).toMatch(
      /不能含个人信息/,
    );
    expect(await refusal(withdrawPaper(store, '\u0000', '内容有误'))).toMatch(/没有索引号/);
    const draft = await stagePaper(
      store,
      { ...paper, body: ['第二稿。'] },
      { changeNote: '据王明手机13812345678来电更正' },
    );
    await submitted(draft);
    const found = await store.db.gateFinding.findMany({ where: { editionId: draft } });
    expect(found.map(({ rule, placeZh }) => [rule, placeZh])).toEqual([['personal-mobile-number', '变更说明']]);
  });

  test('nobody ends what another organization made', async () => {
    const ours = await publishPaper(store, { subject: '县府办的工作', number: `桓政办发〔2023〕${sequence}号` });
    expect(ours.number).toBe(1);
    const bureau = {
      subject: `废止《桓台县人民政府办公室关于县府办的工作的通知》（桓政办发〔2023〕${sequence}号）`,
      number: `桓教体字〔2024〕${sequence}号`,
      issuer: '桓台县教育和体育局',
      body: [`现决定废止《桓台县人民政府办公室关于县府办的工作的通知》（桓政办发〔2023〕${sequence}号）。`],
    };
    const theirs = await importText(store, textOf(bureau), false);
    expect(theirs.findings.map(({ rule }) => rule)).toContain('repeals-anothers');
    const own = await importText(
      store,
      textOf({ ...bureau, issuer: '桓台县人民政府办公室', number: `桓政办发〔2024〕${sequence}号` }),
      false,
    );
    expect(own.findings.map(({ rule }) => rule)).not.toContain('repeals-anothers');
  });

  test('what is stored and not what was logged is found inside', async () => {
    const all = async () => {
      const found: string[] = [];
      for await (const { message } of discrepancies(store)) found.push(message.zh);
      return found;
    };
    expect(await all()).toEqual([]);
    const { editionId } = await publishPaper(store, paper);
    const { indexNumber } = await publishPaper(store, {
      ...paper,
      subject: '将撤回的工作',
      number: `桓政办发〔2022〕${sequence}号`,
    });
    await withdrawPaper(store, indexNumber, '内容有误');
    expect(await all()).toEqual([]);
    await tamper(
      store,
      `update attachment set content = 'x'::bytea where edition_id = '${editionId}'`,
      `update edition set title = title || '改' where id = '${editionId}'`,
      `update event set reason = '别的理由' where type = 'WITHDRAWN' and document_id = (select id from document where index_number = '${indexNumber}')`,
    );
    const found = await all();
    expect(found.some((zh) => zh.includes('文件') && zh.includes('已被改动'))).toBe(true);
    expect(found).toEqual(
      expect.arrayContaining([expect.stringContaining('标题'), expect.stringContaining('理由与日志不符')]),
    );
    await tamper(
      store,
      `update edition set state = 'WITHDRAWN', published_until = published_at + interval '1 second' where id = '${editionId}'`,
    );
    expect(await all()).toEqual(expect.arrayContaining([expect.stringContaining('已结束')]));
  });

  test('a row changed, added or taken behind the guards is found', async () => {
    const { editionId, indexNumber: ours } = await publishPaper(store, paper);
    const wrong = async () => {
      const found: string[] = [];
      for await (const { indexNumber, message } of discrepancies(store))
        if (indexNumber === ours) found.push(message.en);
      return found.filter((en) => en.startsWith('what readers are answered from'));
    };
    expect(await wrong()).toEqual([]);
    const changes = [
      [`update article set text = text || '改'`, `update article set text = left(text, -1)`],
      [
        `update regulatory_document set genre = genre || '改'`,
        `update regulatory_document set genre = left(genre, -1)`,
      ],
      [
        `update edition set summary = coalesce(summary, '') || '改'`,
        `update edition set summary = nullif(left(summary, -1), '')`,
      ],
      [`update review set reviewer = reviewer || '甲'`, `update review set reviewer = left(reviewer, -1)`],
    ];
    const of = (change: string) =>
      `${change} where ${change.startsWith('update edition') ? 'id' : 'edition_id'} = '${editionId}'`;
    for (const [change = '', back = ''] of changes) {
      await tamper(store, of(change));
      expect([change, (await wrong()).length]).toEqual([change, 1]);
      await tamper(store, of(back));
      expect([back, await wrong()]).toEqual([back, []]);
    }
    await tamper(store, `delete from article where edition_id = '${editionId}'`);
    expect((await wrong()).length).toBe(1);
  });

  test('the database itself refuses what has not gone through the gate', async () => {
    const draft = await stagePaper(store, paper);
    const force = store.db.edition.update({
      where: { id: draft },
      data: { state: 'PUBLISHED', publishedAt: new Date() },
    });
    await expect(force).rejects.toThrow(/未经审签/);
    await expect(store.db.audit.deleteMany({})).rejects.toThrow(/只可追加/);
  });

  test('what was withdrawn stays closed when it is published again, and what is sealed is read at no instant', async () => {
    const first = await publishPaper(store, { ...paper, body: ['含有秘密甲。'] });
    const page = `/regulatory-documents/${first.indexNumber}`;
    await publishPaper(store, { ...paper, body: ['含有秘密乙。'] });
    await withdrawPaper(store, first.indexNumber, '含不应公开的内容');
    const third = await publishPaper(store, { ...paper, body: ['干净的第三版。'] });
    platform.platform.answers.purge('*');
    for (const edition of [1, 2]) {
      const { status, body } = await platform.get(`${page}/editions/${edition}`);
      expect([status, body.includes('秘密')]).toEqual([410, false]);
      expect((await platform.get(`${page}/editions/${edition}/attachments/0`)).status).toBe(410);
    }
    expect((await platform.get(`${page}/editions/3`)).status).toBe(200);
    const then = `{ regulatoryDocument(by: { indexNumber: "${first.indexNumber}" }, asOf: "${first.at.toISOString()}") { articles { text } text } }`;
    expect((await platform.request(then)).body).toContain('秘密甲');
    const [one] = await store.db.edition.findMany({
      where: { document: { indexNumber: first.indexNumber }, number: 1 },
    });
    expect(await refusal(inOne((tx) => seal(tx, third.editionId, tester, '误')))).toMatch(/不能封存/);
    await inOne((tx) => seal(tx, one?.id ?? '', tester, '含个人信息'));
    platform.platform.answers.purge('*');
    expect((await platform.request(then)).body).not.toContain('秘密甲');
  });
});
