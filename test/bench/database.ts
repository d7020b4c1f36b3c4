import { seedSample } from '../../api/seeding/seed.ts';
import { openDatabase, type Store } from '../../api/store/client.ts';
import { migrate } from '../../api/store/migrate.ts';

interface Index {
  readonly name: string;
  readonly definition: string;
}

const query = <Row>(store: Store, text: string): Promise<Row[]> => store.session((session) => session.query<Row>(text));

const secondary = `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace and not i.indisunique and c.relname not like 'organization%' order by 1`;

/** Only of this server, which lives as long as the run: a bulk load need not survive a crash. */
const settings = [
  "max_wal_size = '8GB'",
  "checkpoint_timeout = '1h'",
  "maintenance_work_mem = '1GB'",
  'autovacuum = off',
];

const open = (url: string): Promise<Store> => openDatabase({ url, statementTimeoutMs: 600_000 });

/**
 * An empty database filled with the sample, as fast as PostgreSQL loads in bulk: guards and foreign keys rest
 * meanwhile (the sample is known to be sound), and the secondary indexes are built at the end.
 */
export async function fill(url: string, documents: number, progress: (done: number) => void): Promise<void> {
  const database = new URL(url).pathname.slice(1);
  const empty = await open(url);
  let indexes: Index[];
  try {
    await migrate(empty);
    indexes = await query<Index>(empty, secondary);
    for (const { name } of indexes) await query(empty, `drop index "${name}"`);
    for (const setting of settings) await query(empty, `alter system set ${setting}`);
    await query(empty, 'select pg_reload_conf()');
    await query(empty, `alter database ${database} set session_replication_role = replica`);
  } finally {
    await empty.close();
  }
  const store = await open(url);
  try {
    await seedSample(store, { documents, progress });
    await query(store, `alter database ${database} reset session_replication_role`);
    for (const { definition } of indexes) await query(store, definition);
    await query(store, 'vacuum analyze');
    await query(store, 'checkpoint');
  } finally {
    await store.close();
  }
}
