import { randomUUID } from 'node:crypto';
import type { Database } from '../../api/store/client.ts';

export interface Planted {
  readonly organizationId: string;
  readonly documentId: string;
  readonly editionId: string;
  readonly articleId: string;
}

/** One document with a draft edition and a row in every table of its kind. */
export const plantDraft = async (db: Database): Promise<Planted> => {
  const planted = {
    organizationId: randomUUID(),
    documentId: randomUUID(),
    editionId: randomUUID(),
    articleId: randomUUID(),
  };
  const { organizationId, documentId, editionId, articleId } = planted;
  await db.division.createMany({ data: [{ code: '370321', name: '桓台县', level: 'COUNTY' }], skipDuplicates: true });
  await db.organization.create({
    data: { id: organizationId, name: '桓台县人民政府办公室', type: 'OFFICE', divisionCode: '370321' },
  });
  await db.document.create({
    data: { id: documentId, kind: 'regulatory-document', identity: '桓政办字〔2021〕29号', organizationId },
  });
  await addDraft(db, planted, editionId, 1);
  await db.responsibility.create({ data: { articleId, position: 1, writtenName: '县应急局' } });
  return planted;
};

/** A further draft edition of a planted document. */
export const addDraft = async (
  db: Database,
  { documentId, organizationId, articleId }: Planted,
  editionId: string,
  number: number,
): Promise<void> => {
  await db.edition.create({
    data: {
      id: editionId,
      documentId,
      kind: 'regulatory-document',
      number,
      state: 'DRAFT',
      reason: number === 1 ? 'FIRST' : 'UPDATE',
      title: '关于印发应急预案的通知',
      publisherId: organizationId,
      digest: 'sha256:0',
      isSample: true,
      formedOn: new Date('2021-05-20'),
      regulatoryDocument: {
        create: {
          genre: 'NOTICE',
          titleKey: '关于印发应急预案的通知',
          text: '正文',
          issuers: { create: { position: 1, writtenName: '桓台县人民政府办公室' } },
          articles: {
            create: {
              id: number === 1 ? articleId : randomUUID(),
              position: 1,
              level: 'ARTICLE',
              marker: '第一条',
              path: '1',
              text: '正文',
            },
          },
          relations: { create: { id: randomUUID(), position: 1, type: 'CITES', targetKey: '国发〔2020〕1号' } },
        },
      },
      findings: {
        create: { id: randomUUID(), position: 1, rule: 'test', severity: 'NOTICE', messageZh: '甲', messageEn: 'A' },
      },
      statement: { create: { body: '{}' } },
      attachments: {
        create: {
          id: randomUUID(),
          position: 0,
          role: 'SOURCE',
          name: 'a.txt',
          mediaType: 'text/plain',
          size: 1,
          sha256: '0',
          content: new Uint8Array([65]),
        },
      },
    },
  });
};

/** Makes an edition public, as the database wants it: number, state and instant at once. */
export const publish = async (db: Database, { documentId, editionId }: Planted, at = new Date()): Promise<void> => {
  await db.document.update({ where: { id: documentId }, data: { indexNumber: `index-${documentId}` } });
  await db.edition.update({ where: { id: editionId }, data: { state: 'PUBLISHED', publishedAt: at } });
  await db.event.create({
    data: { at, type: 'PUBLISHED', kind: 'regulatory-document', documentId, editionId, actor: 'test' },
  });
};
