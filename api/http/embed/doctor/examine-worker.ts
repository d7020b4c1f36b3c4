import { parentPort, workerData } from 'node:worker_threads';
import { type ExaminedPage, examine } from './examine.ts';
import type { KnownScripts } from './integrity.ts';

/** What an examination is made from. */
export interface Examinable {
  readonly page: ExaminedPage;
  readonly platformUrl: string;
  readonly scripts: KnownScripts;
}

const { page, platformUrl, scripts } = workerData as Examinable;
parentPort?.postMessage(examine(page, platformUrl, scripts));
