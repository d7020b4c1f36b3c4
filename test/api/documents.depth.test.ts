import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { importFile } from '../../api/importing/import.ts';
import { seedCounty } from '../../api/seeding/county.ts';
import type { Store } from '../../api/store/client.ts';
import { databases } from '../support/databases.ts';
import { onPaper, tester, withdraw } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';

const kind = kindNamed('regulatory-document') as Kind;
const signed = (body: string, day: string): string => `${body}\n\n桓台县人民政府\n${day}\n\n（此件公开发布）\n`;

const basis = signed(
  `桓台县人民政府关于加强示例管理的意见
桓政发〔2017〕4号

各镇人民政府：

一、总体要求

各镇应当建立台账，按季度向社会公布，接受群众监督。

二、组织领导

县财政局负责资金拨付和监督检查工作，确保专款专用。`,
  '2017年3月1日',
);
const middle = signed(
  `桓台县人民政府关于做好示例台账的通知
桓政发〔2018〕1号

各镇人民政府：

根据《桓台县人民政府关于加强示例管理的意见》（桓政发〔2017〕4号），现通知如下。`,
  '2018年3月1日',
);
const last = signed(
  `桓台县人民政府关于示例台账检查的通知
桓政发〔2019〕1号

各镇人民政府：

按照《桓台县人民政府关于做好示例台账的通知》（桓政发〔2018〕1号）要求，开展检查。`,
  '2019年3月1日',
);
const cleanUp = signed(
  `桓台县人民政府关于公布行政规范性文件清理结果的决定
桓政发〔2020〕20号

各镇人民政府：

现将清理结果公布如下：

一、继续有效的文件目录（1件）

1.桓台县人民政府关于示例台账检查的通知（桓政发〔2019〕1号）

二、予以废止的文件目录（1件）

1.桓台县人民政府关于加强示例管理的意见（桓政发〔2017〕4号）`,
  '2020年12月20日',
);

