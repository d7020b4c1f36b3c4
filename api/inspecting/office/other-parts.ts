import { personalInformationIn } from '../../core/personal-information/index.ts';
import { readXml } from '../../reading/xlsx-xml.ts';
import { localPath } from '../author.ts';
import { type FilePlace, notInspected, personal, placed } from '../finding.ts';
import { inspectImage } from '../image/inspect-image.ts';
import { limits } from '../limits.ts';
import { type OfficeFile, take } from './document.ts';

/** Elements that end a line of what is shown. */
const lineEnd = /^(?:p|si|c|v|comment|pt|row|definedName|lpwstr|property)$/;
/** Attributes that hold text: cached values, titles and descriptions of pictures. */
const telling = ['v', 'val', 'descr', 'title', 'alt', 'name', 'prompt', 'connection'];

/** Looks at all that a part says, between its tags and in the attributes that hold text. */
export async function inspectPart({ archive, collector }: OfficeFile, part: string, at: FilePlace): Promise<boolean> {
  let text = '';
  let hasText = false;
  const see = (said: string): void => {
    hasText ||= said.trim() !== '';
    for (const datum of personalInformationIn(said)) collector.add(personal(datum, at));
  };
  await readXml(archive.read(part), {
    open: (_, attributes) => {
      for (const name of telling) {
        const value = attributes.get(name);
        if (value !== undefined && value.length > 4) see(value);
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (!lineEnd.test(name) || text === '') return;
      see(text);
      text = '';
    },
  });
  see(text);
  return hasText;
}

async function bytesOf({ archive }: OfficeFile, part: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of archive.read(part)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const picture = /\/media\/[^/]+\.(?:jpe?g|png|webp|tiff?|heic|avif)$/i;
const embedded = /\/embeddings\/|\/activeX\/|vbaProject\.bin$|\/media\/[^/]+\.(?:mp4|mp3|wav|avi|mov|m4a|wmv)$/i;
/** Addresses outside of the file: mail to somebody, or a file that lay on somebody's computer. */
async function inspectLinks({ archive, collector }: OfficeFile, part: string): Promise<void> {
  const at = placed(`链接 ${part.slice(0, 80)}`, `links in ${part.slice(0, 80)}`);
  await readXml(archive.read(part), {
    open: (_, attributes) => {
      const target = attributes.get('Target');
      if (target === undefined || attributes.get('TargetMode') !== 'External') return;
      for (const datum of personalInformationIn(target.replace(/^(?:mailto|tel):/i, '')))
        collector.add(personal(datum, at));
      const path = localPath(target, at);
      if (path) collector.add(path);
    },
  });
}

/** Says how things look, not what is said. */
const plain =
  /styles\.xml$|theme\d*\.xml$|settings\.xml$|fontTable\.xml$|content_types|calcChain\.xml$|printerSettings/i;

/** Pictures, embedded files and every other part of an Office file that nothing else has looked at. */
export async function inspectOtherParts(file: OfficeFile): Promise<void> {
  const { archive, collector } = file;
  let count = 0;
  for (const part of archive.names) {
    if (part.endsWith('.rels')) await inspectLinks(file, part);
    if (plain.test(part) || part.endsWith('/') || !take(file, part)) continue;
    const at = placed(`文件部件 ${part.slice(0, 80)}`, `part ${part.slice(0, 80)}`);
    if (picture.test(part) || embedded.test(part)) {
      count += 1;
      if (picture.test(part) && count <= limits.embedded)
        for (const finding of await inspectImage(await bytesOf(file, part), at)) collector.add(finding);
      else if (/vbaProject/i.test(part))
        collector.add(notInspected('文件中有宏程序，未检查。', 'The file holds macros, which were not inspected.', at));
      else
        collector.add(
          notInspected('文件中嵌有其他文件，未检查。', 'Another file is embedded, which was not inspected.', at),
        );
    } else if (/\.(?:xml|vml)$/i.test(part)) await inspectPart(file, part, at);
    else if (!part.endsWith('.rels'))
      collector.add(
        notInspected(
          '文件中有不属于文档的部件，未检查。',
          'The file holds a part that is none of a document’s, which was not inspected.',
          at,
        ),
      );
  }
}
