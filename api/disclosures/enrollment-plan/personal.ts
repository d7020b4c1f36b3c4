import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { Grid, GridRow, Workbook } from '../../core/grid.ts';
import { contactOrIdentityIn } from '../../core/personal-information/contact-or-identity.ts';
import { labelKey, wordsIn } from '../../core/table/labels.ts';
import { childrenNamedIn, isNames, tellsMore } from './child-names.ts';
import { NameCount } from './names.ts';

const child = '学生|儿童|幼儿|新生|考生|适龄儿童|孩子|录取学生|录取新生|小朋友';
const name = new RegExp(`^(${child})?(姓名|名字)$`);
const childsName = new RegExp(`^(${child})(姓名|名字)$`);
/** A column that may hold the children themselves, or how many they are: what stands below decides. */
const mayHoldChildren = new RegExp(
  `^(${child}|(${child}|录取|派位|摇号|报名|补录|招收)?(学生|儿童|新生)?(名单|名册|花名册))$`,
);
/** Staff of a school is named for its office. */
const office = /^(职务|职称|岗位|科室|部门|处室|任教学科|办公(室|电话)|校长|园长)/;
const ofChild =
  /^(性别|民族|身份证号?(码)?|公民身份号码|证件号码?|出生(日期|年月)|监护人(姓名)?|家长(姓名)?|父亲|母亲|学籍号|毕业(幼儿园|学校)|原就读学校|考生号|报名号|户籍地址|家庭住址|录取学校|学校|所在学校|班级?|年级)$/;

/** A header of a list of children: 姓名 beside anything else that belongs to one. */
function isListOfChildren(row: GridRow): boolean {
  const labels = wordsIn(row).map(labelKey);
  return (
    labels.some((label) => childsName.test(label)) ||
    (labels.some((label) => name.test(label)) &&
      labels.some((label) => ofChild.test(label)) &&
      !labels.some((label) => office.test(label)))
  );
}

const namedMinors = (sheet: string | null, row: number | null): Finding =>
  finding(
    'named-minors',
    'ERROR',
    row === null ? {} : { sheet, row },
    [
      '表中列有未成年人姓名。不满十四周岁未成年人的个人信息是敏感个人信息，招生结果只公布人数。',
      'The table lists children by name. Personal data of children under fourteen is sensitive; results are published as counts.',
    ],
    [
      '请删去名单，只公布各校报名和录取人数（个人信息保护法第二十八、三十一条）。',
      'Remove the list; publish how many registered and were admitted (PIPL articles 28 and 31).',
    ],
  );

const childNamed = (sheet: string | null, row: number | null): Finding =>
  finding(
    'named-minors',
    'WARNING',
    row === null ? {} : { sheet, row },
    ['文字中似有未成年人姓名。', 'The text seems to name a child.'],
    [
      '请核对；如是姓名，请删去或以“某某”代替（个人信息保护法第二十八、三十一条）。',
      'Check it; if it is a name, remove it or write 某某 for it (PIPL articles 28 and 31).',
    ],
  );

/** What a running text says of children: several by name, or one with more about it; one name may be none. */
function* namedIn(texts: readonly string[], sheet: string | null, row: number | null): Generator<Finding> {
  for (const text of texts) {
    const children = childrenNamedIn(text);
    if (children > 1 || (children === 1 && tellsMore(text))) yield namedMinors(sheet, row);
    else if (children === 1) yield childNamed(sheet, row);
  }
}

const personal = (sheet: string | null, row: number | null, what: 'identity' | 'mobile'): Finding =>
  finding(
    'personal-data',
    'ERROR',
    row === null ? {} : { sheet, row },
    what === 'identity'
      ? ['单元格中有身份证号码。', 'A cell holds an identity number.']
      : ['单元格中有手机号码。', 'A cell holds a mobile telephone number.'],
    ['请删去个人信息；公布办公电话。', 'Remove it; give an office telephone.'],
  );

/** Nobody needs every row of a list that is refused whole. */
const mostTold = 20;

/** Worksheets that are called lists of children. */
const listName = /(录取|新生|学生|派位|摇号|报名|入学|招收)(学生|儿童)?(名单|名册|花名册)|花名册/;

/** Looks at one worksheet while it is read. */
class SheetGuard {
  readonly #sheet: string | null;
  readonly #names = new NameCount();
  #told = false;
  /** Columns under a header that announces children. */
  #columns: readonly number[] = [];

  constructor(sheet: string | null) {
    this.#sheet = sheet;
  }

  *see(row: GridRow): Generator<Finding> {
    const words = wordsIn(row);
    const isList =
      isListOfChildren(row) || (listName.test(this.#sheet ?? '') && words.length > 1) || this.#holdsNames(row);
    if (!this.#told && isList) {
      this.#told = true;
      yield namedMinors(this.#sheet, row.row);
    }
    const columns = row.cells.flatMap((cell, index) => (mayHoldChildren.test(labelKey(cell ?? '')) ? [index] : []));
    if (columns.length > 0) this.#columns = columns;
    if (!this.#told) yield* namedIn(words, this.#sheet, row.row);
    this.#names.see(row);
    const what = words.map(contactOrIdentityIn).find((found) => found !== null);
    if (what) yield personal(this.#sheet, row.row, what);
  }

  #holdsNames({ cells }: GridRow): boolean {
    return this.#columns.some((index) => isNames(cells[index] ?? ''));
  }

  *end(): Generator<Finding> {
    const row = this.#names.listAt();
    if (row !== null && !this.#told) yield namedMinors(this.#sheet, row);
  }
}

async function* nothing(): AsyncGenerator<GridRow[]> {}

/**
 * The workbook, looked at while it is read, and what its publisher said of it: whatever names a child or a person is
 * found, wherever it stands, before any other rule could repeat it.
 */
export function guarded(
  workbook: Workbook,
  given: ReadonlyMap<string, string>,
): { readonly workbook: Workbook; readonly found: readonly Finding[] } {
  const found: Finding[] = [];
  const tell = (some: Iterable<Finding>): void => {
    for (const one of some) if (found.length < mostTold) found.push(one);
  };
  for (const text of given.values()) {
    const what = contactOrIdentityIn(text);
    if (what) tell([personal(null, null, what)]);
    tell(namedIn([text], null, null));
  }
  const watched = (grid: Grid): Grid => ({
    ...grid,
    rows: (async function* () {
      const guard = new SheetGuard(grid.name);
      for await (const batch of grid.rows) {
        for (const row of batch) tell(guard.see(row));
        yield batch;
      }
      tell(guard.end());
    })(),
  });
  const grids = (async function* () {
    for await (const grid of workbook.grids) {
      const seen = watched(grid);
      // Nothing is read from what is hidden, but the file is kept as it is: it must not hold children either.
      if (grid.isHidden) for await (const batch of seen.rows) void batch;
      yield grid.isHidden ? { ...seen, rows: nothing() } : seen;
    }
  })();
  return { workbook: { ...workbook, grids, findings: workbook.findings }, found };
}
