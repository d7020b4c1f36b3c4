import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseIndexNumber } from '../../api/core/index-number.ts';
import { readFile } from '../../api/importing/import.ts';
import { NotAllowed } from '../../api/publishing/errors.ts';
import type { Publication } from '../../api/publishing/publish.ts';
import { stage } from '../../api/publishing/stage.ts';
import type { Store } from '../../api/store/client.ts';
import {
  emptyCounty,
  importText,
  type Paper,
  publishPaper,
  regulatoryDocument,
  stagePaper,
  textOf,
  withdrawPaper,
} from '../support/county.ts';
import { databases, openPostgres } from '../support/databases.ts';
import { publish, tester } from '../support/gate.ts';

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const serialOf = (indexNumber: string): number => parseIndexNumber(indexNumber)?.serial ?? Number.NaN;

const publishEdition = (store: Store, editionId: string) => store.db.$transaction((tx) => publish(tx, editionId));
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotAllowed);
  const { reason } = error as NotAllowed;
  expect(reason.en).toMatch(/[a-z]{3}/);
  return reason.zh;
};

describe.each(databases)('publishing on $name', (database) => {
  let store: Store;
  let paper: Paper;
  let sequence = 100;

  beforeAll(async () => {
    store = await emptyCounty(database);
  });
  afterAll(() => store.close());
  beforeEach(() => {
    sequence += 1;
    paper = { subject: `第${sequence}项工作`, number: `桓政办字〔2024〕${sequence}号` };
  });

  const everything = async () => ({
    documents: await store.db.document.count(),
    editions: await store.db.edition.count(),
    events: await store.db.event.count(),
    counters: await store.db.indexCounter.findMany(),
  });

  test('without a disclosure attribute it is returned with the reason, and nothing of it stays', async () => {
    const before = await everything();
    const text = textOf({ ...paper, annotation: null });
    expect(await refusal(importText(store, text, true))).toMatch(/未标明公开属性.*退文/);
    expect(await everything()).toEqual(before);
    const staged = await importText(store, text, false);
    if (staged.outcome !== 'staged') throw new Error(staged.outcome);
    expect(staged.findings.map(({ rule }) => rule)).toContain('missing-attribute');
    expect(await refusal(publishEdition(store, staged.editionId))).toMatch(/未标明公开属性/);
    const given = await importText(store, text, true, { attribute: 'PROACTIVE' });
    expect(given.outcome).toBe('published');
    expect(given.findings.map(({ rule }) => rule)).not.toContain('missing-attribute');
  });

  test.each([
    ['（此件依申请公开）', 'ON_REQUEST', /依申请公开/],
    ['（此件不予公开）', 'WITHHELD', /不予公开/],
  ] as const)(
    'what is marked %s is never published, not even by whoever says otherwise of its attribute',
    async (annotation, attribute, reason) => {
      const before = await everything();
      expect(await refusal(importText(store, textOf({ ...paper, annotation }), true))).toMatch(reason);
      expect(await refusal(importText(store, textOf(paper), true, { attribute }))).toMatch(reason);
      expect(await everything()).toEqual(before);
    },
  );

  test('with an error among its findings it is not published', async () => {
    const bytes = new TextEncoder().encode(textOf(paper));
    const { statement } = await readFile(regulatoryDocument, { name: 'x', bytes, actor: tester, now: new Date() });
    if (!statement) throw new Error('not read');
    const wrong = { rule: 'wrong', severity: 'ERROR', message: { zh: '错', en: 'Wrong' } } as const;
    const staged = await store.db.$transaction((tx) =>
      stage(tx, { statement: { ...statement, findings: [wrong] }, files: [], actor: tester, now: new Date() }),
    );
    if (staged.outcome === 'refused') throw new Error('refused');
    expect(await refusal(publishEdition(store, staged.editionId))).toMatch(/1 个错误/);
  });

  test('a publisher nobody knows is refused with a remedy, and nothing is stored', async () => {
    const before = await everything();
    const imported = await importText(store, textOf({ ...paper, issuer: '乌有县人民政府办公室' }), true);
    expect(imported.outcome).toBe('refused');
    const finding = imported.findings.find(({ rule }) => rule === 'unknown-publisher');
    expect(finding).toMatchObject({
      severity: 'ERROR',
      message: { zh: expect.stringContaining('乌有县人民政府办公室') },
    });
    expect(finding?.remedy?.zh).toMatch(/登记/);
    expect(await everything()).toEqual(before);
  });

  test('an organization nobody knows is said once, and does not keep it from being published', async () => {
    const body = [
      '一、总体要求',
      '（一）做好甲事。加强工作。（责任单位：县乌有局、县财政局）',
      '（二）做好乙事。加强工作。（责任单位：县乌有局）',
    ];
    const imported = await importText(store, textOf({ ...paper, body }), true);
    expect(imported.outcome).toBe('published');
    const unknown = imported.findings.filter(({ rule }) => rule === 'unknown-organization');
    expect(unknown.map(({ severity, message }) => [severity, message.zh.includes('县乌有局')])).toEqual([
      ['WARNING', true],
    ]);
  });

  test('index numbers are issued in order, for each organization and year, and to what is published only', async () => {
    const first = await publishPaper(store, paper);
    const draft = await stagePaper(store, {
      ...paper,
      number: `桓政办字〔2024〕${sequence + 5000}号`,
      subject: '只是草稿',
    });
    await refusal(
      importText(
        store,
        textOf({ ...paper, number: null, subject: '不予公开的', annotation: '（此件不予公开）' }),
        true,
      ),
    );
    const second = await publishPaper(store, {
      ...paper,
      number: `桓政办字〔2024〕${sequence + 6000}号`,
      subject: '第二件',
    });
    const elsewhere = await publishPaper(store, {
      ...paper,
      issuer: '桓台县财政局',
      number: `桓财字〔2024〕${sequence}号`,
      subject: '别处的',
    });
    expect(serialOf(second.indexNumber)).toBe(serialOf(first.indexNumber) + 1);
    expect(first.indexNumber.slice(18)).toMatch(new RegExp(`^/${year}-\\d{7}$`));
    expect(elsewhere.indexNumber.slice(0, 18)).not.toBe(first.indexNumber.slice(0, 18));
    const { document } = await store.db.edition.findUniqueOrThrow({
      where: { id: draft },
      include: { document: true },
    });
    expect(document.indexNumber).toBeNull();
    const published = await publishEdition(store, draft);
    expect(serialOf(published.indexNumber)).toBe(serialOf(second.indexNumber) + 1);
  });

  test('the same again changes nothing; something else is the next edition under the same index number', async () => {
    const first = await publishPaper(store, { ...paper, body: ['第一稿。'] });
    const before = await everything();
    const again = await importText(store, textOf({ ...paper, body: ['第一稿。'] }), true);
    expect(again).toMatchObject({ outcome: 'unchanged', editionId: first.editionId });
    expect(await everything()).toEqual(before);

    const changed = await importText(store, textOf({ ...paper, body: ['第二稿。'] }), true, { changeNote: '改了一处' });
    if (changed.outcome !== 'published') throw new Error(changed.outcome);
    expect(changed.publication).toMatchObject({
      number: 2,
      indexNumber: first.indexNumber,
      documentId: first.documentId,
    });
    const editions = await store.db.edition.findMany({
      where: { documentId: first.documentId },
      orderBy: { number: 'asc' },
    });
    expect(editions.map(({ number, state, reason, changeNote }) => [number, state, reason, changeNote])).toEqual([
      [1, 'SUPERSEDED', 'FIRST', null],
      [2, 'PUBLISHED', 'UPDATE', '改了一处'],
    ]);
    // No instant between them without an edition, none with two.
    expect(editions[0]?.publishedUntil).toEqual(editions[1]?.publishedAt);
    expect(editions[0]?.digest).not.toBe(editions[1]?.digest);
  });

  test('a new draft replaces the one before it, which can be published no more', async () => {
    const first = await stagePaper(store, { ...paper, body: ['第一稿。'] });
    const second = await stagePaper(store, { ...paper, body: ['第二稿。'] });
    expect(await refusal(publishEdition(store, first))).toMatch(/没有这份草稿/);
    expect((await publishEdition(store, second)).number).toBe(1);
    expect(await refusal(publishEdition(store, second))).toMatch(/已发布，不能报送/);
    const { documentId } = await store.db.edition.findUniqueOrThrow({ where: { id: second } });
    const events = await store.db.event.findMany({
      where: { type: { in: ['STAGED', 'DISCARDED', 'PUBLISHED'] }, documentId },
      orderBy: { timepoint: 'asc' },
    });
    expect(events.map(({ type, editionId }) => [type, editionId])).toEqual([
      ['STAGED', first],
      ['DISCARDED', first],
      ['STAGED', second],
      ['PUBLISHED', second],
    ]);
  });

  test('whoever stages it is told what it takes the place of: a draft, and an edition of another title', async () => {
    await stagePaper(store, { ...paper, body: ['第一稿。'] });
    const rules = async (given: Partial<typeof paper>) => {
      const { findings } = await importText(store, textOf({ ...paper, ...given }), false);
      return findings.map(({ rule }) => rule).filter((rule) => ['draft-replaced', 'title-of-another'].includes(rule));
    };
    expect(await rules({ body: ['第二稿。'] })).toEqual(['draft-replaced']);
    await publishPaper(store, { ...paper, body: ['第三稿。'] });
    expect(await rules({ subject: '另一项工作', body: ['第四稿。'] })).toEqual(['title-of-another']);
    // It is said to whoever stages it; readers are not told.
    const stored = await store.db.finding.findMany({ where: { rule: { in: ['draft-replaced', 'title-of-another'] } } });
    expect(stored).toEqual([]);
  });

  test('a withdrawal needs a reason and something live; published again it keeps its number', async () => {
    const first = await publishPaper(store, paper);
    expect(await refusal(withdrawPaper(store, first.indexNumber, '  '))).toMatch(/理由/);
    expect(await refusal(withdrawPaper(store, 'x/2024-0000001'))).toMatch(/没有索引号/);
    await withdrawPaper(store, first.indexNumber, ' 内容有误 ');
    expect(await refusal(withdrawPaper(store, first.indexNumber))).toMatch(/没有索引号/);
    const again = await publishPaper(store, paper);
    expect(again).toMatchObject({ number: 2, indexNumber: first.indexNumber });
    const edition = await store.db.edition.findUniqueOrThrow({ where: { id: again.editionId } });
    expect(edition.reason).toBe('REPUBLICATION');
    const event = await store.db.event.findFirst({ where: { documentId: first.documentId, type: 'WITHDRAWN' } });
    expect(event?.reason).toBe('内容有误');
  });

  test('every change has an instant of its own, later than all before it, and each publication names what it replaced', async () => {
    const published: Publication[] = [];
    for (let draft = 0; draft < 5; draft += 1)
      published.push(await publishPaper(store, { ...paper, body: [`第${draft}稿。`] }));
    const events = await store.db.event.findMany({
      where: { type: { in: ['PUBLISHED', 'WITHDRAWN'] } },
      orderBy: { timepoint: 'asc' },
    });
    const instants = events.map(({ at }) => at.getTime());
    expect(new Set(instants).size).toBe(instants.length);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    const own = events.filter(({ documentId }) => documentId === published[0]?.documentId);
    expect(own.map(({ previousId }) => previousId)).toEqual([
      null,
      ...published.slice(0, -1).map(({ editionId }) => editionId),
    ]);
  });
});

