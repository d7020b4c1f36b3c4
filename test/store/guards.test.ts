import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../api/store/client.ts';
import { sql } from '../../api/store/statements.ts';
import { databases, openPostgres } from '../support/databases.ts';
import { addDraft, type Planted, plantDraft, publish } from './records.ts';

type Statement = (planted: Planted) => string;
type Case = readonly [what: string, statement: Statement];

const rowTables = [
  'finding',
  'attachment',
  'statement',
  'regulatory_document',
  'regulatory_document_issuer',
  'article',
  'relation',
];

const ofEdition = ({ editionId }: Planted): string => `where edition_id = '${editionId}'`;
const ofArticle = ({ articleId }: Planted): string => `where article_id = '${articleId}'`;
const itself = ({ editionId }: Planted): string => `where id = '${editionId}'`;

// Allowed on a draft, refused once it is published: the same statements make both tests.
const rowChanges: readonly Case[] = [
  ...rowTables.flatMap((table): Case[] => [
    [`update ${table}`, (planted) => `update ${table} set edition_id = edition_id ${ofEdition(planted)}`],
    [`delete from ${table}`, (planted) => `delete from ${table} ${ofEdition(planted)}`],
  ]),
  ['update responsibility', (planted) => `update responsibility set written_name = '乙' ${ofArticle(planted)}`],
  ['insert responsibility', ({ articleId }) => `insert into responsibility values ('${articleId}', 9, '乙')`],
  ['delete from responsibility', (planted) => `delete from responsibility ${ofArticle(planted)}`],
  [
    'insert article',
    ({ editionId }) =>
      `insert into article values (gen_random_uuid(), '${editionId}', 9, null, 'ARTICLE', '二', 2, '2', null, '')`,
  ],
  [
    'insert finding',
    ({ editionId }) =>
      `insert into finding values (gen_random_uuid(), '${editionId}', 9, 'r', 'NOTICE', null, null, '甲', 'A')`,
  ],
  [
    'insert attachment',
    ({ editionId }) =>
      `insert into attachment values (gen_random_uuid(), '${editionId}', 9, 'SOURCE', 'b', 'text/plain', 1, '0', 'x')`,
  ],
  [
    'insert relation',
    ({ editionId }) => `insert into relation values (gen_random_uuid(), '${editionId}', 9, 'CITES', null, null, 'k')`,
  ],
  ['insert issuer', ({ editionId }) => `insert into regulatory_document_issuer values ('${editionId}', 9, '乙')`],
];

const column = (assignment: string): Case => [
  `set ${assignment}`,
  (planted) => `update edition set ${assignment} ${itself(planted)}`,
];

const editionChanges: readonly Case[] = [
  column(`title = '另一题'`),
  column(`summary = 's'`),
  column(`number = 7`),
  column(`topic = 't'`),
  column(`event_classes = array['x']`),
  column(`effective_to = '2030-01-01'`),
  column(`digest = 'sha256:1'`),
  column(`change_note = 'n'`),
  column(`is_sample = false`),
  column(`words = 'a'`),
  column(`title_words = 'a'`),
  column(`created_at = now() - interval '1 day'`),
  column(`publisher_id = (select id from organization where id <> edition.publisher_id limit 1)`),
  column(`reason = 'CORRECTION'`),
];

const appendOnly = ['event', 'log_entry', 'log_hash', 'checkpoint'];
const tables = [...rowTables, 'responsibility', 'edition', 'document', ...appendOnly];

