import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

/** PostGraphile at its best: its own HTTP server in front of `node:http`, GET, the answer written straight as text. */
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  // It would hide what has no index of its own, such as the end of an edition's time.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString: process.env['DATABASE_URL'], schemas: ['public'], poolConfig: { max: 10 } }),
  ],
  grafserv: { graphqlOverGET: true, graphiql: false, watch: false },
  grafast: { explain: false },
  // The order our index has: absent days last.
  schema: { pgOrderByNullsLast: true },
});
const handler = pgl.createServ(grafserv);
const server = createServer();
await handler.addTo(server);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ ports: [(server.address() as AddressInfo).port] });
process.on('disconnect', () => process.exit());
