import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Source } from '../core/grid.ts';

/** A file that goes with an edition: every byte of it, packed where there are many. */
export interface SourceFile {
  readonly name: string;
  readonly mediaType: string;
  /** Of the file itself, not of what is stored. */
  readonly size: number;
  readonly sha256: string;
  readonly content: Uint8Array;
  readonly isPacked: boolean;
}

const mediaTypes: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
  txt: 'text/plain',
};

const mediaTypeOf = (name: string, otherwise: string): string =>
  mediaTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? otherwise;

/** A table of a million rows is a hundred times its packed size in hexadecimal, as the database is given it. */
const packedFrom = 4 << 20;

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Reads a file once, to be kept; its name tells its media type, or it has the one given. */
export async function sourceFile(source: Source, otherwise: string): Promise<SourceFile> {
  const { name, size } = source;
  const mediaType = mediaTypeOf(name, otherwise);
  const hash = createHash('sha256');
  const isPacked = size > packedFrom;
  const bytes = Readable.from(hashed(source.open(), hash));
  const parts: Uint8Array[] = [];
  for await (const part of isPacked ? bytes.pipe(createGzip()) : bytes) parts.push(part as Uint8Array);
  return { name, mediaType, size, sha256: hash.digest('hex'), content: Buffer.concat(parts), isPacked };
}
