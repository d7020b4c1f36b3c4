import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The limit of a hot read: `node:http` that only writes bytes it was given, on one port; only a 304, on another. */
interface Bytes {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly unchanged: Readonly<Record<string, string>>;
}

const listen = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

process.once('message', async ({ body, headers, unchanged }: Bytes) => {
  const bytes = Buffer.from(body, 'base64');
  const ports = await Promise.all([
    listen((_, response) => response.writeHead(200, headers).end(bytes)),
    listen((_, response) => response.writeHead(304, unchanged).end()),
  ]);
  process.send?.({ ports });
});
process.on('disconnect', () => process.exit());
