import { readXml } from '../../reading/xlsx-xml.ts';
import { documentAuthor, namesSomebody } from '../author.ts';
import { placed } from '../finding.ts';
import { type OfficeFile, take } from './document.ts';
import { inspectPart } from './other-parts.ts';

const persons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  creator: ['文档属性：作者', 'property: author'],
  lastModifiedBy: ['文档属性：最后保存者', 'property: last modified by'],
  Manager: ['文档属性：经理', 'property: manager'],
};

/** Who wrote and who saved an Office file, and whatever else its properties say. */
export async function inspectProperties(file: OfficeFile): Promise<void> {
  const { archive, collector } = file;
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']) {
    if (!take(file, part)) continue;
    let text = '';
    await readXml(archive.read(part), {
      open: () => {
        text = '';
      },
      text: (piece) => {
        text += piece;
      },
      close: (name) => {
        const place = Object.hasOwn(persons, name) ? persons[name] : undefined;
        if (place && namesSomebody(text)) collector.add(documentAuthor(text, placed(...place)));
        text = '';
      },
    });
    await inspectPart(file, part, placed('文档属性', 'properties'));
  }
}
