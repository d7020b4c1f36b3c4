import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../api/store/client.ts';
import type { Query } from '../../api/store/driver.ts';
import { publishPaper, sampleCounty } from '../support/county.ts';
import { openPostgres } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const sample = 200;
const copies = 100;

/** A select of every column of a table, some of them given otherwise. */
const others = (table: string, given: Readonly<Record<string, string>>): string => `
  (select string_agg(coalesce((${sqlMap(given)}) ->> column_name, 'e.' || quote_ident(column_name)), ', ' order by ordinal_position)
   from information_schema.columns where table_name = '${table}')`;

const sqlMap = (given: Readonly<Record<string, string>>): string =>
  `'${JSON.stringify(given).replaceAll("'", "''")}'::jsonb`;

const copied = (table: string, key: string, given: Readonly<Record<string, string>>): string =>
  `execute 'insert into ${table} select ' || ${others(table, given)} || ' from copy join ${table} e on e.${key} = copy.source';`;

/**
 * Every document so many times more, in one go: what a plan is made from is the size of the tables. A copy has the words of
 * its title only, and the indexes of words are made again at the end, as they were: both save most of the time.
 */
const multiply = (store: Store): Promise<void> =>
  store.session((session) =>
    session.script(`
      set maintenance_work_mem = '256MB';
      create temp table word_index as select indexdef from pg_indexes where indexname in ('edition_words', 'edition_title_words');
      drop index edition_words, edition_title_words;
      create temp table copy as
        select e.id as source, gen_random_uuid() as edition, gen_random_uuid() as document, n, e.published_at
        from edition e, generate_series(1, ${copies - 1}) n;
      insert into document (id, kind, index_number, identity, organization_id, created_at)
        select copy.document, d.kind, d.index_number || '/' || n, d.identity || n, d.organization_id, d.created_at
        from copy join edition e on e.id = copy.source join document d on d.id = e.document_id;
      do $$ declare made text; begin
        ${copied('edition', 'id', { id: 'copy.edition', document_id: 'copy.document', state: "'DRAFT'", is_sample: 'true', published_at: 'null', words: 'e.title_words' })}
        ${copied('regulatory_document', 'edition_id', { edition_id: 'copy.edition' })}
        update edition set state = 'PUBLISHED', published_at = copy.published_at from copy where edition.id = copy.edition;
        for made in select indexdef from word_index loop execute made; end loop;
      end $$;
      analyze;`),
  );

/** A store that also remembers what was asked of it. */
const tapped = (store: Store, queries: Query[]): Store => ({
  ...store,
  read: (query) => {
    queries.push(query);
    return store.read(query);
  },
});

describe(`PostgreSQL with ${sample * copies} documents`, () => {
  let server: TestServer;
  const queries: Query[] = [];

  beforeAll(async () => {
    const store = await sampleCounty({ name: 'PostgreSQL', open: openPostgres }, sample);
    await publishPaper(store, {
      subject: '四色韭菜种植的工作',
      number: '桓政办字〔2021〕929号',
      formedOn: '2021-07-15',
    });
    await multiply(store);
    server = await openServer(tapped(store, queries));
  });
  afterAll(() => server.close());

  /** The plans of the statements that a question makes. */
  const plansOf = async (query: string, variables: Record<string, unknown> = {}): Promise<string[]> => {
    queries.length = 0;
    await server.ask(query, variables);
    const asked = queries.splice(0).filter(({ text }) => text.includes('edition e'));
    // The one plan for all values, which is what the platform's connections use.
    const explained: { 'QUERY PLAN': string }[][] = [];
    for (const { text } of asked) {
      await server.store.session(async (session) => {
        explained.push(await session.query(`explain (generic_plan) ${text}`));
      });
    }
    return explained.map((lines) => lines.map((line) => line['QUERY PLAN']).join('\n'));
  };

  test.each(['政务公开', '管理', '929号', '四色韭菜', '韭菜', '桓政办字〔2021〕929号', '〔2021〕929号'])(
    'a search for %s reads the index of words for the page and for the total',
    async (search) => {
      const query = `query Q($search: String) {
        regulatoryDocuments(search: $search, first: 20) { totalCount nodes { title validity { code } publisher { name } } } }`;
      const plans = await plansOf(query, { search });
      expect(plans).toHaveLength(2);
      for (const plan of plans) {
        expect(plan).toMatch(/Bitmap Index Scan on edition_words .*\n.*words @@/);
        expect(plan).not.toMatch(/Seq Scan on edition/);
      }
    },
  );

  test.each([
    ['the day of signing', '', 'edition_by_formed'],
    ['the day of signing, from the end', '(last: 20)', 'edition_by_formed'],
    ['publication', '(orderBy: [{ field: PUBLISHED_AT }])', 'edition_by_published'],
    ['the first day in force', '(orderBy: [{ field: EFFECTIVE_FROM }])', 'edition_by_effective'],
  ])('a list by %s is read in the order of its index, without sorting', async (_, args, index) => {
    const [plan] = await plansOf(`{ regulatoryDocuments${args} { nodes { title validity { code } } } }`);
    expect(plan).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using ${index}`));
    expect(plan).not.toMatch(/Sort|Seq Scan on edition/);
  });

  test.each([
    '{ regulatoryDocument(by: { number: "桓政办字〔2021〕929号" }) { title } }',
    '{ regulatoryDocument(by: { indexNumber: "x/2021-0000001" }) { title } }',
    '{ regulatoryDocuments(where: { number: { eq: "桓政办字〔2021〕929号" } }) { totalCount } }',
  ])('%s reads no table whole', async (query) => {
    for (const plan of await plansOf(query))
      expect(plan).not.toMatch(/Seq Scan on (edition|regulatory_document|document)/);
  });
});
