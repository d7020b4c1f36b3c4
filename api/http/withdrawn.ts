import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kind } from '../disclosures/kind.ts';
import {
  type Tombstone,
  tombstoneOf,
  tombstoneOfEdition,
  withdrawnFacts,
  withdrawnSentence,
} from '../graphql/withdrawal.ts';
import { sql } from '../store/statements.ts';
import type { Platform } from './platform.ts';
import { problem } from './problem.ts';

/** What is left of a document that is withdrawn, or of one edition that is not given any more. */
export const tombstoneAt = async (
  { store }: Platform,
  { name }: Kind,
  indexNumber: string,
  edition: number | null = null,
): Promise<Tombstone | null> =>
  (await tombstoneOf(store, name, { asOf: null }, sql`d.index_number = ${indexNumber}`)) ??
  (edition === null ? null : await tombstoneOfEdition(store, name, indexNumber, edition));

/** 410 with the reason for what was withdrawn, 404 for what never was public. */
export async function answerMissing(
  platform: Platform,
  kind: Kind,
  indexNumber: string,
  request: FastifyRequest,
  reply: FastifyReply,
  edition: number | null = null,
) {
  const tombstone = await tombstoneAt(platform, kind, indexNumber, edition);
  if (tombstone) return problem(request, reply, 'WITHDRAWN', withdrawnSentence(tombstone), withdrawnFacts(tombstone));
  return problem(request, reply, 'NOT_FOUND', {
    zh: `没有索引号为 ${indexNumber.slice(0, 60)} 的公开文件`,
    en: `No published document has the index number ${indexNumber.slice(0, 60)}`,
  });
}
