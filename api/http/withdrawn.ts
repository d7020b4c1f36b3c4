import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kind } from '../disclosures/kind.ts';
import { type Tombstone, tombstoneOf, withdrawnFacts, withdrawnSentence } from '../graphql/withdrawal.ts';
import { sql } from '../store/statements.ts';
import type { Platform } from './platform.ts';
import { problem } from './problem.ts';

export const tombstoneAt = ({ store }: Platform, { name }: Kind, indexNumber: string): Promise<Tombstone | null> =>
  tombstoneOf(store, name, { asOf: null }, sql`d.index_number = ${indexNumber}`);

/** 410 with the reason for what was withdrawn, 404 for what never was public. */
export async function answerMissing(
  platform: Platform,
  kind: Kind,
  indexNumber: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const tombstone = await tombstoneAt(platform, kind, indexNumber);
  if (tombstone) return problem(request, reply, 'WITHDRAWN', withdrawnSentence(tombstone), withdrawnFacts(tombstone));
  return problem(request, reply, 'NOT_FOUND', {
    zh: `没有索引号为 ${indexNumber.slice(0, 60)} 的公开文件`,
    en: `No published document has the index number ${indexNumber.slice(0, 60)}`,
  });
}
