import { parentPort, workerData } from 'node:worker_threads';
import type { InspectionFinding } from './finding.ts';

/** A file that has to be in memory whole, and what its first bytes say it is. */
export interface Inspected {
  readonly format: 'zip' | 'pdf' | 'image';
  readonly bytes: Uint8Array;
}

/** Libraries are loaded for the format at hand alone: the one for PDF is large. */
async function inspect({ format, bytes }: Inspected): Promise<readonly InspectionFinding[]> {
  if (format === 'zip')
    return (await import('./office/inspect-office.ts')).inspectOffice(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    );
  if (format === 'pdf') return (await import('./pdf/inspect-pdf.ts')).inspectPdf(bytes);
  return (await import('./image/inspect-image.ts')).inspectImage(bytes);
}

parentPort?.postMessage(await inspect(workerData as Inspected));
