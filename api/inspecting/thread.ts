import { inThread } from '../core/in-thread.ts';
import { type InspectionFinding, notInspected } from './finding.ts';
import { limits } from './limits.ts';
import type { Inspected } from './worker.ts';

type Findings = readonly InspectionFinding[];

const broken = [
  notInspected('文件过大或已损坏，无法检查。', 'The file is too large or damaged and cannot be inspected.'),
];

/** Inspects in a thread of its own, with a deadline: what breaks or hangs here costs one inspection, not the program. */
export async function inspectInThread(
  file: Inspected,
  { seconds, growthMegabytes }: { readonly seconds: number; readonly growthMegabytes: number } = limits,
): Promise<Findings> {
  const inspected = await inThread<Findings>(
    new URL('./worker.ts', import.meta.url),
    file,
    { seconds, growthMegabytes, heapMegabytes: limits.heapMegabytes },
    [file.bytes.buffer as ArrayBuffer],
  );
  if ('answer' in inspected) return inspected.answer;
  return inspected.failure === 'broken'
    ? broken
    : [notInspected(`文件在 ${seconds} 秒内没有检查完。`, `The file was not inspected within ${seconds} seconds.`)];
}
