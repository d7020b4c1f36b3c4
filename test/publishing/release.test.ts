import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../api/publishing/actor.ts';
import { keepReleasing } from '../../api/publishing/clockwork.ts';
import { approve, clear, review } from '../../api/publishing/review.ts';
import { releaseDue, schedule, unschedule } from '../../api/publishing/schedule.ts';
import { submit } from '../../api/publishing/submit.ts';
import { seedCounty } from '../../api/seeding/county.ts';
import { openDatabase, type Store } from '../../api/store/client.ts';
import { start } from '../command/cli.ts';
import { emptyCounty, pause, stagePaper } from '../support/county.ts';
import { createPostgres, databases } from '../support/databases.ts';
import { tester } from '../support/gate.ts';

const reviewer = operator('审核人');
let sequence = 500;

async function approvedDraft(store: Store): Promise<string> {
  sequence += 1;
  const id = await stagePaper(store, { subject: `定时第${sequence}项工作`, number: `桓政办字〔2024〕${sequence}号` });
  await store.db.$transaction(async (tx) => {
    await submit(tx, id, tester);
    await review(tx, id, reviewer, { result: 'PASSED', basis: '条例第十七条' });
    await approve(tx, id, reviewer);
  });
  return id;
}

const scheduled = (store: Store, ids: readonly string[], at: Date) =>
  store.db.$transaction((tx) => schedule(tx, ids, tester, at));
const soon = (ms: number): Date => new Date(Date.now() + ms);
/** The database's clock decides, and a test does not wait for it. */
const makeDue = (store: Store, id: string) =>
  store.db.release.update({ where: { id }, data: { at: new Date(Date.now() - 1_000) } });
const published = async (store: Store, ids: readonly string[]) =>
  (await store.db.event.findMany({ where: { type: 'PUBLISHED', editionId: { in: [...ids] } } }))
    .map(({ editionId }) => editionId)
    .sort();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe.each(databases)('releases on $name', (database) => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyCounty(database);
  }, 60_000);
  afterAll(() => store.close());

  test('not a moment early; then all of it, together', async () => {
    const ids = [await approvedDraft(store), await approvedDraft(store)];
    const release = await scheduled(store, ids, soon(3_600_000));
    expect(await releaseDue(store)).toBeNull();
    expect(await published(store, ids)).toEqual([]);
    await makeDue(store, release);
    expect((await releaseDue(store))?.publications).toHaveLength(2);
    expect(await published(store, ids)).toEqual([...ids].sort());
    expect(await releaseDue(store)).toBeNull();
  });

  test('what the gate refuses by then goes out in no part, and says why', async () => {
    const ids = [await approvedDraft(store), await approvedDraft(store)];
    const release = await scheduled(store, ids, soon(3_600_000));
    await store.db.edition.update({
      where: { id: ids[1] ?? '' },
      data: { upstreamOrgan: '市卫生健康委员会', upstreamUrl: 'https://example.org', upstreamAt: soon(86_400_000) },
    });
    await makeDue(store, release);
    expect((await releaseDue(store))?.failure).toMatch(/市卫生健康委员会/);
    expect(await published(store, ids)).toEqual([]);
    expect(await store.db.release.findUniqueOrThrow({ where: { id: release } })).toMatchObject({ state: 'FAILED' });
    expect(await releaseDue(store)).toBeNull();
  });

  test('what is certain to be refused then is refused when it is scheduled', async () => {
    const title = '桓台县定时事项管理办法';
    const id = await stagePaper(store, { subject: `印发《${title}》`, number: '桓政办发〔2024〕777号' });
    await store.db.$transaction(async (tx) => {
      await submit(tx, id, tester, { withoutInterpretation: '测试' });
      await review(tx, id, reviewer, { result: 'PASSED', basis: '条例第十七条' });
      await clear(tx, id, reviewer, { rule: 'interpretation-exempted', reason: '同意' });
      await approve(tx, id, reviewer);
      await tx.signOff.create({
        data: {
          editionId: id,
          organizationId: (await tx.organization.findFirstOrThrow({ where: { name: '桓台县财政局' } })).id,
        },
      });
    });
    await expect(scheduled(store, [id], soon(3_600_000))).rejects.toThrow(/财政局尚未会签/);
  });

  test('cancelled, it does not go out; twice, and into the past, nothing is scheduled', async () => {
    const id = await approvedDraft(store);
    const release = await scheduled(store, [id], soon(3_600_000));
    await expect(scheduled(store, [id], soon(3_600_000))).rejects.toThrow(/已定时/);
    await expect(scheduled(store, [await approvedDraft(store)], soon(-1))).rejects.toThrow(/已过；现在是/);
    await store.db.$transaction((tx) => unschedule(tx, id, tester));
    await makeDue(store, release);
    expect(await releaseDue(store)).toBeNull();
    expect(await published(store, [id])).toEqual([]);
  });

  test('on time: an instance sends it out within two seconds of its instant', async () => {
    const id = await approvedDraft(store);
    const at = soon(1_500);
    await scheduled(store, [id], at);
    const clockwork = keepReleasing(store, silent);
    await expect.poll(() => published(store, [id]), { timeout: 8_000, interval: 50 }).toEqual([id]);
    await clockwork.stop();
    const { publishedAt } = await store.db.edition.findUniqueOrThrow({ where: { id } });
    const late = (publishedAt?.getTime() ?? 0) - at.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(2_000);
  });
});

describe('several instances', () => {
  test('each release goes out once, also when an instance is killed in the middle', async () => {
    const { url, drop } = await createPostgres();
    const [store, other] = [await openDatabase({ url }), await openDatabase({ url })];
    await store.db.$transaction(seedCounty);
    const ids: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const id = await approvedDraft(store);
      ids.push(id);
      await makeDue(store, await scheduled(store, [id], soon(3_600_000)));
    }
    // Two are killed, each a moment after it has begun; two more go on beside each other.
    for (const moment of [30, 90]) {
      const { child, ended, output } = start('test/publishing/release-process.ts', [], { DATABASE_URL: url });
      await expect.poll(output, { timeout: 20_000, interval: 5 }).toContain('ready');
      await pause(moment);
      child.kill('SIGKILL');
      await ended;
    }
    const clockworks = [keepReleasing(store, silent), keepReleasing(other, silent)];
    await expect.poll(() => store.db.release.count({ where: { state: 'PENDING' } }), { timeout: 20_000 }).toBe(0);
    await Promise.all(clockworks.map((clockwork) => clockwork.stop()));
    expect(await published(store, ids)).toEqual([...ids].sort());
    const entries = await store.db.logEntry.findMany({ orderBy: { timepoint: 'asc' } });
    expect(entries.map(({ timepoint }) => Number(timepoint))).toEqual(ids.map((_, index) => index + 1));
    await other.close();
    await store.close();
    await drop();
  }, 120_000);
});
