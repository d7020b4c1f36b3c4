import type { Finding } from '../../../core/finding.ts';
import type { Kind } from '../../../disclosures/kind.ts';
import { bytesSource } from '../../../reading/source.ts';
import { readWorkbook } from '../../../reading/tables.ts';
import { decodeText } from '../../../reading/text.ts';

/** So much of a row is shown beside what was found in it. */
const longest = 160;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function ofText({ bytes }: UploadedFile, encoding: string | undefined) {
  const decoded = decodeText(bytes, encoding === undefined ? {} : { encoding });
  const lines = decoded.ok ? decoded.text.split(/\r?\n/) : [];
  return ({ row }: Finding) => (row === undefined ? undefined : lines[row - 1]);
}

const keyOf = (sheet: string | null | undefined, row: number): string => `${sheet ?? ''}\n${row}`;

async function ofTables({ name, bytes }: UploadedFile, encoding: string | undefined, findings: readonly Finding[]) {
  const wanted = new Set(findings.flatMap(({ sheet, row }) => (row === undefined ? [] : [keyOf(sheet, row)])));
  const rows = new Map<string, string>();
  if (wanted.size > 0) {
    const { grids } = await readWorkbook(bytesSource(name, bytes), { encoding });
    for await (const grid of grids)
      for await (const batch of grid.rows)
        for (const { row, cells } of batch) {
          const key = keyOf(grid.name, row);
          if (wanted.has(key)) rows.set(key, cells.map((cell) => cell ?? '').join(' | '));
        }
  }
  return ({ sheet, row }: Finding) => (row === undefined ? undefined : rows.get(keyOf(sheet, row)));
}

/** What stands in the rows of a file that findings are about: the file is read once more, and only those rows are kept. */
export async function sourceRows(
  { reading }: Kind,
  file: UploadedFile,
  encoding: string | undefined,
  findings: readonly Finding[],
): Promise<(finding: Finding) => string | undefined> {
  const dataOf = reading.of === 'text' ? ofText(file, encoding) : await ofTables(file, encoding, findings);
  return (finding) => {
    const text = dataOf(finding);
    return text === undefined ? undefined : shortened(text);
  };
}
