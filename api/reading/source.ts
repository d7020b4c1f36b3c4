import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Source } from '../core/grid.ts';

/** A file on disk, read as it is needed. */
export async function fileSource(path: string): Promise<Source> {
  const { size } = await stat(path);
  return { name: basename(path), size, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) };
}

/** Bytes that are in memory already. */
export const bytesSource = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.byteLength,
  async *open() {
    yield bytes;
  },
});

/** The first bytes of a source, as many as there are up to a limit. */
export async function headOf(source: Source, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    parts.push(chunk);
    size += chunk.byteLength;
    if (size >= limit) break;
  }
  return Buffer.concat(parts).subarray(0, limit);
}
