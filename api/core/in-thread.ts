import { type Transferable, Worker } from 'node:worker_threads';

/** What a thread may take. */
export interface ThreadLimits {
  readonly seconds: number;
  /** Its objects. */
  readonly heapMegabytes: number;
  /** What the process may grow by meanwhile: the engine limits a thread's objects but not its buffers. */
  readonly growthMegabytes?: number;
}

/** What a thread says first, or why it said nothing: it took too long, or it broke. */
export type Threaded<Answer> = { readonly answer: Answer } | { readonly failure: 'late' | 'broken' };

/**
 * Works in a thread of its own, with a deadline: what breaks or hangs there costs one piece of work, not the program. `script`
 * posts its answer, made from `workerData`.
 */
export function inThread<Answer>(
  script: URL,
  workerData: unknown,
  { seconds, heapMegabytes, growthMegabytes = Number.POSITIVE_INFINITY }: ThreadLimits,
  transferList: Transferable[] = [],
): Promise<Threaded<Answer>> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const start = performance.now();
    const worker = new Worker(script, {
      workerData,
      transferList,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
    });
    const finish = (threaded: Threaded<Answer>): void => {
      clearInterval(watch);
      resolve(threaded);
      void worker.terminate();
    };
    const watch = setInterval(() => {
      if (performance.now() - start > seconds * 1_000) finish({ failure: 'late' });
      else if (process.memoryUsage.rss() - before > growthMegabytes * 2 ** 20) finish({ failure: 'broken' });
    }, 50);
    worker.once('message', (answer: Answer) => finish({ answer }));
    worker.once('error', () => finish({ failure: 'broken' }));
    worker.once('exit', () => finish({ failure: 'broken' }));
  });
}
