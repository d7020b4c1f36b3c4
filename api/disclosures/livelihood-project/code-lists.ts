import { codeList } from '../../graphql/code.ts';

/** The kind's closed lists as the schema shows them. */
export const types = codeList('LIVELIHOOD_TYPE', [
  { code: 'LIVELIHOOD', label: { zh: '民生实事', en: 'Livelihood project' } },
  { code: 'WORK_REPORT', label: { zh: '政府工作报告任务', en: 'Task of the work report' } },
]);
export const statuses = codeList('LIVELIHOOD_STATUS', [
  { code: 'NOT_STARTED', label: { zh: '未开工', en: 'Not started' } },
  { code: 'IN_PROGRESS', label: { zh: '进行中', en: 'In progress' } },
  { code: 'COMPLETED', label: { zh: '已完成', en: 'Completed' } },
  { code: 'OVERFULFILLED', label: { zh: '超额完成', en: 'More than completed' } },
  { code: 'SUSPENDED', label: { zh: '暂停', en: 'Suspended' } },
  { code: 'CANCELLED', label: { zh: '取消', en: 'Cancelled' } },
  { code: 'CARRIED_OVER', label: { zh: '结转下年', en: 'Carried over to the next year' } },
]);
export const paces = codeList('LIVELIHOOD_PACE', [
  { code: 'AHEAD', label: { zh: '超进度', en: 'Ahead of plan' } },
  { code: 'ON', label: { zh: '达进度', en: 'On plan' } },
  { code: 'BEHIND', label: { zh: '欠进度', en: 'Behind plan' } },
]);
export const natures = codeList('LIVELIHOOD_NATURE', [
  { code: 'CONSTRUCTION', label: { zh: '建设类', en: 'Construction' } },
  { code: 'SERVICE', label: { zh: '服务类', en: 'Service' } },
  { code: 'POLICY', label: { zh: '政策类', en: 'Policy' } },
]);
export const directions = codeList('LIVELIHOOD_DIRECTION', [
  { code: 'AT_LEAST', label: { zh: '不少于', en: 'At least' } },
  { code: 'AT_MOST', label: { zh: '不超过', en: 'At most' } },
  { code: 'EXACTLY', label: { zh: '等于', en: 'Exactly' } },
]);
