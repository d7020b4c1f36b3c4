import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { LinesExport } from '../disclosures/lines.ts';
import { kinds } from '../disclosures/registry.ts';
import { begun, type LineFormat, lineFormats, tallied } from '../exporting/lines.ts';
import { linesOf } from '../exporting/lines-question.ts';
import { printedWorkbook } from '../exporting/printed.ts';
import { isErrorCode } from '../graphql/errors.ts';
import { newContext, type Platform } from './platform.ts';
import { problemOf } from './problem.ts';

/** Who takes nothing for so long holds up the others no longer: few files are written at once. */
const stalledAfter = 60_000;

async function answer(
  platform: Platform,
  lines: LinesExport,
  format: LineFormat,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { select, options } = linesOf(lines, request.query as Record<string, string>, platform.clock());
  await lines.check?.(newContext(platform, ''), request.query as Record<string, unknown>);
  const rows = request.method === 'HEAD' ? null : await begun(platform.store.stream(select));
  reply
    .header('content-type', lineFormats[format].mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${lines.plural}.${format}"; filename*=UTF-8''${encodeURIComponent(`${options.name}.${format}`)}`,
    )
    .header('cache-control', 'public, max-age=60');
  if (!rows) return reply.send();
  const { bytes, tally } = tallied(lines.columns, rows, format, options);
  // How many rows there were, and the digest, are known when the last byte is: they follow it.
  reply.trailer('x-row-count', (_reply, _payload, done) => done(null, String(tally.rows)));
  reply.trailer('repr-digest', (_reply, _payload, done) =>
    done(null, tally.sha256 ? `sha-256=:${tally.sha256.toString('base64')}:` : ''),
  );
  const file = Readable.from(bytes, { objectMode: false });
  // Also of a file that nobody began to read, for its reader was gone already.
  file.once('close', () => void rows.return());
  reply.raw.setTimeout(stalledAfter, () => reply.raw.destroy());
  return reply.send(file);
}

/** What is to be filled in: `/api/v1/<plural>/templates/<name>.xlsx`, or `.txt` where it is a text. */
export function templateRoutes(server: FastifyInstance): void {
  for (const { plural, templates, textTemplates } of kinds) {
    for (const { name, label, text } of textTemplates) {
      server.get(`/api/v1/${plural}/templates/${name}.txt`, (_, reply) =>
        reply
          .header('content-type', 'text/plain; charset=utf-8')
          .header(
            'content-disposition',
            `attachment; filename="${name}.txt"; filename*=UTF-8''${encodeURIComponent(`${label.zh}.txt`)}`,
          )
          .header('cache-control', 'public, max-age=3600')
          .send(text),
      );
    }
    for (const { name, label, sheets } of templates) {
      server.get(`/api/v1/${plural}/templates/${name}.xlsx`, async (_, reply) =>
        reply
          .header('content-type', lineFormats.xlsx.mediaType)
          .header(
            'content-disposition',
            `attachment; filename="${name}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${label.zh}.xlsx`)}`,
          )
          .header('cache-control', 'public, max-age=3600')
          .send(await printedWorkbook(sheets())),
      );
    }
  }
}

/** Whole files of the rows below a kind's records: `/api/v1/<plural>.csv`, `.jsonl`, `.xlsx`, `.parquet`. */
export function lineRoutes(server: FastifyInstance, platform: Platform): void {
  for (const { lines } of kinds) {
    if (!lines) continue;
    for (const format of Object.keys(lineFormats) as LineFormat[]) {
      server.get(`/api/v1/${lines.plural}.${format}`, (request, reply) =>
        answer(platform, lines, format, request, reply).catch((error: unknown) => {
          if (error instanceof GraphQLError && (!error.originalError || isErrorCode(error.extensions['code'])))
            return problemOf(request, reply, error);
          throw error;
        }),
      );
    }
  }
}
