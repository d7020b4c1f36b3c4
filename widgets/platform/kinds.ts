import type { Choice } from '../core/descriptor.ts';
import type { Language } from '../core/language.ts';

interface Kind {
  /** As the platform names it, in addresses and in `kind` of every record. */
  readonly name: string;
  /** Its list in the schema, and the type of a record there. */
  readonly list: string;
  readonly type: string;
  /** Its page on the platform. */
  readonly page: string;
  readonly label: Readonly<Record<Language, string>>;
}

/** What the platform publishes, kind by kind. */
export const kinds: readonly Kind[] = [
  {
    name: 'regulatory-document',
    list: 'regulatoryDocuments',
    type: 'RegulatoryDocument',
    page: 'regulatory-documents',
    label: { 'zh-CN': '政策文件', en: 'Policy documents' },
  },
  {
    name: 'budget',
    list: 'budgets',
    type: 'Budget',
    page: 'budgets',
    label: { 'zh-CN': '预算与决算', en: 'Budgets and accounts' },
  },
  {
    name: 'livelihood-project',
    list: 'livelihoodProjects',
    type: 'LivelihoodProject',
    page: 'livelihood-projects',
    label: { 'zh-CN': '民生实事', en: 'Livelihood projects' },
  },
  {
    name: 'enrollment-plan',
    list: 'enrollmentPlans',
    type: 'EnrollmentPlan',
    page: 'enrollment-plans',
    label: { 'zh-CN': '招生入学', en: 'Enrollment' },
  },
  {
    name: 'emergency-plan',
    list: 'emergencyPlans',
    type: 'EmergencyPlan',
    page: 'emergency-plans',
    label: { 'zh-CN': '应急预案', en: 'Emergency plans' },
  },
  {
    name: 'emergency-event',
    list: 'emergencyEvents',
    type: 'EmergencyEvent',
    page: 'emergency-events',
    label: { 'zh-CN': '预警与应急响应', en: 'Warnings and responses' },
  },
];

/** The same, where a tag is made. */
export const kindChoices: readonly Choice[] = kinds.map(({ name, label }) => ({
  value: name,
  zh: label['zh-CN'],
  en: label.en,
}));

export const kindNames: readonly string[] = kinds.map(({ name }) => name);

export const kindLabel = (name: string, language: Language): string =>
  kinds.find((kind) => kind.name === name)?.label[language] ?? name;
