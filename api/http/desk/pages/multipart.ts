import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Said } from './said.ts';
import type { UploadedFile } from './source-rows.ts';

/** What a form with files says. */
export async function uploadIn(
  request: FastifyRequest,
): Promise<{ readonly said: Said; readonly file: UploadedFile | null; readonly attachments: readonly UploadedFile[] }> {
  const values = new URLSearchParams();
  let file: UploadedFile | null = null;
  const attachments: UploadedFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'field') values.append(part.fieldname, String(part.value));
    else {
      const given = { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) };
      // A field in which nothing was chosen is sent as an empty file.
      if (part.fieldname !== 'attachments') file = given;
      else if (given.bytes.byteLength > 0) attachments.push(given);
    }
  }
  return { said: new Said(values), file, attachments };
}
