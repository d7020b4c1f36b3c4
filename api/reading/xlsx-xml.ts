import { SaxesParser } from 'saxes';
import { Refused } from './xlsx-limits.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part as XML. Names lose their prefixes; a document type is refused, so nothing can be expanded or fetched. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, { open, close, text }: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  const malformed = new Refused(
    'damaged-workbook',
    '工作簿中的 XML 不合格。',
    'The XML in the workbook is not well-formed.',
  );
  parser.on('doctype', () => {
    throw new Refused(
      'document-type',
      '工作簿的 XML 带有 DOCTYPE，予以拒绝。',
      'The XML in the workbook has a DOCTYPE, which is refused.',
    );
  });
  parser.on('error', () => {
    throw malformed;
  });
  if (open)
    parser.on('opentag', ({ name, attributes }) =>
      open(local(name), new Map(Object.entries(attributes).map(([key, value]) => [local(key), String(value)]))),
    );
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isThere = false;
  try {
    for await (const chunk of bytes) {
      isThere = true;
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    // A workbook without texts or styles has no part for them.
    if (isThere) parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof Refused ? error : malformed;
  }
}
