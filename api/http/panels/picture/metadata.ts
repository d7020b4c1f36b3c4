import type { PanelDocument } from '../../../../widgets/core/document.ts';
import { today } from '../../../core/local-date.ts';
import { titleOf } from '../marked.ts';
import { licence, xml } from '../words.ts';

/** The instant a document holds for, or the day it was asked on. */
export const dateOf = ({ asOf }: Pick<PanelDocument, 'asOf'>, now: Date): string => asOf ?? today(now);

/** What a picture tells of itself to programs (RDF, Dublin Core). */
export function metadata(document: PanelDocument, now: Date): string {
  const { sentence, source, address, lang } = document;
  const stated = {
    title: titleOf(document),
    description: sentence,
    publisher: source.publisher,
    source: source.permalink,
    identifier: address,
    date: dateOf(document, now),
    language: lang,
    rights: licence.name,
  };
  const lines = Object.entries(stated)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dc:${name}>${xml(value)}</dc:${name}>`);
  return (
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    `xmlns:cc="http://creativecommons.org/ns#"><rdf:Description rdf:about="${xml(address)}">${lines.join('')}` +
    `<cc:license rdf:resource="${licence.url}"/></rdf:Description></rdf:RDF></metadata>`
  );
}
