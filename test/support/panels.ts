import type { Block, PanelDocument, TableBlock } from '../../widgets/core/document.ts';
import { tablesOf } from '../../widgets/core/panel.ts';
import { documentIn } from './panel-documents.ts';
import type { TestServer } from './server.ts';

let asked = 0;

/** What a panel says, made anew: a parameter that no panel takes makes each address one that was never kept. */
export async function panelAt(
  platform: TestServer,
  stem: string,
  params: Readonly<Record<string, string>>,
): Promise<PanelDocument> {
  asked += 1;
  const query = new URLSearchParams({ ...params, utm_time: String(asked) });
  return documentIn(await platform.get(`/w/${stem}.json?${query}`));
}

export const tableIn = (document: PanelDocument, id: string): TableBlock => {
  const table = tablesOf(document).find((each) => each.id === id);
  if (!table) throw new Error(`no table ${id}: ${tablesOf(document).map((each) => each.id)}`);
  return table;
};

/** The block of a type; the first of several. */
export const blockIn = <Type extends Block['type']>(
  { blocks }: Pick<PanelDocument, 'blocks'>,
  type: Type,
): Extract<Block, { type: Type }> => {
  const found = blocks.find((block) => block.type === type);
  if (!found) throw new Error(`no ${type} among ${blocks.map((block) => block.type)}`);
  return found as Extract<Block, { type: Type }>;
};

/** Cells of one column by those of the first. */
export const columnOf = (table: TableBlock, key: string): Readonly<Record<string, string | null>> => {
  const at = table.columns.findIndex((column) => column.key === key);
  return Object.fromEntries(table.rows.map(({ cells }) => [cells[0] ?? '', cells[at] ?? null]));
};

/** Every text of a document that a reader sees: no address, no key, no parameter. */
export function wordsOf(value: unknown, key = ''): readonly string[] {
  if (
    ['href', 'permalink', 'src', 'id', 'key', 'name', 'type', 'digest', 'go', 'value', 'address', 'touches'].includes(
      key,
    )
  )
    return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => wordsOf(one, name));
}
