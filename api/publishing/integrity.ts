import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Bilingual } from '../core/finding.ts';
import type { Store } from '../store/client.ts';
import { type Sql, sql } from '../store/statements.ts';

/** Something stored that is not what was logged. */
export interface Discrepancy {
  readonly indexNumber: string | null;
  readonly edition: number;
  readonly message: Bilingual;
}

interface Check {
  readonly message: Bilingual;
  /** Selects "indexNumber" and edition of everything that is wrong. */
  readonly wrong: Sql;
}

const of = sql`d.index_number as "indexNumber", e.number as edition`;
const editions = sql`edition e join document d on d.id = e.document_id`;
/** Every log entry as JSON, beside the event and the edition it tells of. */
const logged = sql`log_entry l join event on event.timepoint = l.event_timepoint join ${editions} on e.id = event.edition_id
  cross join lateral (select l.body::json as entry) told`;

const checks: readonly Check[] = [
  {
    message: { zh: '全文与摘要不符', en: 'its statement has another digest' },
    wrong: sql`select ${of} from ${editions} join statement s on s.edition_id = e.id
      where e.published_at is not null and e.digest <> 'sha256:' || encode(sha256(convert_to(s.body, 'UTF8')), 'hex')`,
  },
  {
    message: { zh: '已公开，却不在透明日志中', en: 'it is public, and not in the log' },
    wrong: sql`select ${of} from ${editions} where e.published_at is not null and not exists (
      select from event join log_entry l on l.event_timepoint = event.timepoint where event.edition_id = e.id and event.type = 'PUBLISHED')`,
  },
  {
    message: {
      zh: '发布时刻、版次、摘要或标题与日志不符',
      en: 'its instant, number, digest or title is not what was logged',
    },
    wrong: sql`select ${of} from ${logged} where event.type = 'PUBLISHED' and (
      e.published_at is distinct from (entry->>'at')::timestamptz or e.number <> (entry->>'edition')::int or e.digest <> entry->>'digest'
      or d.index_number is distinct from entry->>'indexNumber'
      or length(e.title) <= 1500 and e.title <> entry->>'title')`,
  },
  {
    message: {
      zh: '已结束，日志中却没有替代它的版本或撤回',
      en: 'it has ended, and the log has neither a newer edition nor a withdrawal',
    },
    wrong: sql`select ${of} from ${editions} where e.published_until is not null and not exists (
      select from event join log_entry l on l.event_timepoint = event.timepoint
      where event.document_id = e.document_id and event.at = e.published_until
        and (event.type = 'PUBLISHED' and event.previous_id = e.id or event.type = 'WITHDRAWN' and event.edition_id = e.id))`,
  },
  {
    message: { zh: '日志说它已被替代或撤回，库中却仍现行', en: 'the log says that it ended, and it is still live' },
    wrong: sql`select ${of} from log_entry l join event on event.timepoint = l.event_timepoint
      join ${editions} on e.id = case event.type when 'WITHDRAWN' then event.edition_id when 'PUBLISHED' then event.previous_id end
      where e.published_until is distinct from event.at`,
  },
  {
    message: { zh: '撤回或封存的理由与日志不符', en: 'the reason of its withdrawal or sealing is not what was logged' },
    wrong: sql`select ${of} from ${logged} where event.type <> 'PUBLISHED' and length(event.reason) <= 1500
      and event.reason is distinct from entry->>'withdrawalReason'`,
  },
  {
    message: {
      zh: '对外提供的内容（条文、金额等各行）与发布时不符',
      en: 'what readers are answered from (articles, amounts, every row of it) is not what was published',
    },
    // Entries from before rows had a digest tell none.
    wrong: sql`select ${of} from ${logged} where event.type = 'PUBLISHED'
      and entry->>'rowsDigest' is not null and entry->>'rowsDigest' <> gk_rows_digest(e.id)`,
  },
  {
    message: { zh: '内容中的标题与全文所载不符', en: 'its title is not that of its statement' },
    wrong: sql`select ${of} from ${editions} join statement s on s.edition_id = e.id
      where e.published_at is not null and e.title is distinct from s.body::json->'metadata'->>'title'`,
  },
];

interface FileRow {
  readonly indexNumber: string | null;
  readonly edition: number;
  readonly name: string;
  readonly sha256: string;
  readonly stated: string | null;
  readonly isPacked: boolean;
  readonly content: Uint8Array;
}

const hashOf = ({ isPacked, content }: FileRow): string =>
  createHash('sha256')
    .update(isPacked ? gunzipSync(content) : content)
    .digest('hex');

/** Files of public editions, against their own hash and the one the statement gives them. One at a time: they may be large. */
async function* wrongFiles({ read }: Store): AsyncGenerator<Discrepancy> {
  const ids = await read<{ id: string }>(
    sql`select a.id from attachment a join edition e on e.id = a.edition_id where e.published_at is not null order by a.id`,
  );
  for (const { id } of ids) {
    const [file] = await read<FileRow>(sql`
      select ${of}, a.name, a.sha256, a.is_packed as "isPacked", a.content,
        (select s.body::json->'files'->a.position->>'sha256' from statement s where s.edition_id = e.id) as stated
      from attachment a join ${editions} on e.id = a.edition_id where a.id = ${id}::uuid`);
    if (!file) continue;
    const hash = await Promise.resolve(hashOf(file)).catch(() => '');
    if (hash === file.sha256 && (file.stated === null || file.stated === hash)) continue;
    const { indexNumber, edition, name } = file;
    yield { indexNumber, edition, message: { zh: `文件 ${name} 已被改动`, en: `the file ${name} was changed` } };
  }
}

/**
 * Compares what is stored with what was logged (内部核对): statements, rows, editions, ends, reasons and files. The log itself is
 * verified from outside.
 */
export async function* discrepancies(store: Store): AsyncGenerator<Discrepancy> {
  for (const { message, wrong } of checks)
    for (const row of await store.read<Omit<Discrepancy, 'message'>>(wrong)) yield { ...row, message };
  yield* wrongFiles(store);
}
