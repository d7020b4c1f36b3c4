import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { LinesExport } from '../disclosures/lines.ts';
import { kinds } from '../disclosures/registry.ts';
import { begun, type LineFormat, lineFormats, tallied } from '../exporting/lines.ts';
import { linesOf } from '../exporting/lines-question.ts';
import { printedWorkbook } from '../exporting/printed.ts';
import { ApiError, isErrorCode } from '../graphql/errors.ts';
import type { Query } from '../store/driver.ts';
import { inTurn } from './in-turn.ts';
import { newContext, type Platform } from './platform.ts';
import { problemOf } from './problem.ts';
import { type Reader, readerOf, Turns } from './turns.ts';

/** Who takes nothing for so long holds up the others no longer. */
const stalledAfter = 60_000;

const places = 200;
const retryAfter = 30;

/** Few files are written at once; one address, however slowly it takes its own, leaves room for another. */
const fileTurns = new Turns(
  3,
  places,
  () => {
    const words = {
      zh: `现在要写的文件太多，请 ${retryAfter} 秒后再取。`,
      en: `Too many files are being written now; ask again in ${retryAfter} seconds.`,
    };
    return new ApiError('TIMEOUT', words, { retryAfter });
  },
  2,
);

/** The first rows of a file in the reader's turn, which lasts until `end`. */
async function rowsInTurn({ store }: Platform, reader: Reader, check: () => Promise<void>, select: Query) {
  const endTurn = await fileTurns.begin(reader);
  try {
    const rows = await inTurn(store, reader, async () => {
      await check();
      return begun(store.stream(select));
    });
    return { rows, end: () => rows.return().finally(endTurn) };
  } catch (error) {
    endTurn();
    throw error;
  }
}

async function answer(
  platform: Platform,
  lines: LinesExport,
  format: LineFormat,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const reader = readerOf(request, reply);
  const { select, options } = linesOf(lines, request.query as Record<string, string>, platform.clock());
  const check = async () => lines.check?.(newContext(platform, ''), request.query as Record<string, unknown>);
  const begunFile = request.method === 'HEAD' ? null : await rowsInTurn(platform, reader, check, select);
  if (!begunFile) await inTurn(platform.store, reader, check);
  reply
    .header('content-type', lineFormats[format].mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${lines.plural}.${format}"; filename*=UTF-8''${encodeURIComponent(`${options.name}.${format}`)}`,
    )
    .header('cache-control', 'public, max-age=60');
  if (!begunFile) return reply.send();
  const { rows, end } = begunFile;
  const { bytes, tally } = tallied(lines.columns, rows, format, options);
  // How many rows there were, and the digest, are known when the last byte is: they follow it.
  reply.trailer('x-row-count', (_reply, _payload, done) => done(null, String(tally.rows)));
  reply.trailer('repr-digest', (_reply, _payload, done) =>
    done(null, tally.sha256 ? `sha-256=:${tally.sha256.toString('base64')}:` : ''),
  );
  const file = Readable.from(bytes, { objectMode: false });
  // Also of a file that nobody began to read, for its reader was gone already.
  file.once('close', () => void end());
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
