import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../../api/core/lifecycle.ts';
import { GrowingTree, leafHash } from '../../api/core/merkle.ts';
import { importFile } from '../../api/importing/import.ts';
import type { Actor } from '../../api/publishing/actor.ts';
import { act } from '../../api/publishing/audit.ts';
import { discard } from '../../api/publishing/discard.ts';
import { NotAllowed } from '../../api/publishing/errors.ts';
import { publish } from '../../api/publishing/publish.ts';
import { approve, clear, returnDraft, review } from '../../api/publishing/review.ts';
import { submit } from '../../api/publishing/submit.ts';
import { seal, withdraw } from '../../api/publishing/withdraw.ts';
import type { Transaction } from '../../api/store/client.ts';
import { sql } from '../../api/store/statements.ts';
import { emptyCounty, regulatoryDocument, textOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { ModelDocument, type Person, people, type Variant } from './model.ts';

const actions = [
  'STAGE',
  'DISCARD',
  'SUBMIT',
  'REVIEW',
  'CLEAR',
  'RETURN',
  'APPROVE',
  'PUBLISH',
  'WITHDRAW',
  'SEAL',
] as const satisfies Action[];
const variants = ['plain', 'personal', 'policy', 'silent', 'withheld'] as const satisfies Variant[];

interface Attempt {
  readonly action: (typeof actions)[number];
  readonly person: number;
  readonly document: number;
  readonly variant: Variant;
  /** Not null: an allowed step is taken instead, this one of them. */
  readonly guided: number | null;
}

/** Half of them are steps that somebody may take, or hardly anything would ever be published. */
const attempts = fc.array(
  fc.record({
    action: fc.constantFrom(...actions),
    person: fc.nat({ max: people.length - 1 }),
    document: fc.nat({ max: 1 }),
    variant: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Variant>('plain') },
      { weight: 2, arbitrary: fc.constantFrom(...variants) },
    ),
    guided: fc.option(fc.nat({ max: 999 }), { nil: null, freq: 2 }),
  }),
  { minLength: 70, maxLength: 90 },
);

const back: ReadonlySet<Action> = new Set(['DISCARD', 'RETURN', 'WITHDRAW', 'SEAL']);

/** What moves a document on, chosen among everything that is allowed now. */
function guide(attempt: Attempt, model: ModelDocument): Attempt {
  if (attempt.guided === null) return attempt;
  const onward = actions.filter((action) => !back.has(action) && !(action === 'STAGE' && model.open));
  const allowed = onward.flatMap((action) =>
    people.flatMap((person, index) => (model.allows(action, person) ? [{ action, person: index }] : [])),
  );
  return { ...attempt, ...allowed[attempt.guided % Math.max(1, allowed.length)] };
}

const archive = `query($search: String!, $asOf: DateTime) { regulatoryDocuments(search: $search, first: 20, orderBy: [{ field: PUBLISHED_AT, direction: ASC }], asOf: $asOf) {
  totalCount nodes { title indexNumber digest url edition { number publishedAt reason digest } articles { text } attachments { sha256 } } } }`;

