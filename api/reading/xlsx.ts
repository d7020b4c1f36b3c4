import type { Finding } from '../core/finding.ts';
import type { Grid, GridRow, Source, Workbook } from '../core/grid.ts';
import { inThread } from '../core/in-thread.ts';
import { refusal } from './refusal.ts';
import { headOf } from './source.ts';
import { limits, type Refused } from './xlsx-limits.ts';
import type { ReadWorkbook } from './xlsx-workbook.ts';

type Answer =
  | { readonly ok: true; readonly workbook: ReadWorkbook }
  | { readonly ok: false; readonly refused: Pick<Refused, 'rule' | 'zh' | 'en' | 'place'> };

const advice = [
  '请用表格软件打开、核对并另存为 .xlsx 或 CSV 后再导入。',
  'Open it in a spreadsheet, check it, save it as .xlsx or CSV and import that.',
] as const;

const broken = (zh: string, en: string): Answer => ({
  ok: false,
  refused: { rule: 'unreadable-workbook', zh, en, place: {} },
});

/** Parses in a worker thread with its own memory and a deadline. */
async function parse(bytes: Uint8Array): Promise<Answer> {
  const { seconds, megabytes: heapMegabytes } = limits;
  const parsed = await inThread<Answer>(new URL('./xlsx-worker.ts', import.meta.url), bytes, {
    seconds,
    heapMegabytes,
  });
  if ('answer' in parsed) return parsed.answer;
  return parsed.failure === 'late'
    ? broken(`工作簿在 ${seconds} 秒内没有读完。`, `The workbook was not read within ${seconds} seconds.`)
    : broken('工作簿过大或已损坏，无法读取。', 'The workbook is too large or damaged and cannot be read.');
}

async function* batches(rows: readonly GridRow[]): AsyncGenerator<readonly GridRow[]> {
  for (let at = 0; at < rows.length; at += 1_000) yield rows.slice(at, at + 1_000);
}

/** An XLSX workbook as grids of the exact texts a person sees. */
export async function readXlsx(source: Source): Promise<Workbook> {
  const answer =
    source.size > limits.file
      ? broken(`文件超过 ${limits.file >> 20} MB。`, `The file is larger than ${limits.file >> 20} MB.`)
      : await parse(await headOf(source, limits.file));
  const findings: Finding[] = [];
  if (!answer.ok) {
    const { rule, zh, en, place } = answer.refused;
    findings.push(refusal(rule, [zh, en], advice, place));
    return { findings, grids: (async function* () {})() };
  }
  const { sheets } = answer.workbook;
  findings.push(...answer.workbook.findings);
  return {
    findings,
    grids: (async function* (): AsyncGenerator<Grid> {
      for (const { name, isHidden, merges, rows } of sheets) yield { name, isHidden, merges, rows: batches(rows) };
    })(),
  };
}
