import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgres } from '../support/databases.ts';
import { root } from '../support/source.ts';
import { graphqlPath, send } from './raw.ts';

let database: { url: string; drop: () => Promise<void> };
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await createPostgres();
});
afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await database.drop();
});

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<unknown>;
}

function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, ['api/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: database.url,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return { child, output: () => output, exit: once(child, 'exit') };
}

async function addressOf({ output }: Started): Promise<string> {
  await expect.poll(output, { timeout: 40_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  return /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '';
}

test('a server that is told to go finishes what it was asked, takes nothing new, and ends', async () => {
  const server = start({});
  const base = await addressOf(server);
  expect((await send(base, graphqlPath('{ regulatoryDocuments { totalCount } }'))).status).toBe(200);
  expect((await send(base, '/readyz')).status).toBe(200);

  const body = JSON.stringify({ query: '{ regulatoryDocuments(first: 50) { totalCount nodes { title } } }' });
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 10)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  server.child.kill('SIGTERM');
  await expect
    .poll(
      () =>
        send(base, '/healthz').then(
          () => 'open',
          () => 'closed',
        ),
      { timeout: 5_000 },
    )
    .toBe('closed');
  socket.write(body.slice(10));
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('"totalCount":120');
  expect(await server.exit).toEqual([0, null]);
}, 60_000);

test('a port that is taken is told in a sentence, and the process ends', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const server = start({ PORT: String(port) });
  expect(await server.exit).toEqual([1, null]);
  expect(server.output()).toMatch(new RegExp(`端口 ${port} 已被占用.* / .*port ${port} is in use`));
  expect(server.output()).not.toMatch(/\n\s+at /);
  blocker.close();
}, 60_000);
