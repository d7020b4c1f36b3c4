import type { Bilingual } from '../core/finding.ts';
import { formatIndexNumber } from '../core/index-number.ts';
import { canBecome } from '../core/lifecycle.ts';
import { today } from '../core/local-date.ts';
import type { Transaction } from '../store/client.ts';
import { type Sql, sql } from '../store/statements.ts';
import { NotAllowed } from './errors.ts';
import { holdPublications } from './lock.ts';
import { appendToLog } from './log.ts';

/** The channel on which every instance hears that a kind's published content changed. */
export const publicationChannel = 'gk_published';

export interface Publication {
  readonly documentId: string;
  readonly editionId: string;
  readonly number: number;
  readonly indexNumber: string;
  readonly kind: string;
  readonly at: Date;
}

const refuse = (reason: Bilingual): never => {
  throw new NotAllowed(reason);
};

/**
 * Holds the document until the transaction ends. Staging holds it before it publishes, so whoever changes what is public
 * takes it before the publication lock: in the other order two publishers would wait for each other.
 */
async function holdDocument(tx: Transaction, condition: Sql): Promise<void> {
  await tx.$executeRaw(sql`select from document where ${condition} for update`);
}

/** The instant of this change: the database's clock, and later than every change before it. */
async function nextInstant(tx: Transaction): Promise<Date> {
  await holdPublications(tx);
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    select date_trunc('milliseconds', greatest(clock_timestamp(), (select max(at) from event) + interval '1 millisecond')) as at`;
  if (!row) throw new Error('the database gave no time');
  return row.at;
}

/**
 * The next index numbers (索引号) of organizations in a year, in the order asked; issued once, never reused. Null for an
 * organization without a credit code.
 */
export async function issueIndexNumbers(
  tx: Transaction,
  asked: readonly { readonly organizationId: string; readonly year: number }[],
): Promise<(string | null)[]> {
  const organizations = await tx.organization.findMany({
    where: { id: { in: [...new Set(asked.map(({ organizationId }) => organizationId))] } },
  });
  const codes = new Map(organizations.map(({ id, code }) => [id, code]));
  const wanted = asked.map(({ organizationId, year }) => ({ code: codes.get(organizationId) ?? null, year }));
  const counts = new Map<string, { code: string; year: number; last: number }>();
  for (const { code, year } of wanted) {
    if (code === null) continue;
    const count = counts.get(`${code} ${year}`) ?? { code, year, last: 0 };
    counts.set(`${code} ${year}`, { ...count, last: count.last + 1 });
  }
  const issued = await tx.$queryRaw<{ code: string; year: number; last: number }[]>`
    insert into index_counter (code, year, last)
    select code, year, last from json_to_recordset(${JSON.stringify([...counts.values()])}::json) as c(code text, year int, last int) order by code, year
    on conflict (code, year) do update set last = index_counter.last + excluded.last returning code, year, last`;
  const next = new Map(
    issued.map(({ code, year, last }) => [`${code} ${year}`, last - (counts.get(`${code} ${year}`)?.last ?? 0)]),
  );
  return wanted.map(({ code, year }) => {
    if (code === null) return null;
    const serial = (next.get(`${code} ${year}`) ?? 0) + 1;
    next.set(`${code} ${year}`, serial);
    return formatIndexNumber({ code, year, serial });
  });
}

async function tell(tx: Transaction, kind: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${publicationChannel}, ${kind})`;
}

/**
 * Makes a draft public, in the transaction given: ends the edition before it, issues the index number, records the
 * event, tells every instance at commit. Refuses, with the reason, what must not be published.
 */
