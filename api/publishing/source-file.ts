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

/** Reads a file once, to be kept. */
export async function sourceFile(source: Source, mediaType: string): Promise<SourceFile> {
  const { name, size } = source;
  const hash = createHash('sha256');
  const isPacked = size > packedFrom;
  const bytes = Readable.from(hashed(source.open(), hash));
  const parts: Uint8Array[] = [];
  for await (const part of isPacked ? bytes.pipe(createGzip()) : bytes) parts.push(part as Uint8Array);
  return { name, mediaType, size, sha256: hash.digest('hex'), content: Buffer.concat(parts), isPacked };
}
