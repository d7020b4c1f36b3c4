import { Worker } from 'node:worker_threads';
import type { Finding } from '../core/finding.ts';
import type { Grid, GridRow, Source, Workbook } from '../core/grid.ts';
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
function parse(bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 },
      stderr: true,
    });
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(
      () =>
        finish(
          broken(
            `工作簿在 ${limits.seconds} 秒内没有读完。`,
            `The workbook was not read within ${limits.seconds} seconds.`,
          ),
        ),
      limits.seconds * 1_000,
    );
    worker.once('message', finish);
    worker.once('error', () =>
      finish(broken('工作簿过大或已损坏，无法读取。', 'The workbook is too large or damaged and cannot be read.')),
    );
    worker.once('exit', () => finish(broken('工作簿无法读取。', 'The workbook cannot be read.')));
  });
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
