// node migrate-process.ts <url>: migrates and prints what it applied, as an instance that starts does.

import { openDatabase } from '../../api/store/client.ts';
import { migrate } from '../../api/store/migrate.ts';

const store = await openDatabase({ url: process.argv[2] });
console.log(JSON.stringify(await migrate(store)));
await store.close();
