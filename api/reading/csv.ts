import type { Finding } from '../core/finding.ts';
import { type Cell, columnLetters, type GridRow, type Source, type Workbook } from '../core/grid.ts';
import { asWritten } from './apostrophe.ts';
import { decode, encodingOf, Undecodable } from './decode.ts';
import { Misplaced, recordsOf } from './records.ts';
import { separatorOf } from './separator.ts';
import { emptyFile, lostCharacter, type TextEncoding } from './text.ts';

const batchSize = 1_000;

/** So many characters show which separator a file uses. */
const headLength = 64 * 1024;

const apostrophe = 39;

async function headText(source: Source, encoding: TextEncoding): Promise<{ head: string; isWhole: boolean }> {
  let head = '';
  try {
    for await (const piece of decode(source, encoding)) {
      head += piece;
      if (head.length >= headLength) return { head: head.slice(0, headLength), isWhole: false };
    }
  } catch (error) {
    // What cannot be read is told with its row when the rows are read.
    if (!(error instanceof Undecodable)) throw error;
    return { head, isWhole: false };
  }
  return { head, isWhole: true };
}

/** Turns the texts of a record into cells where they stand; says whether one holds anything. */
function toCells(texts: Cell[]): boolean {
  let isWritten = false;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] as string;
    if (text === '') texts[index] = null;
    else {
      isWritten = true;
      if (text.charCodeAt(0) === apostrophe) texts[index] = asWritten(text);
    }
  }
  return isWritten;
}

interface Reading {
  readonly source: Source;
  readonly encoding: TextEncoding;
  readonly separator: string;
  readonly findings: Finding[];
}

async function* rowsOf({ source, encoding, separator, findings }: Reading): AsyncGenerator<readonly GridRow[]> {
  let batch: GridRow[] = [];
  let row = 0;
  let hasRows = false;
  let hasLoss = false;
  try {
    for await (const records of recordsOf(decode(source, encoding), separator)) {
      for (const cells of records) {
        row += 1;
        if (!toCells(cells)) continue;
        hasRows = true;
        const lost = hasLoss ? -1 : (cells as readonly Cell[]).findIndex((cell) => cell?.includes('\ufffd'));
        if (lost >= 0) {
          hasLoss = true;
          findings.push(lostCharacter(row, columnLetters(lost)));
        }
        batch.push({ row, cells });
        if (batch.length === batchSize) {
          yield batch;
          batch = [];
        }
      }
    }
    if (!hasRows) findings.push(emptyFile());
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    findings.push(error.finding);
  }
  if (batch.length > 0) yield batch;
}

/**
 * Delimited text as one grid, streamed. `row` counts records as a spreadsheet counts its rows: a line break within quotation
 * marks does not shift it, an empty line does.
 */
export async function readCsv(source: Source, stated: string | undefined): Promise<Workbook> {
  const refused = (finding: Finding): Workbook => ({ findings: [finding], grids: none() });
  const decoding = await encodingOf(source, stated);
  if (!decoding.ok) return { findings: decoding.findings, grids: none() };
  const { encoding } = decoding;
  const { head, isWhole } = await headText(source, encoding);
  if (isWhole && head.trim() === '') return refused(emptyFile());
  const found = separatorOf(head, { name: source.name, isWhole });
  if ('finding' in found) return refused(found.finding);
  const findings = [...decoding.findings];
  const rows = rowsOf({ source, encoding, separator: found.separator, findings });
  return {
    findings,
    grids: (async function* () {
      yield { name: null, isHidden: false, merges: [], rows };
    })(),
  };
}

async function* none(): AsyncGenerator<never> {}
