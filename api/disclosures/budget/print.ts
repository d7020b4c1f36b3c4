import { formatMoney } from '../../core/money.ts';
import type { PrintedCell, PrintedSheet } from '../../core/printed-sheet.ts';
import { componentLabel } from './components.ts';
import { type Form, formOf } from './forms.ts';
import {
  type BudgetLine,
  type BudgetReport,
  type BudgetTable,
  type Measure,
  measures,
  ownMeasure,
  type Side,
  type Stage,
} from './model.ts';

const measureNames = (stage: Stage): Readonly<Record<Measure, string>> => ({
  prior: stage === 'BUDGET' ? '上年执行数' : '上年决算数',
  approved: '预算数',
  adjusted: '调整预算数',
  executed: '执行数',
  final: '决算数',
});

interface AmountColumn {
  readonly component: string;
  readonly measure: Measure;
  readonly label: string;
}

interface PrintedBlock {
  readonly hasCodes: boolean;
  readonly nameLabel: string;
  readonly group: string;
  readonly columns: readonly AmountColumn[];
  readonly rows: readonly (readonly BudgetLine[])[];
}

/** Lines of one row, in order. */
function rowsOf(lines: readonly BudgetLine[]): BudgetLine[][] {
  const rows: BudgetLine[][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last?.[0]?.row === line.row) last.push(line);
    else rows.push([line]);
  }
  return rows;
}

function columnsOf(lines: readonly BudgetLine[], stage: Stage): AmountColumn[] {
  const components = [...new Set(lines.map(({ component }) => component))];
  const present = measures.filter((measure) => lines.some((line) => line[measure] !== null));
  const shown = present.length > 0 ? present : [ownMeasure[stage]];
  const names = measureNames(stage);
  if (components.length <= 1) {
    const component = components[0] ?? 'TOTAL';
    return shown.map((measure) => ({ component, measure, label: names[measure] }));
  }
  return components.flatMap((component) =>
    shown.map((measure) => ({
      component,
      measure,
      label: shown.length === 1 ? componentLabel(component).zh : `${componentLabel(component).zh}${names[measure]}`,
    })),
  );
}

const sideGroups: Readonly<Record<Side, string>> = { REVENUE: '收入', EXPENDITURE: '支出', BALANCE: '' };

function blocksOf(form: Form, lines: readonly BudgetLine[], stage: Stage): PrintedBlock[] {
  const isTwoSided = form.layout === 'BALANCE';
  const sides: readonly (Side | null)[] = isTwoSided ? ['REVENUE', 'EXPENDITURE'] : [null];
  return sides.map((side) => {
    const own = side === null ? lines : lines.filter((line) => line.side === side);
    return {
      hasCodes: form.layout === 'CODED',
      nameLabel:
        form.layout === 'CODED' ? '科目名称' : isTwoSided && side === 'EXPENDITURE' ? '项目（按功能分类）' : '项目',
      group: side === null ? '' : sideGroups[side],
      columns: columnsOf(own, stage),
      rows: rowsOf(own),
    };
  });
}

const amountCell = (line: BudgetLine | undefined, measure: Measure, { unit, scale }: BudgetTable): PrintedCell => {
  const amount = line?.[measure] ?? null;
  return amount === null ? null : { number: formatMoney(amount, unit, scale) };
};

const blockCells = (
  { hasCodes, columns }: PrintedBlock,
  row: readonly BudgetLine[] | undefined,
  table: BudgetTable,
): PrintedCell[] => {
  const [first] = row ?? [];
  const code = first && first.scheme !== 'ITEM' ? first.code : null;
  return [
    ...(hasCodes ? [code] : []),
    first?.name ?? null,
    ...columns.map(({ component, measure }) =>
      amountCell(
        row?.find((line) => line.component === component),
        measure,
        table,
      ),
    ),
  ];
};

