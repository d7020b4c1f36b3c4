import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { baseUrlOf, type Platform } from './platform.ts';
import { answerKey, encodingFor, isUnchanged, unchangedHeaders } from './representation.ts';

/** A host name or address with an optional port; anything else is refused before a URL is made of it. */
const hostPattern = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?$/;

const refuse = (response: ServerResponse): void => {
  response.writeHead(400, { connection: 'close', 'content-length': '0' }).end();
};

const isSound = ({ headers: { host }, url = '' }: IncomingMessage): boolean =>
  host !== undefined &&
  hostPattern.test(host) &&
  URL.canParse(`http://${host}`) &&
  url.startsWith('/') &&
  !url.startsWith('//');

/**
 * The first thing a request meets: a GET whose answer is kept as bytes is answered from them, without a framework;
 * everything else goes on to the routes.
 */
export const hotPath =
  (platform: Platform, routes: RequestListener): RequestListener =>
  (request, response) => {
    if (!isSound(request)) return refuse(response);
    if (request.method === 'GET') {
      const { headers } = request;
      const key = answerKey(
        baseUrlOf(platform, headers.host),
        request.url ?? '/',
        headers.accept ?? '',
        encodingFor(headers['accept-encoding']),
      );
      const ready = platform.answers.get(key, platform.clock().getTime());
      if (ready) {
        if (isUnchanged(headers['if-none-match'], ready.etag)) response.writeHead(304, unchangedHeaders(ready)).end();
        else response.writeHead(200, ready.headers).end(ready.body);
        return undefined;
      }
    }
    return routes(request, response);
  };
