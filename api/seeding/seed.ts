import { randomUUID } from 'node:crypto';
import { addDays, type LocalDate, startOf, today } from '../core/local-date.ts';
import { addWorkingDays } from '../core/working-days.ts';
import type { Statement } from '../disclosures/kind.ts';
import { kinds } from '../disclosures/registry.ts';
import { canonicalStatement, type EditionFacts, editionRows } from '../publishing/edition-rows.ts';
import { issueIndexNumbers } from '../publishing/index-numbers.ts';
import { holdPublications } from '../publishing/lock.ts';
import { appendToLog } from '../publishing/log.ts';
import { organizationResolver } from '../publishing/organizations.ts';
import { placeResolver } from '../publishing/places.ts';
import { type SourceFile, sourceFile } from '../publishing/source-file.ts';
import { longTransaction, type Store, type Transaction } from '../store/client.ts';
import { insertTables, type TableRows } from '../store/rows.ts';
import { sql } from '../store/statements.ts';
import { isOnlySampleCounty, seedCountyOnce, seedUnits } from './county.ts';

export interface SeedOptions {
  /** How many documents of each kind. */
  readonly documents: number;
  /** Made-up subordinate units with records of their own, for large samples. */
  readonly units?: number;
  readonly seed?: number;
  readonly log?: (message: string) => void;
  readonly progress?: (done: number) => void;
}

/** The same county on every machine. */
export const defaultSeed = 20_210_715;
const batchSize = 500;
const actor = 'sample-generator';

interface SampleEdition {
  readonly statement: Statement;
  readonly files: readonly SourceFile[];
  readonly facts: EditionFacts;
  readonly at: Date;
}

/** Tables of many editions put together, so that a batch costs one statement a table. */
function merged(lists: readonly (readonly TableRows[])[]): TableRows[] {
  const tables = new Map<string, Record<string, unknown>[]>();
  for (const { table, rows } of lists.flat()) {
    const known = tables.get(table) ?? [];
    for (const row of rows) known.push(row);
    tables.set(table, known);
  }
  return [...tables].map(([table, rows]) => ({ table, rows }));
}

/** Publication follows signature by three working days, at nine in the morning, a second after the one before. */
class PublicationClock {
  #last = 0;
  readonly #latest: number;

  constructor(now: Date) {
    this.#latest = startOf(addDays(today(now), -1)).getTime();
  }

  /** Nothing of the sample is published before what is known already: others may publish between two batches. */
  async follow(tx: Transaction): Promise<void> {
    await holdPublications(tx);
    const { _max } = await tx.event.aggregate({ _max: { at: true } });
    this.#last = Math.max(this.#last, _max.at?.getTime() ?? 0);
  }

