import { editionFields, findingsAndFiles, listDocument, oneDocument } from '../../core/export-documents.ts';
import { at, cell, type Fields, listOf, sentences } from '../../core/record.ts';
import { column, digest, indexNumber, permalink, publisher, sample } from '../../core/record-columns.ts';
import { type CellValue, type Column, type Exports, fill, type Sheet } from '../../core/sheet.ts';

/** An instant as a clock in China shows it: 2021-07-28 08:00. */
const time =
  (...path: readonly string[]) =>
  (record: Fields): CellValue => {
    const value = at(record, ...path);
    const instant = value instanceof Date ? value.getTime() : Date.parse(String(value));
    if (value === null || Number.isNaN(instant)) return null;
    return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  };

/** 预警 and 响应 in words, with the level on its own scale. */
const levelIn = (step: Fields): CellValue => {
  const [scale, level] = [at(step, 'scaleLabel', 'label'), at(step, 'levelLabel', 'label')];
  return [scale, level].filter((word) => typeof word === 'string').join(' ') || null;
};

const shared: readonly Column<Fields>[] = [
  column('title', '标题', 'Title', 50),
  column('hazard', '灾种', 'Hazard', 16, cell('hazardLabel', 'label')),
  column('state', '状态', 'State', 10, cell('state', 'label')),
  column('startedAt', '开始时间', 'Began at', 18, time('startedAt')),
  column('endedAt', '结束时间', 'Ended at', 18, time('endedAt')),
  column('grade', '事件级别', 'Event grade', 16, cell('gradeLabel', 'label')),
  column('plan', '依据预案', 'Plan', 30, cell('planTitle')),
  column('hotline', '咨询电话', 'Hotline', 16),
  indexNumber,
  publisher,
  sample,
  permalink,
  digest,
];

const events: Sheet<Fields> = {
  name: { zh: '预警与应急响应', en: 'Warnings and responses' },
  columns: shared,
};

const steps: Sheet<Fields> = {
  name: { zh: '过程（北京时间）', en: 'Steps (China time)' },
  columns: [
    column('at', '起始时间', 'Begins at', 18, time('at')),
    column('type', '步骤', 'Step', 12, cell('typeLabel', 'label')),
    column('level', '级别', 'Level', 22, levelIn),
    column('places', '影响范围', 'Places', 30),
    column('matter', '警示或响应事项', 'Matter', 40),
    column('measures', '应采取的措施', 'Measures', 60, sentences('measures')),
    column('issuer', '签发单位', 'Issued by', 20),
    column('issuedAt', '发布时间', 'Issued at', 18, time('issuedAt')),
    column('until', '预计期限', 'Expected until', 18, time('until')),
  ],
};

const fields = `id indexNumber title name hazardLabel { code label } eventClassLabel { code label } gradeLabel { code label } state { code label }
  startedAt endedAt planTitle planNumber hotline publisher { name code } isSample permalink versionUrl digest modifiedAt`;

export const exports: Exports = {
  list: {
    document: listDocument('EmergencyEvent', 'emergencyEvents', fields),
    sheet: events,
  },
  one: {
    document: oneDocument(
      'EmergencyEvent',
      'emergencyEvent',
      `${fields} attribute ${editionFields}
        plan { title indexNumber permalink }
        steps { type typeLabel { code label } scaleLabel { code label } levelLabel { code label } at places matter measures issuer issuedAt until }
        ${findingsAndFiles}`,
    ),
    sheets: (record) => [fill(steps, listOf(record, 'steps')), fill(events, [record])],
  },
};
