import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { FilledSheet } from '../core/sheet.ts';
import type { Kind } from '../disclosures/kind.ts';
import { kinds } from '../disclosures/registry.ts';
import { byteOrderMark, csvLines } from '../exporting/csv.ts';
import { exportList, exportOne, listHeader, listRows } from '../exporting/export.ts';
import { workbook } from '../exporting/xlsx.ts';
import type { Context } from '../graphql/context.ts';
import { isErrorCode } from '../graphql/errors.ts';
import { visible } from '../graphql/moment.ts';
import { sql } from '../store/statements.ts';
import { inTurn } from './in-turn.ts';
import { asOfIn, listFieldOf, listVariables } from './list-query.ts';
import { markedTitle } from './panels/marked.ts';
import { answer, baseUrlOf, newContext, type Platform } from './platform.ts';
import { problem, problemOf } from './problem.ts';
import { cacheControlOf } from './straight-road.ts';
import { type Reader, readerOf } from './turns.ts';
import { answerMissing, tombstoneAt } from './withdrawn.ts';

export const formats = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type Format = keyof typeof formats;

/** A workbook is built in memory: the largest list given as one. CSV and JSON have no limit. */
const mostWorkbookRows = 50_000;

const fileName = (name: string, format: Format, way: 'attachment' | 'inline' = 'attachment'): string =>
  `${way}; filename="gongkai.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`;

/** The name a record's file is kept under; what is made up says so in it. */
const nameOf = ({ title, isSample }: Record<string, unknown>): string =>
  markedTitle({ title: String(title), isSample: isSample === true });

type Pages = AsyncGenerator<readonly Record<string, unknown>[]>;

async function* csvOf(kind: Kind, pages: Pages, header: 'label' | 'code', mark: string) {
  let head = mark + csvLines([listHeader(kind, header)]);
  for await (const records of pages) {
    yield head + csvLines(listRows(kind, records));
    head = '';
  }
}

async function* jsonOf(pages: Pages) {
  let separator = '[\n';
  let any = false;
  for await (const records of pages) {
    for (const record of records) {
      yield separator + JSON.stringify(record);
      separator = ',\n';
      any = true;
    }
  }
  yield any ? '\n]\n' : '[]\n';
}

/** Starts the stream only when its first piece is there, so that a refusal is still an answer with a status. */
async function streamed(source: AsyncGenerator<string>): Promise<Readable> {
  const first = await source.next();
  return Readable.from(
    (async function* () {
      if (!first.done) yield first.value;
      yield* source;
    })(),
  );
}

async function list(platform: Platform, kind: Kind, format: Format, request: FastifyRequest, reply: FastifyReply) {
  const query = request.query as Record<string, string>;
  const baseUrl = baseUrlOf(platform, request.headers.host);
  const variables = listVariables(platform.schema, listFieldOf(kind), query);
  const reader = readerOf(request, reply);
  const pages = exportList(platform.schema, kind, variables, (ask) =>
    inTurn(platform.store, reader, () => ask(newContext(platform, baseUrl))),
  );
  const header = query['header'] === 'code' ? 'code' : 'label';
  reply
    .header('content-type', formats[format])
    .header('content-disposition', fileName(kind.label.zh, format))
    .header('cache-control', 'public, max-age=60');
  if (format === 'csv')
    return reply.send(await streamed(csvOf(kind, pages, header, query['bom'] === '0' ? '' : byteOrderMark)));
  if (format === 'json') return reply.send(await streamed(jsonOf(pages)));
  const rows = [];
  for await (const records of pages) {
    rows.push(...listRows(kind, records));
    if (rows.length > mostWorkbookRows) {
      reply.removeHeader('content-disposition');
      return problem(request, reply, 'BAD_USER_INPUT', {
        zh: `结果超过 ${mostWorkbookRows} 行，请加筛选条件，或下载 CSV`,
        en: `The list has more than ${mostWorkbookRows} rows; narrow it, or take the CSV`,
      });
    }
  }
  const { sheet } = kind.exports.list;
  return reply.send(await workbook([{ name: sheet.name, columns: sheet.columns, rows }], header));
}

const csvOfSheet = ({ columns, rows }: FilledSheet): string =>
  byteOrderMark + csvLines([columns.map(({ label }) => label.zh), ...rows]);

