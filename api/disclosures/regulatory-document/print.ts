import { formatChinese } from '../../core/local-date.ts';
import type { Draft } from '../kind.ts';
import type { RegulatoryContent } from './content.ts';

/** 附注: an interpretation prints none, though it is public. */
const annotationOf = ({ metadata, content }: Draft<RegulatoryContent>): string[] =>
  content.annotation === null ? (metadata.attribute === 'PROACTIVE' ? ['（此件公开发布）'] : []) : [content.annotation];

/** A document as its issuer prints it (GB/T 9704), in plain text: what the reader of this kind reads back. */
export function printDocument(draft: Draft<RegulatoryContent>): string {
  const { metadata, content } = draft;
  const { title, formedOn, printedOn } = metadata;
  const { numberWritten, registration, addressees, issuers, copiedTo, instrument, text } = content;
  const lines = text.split('\n');
  const at = instrument === null ? -1 : lines.indexOf(instrument.title);
  const [body, carried] = at < 0 ? [lines, []] : [lines.slice(0, at), lines.slice(at)];
  return [
    title,
    ...(numberWritten === null ? [] : [numberWritten]),
    ...(registration === null ? [] : [registration]),
    '',
    ...(addressees === null ? [] : [`${addressees}：`]),
    ...body,
    '',
    ...issuers,
    ...(formedOn === null ? [] : [formatChinese(formedOn)]),
    '',
    ...annotationOf(draft),
    '',
    ...carried,
    '',
    ...(copiedTo.length === 0 ? [] : [`抄送：${copiedTo.join('，')}。`]),
    ...(printedOn === null ? [] : [`${issuers[0] ?? ''} ${formatChinese(printedOn)}印发`]),
    '',
  ].join('\n');
}
