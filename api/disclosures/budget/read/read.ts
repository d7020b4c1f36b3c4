import { normalise } from '../../../core/chinese.ts';
import type { Finding } from '../../../core/finding.ts';
import { FindingList, finding } from '../../../core/finding-list.ts';
import { sayAttribute, sayFact } from '../../../core/said-at-import.ts';
import { dayIn } from '../../../core/table/day-cell.ts';
import { type OpenedSheet, openNext, openSheets } from '../../../core/table/opened-sheet.ts';
import { SaidColumns } from '../../../core/table/said-columns.ts';
import type { Attribute, Draft, SourceTables } from '../../kind.ts';
import { type Form, formOf, forms } from '../forms.ts';
import { LineCollector } from '../lines.ts';
import type { BudgetReport, BudgetTable, Level } from '../model.ts';
import { checkNarrative } from '../rules/narrative.ts';
import { type CheckedTable, checkReport } from '../rules/report-rules.ts';
import { TableRules } from '../rules/table-rules.ts';
import { type About, aboutReport, formOfSheet, type SheetWords, wordsOf } from './about.ts';
import { factNamed, unitIn, unknownFacts } from './facts.ts';
import { plainHeader } from './header.ts';
import { saysNothing } from './names.ts';
import { type Role, roleNamed, roleWords } from './roles.ts';
import { readTable } from './table.ts';

const attributes: Readonly<Record<string, Attribute>> = {
  主动公开: 'PROACTIVE',
  依申请公开: 'ON_REQUEST',
  不予公开: 'WITHHELD',
};

const isNarrative = (sheet: OpenedSheet, { hasTable }: SheetWords): boolean =>
  !hasTable &&
  (/说明|概况|解释|分析|文字/.test(sheet.name ?? '') ||
    sheet.head.some(({ cells }) => cells.some((cell) => (cell?.length ?? 0) > 40)));

/** A cover, a list of contents, or notes on filling in: nobody expects a table there. */
const isCover = (sheet: OpenedSheet, { facts }: SheetWords): boolean =>
  /封面|目录|填表说明/.test(sheet.name ?? '') || sheet.head.length === 0 || (facts.size > 1 && !hasColumns(sheet));

/** Whether there are rows of several cells, which may be a table whose columns we do not know. */
const hasColumns = ({ head }: OpenedSheet): boolean => plainHeader(head) !== null && head.length > 1;

const notRead = (sheet: OpenedSheet): Finding =>
  finding(
    'sheet-not-read',
    'NOTICE',
    { sheet: sheet.name },
    [
      `工作表“${sheet.name ?? ''}”中没有表，未读入。`,
      `There is no table in worksheet "${sheet.name ?? ''}"; it was not read.`,
    ],
    ['如应有表，请检查表头。', 'If there should be one, check its header.'],
  );

const textOf = (sheet: OpenedSheet): string =>
  sheet.head.map(({ cells }) => cells.filter((cell) => cell !== null).join(' ')).join('\n');

const unknownTable = (sheet: OpenedSheet, owner: About['owner']): Finding =>
  finding(
    'unknown-table',
    'ERROR',
    { sheet: sheet.name },
    [
      `${sheet.name === null ? '文件' : `工作表“${sheet.name}”`}的名称和标题不是已知的预决算表，不作猜测。`,
      `Neither the name nor the title of ${sheet.name === null ? 'the file' : `sheet "${sheet.name}"`} is that of a table we know, and it is not guessed.`,
    ],
    [
      `请在表上写明表名，或${sayFact('表=…').zh}，可用：${forms
        .filter((form) => form.of === owner || form.of === 'ANY')
        .map(({ label }) => label.zh)
        .join('、')}。`,
      `Write its name above the table, or ${sayFact('表=收支明细').en} for detailed lines (or the code of a table).`,
    ],
  );

const unitMissing = (sheet: OpenedSheet): Finding =>
  finding(
    'unit-missing',
    'ERROR',
    { sheet: sheet.name },
    ['没有写明金额单位（元、万元、亿元）。', 'The unit of the amounts (元, 万元, 亿元) is not stated.'],
    [
      `请在表上写“单位：万元”，或${sayFact('单位=万元').zh}。`,
      `Write 单位：万元 above the table, or ${sayFact('单位=万元').en}.`,
    ],
  );

