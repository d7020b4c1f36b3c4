import { randomUUID } from 'node:crypto';
import type { TableRows } from '../../store/rows.ts';
import type { ResolveOrganization } from '../kind.ts';
import type { RegulatoryContent } from './content.ts';

/** The rows of one new edition: head, issuers, articles with their responsible organizations, relations. */
export function rowsOf(
  editionId: string,
  content: RegulatoryContent,
  resolve: ResolveOrganization,
): readonly TableRows[] {
  const { number, instrument } = content;
  const articles = content.articles.map((article, position) => ({ id: randomUUID(), position, article }));
  return [
    {
      table: 'regulatory_document',
      rows: [
        {
          edition_id: editionId,
          rank: content.rank,
          lapses_on: content.lapsesOn,
          number_written: content.numberWritten,
          number: number?.text ?? null,
          issuer_code: number?.issuerCode ?? null,
          year: number?.year ?? null,
          sequence: number?.sequence ?? null,
          registration: content.registration,
          genre: content.genre,
          instrument_title: instrument?.title ?? null,
          instrument_genre: instrument?.genre ?? null,
          title_key: content.titleKey,
          addressees: content.addressees,
          annotation: content.annotation,
          copied_to: content.copiedTo,
          text: content.text,
        },
      ],
    },
    {
      table: 'regulatory_document_issuer',
      rows: content.issuers.map((name, position) => ({
        edition_id: editionId,
        position,
        written_name: name,
        organization_id: resolve(name),
      })),
    },
    {
      table: 'article',
      rows: articles.map(({ id, position, article }) => ({
        id,
        edition_id: editionId,
        position,
        parent: article.parent,
        level: article.level,
        marker: article.marker,
        number: article.number,
        path: article.path,
        heading: article.heading,
        text: article.text,
      })),
    },
    {
      table: 'responsibility',
      rows: articles.flatMap(({ id, article }) =>
        article.responsibilities.map((name, position) => ({
          article_id: id,
          position,
          written_name: name,
          organization_id: resolve(name),
        })),
      ),
    },
    {
      table: 'relation',
      rows: content.relations.map((relation, position) => ({
        id: randomUUID(),
        edition_id: editionId,
        position,
        type: relation.type,
        target_number: relation.targetNumber,
        target_title: relation.targetTitle,
        target_key: relation.targetKey,
        article: relation.article,
      })),
    },
    {
      table: 'clean_up_item',
      rows: content.cleanUp.map((item, position) => ({
        edition_id: editionId,
        position,
        decision: item.decision,
        target_number: item.targetNumber,
        target_title: item.targetTitle,
        target_key: item.targetKey,
      })),
    },
  ];
}
