import type { Choice } from '../core/descriptor.ts';

/** The same as the platform’s list of categories (项目类别). */
export const categories: readonly Choice[] = [
  { value: 'EDUCATION', zh: '教育', en: 'Education' },
  { value: 'ELDERLY', zh: '养老助残', en: 'Care for the old and disabled' },
  { value: 'HEALTH', zh: '医疗卫生', en: 'Health' },
  { value: 'HOUSING', zh: '住房', en: 'Housing' },
  { value: 'TRANSPORT', zh: '交通出行', en: 'Roads and transport' },
  { value: 'UTILITIES', zh: '市政设施', en: 'Public utilities' },
  { value: 'ENVIRONMENT', zh: '生态环境', en: 'Environment' },
  { value: 'EMPLOYMENT', zh: '就业创业', en: 'Employment' },
  { value: 'SOCIAL_SECURITY', zh: '社会保障', en: 'Social security' },
  { value: 'CULTURE', zh: '文化体育', en: 'Culture and sports' },
  { value: 'SAFETY', zh: '公共安全', en: 'Public safety' },
  { value: 'AGRICULTURE', zh: '乡村振兴', en: 'Villages and farming' },
  { value: 'ECONOMY', zh: '经济发展', en: 'The economy' },
  { value: 'GOVERNANCE', zh: '政务服务', en: 'Government services' },
  { value: 'OTHER', zh: '其他', en: 'Other' },
];

export const projectTypes: readonly Choice[] = [
  { value: 'LIVELIHOOD', zh: '民生实事', en: 'Livelihood projects' },
  { value: 'WORK_REPORT', zh: '政府工作报告任务', en: 'Tasks of the work report' },
  { value: 'ALL', zh: '两者', en: 'Both' },
];
