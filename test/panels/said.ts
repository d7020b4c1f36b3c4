import { expect } from 'vitest';
import type { Block, PanelDocument } from '../../widgets/core/document.ts';
import { documentIn } from '../support/panel-documents.ts';
import type { TestServer } from '../support/server.ts';

type Given = Readonly<Record<string, string>>;

/** A panel's address with its parameters, as a browser asks for it. */
export const addressOf = (stem: string, params: Given = {}): string =>
  `/w/${stem}.json?${new URLSearchParams({ ...params }).toString()}`;

/** What a panel says to whoever asks by HTTP. */
export async function said(server: TestServer, stem: string, params: Given = {}): Promise<PanelDocument> {
  const answer = await server.get(addressOf(stem, params));
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  return documentIn(answer);
}

/** All blocks of one sort, those in groups included. */
export function blocksOf<Type extends Block['type']>(
  { blocks }: Pick<PanelDocument, 'blocks'>,
  type: Type,
): Extract<Block, { type: Type }>[] {
  return blocks.flatMap((block) => [
    ...(block.type === type ? [block as Extract<Block, { type: Type }>] : []),
    ...(block.type === 'group' ? blocksOf(block, type) : []),
  ]);
}

/** The one list of a panel that has one. */
export function listOf(document: PanelDocument) {
  const [list] = blocksOf(document, 'list');
  if (!list) throw new Error(`no list in ${document.sentence}`);
  return list;
}

/** What can be chosen in a field, by value. */
export function optionsOf(document: PanelDocument, name: string): Map<string, string> {
  const field = blocksOf(document, 'form')
    .flatMap(({ fields }) => fields)
    .find((one) => one.name === name);
  return new Map((field?.options ?? []).map(({ value, text }) => [value, text]));
}

/** Every page from the first to the last, and back again: the addresses of what is listed, page by page. */
export async function walked(
  server: TestServer,
  stem: string,
  params: Given,
  between: () => Promise<void> = async () => undefined,
): Promise<{ forth: string[][]; back: string[][] }> {
  const forth: string[][] = [];
  const back: string[][] = [];
  const pageOf = (document: PanelDocument) => listOf(document).items.map(({ href }) => href);
  let document = await said(server, stem, params);
  for (;;) {
    forth.push(pageOf(document));
    const { next } = listOf(document);
    if (!next || forth.length > 200) break;
    await between();
    document = await said(server, stem, next);
  }
  for (;;) {
    back.unshift(pageOf(document));
    const { previous } = listOf(document);
    if (!previous || back.length > 200) break;
    document = await said(server, stem, previous);
  }
  return { forth, back };
}
