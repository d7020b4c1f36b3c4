import type { Source } from '../core/grid.ts';
import { personalInformationIn } from '../core/personal-information/index.ts';
import { headOf } from '../reading/source.ts';
import { formatOf, headLength } from './file-format.ts';
import { type InspectionFinding, notInspected, personal, placed } from './finding.ts';
import { limits } from './limits.ts';
import { inspectText } from './text/inspect-text.ts';
import { inspectInThread } from './thread.ts';

export type { InspectionFinding } from './finding.ts';

/** Bytes that can be handed to another thread: all of a source, in a buffer of their own. */
async function wholeOf(source: Source): Promise<Uint8Array> {
  const bytes = new Uint8Array(source.size);
  let at = 0;
  for await (const chunk of source.open()) {
    bytes.set(chunk.subarray(0, source.size - at), at);
    at += chunk.byteLength;
    if (at >= source.size) break;
  }
  return bytes.subarray(0, at);
}

const tooLarge = (bytes: number) =>
  notInspected(
    `文件超过 ${bytes >> 20} MB，未检查。`,
    `The file is larger than ${bytes >> 20} MB and was not inspected.`,
  );

/** What the bytes say; the media type only helps with text. */
async function inspectContent(source: Source, mediaType: string): Promise<readonly InspectionFinding[]> {
  if (source.size > limits.file) return [tooLarge(limits.file)];
  if (source.size === 0) return [];
  const format = formatOf(await headOf(source, headLength));
  if (format === 'text') return inspectText(source, mediaType);
  if (typeof format !== 'string')
    return [notInspected(`这是${format.zh}，未检查其内容。`, `This is ${format.en}; its contents were not inspected.`)];
  if (source.size > limits.inMemory) return [tooLarge(limits.inMemory)];
  return inspectInThread({ format, bytes: await wholeOf(source) });
}

/**
 * What is in a file that should not be published with it: personal information, and what its readers would not look for
 * (hidden rows, comments, authors, places). Its name is published too. Bad files are findings, never exceptions.
 */
export async function inspectFile(source: Source, mediaType: string): Promise<readonly InspectionFinding[]> {
  const named = personalInformationIn(source.name).map((datum) =>
    personal(datum, placed('文件名', 'name of the file')),
  );
  return [...named, ...(await inspectContent(source, mediaType))];
}
