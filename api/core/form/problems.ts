import type { Finding } from '../finding.ts';
import { finding, type Place } from '../finding-list.ts';
import { columnLetters } from '../grid.ts';
import { importFields, sayColumn, sayFact } from '../said-at-import.ts';
import { labelOf } from '../table/labels.ts';
import { columnNamed } from '../table/said-columns.ts';
import type { Fields, Form, FormsOf } from './form.ts';
import type { MatchedColumn, MatchedHeader } from './match.ts';

const where = (sheet: string | null): readonly [string, string] =>
  sheet === null ? ['文件', 'the file'] : [`工作表“${sheet}”`, `worksheet "${sheet}"`];

export const labelsOf = (fields: Fields): string =>
  Object.values(fields)
    .map(({ label }) => label.zh)
    .join('、');

export const unknownForm = (sheet: string | null, forms: FormsOf): Finding =>
  finding(
    'unknown-table',
    'ERROR',
    { sheet },
    [
      `${where(sheet)[0]}中的表不是已知的表式，不作猜测。`,
      `The table in ${where(sheet)[1]} is none that we know, and it is not guessed.`,
    ],
    [
      `请用这些表名之一：${Object.values(forms)
        .map(({ label }) => label.zh)
        .join('、')}；或${sayFact('表=表名').zh}；列名不同时${sayColumn('列名', '含义').zh}。`,
      `Name it one of: ${Object.values(forms)
        .map(({ label }) => label.en)
        .join(
          ', ',
        )}; or ${sayFact('表=表名', '表=<name>').en}; explain other labels ${sayColumn('label', '<meaning>').en}.`,
    ],
  );

export const unclearForm = (sheet: string | null, forms: readonly Form[]): Finding =>
  finding(
    'table-unclear',
    'ERROR',
    { sheet },
    [
      `${where(sheet)[0]}中的表既可能是《${forms.map(({ label }) => label.zh).join('》也可能是《')}》。`,
      `The table in ${where(sheet)[1]} may be any of: ${forms.map(({ label }) => label.en).join(', ')}.`,
    ],
    [
      `请在表上写明表名，或${sayFact('表=表名').zh}。`,
      `Write its name above the table, or ${sayFact('表=表名', '表=<name>').en}.`,
    ],
  );

export const missingColumn = (
  sheet: string | null,
  header: MatchedHeader,
  key: string,
  { label, fields }: Form,
): Finding => {
  const unknown = header.columns.filter((column) => column.key === null).map(labelOf);
  const name = fields[key]?.label ?? { zh: key, en: key };
  return finding(
    'missing-column',
    'ERROR',
    { sheet, row: header.lastRow, column: name.zh },
    [`《${label.zh}》缺少“${name.zh}”一列。`, `"${label.en}" lacks the column "${name.en}".`],
    unknown.length > 0
      ? [
          `请补上这一列；如果它叫别的名字，请${sayColumn('列名', key).zh}，未识别的列有：${unknown.join('、')}。`,
          `Add it; if it has another name, ${sayColumn('label', key).en}. Not recognised: ${unknown.join(', ')}.`,
        ]
      : ['请补上这一列。', 'Add it.'],
  );
};

export const columnNotRead = (
  sheet: string | null,
  header: MatchedHeader,
  column: MatchedColumn,
  keys: readonly string[],
): Finding =>
  finding(
    'column-not-read',
    'NOTICE',
    { sheet, row: header.lastRow, column: labelOf(column) },
    [
      `“${labelOf(column)}”（${columnLetters(column.index)} 列）不是已知的列，未读入。`,
      `"${labelOf(column)}" (column ${columnLetters(column.index)}) is none that we know and was not read.`,
    ],
    [
      `如需读入，请${sayColumn(labelOf(column), '含义').zh}，含义为：${keys.join('、')}。说明一次即可，同样的表头以后照此读入。`,
      `To read it, ${sayColumn(labelOf(column), '<meaning>').en}, one of: ${keys.join(', ')}. It is remembered for this header.`,
    ],
  );

export const duplicateColumn = (
  sheet: string | null,
  header: MatchedHeader,
  column: MatchedColumn,
  first: MatchedColumn,
): Finding =>
  finding(
    'duplicate-column',
    'ERROR',
    { sheet, row: header.lastRow, column: labelOf(column) },
    [
      `“${labelOf(first)}”（${columnLetters(first.index)} 列）与“${labelOf(column)}”（${columnLetters(column.index)} 列）是同一栏目，不作取舍。`,
      `"${labelOf(first)}" (column ${columnLetters(first.index)}) and "${labelOf(column)}" (column ${columnLetters(column.index)}) are the same field; none is preferred.`,
    ],
    [
      `请删去一列，或用列的字母指明不读哪一列：${sayColumn(columnNamed(column.index, sheet), 'ignore').zh}。`,
      `Delete one, or say by its letter which is not read: ${sayColumn(columnNamed(column.index, sheet), 'ignore').en}.`,
    ],
  );

export const missingCell = (place: Place): Finding =>
  finding(
    'missing-cell',
    'ERROR',
    place,
    [`缺少“${place.column ?? ''}”。`, `"${place.column ?? ''}" is empty.`],
    ['请补上这一格。', 'Fill in this cell.'],
  );

export const raggedRow = (row: number, cells: number, width: number): Finding =>
  finding(
    'ragged-row',
    'ERROR',
    { row },
    [`这一行有 ${cells} 格，表头有 ${width} 列。`, `This row has ${cells} cells; the header has ${width} columns.`],
    [
      '请检查是否多了或少了分隔符，或有未加引号的逗号。',
      'Look for a missing or extra separator, or a comma that is not quoted.',
    ],
  );

export const tooManyRows = (most: number): Finding =>
  finding(
    'too-many-rows',
    'ERROR',
    {},
    [`表中超过 ${most} 行，没有读完。`, `There are more than ${most} rows; not all were read.`],
    ['请分成几个文件导入。', 'Import it as several files.'],
  );

export const noTable = (forms: FormsOf): Finding =>
  finding(
    'no-table',
    'ERROR',
    {},
    ['没有找到任何已知的表。', 'No table that we know was found.'],
    [
      `请检查是否选错了文件；应有：${Object.values(forms)
        .map(({ label }) => label.zh)
        .join('、')}。`,
      `Check that this is the right file; there should be: ${Object.values(forms)
        .map(({ label }) => label.en)
        .join(', ')}.`,
    ],
  );

export const unknownFact = (label: string, facts: Fields): Finding =>
  finding(
    'unknown-fact',
    'ERROR',
    { column: label },
    [
      `“${importFields.set.zh}”（--set）中的“${label}”不是已知的栏目。`,
      `"${importFields.set.en}" (--set) names "${label}", which is no field.`,
    ],
    [`可用：表、单位、${labelsOf(facts)}。`, `There are: 表, 单位, ${Object.keys(facts).join(', ')}.`],
  );

export const factNotRead = (sheet: string | null, row: number, label: string): Finding =>
  finding(
    'fact-not-read',
    'NOTICE',
    { sheet, row, column: label },
    [`“${label}”不是已知的栏目，未读入。`, `"${label}" is no field that we know and was not read.`],
    ['如应读入，请改用模板中的栏目名。', 'To have it read, use the name in the template.'],
  );
