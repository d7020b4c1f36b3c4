import { userInfo } from 'node:os';
import { type Config, readConfig } from '../config.ts';
import type { Kind } from '../disclosures/kind.ts';
import { kindNamed, kinds } from '../disclosures/registry.ts';
import { isMendable, openStore } from '../instance.ts';
import { NotAllowed } from '../publishing/errors.ts';
import { seedCountyOnce } from '../seeding/county.ts';
import type { Store } from '../store/client.ts';

/** What stops a command with a sentence instead of a stack. */
export class CommandError extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'CommandError';
  }
}

const isExpected = (error: unknown): error is Error =>
  isMendable(error) || error instanceof CommandError || error instanceof NotAllowed;

const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** Runs a command's work; what a person can mend is told in a sentence, and the exit code says that it failed. */
export async function run(work: (config: Config) => Promise<void>): Promise<void> {
  try {
    await work(readConfig());
  } catch (error) {
    if (isClosedPipe(error)) return;
    if (!isExpected(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Opens the database for one command. A fresh one gets the county's organizations, so that names can be linked. */
export async function withStore<Result>(config: Config, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(config);
  try {
    if ((await store.db.organization.count()) === 0) await store.db.$transaction(seedCountyOnce);
    return await work(store);
  } finally {
    await store.close();
  }
}

export function kindOrStop(name: string): Kind {
  const kind = kindNamed(name);
  if (kind) return kind;
  const names = kinds.map((known) => known.name).join('、');
  throw new CommandError(
    `没有“${name}”这个种类；可用的有：${names}。`,
    `There is no kind "${name}"; there are: ${names}.`,
  );
}

/** Who acts from a shell: recorded with every change. */
export const localOperator = (): string => `local-operator:${userInfo().username}`;