describe.each(databases)('documents in depth on $name', ({ open }) => {
  let store: Store;
  let platform: TestServer;
  const load = (text: string, publishing: boolean, given: Record<string, string> = {}) =>
    importFile(
      store,
      kind,
      {
        name: 'document.txt',
        bytes: new TextEncoder().encode(text),
        actor: tester,
        now: new Date(),
        given: new Map(Object.entries(given)),
      },
      publishing ? onPaper : null,
    );

  beforeAll(async () => {
    store = await open();
    await store.db.$transaction(seedCounty);
    platform = await openServer(store);
    for (const text of [basis, middle, last]) expect((await load(text, true)).outcome).toBe('published');
  }, 120_000);
  afterAll(() => platform.close());

  const dependents = `dependents(depth: 3) { depth label document { number { text } } through { number { text } } }`;
  const ended = '{ restingOnEnded { number { text } endedBases { number { text } validity { code } } } }';

  test('is it still valid, and what rests on it, is one question', async () => {
    const { regulatoryDocument } = await platform.ask<{ regulatoryDocument: unknown }>(
      `{ regulatoryDocument(by: { number: "桓政发[2017]4号" }) { validity { code } rank { code } ${dependents} } }`,
    );
    expect(regulatoryDocument).toEqual({
      validity: { code: 'IN_FORCE' },
      rank: { code: 'POLICY' },
      dependents: [
        { depth: 1, label: '依据', document: { number: { text: '桓政发〔2018〕1号' } }, through: null },
        {
          depth: 2,
          label: '依据',
          document: { number: { text: '桓政发〔2019〕1号' } },
          through: { number: { text: '桓政发〔2018〕1号' } },
        },
      ],
    });
  });

  test('bases that are not held here are counted, for nobody here can say whether they hold', async () => {
    const bases = (number: string) =>
      platform
        .ask<{ regulatoryDocument: { basesNotHeld: number; endedBases: unknown[] } }>(
          `{ regulatoryDocument(by: { number: "${number}" }) { basesNotHeld endedBases { title } } }`,
        )
        .then(({ regulatoryDocument }) => regulatoryDocument);
    expect(await bases('桓政发〔2018〕1号')).toEqual({ basesNotHeld: 0, endedBases: [] });
    const text = middle
      .replaceAll('桓政发〔2017〕4号', '国发〔2017〕9号')
      .replaceAll('桓台县人民政府关于加强示例管理的意见', '国务院关于加强示例管理的意见')
      .replaceAll('〔2018〕1号', '〔2018〕11号');
    const unheld = await load(text, true);
    expect(unheld.outcome).toBe('published');
    expect(await bases('桓政发〔2018〕11号')).toEqual({ basesNotHeld: 1, endedBases: [] });
    if (unheld.outcome === 'published')
      await store.db.$transaction((tx) => withdraw(tx, unheld.publication.indexNumber, '测试'));
  });

  test('a draft of a clean-up ends nothing and is counted nowhere', async () => {
    expect((await load(cleanUp, false)).outcome).toBe('staged');
    expect(await platform.ask(ended)).toEqual({ restingOnEnded: [] });
    expect(await platform.ask('{ cleanUps { total } }')).toEqual({ cleanUps: [] });
    expect(await platform.ask('{ cleanUpCoverage(ranks: ["POLICY"]) { decision { code } count share } }')).toEqual({
      cleanUpCoverage: [{ decision: null, count: 3, share: '100.0' }],
    });
  });

  test('a published clean-up ends what it repeals, and tells what rests on it', async () => {
    expect((await load(cleanUp, true)).outcome).toBe('published');
    expect(await platform.ask(ended)).toEqual({
      restingOnEnded: [
        {
          number: { text: '桓政发〔2018〕1号' },
          endedBases: [{ number: { text: '桓政发〔2017〕4号' }, validity: { code: 'REPEALED' } }],
        },
      ],
    });
    // Before the decision nothing had ended.
    expect(await platform.ask('{ restingOnEnded(validOn: "2020-12-19") { number { text } } }')).toEqual({
      restingOnEnded: [],
    });
    const { cleanUps } = await platform.ask<{ cleanUps: unknown }>(
      '{ cleanUps { document { number { text } } total counts { decision { code label } count share } items { decision { code } number title document { validity { code } } } } }',
    );
    expect(cleanUps).toEqual([
      {
        document: { number: { text: '桓政发〔2020〕20号' } },
        total: 2,
        counts: [
          { decision: { code: 'KEPT', label: '继续有效' }, count: 1, share: '50.0' },
          { decision: { code: 'REPEALED', label: '予以废止' }, count: 1, share: '50.0' },
        ],
        items: [
          {
            decision: { code: 'KEPT' },
            number: '桓政发〔2019〕1号',
            title: expect.any(String),
            document: { validity: { code: 'IN_FORCE' } },
          },
          {
            decision: { code: 'REPEALED' },
            number: '桓政发〔2017〕4号',
            title: expect.any(String),
            document: { validity: { code: 'REPEALED' } },
          },
        ],
      },
    ]);
    const { cleanUpCoverage } = await platform.ask<{ cleanUpCoverage: { count: number }[] }>(
      '{ cleanUpCoverage(ranks: ["POLICY"]) { decision { code } count } }',
    );
    expect(cleanUpCoverage).toEqual([
      { decision: { code: 'KEPT' }, count: 1 },
      { decision: { code: 'REPEALED' }, count: 1 },
      { decision: null, count: 2 },
    ]);
  });

  test('what rests on a repealed basis, copies its document or goes in a circle is told when it is imported', async () => {
    const late = middle.replace('桓政发〔2018〕1号', '桓政发〔2022〕1号').replace('2018年3月1日', '2022年3月1日');
    const rested = await load(late, false);
    expect(rested.findings.map(({ rule }) => rule)).toContain('basis-repealed');
    const copied = signed(
      `《桓台县人民政府关于示例台账检查的通知》（桓政发〔2019〕1号）政策解读

一、政策背景

按照《桓台县人民政府关于做好示例台账的通知》（桓政发〔2018〕1号）要求，开展检查。`,
      '2019年3月2日',
    );
    expect((await load(copied, false)).findings.map(({ rule }) => rule)).toContain('interpretation-copied');
  });

  test('a document from above is listed under the organ that publishes it here', async () => {
    const law = '中华人民共和国示例法\n\n第一条 为了示例，制定本法。\n\n（此件公开发布）';
    const without = await load(law, false);
    expect(without.findings.map(({ rule }) => rule)).toContain('unknown-publisher');
    const given = await load(law, false, { 发布机构: '桓台县司法局' });
    expect(given.outcome).toBe('staged');
  });

  test('a document without a period lapses at the end of the one its publisher’s rule gives it', async () => {
    const measures = signed(
      '桓台县人民政府关于印发《桓台县示例管理办法》的通知\n桓政发〔2019〕8号\n\n各镇人民政府：\n\n现印发给你们。',
      '2019年4月1日',
    ).concat('\n桓台县示例管理办法\n\n第一条 为规范示例管理，制定本办法。\n\n第二条 本办法自2019年5月1日起施行。\n');
    expect((await load(measures, true, { 有效期: '3年' })).outcome).toBe('published');
    const on = (day: string) =>
      platform.ask(
        `{ regulatoryDocument(by: { number: "桓政发〔2019〕8号" }, validOn: "${day}") { effectiveTo lapsesOn validity { code } } }`,
      );
    const document = { effectiveTo: null, lapsesOn: '2022-04-30' };
    expect(await on('2022-04-30')).toEqual({ regulatoryDocument: { ...document, validity: { code: 'IN_FORCE' } } });
    expect(await on('2022-05-01')).toEqual({ regulatoryDocument: { ...document, validity: { code: 'LAPSED' } } });
  });

  test('a second version of one name must say that it ends the first', async () => {
    const version = (number: string, ending: string) =>
      signed(
        `桓台县人民政府关于印发《桓台县示例收费办法》的通知\n${number}\n\n各镇人民政府：\n\n现印发给你们。`,
        '2020年4月1日',
      ).concat(
        `\n桓台县示例收费办法\n\n第一条 为规范收费，制定本办法。\n\n第二条 本办法自2020年5月1日起施行，有效期至2099年4月30日。${ending}\n`,
      );
    expect((await load(version('桓政发〔2020〕8号', ''), true)).outcome).toBe('published');
    const again = await load(version('桓政发〔2020〕9号', ''), false);
    expect(again.findings.map(({ rule }) => rule)).toContain('two-effective-versions');
    const ending = await load(
      version('桓政发〔2020〕9号', '原《桓台县示例收费办法》（桓政发〔2020〕8号）同时废止。'),
      false,
    );
    expect(ending.findings.map(({ rule }) => rule)).not.toContain('two-effective-versions');
  });

  test('interpretation coverage tells who still owes one', async () => {
    const { interpretationCoverage } = await platform.ask<{ interpretationCoverage: unknown }>(
      '{ interpretationCoverage(year: 2019) { total interpreted share missing { title } } }',
    );
    expect(interpretationCoverage).toEqual({
      total: 1,
      interpreted: 0,
      share: '0.0',
      missing: [{ title: '桓台县人民政府关于印发《桓台县示例管理办法》的通知' }],
    });
  });

  test('what cannot be asked is refused with what can', async () => {
    for (const query of [
      '{ regulatoryDocument(by: { number: "桓政发〔2017〕4号" }) { dependents(depth: 9) { depth } } }',
      '{ restingOnEnded(first: 1000) { title } }',
      '{ cleanUpCoverage(ranks: ["LAWS"]) { count } }',
      '{ cleanUpCoverage(since: 99999) { count } }',
      '{ interpretationCoverage(year: -5) { total } }',
    ])
      expect((await platform.request(query)).errors?.[0]?.extensions.code, query).toBe('BAD_USER_INPUT');
  });
});