describe.each(databases)('$name', ({ open }) => {
  let store: Store;
  let draft: Planted;
  let published: Planted;

  beforeAll(async () => {
    store = await open();
    draft = await plantDraft(store.db);
    published = await plantDraft(store.db);
    await publish(store.db, published);
  });
  afterAll(() => store.close());

  /** Runs a statement and takes it back again. */
  const attempt = async (statement: string): Promise<void> => {
    const takenBack = new Error('taken back');
    await store
      .session((session) =>
        session.transaction(async (tx) => {
          await tx.query(statement);
          throw takenBack;
        }),
      )
      .catch((error: unknown) => {
        if (error !== takenBack) throw error;
      });
  };
  const refused = (code: string) =>
    expect.objectContaining({ code, message: expect.stringMatching(/[一-龥].*。 [A-Z]/) });

  test.each([...rowChanges, ...editionChanges])('a draft allows: %s', async (_, statement) => {
    await expect(attempt(statement(draft))).resolves.toBeUndefined();
  });

  test.each([...rowChanges, ...editionChanges])('a published edition refuses: %s', async (_, statement) => {
    await expect(attempt(statement(published))).rejects.toEqual(refused('GK001'));
  });

  test('a row cannot be moved from a draft into a published edition', async () => {
    const move = `update finding set edition_id = '${published.editionId}' ${ofEdition(draft)}`;
    await expect(attempt(move)).rejects.toEqual(refused('GK001'));
  });

  test('a published edition cannot be deleted; a draft can, with all its rows', async () => {
    await expect(attempt(`delete from edition ${itself(published)}`)).rejects.toEqual(refused('GK004'));
    await expect(attempt(`delete from edition ${itself(draft)}`)).resolves.toBeUndefined();
  });

  test.each(tables)('table %s cannot be emptied', async (table) => {
    const code = appendOnly.includes(table) ? 'GK002' : 'GK005';
    await expect(attempt(`truncate ${table} cascade`)).rejects.toEqual(refused(code));
  });

  test.each([
    `update event set actor = 'x'`,
    'delete from event',
    `update log_entry set body = '{}'`,
    `update log_hash set level = level`,
    `update checkpoint set note = ''`,
    ...appendOnly.map((table) => `delete from ${table}`),
  ])('events and their public log are append-only: %s', async (statement) => {
    await expect(attempt(statement)).rejects.toEqual(refused('GK002'));
  });

  test.each([
    [`insert into log_hash values (0, 0, sha256(''))`, 'log_hash_complete'],
    [`insert into log_hash values (1, 0, 'short')`, 'log_hash_complete'],
    [`insert into log_entry values (0, (select timepoint from event limit 1), '{}', sha256(''))`, 'positive'],
    [
      `insert into log_entry values (1, (select timepoint from event limit 1), repeat('x', 65536), sha256(''))`,
      'length',
    ],
    [`insert into checkpoint values (1, 'short', '')`, 'checkpoint_complete'],
  ])('the log takes nothing that cannot be in it: %s', async (statement, constraint) => {
    await expect(attempt(statement)).rejects.toMatchObject({
      code: '23514',
      message: expect.stringMatching(constraint),
    });
  });

  test('an issued index number never changes, and its document stays', async () => {
    const where = `where id = '${published.documentId}'`;
    await expect(attempt(`update document set index_number = 'x' ${where}`)).rejects.toEqual(refused('GK003'));
    await expect(attempt(`update document set index_number = null ${where}`)).rejects.toEqual(refused('GK003'));
    await expect(attempt(`delete from document ${where}`)).rejects.toEqual(refused('GK004'));
    await expect(attempt(`update document set identity = 'x' ${where}`)).resolves.toBeUndefined();
  });

  test('an edition is stored before it is published', async () => {
    const insert = `insert into edition (id, document_id, kind, number, state, reason, title, publisher_id, digest, published_at)
      values (gen_random_uuid(), '${draft.documentId}', 'regulatory-document', 5, 'PUBLISHED', 'FIRST', 't', gen_random_uuid(), '', now())`;
    await expect(attempt(insert)).rejects.toEqual(refused('GK001'));
  });

  const end = (assignment: string): string => `update edition set ${assignment} ${itself(published)}`;

  test.each(['SUPERSEDED', 'CORRECTED', 'WITHDRAWN'])('a published edition may become %s, once', async (state) => {
    const ending = end(`state = '${state}', published_until = now() + interval '1 second'`);
    await expect(attempt(ending)).resolves.toBeUndefined();
    await expect(attempt(`${ending}; `.replace('now()', `now() - interval '1 year'`))).rejects.toMatchObject({
      code: '23514',
    });
    await expect(attempt(end(`state = '${state}'`))).rejects.toMatchObject({ code: '23514' });
  });

  test.each(['DRAFT', 'APPROVED', 'RETURNED'])('a published edition never goes back to %s', async (state) => {
    await expect(attempt(end(`state = '${state}'`))).rejects.toEqual(refused('GK001'));
    await expect(attempt(end(`state = '${state}', published_at = null`))).rejects.toEqual(refused('GK001'));
  });

  test('an ended edition stays as it ended', async () => {
    const ended = await plantDraft(store.db);
    await publish(store.db, ended, new Date('2026-01-01T00:00:00Z'));
    const where = { where: { id: ended.editionId } };
    await store.db.edition.update({
      ...where,
      data: { state: 'SUPERSEDED', publishedUntil: new Date('2026-02-01T00:00:00Z') },
    });
    for (const assignment of [
      `published_until = null`,
      `published_until = now()`,
      `state = 'WITHDRAWN'`,
      `state = 'PUBLISHED', published_until = null`,
    ]) {
      await expect(attempt(`update edition set ${assignment} where id = '${ended.editionId}'`)).rejects.toEqual(
        refused('GK001'),
      );
    }
    const second = { ...ended, editionId: randomUUID() };
    await addDraft(store.db, second, second.editionId, 2);
    const overlapping = `update edition set state = 'PUBLISHED', published_at = '2026-01-15' where id = '${second.editionId}'`;
    await expect(attempt(overlapping)).rejects.toEqual(refused('GK001'));
    await expect(attempt(overlapping.replace('01-15', '02-02'))).resolves.toBeUndefined();
  });

  test('a document has one live edition and one in preparation at most', async () => {
    const second = { ...published, editionId: randomUUID() };
    await addDraft(store.db, second, second.editionId, 2);
    const publishing = store.db.edition.update({
      where: { id: second.editionId },
      data: { state: 'PUBLISHED', publishedAt: new Date() },
    });
    await expect(publishing).rejects.toThrow('另一版');
    await expect(addDraft(store.db, second, randomUUID(), 3)).rejects.toMatchObject({ code: 'P2002' });
  });

  test.each([
    ['number = 0', '23514'],
    [`effective_from = '2026-02-01', effective_to = '2026-01-31'`, '23514'],
    [`published_until = now()`, '23514'],
    [`state = 'PUBLISHED'`, '23514'],
    [`kind = 'budget'`, '23503'],
  ])('an edition is refused with %s', async (assignment, code) => {
    await expect(attempt(`update edition set ${assignment} ${itself(draft)}`)).rejects.toMatchObject({ code });
  });

  test('Prisma hands on the sentence', async () => {
    const update = store.db.edition.update({ where: { id: published.editionId }, data: { title: 'x' } });
    await expect(update).rejects.toThrow('请另出新版');
  });
});

test('a row that arrives while its edition is being published is refused, not slipped in', async () => {
  const store = await openPostgres();
  const planted = await plantDraft(store.db);
  const inserted = Promise.withResolvers<unknown>();
  await store.session((publisher) =>
    publisher.transaction(async (tx) => {
      await tx.query(`update edition set state = 'PUBLISHED', published_at = now() ${itself(planted)}`);
      const late = `insert into responsibility values ('${planted.articleId}', 9, '乙')`;
      store.session((importer) => importer.query(late)).then(inserted.resolve, inserted.resolve);
      await vi.waitFor(async () => {
        const waiting = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
        expect(await store.read(waiting)).toHaveLength(1);
      });
    }),
  );
  expect(await inserted.promise).toMatchObject({ code: 'GK001' });
  await store.close();
});
