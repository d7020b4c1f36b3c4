import { parentPort, workerData } from 'node:worker_threads';
import { Refused } from './xlsx-limits.ts';
import { readWorkbookParts } from './xlsx-workbook.ts';

/** Reads one workbook in a thread of its own: what breaks here costs one import, not the program. */
try {
  const workbook = await readWorkbookParts(Buffer.from(workerData as Uint8Array));
  parentPort?.postMessage({ ok: true, workbook });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  const { rule, zh, en, place } = error;
  parentPort?.postMessage({ ok: false, refused: { rule, zh, en, place } });
}
