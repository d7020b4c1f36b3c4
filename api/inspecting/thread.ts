import { Worker } from 'node:worker_threads';
import { type InspectionFinding, notInspected } from './finding.ts';
import { limits } from './limits.ts';
import type { Inspected } from './worker.ts';

type Findings = readonly InspectionFinding[];

const broken = [
  notInspected('文件过大或已损坏，无法检查。', 'The file is too large or damaged and cannot be inspected.'),
];

/**
 * Inspects in a thread of its own, with a deadline: what breaks or hangs here costs one inspection, not the program. The
 * engine limits the thread's objects but not its buffers, so the growth of the process is watched as well.
 */
export function inspectInThread(
  file: Inspected,
  { seconds, growthMegabytes }: { readonly seconds: number; readonly growthMegabytes: number } = limits,
): Promise<Findings> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const start = performance.now();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: file,
      transferList: [file.bytes.buffer as ArrayBuffer],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
    });
    const finish = (findings: Findings): void => {
      clearInterval(watch);
      resolve(findings);
      void worker.terminate();
    };
    const watch = setInterval(() => {
      if (performance.now() - start > seconds * 1_000)
        finish([
          notInspected(`文件在 ${seconds} 秒内没有检查完。`, `The file was not inspected within ${seconds} seconds.`),
        ]);
      else if (process.memoryUsage.rss() - before > growthMegabytes * 2 ** 20) finish(broken);
    }, 50);
    worker.once('message', finish);
    worker.once('error', () => finish(broken));
    worker.once('exit', () => finish(broken));
  });
}
