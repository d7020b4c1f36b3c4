import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One request as it is: nothing is added, followed, decompressed or kept alive. */
export async function send(
  base: string,
  path: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  const outgoing = request({ hostname, port, path, method, headers, agent: false });
  // The server may answer and close before all of a large body is sent.
  outgoing.on('error', () => undefined);
  outgoing.end(body);
  const [incoming] = await once(outgoing, 'response', { signal: AbortSignal.timeout(10_000) });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return { status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) };
}

/** Writes bytes to the server and reads what comes until it closes. */
export async function converse(base: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close', { signal: AbortSignal.timeout(15_000) });
  return Buffer.concat(chunks).toString();
}

export const graphqlPath = (query: string, variables?: Record<string, unknown>): string =>
  `/graphql?query=${encodeURIComponent(query)}${variables ? `&variables=${encodeURIComponent(JSON.stringify(variables))}` : ''}`;

export const post = (
  base: string,
  payload: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> =>
  send(base, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
