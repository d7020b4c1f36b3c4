import { randomUUID } from 'node:crypto';
import { canonicalJson, digestOf } from '../core/canonical.ts';
import type { Finding } from '../core/finding.ts';
import { indexWords } from '../core/words.ts';
import type { ResolveOrganization, ResolvePlace, Statement } from '../disclosures/kind.ts';
import { type TableRows, wordVector } from '../store/rows.ts';
import type { SourceFile } from './source-file.ts';

/** So much of a file goes into the row it begins with; what is more is added piece by piece. */
export const pieceSize = 4 << 20;

export const hexOf = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/** Everything an edition states, its metadata, its content and the bytes of its files, as one text, and its digest. */
export function canonicalStatement(
  { kind, metadata, stated }: Statement,
  files: readonly SourceFile[],
): { readonly body: string; readonly digest: string } {
  const body = canonicalJson({
    kind: kind.name,
    metadata,
    content: stated,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  });
  return { body, digest: digestOf(body) };
}

export interface EditionFacts {
  readonly editionId: string;
  readonly documentId: string;
  readonly number: number;
  readonly reason: 'FIRST' | 'UPDATE' | 'CORRECTION' | 'REPUBLICATION';
  readonly changeNote: string | null;
  readonly publisherId: string;
  readonly isSample: boolean;
  readonly digest: string;
  /** Who drafted it; null for made-up data. */
  readonly author: string | null;
  /** The text the digest is taken over. */
  readonly body: string;
}

/** Every row of a draft edition, its kind's own rows included, parents first. */
export function editionRows(
  statement: Statement,
  facts: EditionFacts,
  findings: readonly Finding[],
  files: readonly SourceFile[],
  resolve: ResolveOrganization,
  placeOf: ResolvePlace,
): readonly TableRows[] {
  const { kind, metadata, searchText } = statement;
  const { editionId } = facts;
  const head = indexWords(searchText.head);
  const all = [...new Set([...head, ...indexWords(searchText.body)])];
  return [
    {
      table: 'edition',
      rows: [
        {
          id: editionId,
          document_id: facts.documentId,
          kind: kind.name,
          number: facts.number,
          state: 'DRAFT',
          reason: facts.reason,
          change_note: facts.changeNote,
          title: metadata.title,
          summary: metadata.summary,
          attribute: metadata.attribute,
          publisher_id: facts.publisherId,
          topic: metadata.topic,
          subtopic: metadata.subtopic,
          event_classes: metadata.eventClasses,
          formed_on: metadata.formedOn,
          printed_on: metadata.printedOn,
          effective_from: metadata.effectiveFrom,
          effective_to: metadata.effectiveTo,
          is_sample: facts.isSample,
          digest: facts.digest,
          author: facts.author,
          title_words: wordVector(head),
          words: wordVector(all),
        },
      ],
    },
    { table: 'statement', rows: [{ edition_id: editionId, body: facts.body }] },
    ...statement.rows(editionId, resolve, placeOf),
    {
      table: 'finding',
      rows: findings.map(({ rule, severity, sheet, row, column, message, remedy }, position) => ({
        id: randomUUID(),
        edition_id: editionId,
        position,
        rule,
        severity,
        sheet: sheet ?? null,
        row: row ?? null,
        column: column ?? null,
        message_zh: message.zh,
        message_en: message.en,
        remedy_zh: remedy?.zh ?? null,
        remedy_en: remedy?.en ?? null,
      })),
    },
    {
      table: 'attachment',
      rows: files.map(({ name, mediaType, size, sha256, content, isPacked }, position) => ({
        id: randomUUID(),
        edition_id: editionId,
        position,
        role: position === 0 ? 'SOURCE' : 'ATTACHMENT',
        name,
        media_type: mediaType,
        size,
        sha256,
        is_packed: isPacked,
        content: hexOf(content.subarray(0, pieceSize)),
      })),
    },
  ];
}
