import { posix } from 'node:path';
import { relationships } from '../../reading/xlsx-workbook.ts';
import { readXml } from '../../reading/xlsx-xml.ts';
import { placed } from '../finding.ts';
import { addComment } from './comment.ts';
import { type OfficeFile, take } from './document.ts';

interface CommentedSheet {
  readonly name: string;
  readonly part: string;
  readonly persons: ReadonlyMap<string, string>;
}

/** Who writes threaded comments, by the ids they are named with. */
export async function personsOf(file: OfficeFile): Promise<Map<string, string>> {
  const persons = new Map<string, string>();
  for (const part of file.archive.names) {
    if (!/^xl\/persons\/[^/]+\.xml$/i.test(part) || !take(file, part)) continue;
    await readXml(file.archive.read(part), {
      open: (tag, attributes) => {
        if (tag === 'person') persons.set(attributes.get('id') ?? '', attributes.get('displayName') ?? '');
      },
    });
  }
  return persons;
}

/** Programs that know no threads are given a copy of each, under this mark. */
const isCopy = (author: string): boolean => author.startsWith('tc=');

async function inspectComments(file: OfficeFile, part: string, { name, persons }: CommentedSheet): Promise<void> {
  const authors: string[] = [];
  let text = '';
  let reference = '';
  let author = '';
  await readXml(file.archive.read(part), {
    open: (tag, attributes) => {
      if (tag === 'author') text = '';
      if (tag !== 'comment' && tag !== 'threadedComment') return;
      reference = attributes.get('ref') ?? '';
      author =
        tag === 'comment'
          ? (authors[Number(attributes.get('authorId') ?? -1)] ?? '')
          : (persons.get(attributes.get('personId') ?? '') ?? '');
      text = '';
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag === 'author') authors.push(text);
      if ((tag !== 'comment' && tag !== 'threadedComment') || isCopy(author)) return;
      const cell = `${name}!${reference}`;
      addComment(file.collector, { author, text }, { ...placed(`${cell} 的批注`, `comment on ${cell}`), sheet: name });
    },
  });
}

export async function inspectSheetComments(file: OfficeFile, sheet: CommentedSheet): Promise<void> {
  const links = await relationships(file.archive, sheet.part);
  for (const { type, target } of links.values())
    if (/^(?:comments|threadedComment)$/.test(type) && take(file, posix.normalize(target)))
      await inspectComments(file, posix.normalize(target), sheet);
}