describe('several publishers at once on PostgreSQL', () => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyCounty({ name: 'PostgreSQL', open: openPostgres }, { poolSize: 20 });
  });
  afterAll(() => store.close());

  const editionsOf = (documentId: string) =>
    store.db.edition.findMany({ where: { documentId }, orderBy: { number: 'asc' } });
  const expectSound = (editions: Awaited<ReturnType<typeof editionsOf>>) => {
    expect(editions.map(({ number }) => number)).toEqual(editions.map((_, index) => index + 1));
    expect(editions.filter(({ publishedUntil }) => publishedUntil === null).length).toBeLessThanOrEqual(1);
    for (const [index, { publishedAt }] of editions.entries()) {
      const before = editions[index - 1];
      if (before) expect(before.publishedUntil?.getTime()).toBeLessThanOrEqual(publishedAt?.getTime() ?? 0);
    }
  };

  test('each gets a number of his own for one document, and no edition is lost', async () => {
    const paper = { subject: '众人修改的工作', number: '桓政办字〔2024〕501号' };
    const published = await Promise.all(
      Array.from({ length: 8 }, (_, writer) => publishPaper(store, { ...paper, body: [`第${writer}人的稿。`] })),
    );
    expect(published.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(published.map(({ indexNumber }) => indexNumber)).size).toBe(1);
    const editions = await editionsOf(published[0]?.documentId ?? '');
    expect(editions).toHaveLength(8);
    expectSound(editions);
  });

  test('each document gets an index number of its own', async () => {
    const published = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        publishPaper(store, { subject: `同时的第${index}件`, number: `桓政办字〔2024〕${600 + index}号` }),
      ),
    );
    const serials = published.map(({ indexNumber }) => serialOf(indexNumber)).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, index) => (serials[0] ?? 0) + index));
  });

  test('publishing a draft, importing the next one and withdrawing never wait for each other in a circle', async () => {
    const paper = { subject: '抢着发布的工作', number: '桓政办字〔2024〕502号' };
    const { indexNumber, documentId } = await publishPaper(store, paper);
    for (let round = 0; round < 12; round += 1) {
      const draft = await stagePaper(store, { ...paper, body: [`第${round}轮草稿。`] });
      const outcomes = await Promise.allSettled([
        publishEdition(store, draft),
        publishPaper(store, { ...paper, body: [`第${round}轮直接发布。`] }),
        withdrawPaper(store, indexNumber),
      ]);
      for (const outcome of outcomes) {
        // Whoever comes too late is told so; nobody is told of deadlocks or broken constraints.
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(NotAllowed);
      }
    }
    expectSound((await editionsOf(documentId)).filter(({ publishedAt }) => publishedAt));
  });
});
