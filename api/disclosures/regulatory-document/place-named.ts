import type { Bilingual } from '../../core/finding.ts';
import type { FieldPath } from '../kind.ts';
import type { ArticleRow, RegulatoryContent } from './content.ts';

const fields: Readonly<Partial<Record<keyof RegulatoryContent, Bilingual>>> = {
  numberWritten: { zh: '文号', en: 'number' },
  titleKey: { zh: '题名', en: 'title' },
  instrument: { zh: '所印发文件的题名', en: 'title of what it carries' },
  issuers: { zh: '发文机关', en: 'issuer' },
  addressees: { zh: '主送机关', en: 'addressees' },
  annotation: { zh: '附注', en: 'annotation' },
  copiedTo: { zh: '抄送机关', en: 'copied to' },
  text: { zh: '正文', en: 'text' },
  relations: { zh: '引用的文件', en: 'documents it names' },
  cleanUp: { zh: '清理目录', en: 'clean-up list' },
};

/** As a reader finds it in the print: 第2条, （一）, the third paragraph. */
function articleNamed({ level, number, marker, path }: ArticleRow): Bilingual {
  if (level === 'ARTICLE' && number !== null) return { zh: `正文第${number}条`, en: `article ${number} of the text` };
  if (marker !== '') return { zh: `正文“${marker}”`, en: `"${marker}" of the text` };
  const paragraph = /\d+$/.exec(path)?.[0] ?? path;
  return { zh: `正文第${paragraph}段`, en: `paragraph ${paragraph} of the text` };
}

/** Where in a document something stands, as its readers would say. */
export function placeNamed(stated: unknown, [field, index, part]: FieldPath): Bilingual | null {
  if (field !== 'articles') return fields[field as keyof RegulatoryContent] ?? null;
  const article = (stated as RegulatoryContent).articles[Number(index)];
  if (!article) return null;
  const place = articleNamed(article);
  return part === 'responsibilities' ? { zh: `${place.zh}的责任单位`, en: `${place.en}, who is responsible` } : place;
}