async function bytesOf(kind: Kind, format: Format, record: Record<string, unknown>): Promise<Buffer | string> {
  if (format === 'json') return `${JSON.stringify(record, null, 2)}\n`;
  const { sheets, csv } = kind.exports.one;
  if (format === 'xlsx') return workbook(sheets(record));
  const table = csv?.(record) ?? sheets(record)[0];
  return table ? csvOfSheet(table) : '';
}

async function one(
  platform: Platform,
  kind: Kind,
  format: Format,
  asked: { readonly indexNumber: string; readonly asOf?: string },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { indexNumber } = asked;
  const make = async (context: Context, reader: Reader) => {
    const record = await inTurn(platform.store, reader, () => exportOne(platform.schema, context, kind, asked));
    if (!record) return null;
    return {
      body: await bytesOf(kind, format, record),
      contentType: formats[format],
      touched: context.touched,
      cacheControl: cacheControlOf(context.clocks),
      // JSON is read where it is opened; kept, it has its name too.
      headers: {
        'content-disposition': fileName(nameOf(record), format, format === 'json' ? 'inline' : 'attachment'),
      },
    };
  };
  return answer(platform, request, reply, make, () => answerMissing(platform, kind, indexNumber, request, reply));
}

/** A file of a published edition, byte for byte. It is never shown as a page of ours. */
async function attachment(platform: Platform, kind: Kind, request: FastifyRequest, reply: FastifyReply) {
  const { code, serial, edition, position } = request.params as Record<string, string>;
  const isTakenBack = await tombstoneAt(platform, kind, `${code}/${serial}`, Number(edition));
  if (isTakenBack) return answerMissing(platform, kind, `${code}/${serial}`, request, reply, Number(edition));
  const [file] = await platform.store.read<{
    name: string;
    mediaType: string;
    isPacked: boolean;
    content: Uint8Array;
  }>(sql`
    select a.name, a.media_type as "mediaType", a.is_packed as "isPacked", a.content
    from attachment a join edition e on e.id = a.edition_id join document d on d.id = e.document_id
    where d.index_number = ${`${code}/${serial}`} and e.kind = ${kind.name} and e.number = ${Number(edition)} and a.position = ${Number(position)}
      and e.published_at is not null and e.attribute = 'PROACTIVE'
      and exists (select from edition live where live.document_id = d.id and ${visible(sql`live`, { asOf: null })})`);
  if (!file) return answerMissing(platform, kind, `${code}/${serial}`, request, reply);
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'public, max-age=60')
    .send(file.isPacked ? Readable.from([Buffer.from(file.content)]).pipe(createGunzip()) : Buffer.from(file.content));
}

/** One address for one file: 00 is not another way to write 0. */
const isWhole = (text: string | undefined): boolean => /^(0|[1-9]\d{0,8})$/.test(text ?? '');

/** Files: a whole list, one record, an attachment. Every useful question is also one GET. */
export function exportRoutes(server: FastifyInstance, platform: Platform): void {
  const refused = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (!(error instanceof GraphQLError)) throw error;
    // What a resolver threw is a fault, unless it says itself what the caller did wrong.
    const { originalError } = error;
    if (originalError && !isErrorCode(error.extensions['code'])) throw originalError;
    return problemOf(request, reply, error);
  };
  for (const kind of kinds) {
    for (const format of Object.keys(formats) as Format[]) {
      server.get(`/api/v1/${kind.plural}.${format}`, (request, reply) =>
        list(platform, kind, format, request, reply).catch((error: unknown) => refused(error, request, reply)),
      );
      server.get<{ Params: { code: string; serial: string } }>(
        `/${kind.plural}/:code/:serial.${format}`,
        async (request, reply) => {
          try {
            const asOf = asOfIn(request.query as Record<string, unknown>);
            const indexNumber = `${request.params.code}/${request.params.serial}`;
            return await one(
              platform,
              kind,
              format,
              { indexNumber, ...(asOf === undefined ? {} : { asOf }) },
              request,
              reply,
            );
          } catch (error) {
            return refused(error, request, reply);
          }
        },
      );
    }
    server.get(`/${kind.plural}/:code/:serial/editions/:edition/attachments/:position`, (request, reply) => {
      const { edition, position } = request.params as Record<string, string>;
      if (!isWhole(edition) || !isWhole(position)) {
        return problem(request, reply, 'NOT_FOUND', { zh: '没有这个附件', en: 'There is no such attachment' });
      }
      return attachment(platform, kind, request, reply);
    });
  }
}
