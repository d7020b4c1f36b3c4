import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { list, nested, type Question } from '../questions.ts';

/** The limit of a cold read: bare Node with one prepared statement a question, whose answer is the body. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const questions: Readonly<Record<string, Question>> = { list, nested };

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://peer.invalid');
  const name = pathname.slice(1);
  const question = questions[name];
  if (!question) return response.writeHead(404).end();
  const given = JSON.parse(searchParams.get('variables') ?? '{}');
  try {
    const values = question.parameters.map((parameter) => given[parameter]);
    const { rows } = await pool.query({ name, text: question.statement, values });
    return response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(rows[0]?.answer ?? 'null');
  } catch (error) {
    console.error(error);
    return response.writeHead(500).end();
  }
}).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ ports: [(server.address() as AddressInfo).port] });
process.on('disconnect', () => process.exit());
