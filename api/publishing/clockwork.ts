import type { Store } from '../store/client.ts';
import { type ReleaseOutcome, releaseDue } from './schedule.ts';

/** How often an instance looks whether a release is due. */
const pulse = 1_000;

interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

function say(log: Log, { releaseId, publications, failure }: ReleaseOutcome): void {
  if (failure === null) log.info({ releaseId, editions: publications.length }, 'a scheduled release went out');
  else log.warn({ releaseId, failure }, 'a scheduled release was refused');
}

/**
 * Sends scheduled releases out when they are due, for as long as the instance runs. Every instance does; a release is
 * taken by one of them. One that cannot reach the database tries again.
 */
export function keepReleasing(store: Store, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const beat = async (): Promise<void> => {
    try {
      for (let outcome = await releaseDue(store); outcome && !stopped; outcome = await releaseDue(store))
        say(log, outcome);
    } catch (error) {
      log.error({ err: error }, 'releases could not be looked for');
    }
    if (!stopped) timer = setTimeout(next, pulse).unref();
  };
  const next = (): void => {
    running = beat();
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
