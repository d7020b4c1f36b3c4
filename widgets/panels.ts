import { budget } from './budget/budget.panel.ts';
import type { Panel } from './core/panel.ts';
import { emergency } from './emergency-event/emergency.panel.ts';
import { emergencyPlan } from './emergency-plan/emergency-plan.panel.ts';
import { emergencyPlans } from './emergency-plan/emergency-plans.panel.ts';
import { enrollment } from './enrollment-plan/enrollment.panel.ts';
import { project } from './livelihood-project/project.panel.ts';
import { projects } from './livelihood-project/projects.panel.ts';
import { department } from './platform/department.panel.ts';
import { figure } from './platform/figure.panel.ts';
import { latest } from './platform/latest.panel.ts';
import { search } from './platform/search.panel.ts';
import { document } from './regulatory-document/document.panel.ts';
import { documents } from './regulatory-document/documents.panel.ts';

/** Every panel: one line each, by the stem of its tag: `<gk-budget>` is `budget`, its address `/w/budget`. */
export const panels: Readonly<Record<string, Panel>> = {
  budget,
  emergency,
  'emergency-plan': emergencyPlan,
  'emergency-plans': emergencyPlans,
  enrollment,
  // The tag it had first stays for pages that embed it.
  'school-finder': enrollment,
  project,
  projects,
  department,
  document,
  documents,
  figure,
  latest,
  search,
};

/** The panel of a stem that may be any word: an object has more names than were written into it. */
export const panelNamed = (stem: string): Panel | undefined => (Object.hasOwn(panels, stem) ? panels[stem] : undefined);
