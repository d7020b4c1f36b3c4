import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Bilingual } from '../core/finding.ts';
import { bilingual } from '../graphql/errors.ts';

interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly type: string;
  readonly detail: Bilingual;
}

const malformed: Refusal = {
  status: 400,
  title: 'BAD_USER_INPUT',
  type: '/docs/errors#BAD_USER_INPUT',
  detail: {
    zh: '请求不合 HTTP 写法，没有读。地址中的汉字、空格等须按 UTF-8 百分号编码：用 curl 时写 curl -G --data-urlencode "名称=值" 地址',
    en: 'The request is not written as HTTP asks, and was not read. Chinese characters, spaces and the like in an address must be percent-encoded as UTF-8: with curl write curl -G --data-urlencode "name=value" address',
  },
};

/** By the codes of Node's parser; everything else is malformed. */
const known: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'REQUEST_TIMEOUT',
    type: 'about:blank',
    detail: {
      zh: '请求没有在规定时间内传完，连接已关闭；请重新发出',
      en: 'The request did not arrive in time and the connection is closed; send it again',
    },
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'HEADERS_TOO_LARGE',
    type: 'about:blank',
    detail: {
      zh: '地址和请求头合起来太长；请缩短地址，查询较长时用 POST /graphql',
      en: 'The address and the headers together are too long; shorten the address, or send a long query by POST /graphql',
    },
  },
};

/** Answers what could not be read as a request, for which there is no route. Nothing of it is repeated: it may be anything. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, title, type, detail } = known[error.code ?? ''] ?? malformed;
  const body = Buffer.from(JSON.stringify({ type, title, status, detail: bilingual(detail), code: title }));
  if (socket.writable) {
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${body.byteLength}`,
    ];
    socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
  }
  socket.destroy(error);
}
