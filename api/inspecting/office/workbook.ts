import { posix } from 'node:path';
import { personalInformationIn } from '../../core/personal-information/index.ts';
import { readStrings, relationships } from '../../reading/xlsx-workbook.ts';
import { readXml } from '../../reading/xlsx-xml.ts';
import { localPath } from '../author.ts';
import { personal, placed, told } from '../finding.ts';
import { packageLimits } from '../limits.ts';
import { type OfficeFile, take } from './document.ts';
import { inspectPart } from './other-parts.ts';
import { inspectSheet } from './sheet.ts';
import { inspectSheetComments, personsOf } from './sheet-comments.ts';

interface ListedSheet {
  readonly name: string;
  readonly id: string;
  readonly state: string;
}

const nameRemedy = ['请删除不需要的名称。', 'Delete names that are not needed.'] as const;

async function readRoot({ archive, collector }: OfficeFile, root: string): Promise<ListedSheet[]> {
  const sheets: ListedSheet[] = [];
  let text = '';
  let name = '';
  let isHidden = false;
  await readXml(archive.read(root), {
    open: (tag, attributes) => {
      text = '';
      if (tag === 'sheet')
        sheets.push({
          name: attributes.get('name') ?? '',
          id: attributes.get('id') ?? '',
          state: attributes.get('state') ?? 'visible',
        });
      if (tag === 'absPath') {
        const found = localPath(
          attributes.get('url') ?? '',
          placed('工作簿的保存位置', 'where the workbook was saved'),
        );
        if (found) collector.add(found);
      }
      if (tag === 'definedName') {
        name = attributes.get('name') ?? '';
        isHidden = attributes.get('hidden') === '1';
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag !== 'definedName') return;
      const at = placed(`定义的名称 ${name.slice(0, 40)}`, `defined name ${name.slice(0, 40)}`);
      for (const datum of personalInformationIn(`${name} ${text}`)) collector.add(personal(datum, at));
      // Filters and print areas are names that programs keep for themselves.
      if (isHidden && !/^_xl(?:nm|fn|pm)\b/.test(name))
        collector.add(told('hidden-name', at, '', ['有隐藏的名称。', 'A defined name is hidden.'], nameRemedy));
    },
  });
  return sheets;
}

const hiddenSheet = (name: string, state: string) =>
  told(
    'hidden-sheet',
    { ...placed(`工作表 ${name}`, `worksheet ${name}`), sheet: name },
    '',
    [
      state === 'veryHidden' ? '工作表被深度隐藏，菜单中看不到，但其中有内容。' : '工作表是隐藏的，其中有内容。',
      state === 'veryHidden'
        ? 'A worksheet with content is hidden from every menu.'
        : 'A worksheet with content is hidden.',
    ],
    ['请删除隐藏的工作表，或取消隐藏并核对。', 'Delete it, or unhide and check it.'],
  );

/** Caches hold what was there when somebody last looked, also of files that are not published. */
async function inspectCaches(file: OfficeFile): Promise<void> {
  const { archive, collector } = file;
  for (const part of archive.names) {
    const external = /^xl\/externalLinks\/[^/]+\.xml$/i.test(part);
    const pivot = /^xl\/pivotCache\/[^/]+\.xml$/i.test(part);
    if ((!external && !pivot) || !take(file, part)) continue;
    const at = placed(`文件部件 ${posix.basename(part)}`, `part ${posix.basename(part)}`);
    await inspectPart(file, part, at);
    collector.add(
      external
        ? told(
            'external-link',
            at,
            '',
            ['工作簿链接到其他文件，并存有其内容。', 'The workbook links to another file and keeps cells of it.'],
            ['请在“数据—编辑链接”中断开链接。', 'Break the link (Data, Edit Links).'],
          )
        : told(
            'pivot-cache',
            at,
            '',
            ['数据透视表存有全部源数据。', 'A pivot table keeps all of its source data.'],
            ['请将透视表粘贴为数值后再公开。', 'Paste the pivot table as values.'],
          ),
    );
  }
}

/** Every worksheet, whether it is shown or not, and all that a workbook keeps beside them. */
export async function inspectWorkbook(file: OfficeFile, root: string): Promise<void> {
  const { archive, collector } = file;
  take(file, root);
  const sheets = await readRoot(file, root);
  const parts = await relationships(archive, root);
  const stringsPart =
    [...parts.values()].find(({ type }) => type === 'sharedStrings')?.target ?? 'xl/sharedStrings.xml';
  const strings = take(file, stringsPart) ? await readStrings(archive, stringsPart, packageLimits.strings) : [];
  const persons = await personsOf(file);
  for (const { name, id, state } of sheets) {
    for (const datum of personalInformationIn(name))
      collector.add(personal(datum, placed('工作表名称', 'name of a worksheet')));
    const part = parts.get(id)?.target;
    if (part === undefined || !take(file, part)) continue;
    const hasContent = await inspectSheet(file, { name, part, strings });
    if (state !== 'visible' && hasContent) collector.add(hiddenSheet(name, state));
    await inspectSheetComments(file, { name, part, persons });
  }
  await inspectCaches(file);
}
