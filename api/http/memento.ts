import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kind } from '../disclosures/kind.ts';
import { kinds } from '../disclosures/registry.ts';
import { stillGiven } from '../graphql/withdrawal.ts';
import { sql } from '../store/statements.ts';
import { baseUrlOf, type Platform } from './platform.ts';
import { problem } from './problem.ts';
import { answerMissing } from './withdrawn.ts';

/** One edition as a memento (RFC 7089): its number, and since when it was public. */
interface Memento {
  readonly number: number;
  readonly at: Date;
}

/** The editions of a document that are still given, the oldest first. */
const mementosOf = ({ store }: Platform, { name }: Kind, indexNumber: string): Promise<Memento[]> =>
  store.read<Memento>(sql`
    select e.number, e.published_at as at from edition e join document d on d.id = e.document_id
    where d.kind = ${name} and d.index_number = ${indexNumber} and e.published_at is not null and e.attribute = 'PROACTIVE'
      and ${stillGiven(sql`e`)} order by e.number`);

const pathOf = ({ plural }: Kind, indexNumber: string): string => `/${plural}/${indexNumber}`;

/** Where a record, its time gate and its time map are; the record's address is its own time gate. */
const links = (base: string, path: string): string =>
  `<${base}${path}>; rel="original timegate", <${base}${path}/timemap>; rel="timemap"; type="application/link-format"`;

/** Tells where the past of a record can be asked for. */
export function tellMementos(
  platform: Platform,
  kind: Kind,
  request: FastifyRequest,
  reply: FastifyReply,
  indexNumber: string,
): void {
  reply.header('link', links(baseUrlOf(platform, request.headers.host), pathOf(kind, indexNumber)));
}

/** Says since when the edition of a page was public. */
export async function dateMemento(
  platform: Platform,
  kind: Kind,
  reply: FastifyReply,
  indexNumber: string,
  edition: number,
): Promise<void> {
  const found = (await mementosOf(platform, kind, indexNumber)).find(({ number }) => number === edition);
  if (found) reply.header('memento-datetime', found.at.toUTCString());
}

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The instant a reader asks of with Accept-Datetime; null when it is none. */
const instantAsked = (text: string): Date | null => {
  const at = httpDate.test(text) ? new Date(text) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
};

/** The edition that was public at an instant; before the first it is the first (RFC 7089, 4.5.3). */
const mementoAt = (mementos: readonly Memento[], at: Date): Memento | undefined =>
  mementos.findLast((memento) => memento.at.getTime() <= at.getTime() + 999) ?? mementos[0];

const formats = new Set(['csv', 'xlsx', 'json']);

/** What of a path is a record: its index number, and the form of the file. */
function recordIn(
  path: string,
): { readonly kind: Kind; readonly indexNumber: string; readonly format: string | null } | null {
  const [, plural, code, serial, format = null] =
    /^\/([a-z-]+)\/([0-9A-Z]{18})\/([0-9]{4}-[0-9]{7})(?:\.([a-z]+))?$/.exec(path) ?? [];
  const kind = kinds.find((known) => known.plural === plural);
  return kind && (format === null || formats.has(format)) ? { kind, indexNumber: `${code}/${serial}`, format } : null;
}

/** A list or its file: the same address, as it stood at an instant. */
const isList = (path: string): boolean =>
  kinds.some(
    ({ plural }) => path === `/${plural}` || [...formats].some((format) => path === `/api/v1/${plural}.${format}`),
  );

async function negotiate(
  platform: Platform,
  asked: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const [path = '', query = ''] = request.url.split('?', 2);
  const record = recordIn(path);
  if (!record && !isList(path)) return undefined;
  // An address that names the instant itself is where this leads to.
  if (new URLSearchParams(query).has('asOf')) return undefined;
  reply.header('vary', 'Accept-Datetime, Accept');
  const at = instantAsked(asked);
  if (!at) {
    return problem(request, reply, 'BAD_USER_INPUT', {
      zh: 'Accept-Datetime 须写成 Tue, 01 Dec 2026 00:00:00 GMT 的样子',
      en: 'Accept-Datetime is written like Tue, 01 Dec 2026 00:00:00 GMT',
    });
  }
  const now = platform.clock();
  const asOf = new Date(Math.min(at.getTime(), now.getTime())).toISOString();
  if (!record) {
    const parameters = new URLSearchParams(query);
    parameters.set('asOf', asOf);
    return reply.header('cache-control', 'no-store').redirect(`${path}?${parameters}`, 302);
  }
  const { kind, indexNumber, format } = record;
  const memento = mementoAt(await mementosOf(platform, kind, indexNumber), at);
  // Pages of what was withdrawn are gone; a file says what was public at the instant, as `asOf` does everywhere.
  if (!memento && format === null) return answerMissing(platform, kind, indexNumber, request, reply);
  if (memento) tellMementos(platform, kind, request, reply, indexNumber);
  const page = `${pathOf(kind, indexNumber)}/editions/${memento?.number}`;
  const instant = memento && memento.at > new Date(asOf) ? memento.at.toISOString() : asOf;
  const file = `${path}?asOf=${encodeURIComponent(instant)}`;
  return reply.header('cache-control', 'no-store').redirect(format === null ? page : file, 302);
}

/** The past over plain HTTP (RFC 7089 Memento): `Accept-Datetime` on records, lists and files, and a time map of each record. */
export function mementoRoutes(server: FastifyInstance, platform: Platform): void {
  server.addHook('onRequest', async (request, reply) => {
    const asked = request.headers['accept-datetime'];
    if (typeof asked !== 'string' || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
    return negotiate(platform, asked, request, reply);
  });
  for (const kind of kinds) {
    server.get<{ Params: { code: string; serial: string } }>(
      `/${kind.plural}/:code/:serial/timemap`,
      async (request, reply) => {
        const indexNumber = `${request.params.code}/${request.params.serial}`;
        const mementos = await mementosOf(platform, kind, indexNumber);
        const [first] = mementos;
        const last = mementos.at(-1);
        if (!first || !last) return answerMissing(platform, kind, indexNumber, request, reply);
        const base = baseUrlOf(platform, request.headers.host);
        const path = pathOf(kind, indexNumber);
        const [from, until] = [first.at.toUTCString(), last.at.toUTCString()];
        const body = [
          `<${base}${path}>; rel="original timegate"`,
          `<${base}${path}/timemap>; rel="self"; type="application/link-format"; from="${from}"; until="${until}"`,
          ...mementos.map(({ number, at }) => {
            const place = [number === first.number ? 'first' : '', number === last.number ? 'last' : '', 'memento'];
            return `<${base}${path}/editions/${number}>; rel="${place.filter((word) => word !== '').join(' ')}"; datetime="${at.toUTCString()}"`;
          }),
        ].join(',\n');
        return reply
          .type('application/link-format; charset=utf-8')
          .header('cache-control', 'public, no-cache')
          .send(`${body}\n`);
      },
    );
  }
}
