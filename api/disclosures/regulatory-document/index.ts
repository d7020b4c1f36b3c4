import './schema.ts';
import './list.ts';
import './lookup.ts';
import './graph-schema.ts';
import './clean-up-schema.ts';
import './interpretation-schema.ts';
import { defineKind } from '../kind.ts';
import { lacksInterpretation } from './accompany.ts';
import { compareWithPublished } from './compare.ts';
import { placeNamed } from './place-named.ts';
import { questions } from './questions.ts';
import { readRegulatoryDocument } from './read.ts';
import { kindName, plural } from './reads.ts';
import { rowsOf } from './rows.ts';
import { sampleDocuments } from './sample/documents.ts';
import { sampleTexts } from './sample/faults.ts';
import { exports } from './sheet.ts';
import { textTemplates } from './templates.ts';

/** 规范性文件、政策文件和解读。 */
export const regulatoryDocument = defineKind({
  name: kindName,
  plural,
  label: { zh: '规范性文件', en: 'Regulatory documents' },
  shortLabel: { zh: '政策文件', en: 'Documents' },
  read: readRegulatoryDocument,
  identity: ({ metadata, content }) => content.number?.text ?? `${metadata.title}|${metadata.formedOn ?? ''}`,
  organizations: ({ issuers, articles }) => [
    ...issuers,
    ...articles.flatMap(({ responsibilities }) => responsibilities),
  ],
  searchText: ({ metadata, content }) => ({
    head: [metadata.title, content.number?.text, content.instrument?.title, content.registration].join('\n'),
    body: [content.text, ...content.issuers, content.addressees, ...content.copiedTo].join('\n'),
  }),
  compare: compareWithPublished,
  lacks: lacksInterpretation,
  rows: rowsOf,
  placeNamed,
  exports,
  questions,
  textTemplates,
  files: sampleTexts,
  sample: sampleDocuments,
});