  next(formedOn: LocalDate | null): Date {
    const day = formedOn ? addWorkingDays(formedOn, 3).on : today(new Date(this.#last));
    const nine = startOf(day).getTime() + 9 * 3_600_000;
    this.#last = Math.max(Math.min(nine, this.#latest), this.#last + 1000);
    return new Date(this.#last);
  }
}

/** The organizations behind every name the sample uses, asked once. */
async function writeBatch(tx: Transaction, statements: readonly Statement[], clock: PublicationClock): Promise<void> {
  await clock.follow(tx);
  const names = [...new Set(statements.flatMap(({ organizations }) => organizations))];
  const resolve = await organizationResolver(tx, names, null);
  const placeOf = await placeResolver(
    tx,
    statements.flatMap(({ places }) => places),
    null,
  );
  const attached = new Map<Statement, readonly SourceFile[]>();
  for (const statement of statements) {
    const files = statement.attachments.map((each) => sourceFile(each, 'application/octet-stream'));
    attached.set(statement, await Promise.all(files));
  }
  const editions = statements.flatMap((statement): SampleEdition[] => {
    const files = attached.get(statement) ?? [];
    const publisherId = resolve(statement.metadata.publisher);
    if (!publisherId) return [];
    const facts = {
      editionId: randomUUID(),
      documentId: randomUUID(),
      number: 1,
      reason: 'FIRST',
      changeNote: null,
      publisherId,
      isSample: true,
      ...canonicalStatement(statement, files),
      author: null,
    } as const;
    return [{ statement, files, facts, at: clock.next(statement.metadata.formedOn) }];
  });
  const indexNumbers = await issueIndexNumbers(
    tx,
    editions.map(({ facts, at }) => ({ organizationId: facts.publisherId, year: Number(today(at).slice(0, 4)) })),
  );
  await insertTables(tx, [
    {
      table: 'document',
      rows: editions.map(({ statement, facts }, index) => ({
        id: facts.documentId,
        kind: statement.kind.name,
        identity: statement.identity,
        organization_id: facts.publisherId,
        index_number: indexNumbers[index],
        created_at: editions[index]?.at,
      })),
    },
    ...merged(
      editions.map(({ statement, files, facts }) =>
        editionRows(statement, facts, statement.findings, files, resolve, placeOf),
      ),
    ),
  ]);
  const publications = editions.map(({ facts, at }) => ({ id: facts.editionId, at }));
  await tx.$executeRaw(
    sql`update edition set state = 'PUBLISHED', published_at = p.at from json_to_recordset(${JSON.stringify(publications)}::json) as p(id uuid, at timestamptz) where edition.id = p.id`,
  );
  await insertTables(tx, [
    {
      table: 'event',
      rows: editions.map(({ statement, facts, at }) => ({
        at,
        type: 'PUBLISHED',
        kind: statement.kind.name,
        document_id: facts.documentId,
        edition_id: facts.editionId,
        actor,
      })),
    },
  ]);
  await appendToLog(tx);
}

function* batches<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** What all kinds have made, by the day it was signed: each kind makes its own oldest first. */
function* oldestFirst(samples: readonly Iterator<Statement>[]): Generator<Statement> {
  const waiting = samples.map((sample) => ({ sample, next: sample.next() }));
  const dayOf = ({ next }: (typeof waiting)[number]): string =>
    next.done ? '9999' : (next.value.metadata.formedOn ?? '');
  for (;;) {
    const [first] = waiting
      .filter(({ next }) => !next.done)
      .sort((left, right) => (dayOf(left) < dayOf(right) ? -1 : 1));
    if (!first || first.next.done) return;
    yield first.next.value;
    first.next = first.sample.next();
  }
}

/**
 * Fills an empty database with the sample county (示例): divisions, organizations and documents of every kind. Does
 * nothing where anything is already stored. The first batch comes with the county in one transaction, so a process
 * killed half-way leaves either nothing or a smaller sample.
 */
export async function seedSample(
  store: Store,
  { documents, units = 0, seed = defaultSeed, log, progress }: SeedOptions,
): Promise<boolean> {
  const clock = new PublicationClock(new Date());
  const statements = oldestFirst(kinds.map((kind) => kind.sample({ seed, count: documents, units })));
  const rest = batches(statements, batchSize);
  const seeded = await store.db.$transaction(async (tx) => {
    if (!(await seedCountyOnce(tx)) && !(await isOnlySampleCounty(tx))) return false;
    if (units > 0) await seedUnits(tx, units);
    const first = rest.next();
    if (!first.done) await writeBatch(tx, first.value, clock);
    return true;
  }, longTransaction);
  if (!seeded) return false;
  let done = Math.min(batchSize, documents);
  progress?.(done);
  for (const batch of rest) {
    await store.db.$transaction((tx) => writeBatch(tx, batch, clock), longTransaction);
    done += batch.length;
    progress?.(done);
  }
  if (store.dialect === 'postgresql') await store.db.$executeRaw(sql`analyze`);
  log?.(`sample county (示例) stored: ${done} documents`);
  return true;
}