describe.each(databases)('random work at the gate on $name', (database) => {
  let platform: TestServer;
  let actors: readonly Actor[];
  let run = 0;
  /** Situations in which all that is forbidden was tried. */
  const tempted = new Set<string>();

  beforeAll(async () => {
    const store = await emptyCounty(database);
    platform = await openServer(store);
    const named = async (name: string) => (await store.db.organization.findFirstOrThrow({ where: { name } })).id;
    const ids = {
      own: [await named('桓台县人民政府办公室')],
      other: [await named('桓台县财政局')],
      all: 'ALL',
    } as const;
    actors = people.map(({ name, roles, scope }) => ({ name, roles, organizationIds: ids[scope] }));
  }, 60_000);
  afterAll(() => platform.close());

  /** A paper of a run: found by a word nobody else has. */
  const paperOf = (word: string, document: number, variant: Variant, sequence: number): string =>
    textOf({
      subject: variant === 'policy' ? `印发《${word}第${document}号管理办法》` : `${word}第${document}项工作`,
      number: `桓政办字〔2023〕${run * 10 + document + 1}号`,
      body: [`第 ${sequence} 稿。${variant === 'personal' ? '联系人王明，手机 13812345678。' : '请认真贯彻执行。'}`],
      annotation: variant === 'silent' ? null : variant === 'withheld' ? '（此件不予公开）' : '（此件公开发布）',
    });

  class World {
    readonly #word = `测${'甲乙丙丁戊己庚辛壬癸'[run % 10]}${'子丑寅卯辰巳午未'[run % 8]}`;
    readonly #documents = [new ModelDocument(), new ModelDocument()];
    readonly #indexNumbers: (string | undefined)[] = [];
    readonly #open: (string | undefined)[] = [];
    /** What was said at an instant, to be said again for ever. */
    readonly archive: { readonly at: string; readonly body: string; readonly sealed: number }[] = [];
    #sequence = 0;
    steps = 0;

    async #work(tx: Transaction, { action, document }: Attempt, actor: Actor): Promise<unknown> {
      const id = this.#open[document] ?? crypto.randomUUID();
      const indexNumber = this.#indexNumbers[document] ?? '11370321000000000X/2023-0000001';
      switch (action) {
        case 'DISCARD':
          return discard(tx, id, actor);
        case 'SUBMIT':
          return submit(tx, id, actor);
        case 'REVIEW':
          return review(tx, id, actor, { result: 'PASSED', basis: '条例第十七条' });
        case 'CLEAR': {
          const [open] = await tx.gateFinding.findMany({ where: { editionId: id, clearedAt: null } });
          return clear(tx, id, actor, { rule: open?.rule ?? 'personal-mobile-number', reason: '公开的办公电话' });
        }
        case 'RETURN':
          return returnDraft(tx, id, actor, '请修改');
        case 'APPROVE':
          return approve(tx, id, actor);
        case 'PUBLISH':
          return publish(tx, id, actor);
        case 'WITHDRAW':
          return withdraw(tx, indexNumber, actor, '内容有误');
        case 'SEAL': {
          const model = this.#documents[document];
          const number = (model?.published ?? 0) - (model?.live === null ? 0 : 1);
          const sealed = await tx.edition.findFirst({ where: { document: { indexNumber }, number } });
          return seal(tx, sealed?.id ?? id, actor, '含个人信息');
        }
        default:
          throw new Error(action);
      }
    }

    async #stage({ document, variant }: Attempt, actor: Actor): Promise<void> {
      this.#sequence += 1;
      const bytes = new TextEncoder().encode(paperOf(this.#word, document, variant, this.#sequence));
      const imported = await importFile(
        platform.store,
        regulatoryDocument,
        { name: 'p.txt', bytes, actor, now: new Date() },
        null,
      );
      if (imported.outcome !== 'staged') throw new Error(JSON.stringify(imported));
      this.#open[document] = imported.editionId;
    }

    /** A step, or an allowed one in its place, with all that follows from it. */
    async attempt(given: Attempt): Promise<void> {
      const model = this.#documents[given.document] as ModelDocument;
      const attempt = guide(given, model);
      const { action, person, document, variant } = attempt;
      if (!(await this.#try(attempt))) return;
      model.take(action, people[person] as Person, variant);
      await this.#compare(action, document, model);
      await this.#tempt(document, model);
    }

    /** In a situation that is new, everybody tries everything he may not. */
    async #tempt(document: number, model: ModelDocument): Promise<void> {
      const { open, live } = model;
      const situation = JSON.stringify([
        open?.state,
        open?.author,
        open?.openFindings,
        open?.reviewer !== null,
        live !== null,
      ]);
      if (tempted.has(situation)) return;
      tempted.add(situation);
      for (const action of actions)
        for (const [person, who] of people.entries())
          if (!model.allows(action, who)) await this.#try({ action, person, document, variant: 'plain', guided: null });
    }

    /** Takes a step, and tells whether it was allowed: exactly when the model says so. */
    async #try(attempt: Attempt): Promise<boolean> {
      const { action, person, document } = attempt;
      const model = this.#documents[document] as ModelDocument;
      const [actor, who] = [actors[person] as Actor, people[person] as Person];
      const allowed = model.allows(action, who);
      this.steps += 1;
      const outcome = await (action === 'STAGE'
        ? this.#stage(attempt, actor)
        : act(platform.store, actor, { action, subject: this.#open[document] ?? null }, (tx) =>
            this.#work(tx, attempt, actor),
          )
      ).then(
        () => 'allowed',
        (error: unknown) => {
          if (error instanceof NotAllowed) return 'refused';
          throw error;
        },
      );
      expect([action, who.name, outcome]).toEqual([action, who.name, allowed ? 'allowed' : 'refused']);
      return allowed;
    }

    /** The platform stands where the model stands. */
    async #compare(action: Action, document: number, model: ModelDocument): Promise<void> {
      if (model.open) {
        const { state } = await platform.store.db.edition.findUniqueOrThrow({
          where: { id: this.#open[document] ?? '' },
        });
        expect(state).toBe(model.open.state);
      }
      if (action === 'PUBLISH') {
        const row = await platform.store.db.edition.findUniqueOrThrow({
          where: { id: this.#open[document] ?? '' },
          include: { document: true },
        });
        this.#indexNumbers[document] = row.document.indexNumber ?? undefined;
      }
      if (['PUBLISH', 'WITHDRAW', 'SEAL'].includes(action)) await this.look();
    }

    /** What the public sees is what the model says; and it is kept, to be asked for again. */
    async look(): Promise<void> {
      const { body, data } = await platform.request<{ regulatoryDocuments: { totalCount: number } }>(archive, {
        search: this.#word,
      });
      expect(data.regulatoryDocuments.totalCount).toBe(this.#documents.filter(({ live }) => live !== null).length);
      const [row] = await platform.store.read<{ at: Date }>(
        sql`select max(at) as at from event where type in ('PUBLISHED', 'WITHDRAWN', 'SEALED')`,
      );
      const sealed = this.#documents.reduce((sum, one) => sum + one.sealed.size, 0);
      this.archive.push({ at: (row?.at ?? new Date()).toISOString(), body, sealed });
    }

    /** Every instant still says what it said, unless something was sealed since. */
    async remember(): Promise<number> {
      const now = this.#documents.reduce((sum, one) => sum + one.sealed.size, 0);
      let compared = 0;
      for (const { at, body, sealed } of this.archive) {
        if (sealed !== now) continue;
        const then = await platform.request(archive, { search: this.#word, asOf: at });
        expect(then.body).toBe(body);
        compared += 1;
      }
      return compared;
    }
  }

  test('no forbidden step succeeds, nothing unpublished shows, every instant keeps its answer, the log holds', async () => {
    const tally = { steps: 0, allowed: 0, archived: 0 };
    await fc.assert(
      fc.asyncProperty(attempts, async (sequence) => {
        run += 1;
        const world = new World();
        for (const attempt of sequence) {
          await world.attempt(attempt);
        }
        tally.steps += world.steps;
        tally.archived += await world.remember();
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(tally.steps).toBeGreaterThan(200);
    expect(tally.archived).toBeGreaterThan(3);

    const entries = await platform.store.db.logEntry.findMany({ orderBy: { timepoint: 'asc' } });
    expect(entries.map(({ timepoint }) => Number(timepoint))).toEqual(entries.map((_, index) => index + 1));
    const tree = new GrowingTree([]);
    for (const { body } of entries) tree.append(leafHash(body));
    const last = await platform.store.db.checkpoint.findFirstOrThrow({ orderBy: { size: 'desc' } });
    expect([Number(last.size), Buffer.from(last.root).toString('hex')]).toEqual([
      entries.length,
      Buffer.from(tree.root()).toString('hex'),
    ]);

    const audited = await platform.store.db.audit.groupBy({ by: ['outcome'], _count: true });
    expect(audited.reduce((sum, { _count }) => sum + _count, 0)).toBe(tally.steps);
  }, 240_000);
});
