import { expect } from 'vitest';
import type { Block, PanelDocument } from '../../widgets/core/document.ts';
import type { TestServer } from './server.ts';

/** How a program is told of what is no answer. */
const statuses: Readonly<Record<string, number>> = { misused: 400, withdrawn: 410 };

/** The document of an answer; of a tag with a mistake it comes as a refusal (400), of what was withdrawn as gone (410). */
export function documentIn({ status, body }: { readonly status: number; readonly body: string }): PanelDocument {
  const document = JSON.parse(body) as PanelDocument;
  expect([status, body]).toEqual([statuses[document.state] ?? 200, body]);
  return document;
}

/** What a panel says: the document at its address. */
export async function asked(
  platform: TestServer,
  stem: string,
  params: Readonly<Record<string, string>> = {},
): Promise<PanelDocument> {
  const query = new URLSearchParams(params).toString();
  return documentIn(await platform.get(`/w/${stem}.json${query === '' ? '' : `?${query}`}`));
}

/** Every block of a sort, those in groups too, in the order they are read. */
export const blocksOf = <Type extends Block['type']>(
  { blocks }: Pick<PanelDocument, 'blocks'>,
  type: Type,
): Extract<Block, { type: Type }>[] =>
  blocks.flatMap((block) => [
    ...(block.type === type ? [block as Extract<Block, { type: Type }>] : []),
    ...(block.type === 'group' ? blocksOf(block, type) : []),
  ]);

/** One of its facts, by its label. */
export const factOf = (document: PanelDocument, label: string) =>
  blocksOf(document, 'facts')
    .flatMap(({ items }) => items)
    .find((item) => item.label === label);

/** Every paragraph of its sections, in the order they are read. */
export const paragraphsOf = (document: PanelDocument): string[] =>
  blocksOf(document, 'sections').flatMap(({ items }) => items.flatMap(({ paragraphs }) => paragraphs));

/** Every text of a document, one a line. */
export const texts = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(texts).join('\n') : '';
};

/** What a wrong tag is told, in Chinese and in English. */
export async function misuseOf(
  platform: TestServer,
  stem: string,
  params: Readonly<Record<string, string>>,
): Promise<[zh: string, en: string]> {
  const [zh, en] = [await asked(platform, stem, params), await asked(platform, stem, { ...params, lang: 'en' })];
  expect([zh.state, en.state]).toEqual(['misused', 'misused']);
  return [zh.sentence, en.sentence];
}

/** A document of spending that says only these blocks, made up. */
export const spendingOf = (blocks: readonly Block[], more: Partial<PanelDocument> = {}): PanelDocument => ({
  panel: 'budget',
  lang: 'zh-CN',
  address: 'https://gongkai.example/w/budget',
  asOf: null,
  touches: [],
  title: '支出',
  state: 'data',
  sentence: '支出如下。',
  blocks,
  source: { publisher: '县财政局', permalink: 'https://gongkai.example/id/budget/1' },
  ...more,
});