/** Reads a report: its tables, its lines, and what is wrong with them. */
class ReportReader {
  readonly #source: SourceTables;
  readonly #said: SaidColumns<Role>;
  readonly #given: ReadonlyMap<string, string>;
  readonly #lines = new LineCollector();
  readonly #findings = new FindingList();
  readonly #tables: BudgetTable[] = [];
  readonly #checked: CheckedTable[] = [];
  readonly #narrative: string[] = [];
  readonly memory = new Map<string, string>();

  constructor(source: SourceTables) {
    this.#source = source;
    this.#said = new SaidColumns(source, { words: roleWords, named: roleNamed });
    this.#given = new Map(
      [...source.given].map(([label, value]) => [unitIn(value) === null ? (factNamed(label) ?? label) : '单位', value]),
    );
  }

  async read(): Promise<Draft<BudgetReport>> {
    const { name, workbook } = this.#source;
    this.#findings.addAll(this.#said.findings);
    this.#findings.addAll(unknownFacts(this.#source.given));
    const { sheets, more } = await openSheets(workbook.grids);
    const seen = sheets
      .filter(({ isHidden }) => !isHidden)
      .map((sheet) => ({ sheet, words: wordsOf(sheet.head, sheet.merges, this.#said.tentative) }));
    const covers = seen.filter(({ words }) => !words.hasTable);
    const facts = new Map([
      ...(seen[0]?.words.facts ?? []),
      ...covers.flatMap(({ words }) => [...words.facts]),
      ...this.#given,
    ]);
    const titles = seen.flatMap(({ words }) =>
      words.hasTable ? words.titles.filter((title) => title.length < 60) : [],
    );
    const about = aboutReport(
      name,
      facts,
      titles,
      seen.flatMap(({ sheet }) => (sheet.name === null ? [] : [sheet.name])),
    );
    this.#findings.addAll(about.findings);
    for (const { sheet, words } of seen) await this.#sheet(sheet, words, about, facts);
    for (let next = await openNext(more); next; next = await openNext(more)) {
      if (!next.isHidden) await this.#sheet(next, wordsOf(next.head, next.merges, this.#said.tentative), about, facts);
    }
    const stated = facts.get('情况说明');
    if (stated !== undefined) this.#tell(stated, {});
    return this.#finish(about, facts);
  }

  #tell(text: string, place: { sheet?: string | null; row?: number }): void {
    this.#narrative.push(text);
    this.#findings.addAll(checkNarrative(text, place));
  }

  async #sheet(sheet: OpenedSheet, words: SheetWords, about: About, facts: ReadonlyMap<string, string>): Promise<void> {
    if (isNarrative(sheet, words)) {
      for (const row of sheet.head)
        this.#findings.addAll(
          checkNarrative(row.cells.filter((cell) => cell !== null).join(' '), { sheet: sheet.name, row: row.row }),
        );
      this.#narrative.push(textOf(sheet));
      return;
    }
    const saysEmpty = sheet.head.some(({ cells }) => cells.some((cell) => cell !== null && saysNothing(cell)));
    if (!words.hasTable && (isCover(sheet, words) || (!saysEmpty && !hasColumns(sheet)))) {
      if (!isCover(sheet, words)) this.#findings.add(notRead(sheet));
      return;
    }
    const found = formOfSheet(about.owner, this.#given.get('表'), words.titles, sheet.name, this.#source.name);
    if (!found) this.#findings.add(unknownTable(sheet, about.owner));
    const { form, title } = found ?? { form: formOf('DETAIL'), title: sheet.name ?? this.#source.name };
    await this.#table(sheet, form, title, words, about, facts);
  }

  async #table(
    sheet: OpenedSheet,
    form: Form,
    title: string,
    words: SheetWords,
    about: About,
    facts: ReadonlyMap<string, string>,
  ): Promise<void> {
    const level: Level = about.level === 'COUNTY_TOTAL' && /本级/.test(normalise(title)) ? 'COUNTY_OWN' : about.level;
    this.#checkTwice(form, level, sheet);
    const unit = unitIn(words.facts.get('单位') ?? '') ?? unitIn(facts.get('单位') ?? '');
    const rules = new TableRules(form, about.fiscalYear, sheet.name);
    const read = await readTable(sheet, {
      form,
      position: this.#tables.length,
      title,
      level,
      unit,
      reading: { stage: about.stage, fiscalYear: about.fiscalYear, form },
      said: this.#said,
      emit: (line) => {
        rules.see(line);
        this.#lines.add(line);
      },
    });
    if (unit === null && read.table.state === 'FILLED') this.#findings.add(unitMissing(sheet));
    this.#findings.addAll(read.findings);
    // Where columns or amounts are not understood, that there seem to be none says nothing.
    const isUnread = read.findings.some(({ rule }) => rule === 'unknown-column' || rule === 'not-a-number');
    const found = rules.finish(read.table, read.shares);
    this.#findings.addAll(isUnread ? found.filter(({ rule }) => rule !== 'empty-table-without-statement') : found);
    if (read.header)
      for (const [key, word] of this.#said.memoryOf(read.header.columns, sheet.name)) this.memory.set(key, word);
    if (read.table.statement !== null)
      this.#findings.addAll(checkNarrative(read.table.statement, { sheet: sheet.name }));
    this.#tables.push(read.table);
    this.#checked.push({ table: read.table, lines: rules.lines });
  }

  #checkTwice(form: Form, level: Level, sheet: OpenedSheet): void {
    const twin = this.#tables.find((table) => table.form === form.code && table.level === level);
    if (!twin || form.layout === 'DETAIL') return;
    this.#findings.add(
      finding(
        'duplicate-table',
        'ERROR',
        { sheet: sheet.name },
        [
          `“${sheet.name ?? ''}”与“${twin.sheet ?? twin.title}”都是《${form.label.zh}》。`,
          `"${sheet.name ?? ''}" and "${twin.sheet ?? twin.title}" are both "${form.label.en}".`,
        ],
        [
          '请只保留一张，或在表名中写明区别（如“本级”）。',
          'Keep one, or state the difference in its name (本级, for one).',
        ],
      ),
    );
  }

  #finish(about: About, facts: ReadonlyMap<string, string>): Draft<BudgetReport> {
    const { fiscalYear, stage, level, body, title, owner } = about;
    const attribute = attributes[normalise(facts.get('公开属性') ?? '')] ?? null;
    const report: BudgetReport = {
      fiscalYear,
      stage,
      level,
      body,
      approvedOn: dayIn(facts.get('批准日期')),
      disclosedOn: dayIn(facts.get('公开日期')),
      narrative: this.#narrative.join('\n') || null,
      tables: this.#tables,
      lines: this.#lines.finish(),
    };
    if (this.#tables.length === 0) {
      this.#findings.add(
        finding(
          'no-table',
          'ERROR',
          {},
          ['没有找到任何预决算表。', 'No table of a budget was found.'],
          ['请检查是否选错了文件。', 'Check that this is the right file.'],
        ),
      );
    }
    if (attribute === null && !facts.get('公开属性')) this.#findings.add(missingAttribute);
    this.#findings.addAll(this.#said.remarks());
    this.#findings.addAll(checkReport(owner, report, this.#checked));
    return {
      metadata: {
        title,
        summary: null,
        attribute,
        topic: '04',
        subtopic: '04-01',
        eventClasses: [],
        formedOn: report.approvedOn,
        printedOn: null,
        effectiveFrom: null,
        effectiveTo: null,
        publisher: facts.get('发布机构') ?? body,
      },
      content: report,
      findings: [...this.#source.workbook.findings, ...this.#findings.all()],
    };
  }
}

const missingAttribute = finding(
  'missing-attribute',
  'WARNING',
  {},
  ['没有写明公开属性，不能发布。', 'The disclosure attribute is not stated; it cannot be published.'],
  [
    `请在封面写“公开属性：主动公开”，或${sayAttribute.zh}。`,
    `Write 公开属性：主动公开 on the cover, or ${sayAttribute.en}.`,
  ],
);

/** An official table of a budget or of final accounts (预决算公开表), as departments publish them. Never throws on bad data. */
export async function readBudget(source: SourceTables): Promise<Draft<BudgetReport>> {
  const reader = new ReportReader(source);
  const draft = await reader.read();
  return { ...draft, memory: reader.memory };
}
