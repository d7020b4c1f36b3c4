import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Said } from './said.ts';
import type { UploadedFile } from './source-rows.ts';

/** What a form with a file says. */
export async function uploadIn(
  request: FastifyRequest,
): Promise<{ readonly said: Said; readonly file: UploadedFile | null }> {
  const values = new URLSearchParams();
  let file: UploadedFile | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'field') values.append(part.fieldname, String(part.value));
    else file = { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) };
  }
  return { said: new Said(values), file };
}
