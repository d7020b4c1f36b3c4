import type { Block, PanelDocument, TableBlock } from '../../../widgets/core/document.ts';
import { columnTexts } from '../../../widgets/core/drawing.ts';

/** Spaces and what only groups digits count for nothing. */
export const plain = (text: string): string =>
  text.replace(/[\s\u00ad\u200b\u2060]+/g, '').replace(/(?<=\d),(?=\d{3})/g, '');

/** One spelling of one number: 1,234.50 and 1234.5 are the same. */
const same = (number: string): string => {
  const [whole = '', part = ''] = number.replace(/^\+/, '').split('.');
  const rest = part.replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : whole;
};

export const numbersOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.replace(/(?<=\d),(?=\d{3})/g, '').match(/[-−]?\d+(?:\.\d+)?/g) ?? []).map((number) =>
      same(number.replace('−', '-')),
    ),
  );

export interface Expected {
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
}

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

const ofTable = (table: TableBlock, lang: PanelDocument['lang']): readonly string[] =>
  table.columns.flatMap(({ label, type }, index) => [
    label,
    ...(type === 'text' || type === 'number'
      ? table.rows.map(({ cells }) => cells[index] ?? '—')
      : columnTexts(table, index, lang)),
  ]);

const unread = new Set([
  'href',
  'src',
  'id',
  'key',
  'name',
  'type',
  'go',
  'value',
  'hits',
  'textHits',
  'tone',
  'state',
  'kind',
  'next',
  'previous',
  'chart',
  'hint',
  'share',
  'target',
  'level',
  'total',
]);

const wordsIn = (value: unknown, key = ''): readonly string[] => {
  if (unread.has(key)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => wordsIn(one, name));
};

const ofBlock = (block: Block, lang: PanelDocument['lang']): readonly string[] => {
  if (block.type === 'group') return [block.heading, ...block.blocks.flatMap((inside) => ofBlock(inside, lang))];
  if (block.type === 'table')
    return [
      block.caption,
      block.note ?? '',
      block.unit ?? '',
      ...ofTable(block, lang),
      ...block.rows.map(({ badge }) => badge?.text ?? ''),
    ];
  if (block.type === 'figures') return [...block.items.map(({ value }) => value), ...wordsIn(block.items)];
  return wordsIn(block);
};

/** Every text and every number a document holds for readers. */
export const expectedOf = ({ title, sentence, badge, blocks, lang, source }: PanelDocument): Expected => {
  const all = [
    title,
    sentence,
    badge?.text ?? '',
    source.publisher,
    ...blocks.flatMap((block) => ofBlock(block, lang)),
  ];
  return {
    texts: [...new Set(all.filter((text) => text && !isNumber(text)))].map(plain),
    numbers: [...new Set(all.filter(isNumber).map(same))],
  };
};
