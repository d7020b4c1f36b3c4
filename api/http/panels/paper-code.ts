import encodeQR from 'qr';
import type { PaperCode } from '../../../widgets/core/document.ts';

/** What a code can hold and a telephone still reads from a sheet on a wall. */
const longest = 1_000;

/** The white around it that readers of codes look for, in modules. */
const border = 4;

/** An address as a QR code, for who stands before a printed sheet; undefined where it is too long to be read. */
export function paperCode(address: string): PaperCode | undefined {
  if (address.length > longest) return undefined;
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border });
  const path = rows
    .flatMap((row, y) =>
      [...row.map(Number).join('').matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('');
  return { side: rows.length, path };
}
