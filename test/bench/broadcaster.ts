import { createServer, type ServerResponse } from 'node:http';

// The least a live stream can be: one loop that writes one text to every reader. POST / sends what it is given.
const readers = new Set<ServerResponse>();
const server = createServer((request, response) => {
  if (request.method === 'POST') {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      for (const reader of readers) reader.write(`id: 1\ndata: ${body}\n\n`);
      response.end();
    });
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('retry: 5000\n\n');
  readers.add(response);
  request.on('close', () => readers.delete(response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ ports: [typeof address === 'object' && address ? address.port : 0] });
});
