import { pino } from 'pino';
import { openStore } from '../../api/instance.ts';
import { keepReleasing } from '../../api/publishing/clockwork.ts';

// An instance that does nothing but send releases out, for a test that kills it.
const store = await openStore({ databaseUrl: process.env['DATABASE_URL'], dataFolder: '' });
keepReleasing(store, pino({ level: 'info' }));
process.stdout.write('ready\n');
setInterval(() => undefined, 1_000);
