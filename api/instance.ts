import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { everything, ReadyAnswers } from './cache/ready-answers.ts';
import type { Config } from './config.ts';
import { publicationChannel } from './publishing/publish.ts';
import { openDatabase, type Store } from './store/client.ts';
import { migrate } from './store/migrate.ts';

/** Opens PostgreSQL, or the embedded database in its folder (held by this process alone), and migrates it. */
export async function openStore({
  databaseUrl,
  dataFolder,
}: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<Store> {
  const store = await openDatabase(databaseUrl === undefined ? { dataFolder } : { url: databaseUrl });
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The key that signs cursors: made once, the same on every instance. */
export async function cursorKeyOf({ db }: Store): Promise<string> {
  const name = 'cursor-key';
  await db.setting.createMany({ data: [{ name, value: randomBytes(32).toString('base64url') }], skipDuplicates: true });
  return (await db.setting.findUniqueOrThrow({ where: { name } })).value;
}

const megabyte = 1_048_576;

/** Ready answers that hear of every publication, whichever instance made it; while the line is cut, none are kept. */
export async function listeningAnswers(store: Store, logger: Logger): Promise<ReadyAnswers> {
  const answers = new ReadyAnswers(64 * megabyte);
  await store.listen(publicationChannel, (kind) => answers.purge(kind || everything), {
    onLost: () => {
      logger.warn('the line to the other instances is cut: answers are not kept until it is back');
      answers.deafen();
    },
    onBack: () => answers.hear(),
  });
  return answers;
}
