import type { Source } from '../../core/grid.ts';
import { decode, encodingOf, Undecodable } from '../../reading/decode.ts';
import { bytesSource, headOf } from '../../reading/source.ts';
import { Collector } from '../collector.ts';
import type { InspectionFinding } from '../finding.ts';
import { inspectJson } from './json.ts';
import { inspectLines } from './lines.ts';
import { inspectDelimited, looksDelimited } from './table.ts';

const headLength = 1 << 16;

async function headText(source: Source): Promise<string> {
  const decoding = await encodingOf(source, undefined);
  if (!decoding.ok) return '';
  let head = '';
  try {
    const bytes = await headOf(source, headLength);
    for await (const piece of decode(bytesSource(source.name, bytes), decoding.encoding)) head += piece;
  } catch (error) {
    // The head may end inside a character; what cannot be read is told when the whole is.
    if (!(error instanceof Undecodable)) throw error;
  }
  return head;
}

/** Plain text, a table as text or JSON: whichever it is by what it says; at last, by its lines. */
export async function inspectText(source: Source, mediaType: string): Promise<readonly InspectionFinding[]> {
  const head = await headText(source);
  const ways = [
    ...(/^\s*[[{]/.test(head) ? [inspectJson] : []),
    ...(looksDelimited(head) || /csv|tab-separated/i.test(mediaType) ? [inspectDelimited] : []),
  ];
  for (const inspect of ways) {
    const collector = new Collector();
    if (await inspect(source, collector)) return collector.list();
  }
  const collector = new Collector();
  await inspectLines(source, collector);
  return collector.list();
}
