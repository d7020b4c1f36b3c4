import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { baseUrlOf, type Platform } from './platform.ts';
import { answerKey, encodingFor, isUnchanged, unchangedHeaders } from './representation.ts';
import type { StraightRoad } from './straight-road.ts';

/** A host name or address with an optional port; anything else is refused before a URL is made of it. */
const hostPattern = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]{1,253})(:\d{1,5})?$/;

/** What was asked is not repeated: it may be anything. */
const refusal = Buffer.from(
  '请求的主机名（Host）或地址不可用，请照平台的地址再取 / The Host or the target of the request cannot be used; ask again at the address of the platform\n',
);

const refuse = (response: ServerResponse): void => {
  response
    .writeHead(400, {
      connection: 'close',
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(refusal.byteLength),
      'x-content-type-options': 'nosniff',
    })
    .end(refusal);
};

const isSoundHost = (host: string): boolean => hostPattern.test(host) && URL.canParse(`http://${host}`);

/** Node keeps the first of several hosts without a word; whoever stands before us may keep the last (RFC 9112, 3.2). */
function namesOneHost(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1;
}

// Nearly every request names the same host as the one before.
let soundHost: string | undefined;

function isSound({ headers: { host }, rawHeaders, url = '' }: IncomingMessage): boolean {
  if (host === undefined || !url.startsWith('/') || url.startsWith('//')) return false;
  if (!namesOneHost(rawHeaders)) return false;
  if (host === soundHost) return true;
  if (!isSoundHost(host)) return false;
  soundHost = host;
  return true;
}

/** Refuses requests no URL can be made of; everything else goes to the routes. */
export const soundOnly =
  (routes: RequestListener): RequestListener =>
  (request, response) =>
    isSound(request) ? routes(request, response) : refuse(response);

/**
 * The first thing a request meets: a GET whose answer is kept as bytes is answered from them, without a framework; one whose
 * document is known takes the straight road; everything else goes on to the routes.
 */
export const hotPath =
  (platform: Platform, road: StraightRoad, routes: RequestListener): RequestListener =>
  (request, response) => {
    if (!isSound(request)) return refuse(response);
    const { headers } = request;
    // Who asks of another instant is not answered with what holds now.
    if (request.method === 'GET' && headers['accept-datetime'] === undefined) {
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
      const onward = road.enter(request, response);
      if (onward) {
        const goOn = () => (response.headersSent ? response.destroy() : routes(request, response));
        onward.then((answered) => answered || goOn(), goOn);
        return undefined;
      }
    }
    return routes(request, response);
  };