export async function publish(tx: Transaction, editionId: string, actor: string): Promise<Publication> {
  await holdDocument(tx, sql`id = (select document_id from edition where id = ${editionId}::uuid)`);
  const at = await nextInstant(tx);
  const edition = await tx.edition.findUnique({
    where: { id: editionId },
    include: { document: true, findings: { where: { severity: 'ERROR' } } },
  });
  if (!edition)
    return refuse({
      zh: '没有这份草稿；它可能已被新的草稿替换。',
      en: 'There is no such draft; a newer one may have replaced it.',
    });
  if (!canBecome(edition.state, 'PUBLISHED')) {
    return refuse({
      zh: `这一版的状态为 ${edition.state}，不能发布。`,
      en: `This edition is ${edition.state} and cannot be published.`,
    });
  }
  if (edition.findings.length > 0) {
    return refuse({
      zh: `有 ${edition.findings.length} 个错误未改正，不能发布。`,
      en: `${edition.findings.length} errors must be mended before it can be published.`,
    });
  }
  if (edition.attribute === null) {
    return refuse({
      zh: '未标明公开属性（主动公开、依申请公开、不予公开），予以退文；请在附注中写明，或导入时用 --attribute 指明。',
      en: 'No disclosure attribute is stated, so it is returned; print it in the annotation, or give --attribute when importing.',
    });
  }
  if (edition.attribute !== 'PROACTIVE') {
    return refuse({
      zh: `公开属性为${edition.attribute === 'WITHHELD' ? '不予公开' : '依申请公开'}，不得在平台公开。`,
      en: `Its attribute is ${edition.attribute}; it must not be published on the platform.`,
    });
  }
  const { document } = edition;
  const previous = await tx.edition.findFirst({
    where: { documentId: edition.documentId, publishedAt: { not: null }, publishedUntil: null },
  });
  if (previous) {
    await tx.edition.update({
      where: { id: previous.id },
      data: { state: edition.reason === 'CORRECTION' ? 'CORRECTED' : 'SUPERSEDED', publishedUntil: at },
    });
  }
  const year = Number(today(at).slice(0, 4));
  const indexNumber =
    document.indexNumber ?? (await issueIndexNumbers(tx, [{ organizationId: document.organizationId, year }]))[0];
  if (!indexNumber) {
    return refuse({
      zh: '发布机构没有统一社会信用代码，无法编定索引号。',
      en: 'The publisher has no credit code, so no index number can be issued.',
    });
  }
  if (!document.indexNumber) await tx.document.update({ where: { id: document.id }, data: { indexNumber } });
  await tx.edition.update({ where: { id: edition.id }, data: { state: 'PUBLISHED', publishedAt: at } });
  await tx.event.create({
    data: {
      at,
      type: 'PUBLISHED',
      kind: edition.kind,
      documentId: document.id,
      editionId: edition.id,
      previousId: previous?.id ?? null,
      actor,
    },
  });
  await appendToLog(tx);
  await tell(tx, edition.kind);
  return {
    documentId: document.id,
    editionId: edition.id,
    number: edition.number,
    indexNumber,
    kind: edition.kind,
    at,
  };
}

/** Takes the live edition back. The document stays as a tombstone with the reason; nothing becomes a bare 404. */
export async function withdraw(tx: Transaction, indexNumber: string, actor: string, reason: string): Promise<void> {
  await holdDocument(tx, sql`index_number = ${indexNumber}`);
  const at = await nextInstant(tx);
  if (reason.trim() === '') refuse({ zh: '撤回须说明理由。', en: 'A withdrawal needs a reason.' });
  const edition = await tx.edition.findFirst({
    where: { document: { indexNumber }, publishedAt: { not: null }, publishedUntil: null },
  });
  if (!edition)
    return refuse({
      zh: `没有索引号为 ${indexNumber} 的现行版本。`,
      en: `No live edition has index number ${indexNumber}.`,
    });
  await tx.edition.update({ where: { id: edition.id }, data: { state: 'WITHDRAWN', publishedUntil: at } });
  await tx.event.create({
    data: {
      at,
      type: 'WITHDRAWN',
      kind: edition.kind,
      documentId: edition.documentId,
      editionId: edition.id,
      actor,
      reason: reason.trim(),
    },
  });
  await appendToLog(tx);
  await tell(tx, edition.kind);
}
