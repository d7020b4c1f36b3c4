import type { Attribute, Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { type Imported, importFile } from '../../api/importing/import.ts';
import type { Publication } from '../../api/publishing/publish.ts';
import { seedCounty } from '../../api/seeding/county.ts';
import { seedSample } from '../../api/seeding/seed.ts';
import { openDatabase, type Store } from '../../api/store/client.ts';
import { administer, type Beginning, createPostgres, type TestDatabase } from './databases.ts';
import { onPaper, tester, withdraw } from './gate.ts';

export const regulatoryDocument = kindNamed('regulatory-document') as Kind;

/** An official document in the form of GB/T 9704, made up, to be read by the same pipeline as a real one. */
export interface Paper {
  readonly subject: string;
  readonly number?: string | null;
  readonly issuer?: string;
  readonly formedOn?: string | null;
  /** Paragraphs of the body. */
  readonly body?: readonly string[];
  readonly annotation?: string | null;
}

const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** The text of a paper. Its title is 关于<subject>的通知. */
export function textOf({
  subject,
  number = null,
  issuer = '桓台县人民政府办公室',
  formedOn = '2024-03-01',
  body = [],
  annotation = '（此件公开发布）',
}: Paper): string {
  return [
    `${issuer}关于${subject}的通知`,
    ...(number === null ? [] : [number]),
    '各镇人民政府，县政府各部门：',
    ...(body.length === 0 ? ['现将有关事项通知如下，请认真贯彻执行。'] : body),
    issuer,
    ...(formedOn === null ? [] : [chineseDay(formedOn)]),
    ...(annotation === null ? [] : [annotation]),
    '',
  ].join('\n\n');
}

const encoder = new TextEncoder();

interface Given {
  readonly name?: string;
  readonly attribute?: Attribute;
  readonly changeNote?: string;
  /** When it is imported; now unless given. */
  readonly now?: Date;
}

export const importText = (store: Store, text: string, publishing: boolean, given: Given = {}): Promise<Imported> =>
  importFile(
    store,
    regulatoryDocument,
    { name: 'paper.txt', bytes: encoder.encode(text), actor: tester, now: new Date(), ...given },
    publishing ? onPaper : null,
  );

/** Publishes a paper through the whole pipeline. */
export async function publishPaper(store: Store, paper: Paper, given: Given = {}): Promise<Publication> {
  const imported = await importText(store, textOf(paper), true, given);
  if (imported.outcome === 'published') return imported.publication;
  throw new Error(`not published: ${JSON.stringify(imported)}`);
}

/** Stages a paper as a draft and tells the id of its edition. */
export async function stagePaper(store: Store, paper: Paper, given: Given = {}): Promise<string> {
  const imported = await importText(store, textOf(paper), false, given);
  if (imported.outcome === 'staged') return imported.editionId;
  throw new Error(`not staged: ${JSON.stringify(imported)}`);
}

export const withdrawPaper = (store: Store, indexNumber: string, reason = '测试撤回'): Promise<void> =>
  store.db.$transaction((tx) => withdraw(tx, indexNumber, reason));

/** A database with the county's organizations and no documents. */
export function emptyCounty(database: TestDatabase, options?: Parameters<TestDatabase['open']>[0]): Promise<Store> {
  return database.open({ ...options, beginning: county });
}

/** The county's organizations and no documents. */
export const county: Beginning = { name: 'county', fill: (store) => store.db.$transaction(seedCounty) };

/** The sample county. */
export const sampleOf = (documents: number): Beginning => ({
  name: `sample_${documents}`,
  fill: (store) => seedSample(store, { documents }),
});

/** A database with the sample county. */
export function sampleCounty(
  database: TestDatabase,
  documents: number,
  options?: Parameters<TestDatabase['open']>[0],
): Promise<Store> {
  return database.open({ ...options, beginning: sampleOf(documents) });
}

/** Two databases on PostgreSQL, alike to the last byte. */
export async function twins(
  beginning: Beginning,
  prepare: (store: Store) => Promise<void>,
): Promise<readonly [Store, Store]> {
  const first = await createPostgres({ beginning });
  const original = await openDatabase({ url: first.url });
  await prepare(original);
  await original.close();
  const name = `${new URL(first.url).pathname.slice(1)}_twin`;
  const second = new URL(name, first.url).href;
  await administer(`create database ${name} template ${new URL(first.url).pathname.slice(1)}`);
  const open = async (url: string, drop: () => Promise<unknown>): Promise<Store> => {
    const store = await openDatabase({ url });
    return { ...store, close: () => store.close().then(async () => void (await drop())) };
  };
  return [
    await open(first.url, first.drop),
    await open(second, () => administer(`drop database ${name} with (force)`)),
  ];
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