/** A table with its title, unit, header and rows, and below them what it says of itself; figures begin in row 5. */
export function printTable(
  table: BudgetTable,
  lines: readonly BudgetLine[],
  { stage, body }: Pick<BudgetReport, 'stage' | 'body'>,
): PrintedSheet {
  const form = formOf(table.form);
  const blocks = blocksOf(form, lines, stage);
  const bold = (text: string): PrintedCell => (text === '' ? null : { bold: text });
  const label = form.of === 'DEPARTMENT' ? '部门' : '编制机构';
  const head = blocks.flatMap(({ hasCodes, nameLabel, group, columns }) => [
    ...(hasCodes ? [bold('科目编码')] : []),
    bold(group === '' ? nameLabel : group),
    ...columns.map(({ label: name }) => bold(group === '' ? name : '')),
  ]);
  const leaves = blocks.flatMap(({ hasCodes, nameLabel, group, columns }) => [
    ...(hasCodes ? [null] : []),
    bold(group === '' ? '' : nameLabel),
    ...columns.map(({ label: name }) => bold(group === '' ? '' : name)),
  ]);
  const width = head.length;
  // One header row is followed by the numbers of the columns, as printed tables have them.
  const numbering: PrintedCell[] = head.map((_, index) => (index === 0 ? '栏次' : String(index)));
  const height = Math.max(...blocks.map(({ rows }) => rows.length));
  const rows = Array.from({ length: height }, (_, index) =>
    blocks.flatMap((block) => blockCells(block, block.rows[index], table)),
  );
  return {
    name: (table.sheet ?? table.title).slice(0, 31),
    rows: [
      [bold(table.title)],
      [`${label}：${body}`, ...Array.from({ length: Math.max(0, width - 2) }, () => null), `金额单位：${table.unit}`],
      head,
      leaves.some((cell) => cell !== null) ? leaves : numbering,
      ...rows,
      ...(table.statement === null ? [] : [[table.statement]]),
    ],
    widths: blocks.flatMap(({ hasCodes, columns }) => [...(hasCodes ? [12] : []), 36, ...columns.map(() => 16)]),
  };
}

const levelNames = {
  COUNTY_TOTAL: '全县',
  COUNTY_OWN: '本级',
  TOWN: '乡镇',
  DEPARTMENT: '部门',
  UNIT: '单位',
} as const;
const stageNames = { BUDGET: '预算', ADJUSTMENT: '预算调整', EXECUTION: '预算执行', FINAL_ACCOUNTS: '决算' } as const;

/** What a cover sheet says, with the lists its answers are from. */
export function printCover(
  title: string,
  report: Pick<BudgetReport, 'body' | 'fiscalYear' | 'stage' | 'level' | 'approvedOn' | 'disclosedOn'>,
  publisher: string,
): PrintedSheet {
  const facts: readonly (readonly [string, string, (readonly string[])?])[] = [
    ['标题', title],
    ['机构', report.body],
    ['发布机构', publisher],
    ['年度', report.fiscalYear === 0 ? '' : String(report.fiscalYear)],
    ['阶段', stageNames[report.stage], Object.values(stageNames)],
    ['层级', levelNames[report.level], Object.values(levelNames)],
    ['公开属性', '主动公开', ['主动公开', '依申请公开', '不予公开']],
    ['批准日期', report.approvedOn ?? ''],
    ['公开日期', report.disclosedOn ?? ''],
  ];
  return {
    name: '封面',
    rows: facts.map(([label, value]) => [`${label}：`, value]),
    widths: [14, 48],
    choices: facts.flatMap(([, , list], index) => (list ? [{ row: index + 1, column: 1, list }] : [])),
  };
}

/** A report as the workbook a department publishes. */
export function printReport(title: string, publisher: string, report: BudgetReport): PrintedSheet[] {
  const byTable = new Map<number, BudgetLine[]>();
  for (const line of report.lines) {
    const lines = byTable.get(line.table);
    if (lines) lines.push(line);
    else byTable.set(line.table, [line]);
  }
  return [
    printCover(title, report, publisher),
    ...report.tables.map((table, position) => printTable(table, byTable.get(position) ?? [], report)),
  ];
}
