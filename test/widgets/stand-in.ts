import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ChangeStreams, panelsAnswer } from './panel-answers.ts';

/** What reached the stand-in, to see that browsers ask without a preflight. */
export interface Seen {
  readonly method: string;
  readonly url: string;
}

export interface StandIn {
  readonly url: string;
  readonly seen: Seen[];
  stop(): Promise<void>;
}

const send = (response: ServerResponse, status: number, type: string, body: string | Buffer, more = {}): void => {
  response.writeHead(status, {
    'content-type': type,
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    ...more,
  });
  response.end(body);
};

const types: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

/** A real HTTP server that answers as the platform would, well or badly, and serves host pages and the built scripts. */
export const startStandIn = async (dist: string): Promise<StandIn> => {
  const seen: Seen[] = [];
  const streams = new ChangeStreams();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    seen.push({ method: request.method ?? '', url: request.url ?? '' });
    if (url.pathname === '/favicon.ico') return send(response, 204, 'image/x-icon', '');
    const [, first = '', second = '', third = ''] = url.pathname.split('/');
    if (request.method === 'OPTIONS') return send(response, 403, 'text/plain', 'no preflight is expected');
    if (second === 'w')
      return panelsAnswer(
        first,
        url,
        `${url.origin}/${first}`,
        (status, type, body) => send(response, status, type, body),
        () => void response.destroy(),
      );
    if (second === 'changes')
      return first === 'dead' ? send(response, 500, 'text/plain', '') : streams.open(response, first);
    // What a test does to the platform, and what it wants to know of it.
    if (first === 'tell') {
      streams.tell(second, third);
      return send(response, 200, 'text/plain', 'told');
    }
    if (first === 'streams') return send(response, 200, 'application/json', `${streams.size(second)}`);
    if (first === 'asked') return send(response, 200, 'application/json', JSON.stringify(seen));
    if (first === 'page') {
      const policy = url.searchParams.get('csp');
      return send(
        response,
        200,
        `text/html; charset=${url.searchParams.get('charset') ?? 'utf-8'}`,
        url.searchParams.get('html') ?? '',
        {
          ...(policy ? { 'content-security-policy': policy } : {}),
        },
      );
    }
    if (first === 'widgets') {
      const body = await readFile(`${dist}/${second}`).catch(() => undefined);
      if (body) return send(response, 200, types[second.split('.').at(-1) ?? ''] ?? 'text/plain', body);
    }
    return send(response, 404, 'text/plain', 'nothing here');
  };
  // Host pages are given in their address.
  const server = createServer({ maxHeaderSize: 1 << 20 }, (request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
