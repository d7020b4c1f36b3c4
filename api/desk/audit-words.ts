import type { Bilingual } from '../core/finding.ts';
import { type Action, lifecycle } from '../core/lifecycle.ts';
import type { DeskContext } from './builder.ts';

/** What is attempted beside the steps of an edition's life. */
const others: Readonly<Record<string, Bilingual>> = {
  STAGE_AND_PUBLISH: { zh: '导入并发布', en: 'import and publish' },
  CHECK: { zh: '只校核', en: 'only check' },
  UNMASK: { zh: '查看原文', en: 'see what is masked' },
  DOWNLOAD: { zh: '下载文件', en: 'open a file' },
  CREATE_TOKEN: { zh: '发放令牌', en: 'make a token' },
  REVOKE_TOKEN: { zh: '停用令牌', en: 'revoke a token' },
  REGISTER_ORGANIZATION: { zh: '登记机构', en: 'register a body' },
  AUTHENTICATE: { zh: '登录', en: 'sign in' },
};

/** What was attempted, in words; null for what has none. */
export const actionLabel = (action: string): Bilingual | null =>
  others[action] ?? (action in lifecycle ? lifecycle[action as Action].label : null);

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const indexNumber = /[0-9A-Z]{18}\/\d{4}-\d{7}/;

export interface Titled {
  /** The latest edition it is about. */
  readonly id: string;
  readonly title: string;
}

/**
 * What entries of the audit are about, by their subject: editions by their ids, records by their index numbers. What was
 * discarded since has no title any more.
 */
export async function titlesOf(
  { store: { db } }: DeskContext,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly Titled[]>> {
  const ids = [...new Set(subjects.flatMap((subject) => subject.match(uuids) ?? []))];
  const numbers = [...new Set(subjects.flatMap((subject) => indexNumber.exec(subject) ?? []))];
  const select = { id: true, title: true } as const;
  const editions = await db.edition.findMany({ where: { id: { in: ids } }, select });
  const records = await db.document.findMany({
    where: { indexNumber: { in: numbers } },
    select: { indexNumber: true, editions: { select, orderBy: { number: 'desc' }, take: 1 } },
  });
  const known = new Map<string, Titled>([
    ...editions.map((edition) => [edition.id, edition] as const),
    ...records.flatMap((record) => record.editions.map((edition) => [record.indexNumber ?? '', edition] as const)),
  ]);
  return new Map(
    subjects.map((subject) => {
      const keys = [...(subject.match(uuids) ?? []), ...(indexNumber.exec(subject) ?? [])];
      return [subject, keys.flatMap((key) => known.get(key) ?? [])];
    }),
  );
}
