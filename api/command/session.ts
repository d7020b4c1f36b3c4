import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { Action } from '../core/lifecycle.ts';
import { personName } from '../core/person-name.ts';
import type { Kind } from '../disclosures/kind.ts';
import { kindNamed, kinds } from '../disclosures/registry.ts';
import { isMendable, openStore } from '../instance.ts';
import { type Actor, operator } from '../publishing/actor.ts';
import { act } from '../publishing/audit.ts';
import { NotAllowed } from '../publishing/errors.ts';
import { actorOfToken } from '../publishing/tokens.ts';
import { seedCountyOnce } from '../seeding/county.ts';
import type { Store, Transaction } from '../store/client.ts';

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
  // A command takes as long as what it does: nobody else waits for it.
  const store = await openStore({ ...config, statementTimeoutMs: 0 });
  try {
    if ((await store.db.organization.count()) === 0) await store.db.$transaction(seedCountyOnce);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Whether there is a database to ask, without making one. */
export const hasDatabase = ({ databaseUrl, dataFolder }: Config): boolean =>
  databaseUrl !== undefined || existsSync(join(dataFolder, 'pglite'));

/** The same for a command that only looks: of a folder that is not there it makes none. */
export async function withKnownStore<Result>(config: Config, work: (store: Store) => Promise<Result>): Promise<Result> {
  if (config.databaseUrl === undefined && !existsSync(config.dataFolder)) {
    throw new CommandError(
      `没有数据目录 ${config.dataFolder}；请用 GONGKAI_DATA 指明。`,
      `There is no data folder ${config.dataFolder}; name it with GONGKAI_DATA.`,
    );
  }
  return withStore(config, work);
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

/** Who has this machine and its database, as recorded with every change. */
export const localOperator = (): Actor => operator(`local-operator:${userInfo().username}`);

/**
 * Who acts from a shell: whoever GONGKAI_TOKEN stands for, or the operator, who may record what somebody (`as`) decided
 * on paper.
 */
export async function actorOf(store: Store, { token }: Config, as?: string): Promise<Actor> {
  if (token === undefined) {
    if (as === undefined) return localOperator();
    const name = personName(as);
    if (name !== null) return operator(name);
    throw new CommandError(`--as “${as}”不是人名。`, `--as "${as}" is nobody's name.`);
  }
  if (as !== undefined) {
    throw new CommandError(
      '用令牌（GONGKAI_TOKEN）时以持有人本人的名义，不能再用 --as。',
      'With a token (GONGKAI_TOKEN) one acts as its holder; --as cannot be given.',
    );
  }
  const actor = await actorOfToken(store, token);
  if (actor) return actor;
  throw new CommandError(
    'GONGKAI_TOKEN 不是有效的令牌（写错、过期或已停用）。',
    'GONGKAI_TOKEN is no valid token (mistyped, expired or revoked).',
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function editionOrStop(text: string): string {
  if (uuid.test(text)) return text;
  throw new CommandError(
    `“${text}”不是稿件编号；请用 gongkai drafts 查看。`,
    `"${text}" is not the id of a draft; see gongkai drafts.`,
  );
}

export const editionArgument = (): Argument =>
  new Argument('<edition>', '稿件编号，见 gongkai drafts / id of the draft, see gongkai drafts');

export const asOption = (): Option =>
  new Option('--as <name>', '纸面上作出决定的人，由本机操作员代录 / who decided so on paper, recorded by the operator');

/** A command that takes one edition a step on. */
export const step = <Options extends { readonly as?: string }>(
  command: Command,
  action: Action,
  take: (tx: Transaction, edition: string, actor: Actor, options: Options) => Promise<unknown>,
  done: string,
): Command =>
  command.addOption(asOption()).action((text: string, options: Options) =>
    run((config) => {
      const edition = editionOrStop(text);
      return withStore(config, async (store) => {
        const actor = await actorOf(store, config, options.as);
        const result = await act(store, actor, { action, subject: edition }, (tx) => take(tx, edition, actor, options));
        process.stdout.write(`${typeof result === 'string' ? result : done}: ${edition}\n`);
      });
    }),
  );
