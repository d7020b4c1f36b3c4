import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kind } from '../disclosures/kind.ts';
import { sql } from '../store/statements.ts';
import type { Platform } from './platform.ts';
import { problem } from './problem.ts';

export interface Tombstone {
  readonly title: string;
  readonly reason: string;
  readonly at: Date;
}

/** What is left of a withdrawn document: its title, when it was withdrawn and why. */
export async function tombstoneOf({ store }: Platform, kind: Kind, indexNumber: string): Promise<Tombstone | null> {
  const [row] = await store.read<Tombstone>(sql`
    select e.title, event.reason, event.at
    from document d join event on event.document_id = d.id and event.type = 'WITHDRAWN' join edition e on e.id = event.edition_id
    where d.index_number = ${indexNumber} and d.kind = ${kind.name}
      and not exists (select from edition live where live.document_id = d.id and live.published_at is not null and live.published_until is null)
    order by event.timepoint desc limit 1`);
  return row ?? null;
}

/** 410 with the reason for what was withdrawn, 404 for what never was public. */
export async function answerMissing(
  platform: Platform,
  kind: Kind,
  indexNumber: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const tombstone = await tombstoneOf(platform, kind, indexNumber);
  if (!tombstone) {
    return problem(request, reply, 'NOT_FOUND', {
      zh: `没有索引号为 ${indexNumber.slice(0, 60)} 的公开文件`,
      en: `No published document has the index number ${indexNumber.slice(0, 60)}`,
    });
  }
  return problem(
    request,
    reply,
    'WITHDRAWN',
    {
      zh: `《${tombstone.title}》已撤回：${tombstone.reason}`,
      en: `"${tombstone.title}" was withdrawn: ${tombstone.reason}`,
    },
    { withdrawnAt: tombstone.at.toISOString(), reason: tombstone.reason },
  );
}
