/** Every panel: one line each, tag to module. A module is named after its tag: `gk-<stem>` stands in `<stem>-panel.ts`. */
export const panels = {
  'gk-budget': () => import('./budget/budget-panel.ts'),
  'gk-document': () => import('./regulatory-document/document-panel.ts'),
  'gk-documents': () => import('./regulatory-document/documents-panel.ts'),
  'gk-projects': () => import('./livelihood-project/projects-panel.ts'),
  'gk-school-finder': () => import('./enrollment-plan/school-finder-panel.ts'),
  'gk-emergency': () => import('./emergency-event/emergency-panel.ts'),
  'gk-emergency-plan': () => import('./emergency-plan/emergency-plan-panel.ts'),
} as const satisfies Readonly<Record<`gk-${string}`, () => Promise<object>>>;

export type PanelTag = keyof typeof panels;
