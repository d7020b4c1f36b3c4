import { editionFields, findingsAndFiles, listDocument, oneDocument } from '../../core/export-documents.ts';
import { cell, type Fields, listOf, sentences } from '../../core/record.ts';
import { column, day, digest, indexNumber, permalink, publisher, sample } from '../../core/record-columns.ts';
import { type Column, type Exports, type FilledSheet, fill, type Sheet } from '../../core/sheet.ts';

const shared: readonly Column<Fields>[] = [
  column('title', '标题', 'Title', 50),
  column('level', '层级', 'Level', 12, cell('levelLabel', 'label')),
  column('type', '类别', 'Type', 16, cell('typeLabel', 'label')),
  column('eventClass', '事件类别', 'Event class', 14, cell('eventClassLabel', 'label')),
  column('hazard', '灾种', 'Hazard', 16, cell('hazardLabel', 'label')),
  column('area', '适用区域', 'Area', 12),
  column('leadUnit', '牵头部门', 'Lead department', 18),
  day('formedOn', '成文日期', 'Signed on'),
  column('standing', '有效性', 'Standing', 10, cell('standing', 'label')),
  day('assessmentDueOn', '评估到期', 'To be assessed by'),
  column('overdue', '评估情况', 'Assessment', 14, (row) =>
    row['overdue'] === true ? `已超期 ${Number(row['overdueDays'])} 天` : '在评估期内',
  ),
  column('number', '发文字号', 'Number', 22),
  indexNumber,
  publisher,
  sample,
  permalink,
  digest,
];

const plans: Sheet<Fields> = { name: { zh: '应急预案', en: 'Emergency plans' }, columns: shared };

const about: Sheet<Fields> = {
  name: { zh: '预案', en: 'Plan' },
  columns: [
    ...shared,
    column('upperPlan', '上级预案', 'Upper plan', 30, cell('upperPlanTitle')),
    column('filedWith', '备案机关', 'Filed with', 20),
    day('filedOn', '备案日期', 'Filed on'),
    day('lastAssessedOn', '最近评估', 'Last assessed'),
    day('drillDueOn', '下次演练期限', 'Next drill by'),
    column('revisionReason', '修订原因', 'Revision', 30),
  ],
};

const part = (zh: string, en: string, columns: readonly Column<Fields>[]): Sheet<Fields> => ({
  name: { zh, en },
  columns,
});

const parts: readonly (readonly [key: string, sheet: Sheet<Fields>])[] = [
  [
    'responses',
    part('应急响应分级', 'Response levels', [
      column('level', '响应级别', 'Level', 14, cell('levelLabel', 'label')),
      column('conditions', '启动条件', 'Conditions', 60, sentences('conditions')),
      column('approver', '启动批准', 'Approved by', 20),
      column('actions', '响应行动', 'Actions', 80, sentences('actions')),
      column('members', '成员单位', 'Members', 40),
    ]),
  ],
  [
    'contacts',
    part('值班电话', 'Duty phones', [
      column('unit', '值守单位', 'Unit', 30),
      column('phone', '值守电话', 'Phone', 18),
      column('hours', '值守时间', 'Hours', 14),
    ]),
  ],
  [
    'shelters',
    part('应急避难场所', 'Shelters', [
      column('name', '场所名称', 'Shelter', 30),
      column('town', '所在镇街', 'Town', 14),
      column('village', '所在村居', 'Village', 18),
      column('address', '详细地址', 'Address', 40),
      column('capacity', '可容纳人数', 'Capacity', 12),
      column('phone', '场所电话', 'Phone', 16),
    ]),
  ],
  [
    'warnings',
    part('预警分级', 'Warning levels', [
      column('level', '预警级别', 'Level', 14, cell('levelLabel', 'label')),
      column('criteria', '发布条件', 'Criteria', 60, sentences('criteria')),
      column('measures', '预警措施', 'Measures', 80, sentences('measures')),
    ]),
  ],
  [
    'grades',
    part('事件分级', 'Event grades', [
      column('grade', '事件级别', 'Grade', 18, cell('gradeLabel', 'label')),
      column('criteria', '分级标准', 'Criteria', 80, sentences('criteria')),
    ]),
  ],
  [
    'chapters',
    part('预案正文', 'Chapters', [
      column('number', '章节号', 'Number', 8),
      column('heading', '章节标题', 'Heading', 24),
      column('text', '章节内容', 'Text', 100),
    ]),
  ],
  [
    'drills',
    part('演练记录', 'Drills', [
      day('heldOn', '演练日期', 'Day'),
      column('name', '演练内容', 'Drill', 40),
      column('participants', '参演人数', 'Participants', 12),
    ]),
  ],
  [
    'repeals',
    part('同时废止', 'Repeals', [
      column('title', '预案标题', 'Title', 40),
      day('issuedOn', '印发日期', 'Issued on'),
      column('number', '发文字号', 'Number', 22),
    ]),
  ],
];

const filled = (record: Fields): FilledSheet[] =>
  parts.flatMap(([key, sheet]) => {
    const rows = listOf(record, key);
    return rows.length > 0 ? [fill(sheet, rows)] : [];
  });

const fields = `id indexNumber title name number levelLabel { code label } typeLabel { code label } eventClassLabel { code label } hazardLabel { code label }
  area leadUnit formedOn effectiveFrom standing { code label } assessmentDueOn overdue overdueDays publisher { name code } isSample permalink versionUrl digest modifiedAt`;

export const exports: Exports = {
  list: {
    document: listDocument('EmergencyPlan', 'emergencyPlans', fields),
    sheet: plans,
  },
  one: {
    document: oneDocument(
      'EmergencyPlan',
      'emergencyPlan',
      `${fields} attribute isAbridged upperPlanTitle filedWith filedOn lastAssessedOn drillDueOn revisionReason ${editionFields}
        responses { levelLabel { code label } conditions approver actions members }
        grades { gradeLabel { code label } criteria } warnings { levelLabel { code label } criteria measures }
        chapters { number heading text } contacts { unit phone hours } shelters { name town village address capacity phone }
        drills { heldOn name participants } repeals { title issuedOn number }
        ${findingsAndFiles}`,
    ),
    sheets: (record) => [...filled(record), fill(about, [record])],
  },
};
