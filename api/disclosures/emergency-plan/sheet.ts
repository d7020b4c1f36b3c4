import { cellAt, type Exported, listAt, sentencesAt } from '../../core/exported-record.ts';
import { type Column, type Exports, type FilledSheet, fill, type Sheet } from '../../core/sheet.ts';

const column = (key: string, zh: string, en: string, width: number, value = cellAt(key)): Column<Exported> => ({
  key,
  label: { zh, en },
  value,
  width,
});

const day = (key: string, zh: string, en: string): Column<Exported> => ({ ...column(key, zh, en, 12), isDay: true });

const shared: readonly Column<Exported>[] = [
  column('title', '标题', 'Title', 50),
  column('level', '层级', 'Level', 12, cellAt('levelLabel', 'label')),
  column('type', '类别', 'Type', 16, cellAt('typeLabel', 'label')),
  column('eventClass', '事件类别', 'Event class', 14, cellAt('eventClassLabel', 'label')),
  column('hazard', '灾种', 'Hazard', 16, cellAt('hazardLabel', 'label')),
  column('area', '适用区域', 'Area', 12),
  column('leadUnit', '牵头部门', 'Lead department', 18),
  day('formedOn', '成文日期', 'Signed on'),
  column('standing', '有效性', 'Standing', 10, cellAt('standing', 'label')),
  day('assessmentDueOn', '评估到期', 'To be assessed by'),
  column('overdue', '评估情况', 'Assessment', 14, (row) =>
    row['overdue'] === true ? `已超期 ${Number(row['overdueDays'])} 天` : '在评估期内',
  ),
  column('number', '发文字号', 'Number', 22),
  column('indexNumber', '索引号', 'Index number', 28),
  column('publisher', '发布机构', 'Publisher', 24, cellAt('publisher', 'name')),
  column('sample', '示例数据', 'Sample data', 8, (row) => (row['isSample'] ? '示例' : '')),
  column('permalink', '永久地址', 'Permalink', 60),
  column('digest', '校验值（SHA-256）', 'Digest (SHA-256)', 40),
];

const plans: Sheet<Exported> = { name: { zh: '应急预案', en: 'Emergency plans' }, columns: shared };

const about: Sheet<Exported> = {
  name: { zh: '预案', en: 'Plan' },
  columns: [
    ...shared,
    column('upperPlan', '上级预案', 'Upper plan', 30, cellAt('upperPlanTitle')),
    column('filedWith', '备案机关', 'Filed with', 20),
    day('filedOn', '备案日期', 'Filed on'),
    day('lastAssessedOn', '最近评估', 'Last assessed'),
    day('drillDueOn', '下次演练期限', 'Next drill by'),
    column('revisionReason', '修订原因', 'Revision', 30),
  ],
};

const part = (zh: string, en: string, columns: readonly Column<Exported>[]): Sheet<Exported> => ({
  name: { zh, en },
  columns,
});

const parts: readonly (readonly [key: string, sheet: Sheet<Exported>])[] = [
  [
    'responses',
    part('应急响应分级', 'Response levels', [
      column('level', '响应级别', 'Level', 14, cellAt('levelLabel', 'label')),
      column('conditions', '启动条件', 'Conditions', 60, sentencesAt('conditions')),
      column('approver', '启动批准', 'Approved by', 20),
      column('actions', '响应行动', 'Actions', 80, sentencesAt('actions')),
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
      column('level', '预警级别', 'Level', 14, cellAt('levelLabel', 'label')),
      column('criteria', '发布条件', 'Criteria', 60, sentencesAt('criteria')),
      column('measures', '预警措施', 'Measures', 80, sentencesAt('measures')),
    ]),
  ],
  [
    'grades',
    part('事件分级', 'Event grades', [
      column('grade', '事件级别', 'Grade', 18, cellAt('gradeLabel', 'label')),
      column('criteria', '分级标准', 'Criteria', 80, sentencesAt('criteria')),
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
      { ...column('heldOn', '演练日期', 'Day', 12), isDay: true },
      column('name', '演练内容', 'Drill', 40),
      column('participants', '参演人数', 'Participants', 12),
    ]),
  ],
  [
    'repeals',
    part('同时废止', 'Repeals', [
      column('title', '预案标题', 'Title', 40),
      { ...column('issuedOn', '印发日期', 'Issued on', 12), isDay: true },
      column('number', '发文字号', 'Number', 22),
    ]),
  ],
];

const filled = (record: Exported): FilledSheet[] =>
  parts.flatMap(([key, sheet]) => {
    const rows = listAt(record, key);
    return rows.length > 0 ? [fill(sheet, rows)] : [];
  });

const fields = `id indexNumber title name number levelLabel { code label } typeLabel { code label } eventClassLabel { code label } hazardLabel { code label }
  area leadUnit formedOn effectiveFrom standing { code label } assessmentDueOn overdue overdueDays publisher { name code } isSample permalink versionUrl digest modifiedAt`;

export const exports: Exports = {
  list: {
    document: `query EmergencyPlans($where: EmergencyPlanWhere, $search: String, $first: Int, $after: Cursor, $asOf: DateTime, $validOn: Date) {
      list: emergencyPlans(where: $where, search: $search, first: $first, after: $after, asOf: $asOf, validOn: $validOn) {
        pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
    sheet: plans,
  },
  one: {
    document: `query EmergencyPlan($indexNumber: String!, $asOf: DateTime, $validOn: Date) {
      one: emergencyPlan(by: { indexNumber: $indexNumber }, asOf: $asOf, validOn: $validOn) {
        ${fields} attribute isAbridged upperPlanTitle filedWith filedOn lastAssessedOn drillDueOn revisionReason firstPublishedAt
        edition { number publishedAt reason changeNote digest } license { uri title attribution } citation
        responses { levelLabel { code label } conditions approver actions members }
        grades { gradeLabel { code label } criteria } warnings { levelLabel { code label } criteria measures }
        chapters { number heading text } contacts { unit phone hours } shelters { name town village address capacity phone }
        drills { heldOn name participants } repeals { title issuedOn number }
        findings { rule severity sheet row column message remedy } attachments { name role mediaType size sha256 url } } }`,
    sheets: (record) => [...filled(record), fill(about, [record])],
  },
};
