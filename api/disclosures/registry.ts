import { budget } from './budget/index.ts';
import { emergencyEvent } from './emergency-event/index.ts';
import { emergencyPlan } from './emergency-plan/index.ts';
import { enrollmentPlan } from './enrollment-plan/index.ts';
import type { Kind } from './kind.ts';
import { livelihoodProject } from './livelihood-project/index.ts';
import { regulatoryDocument } from './regulatory-document/index.ts';

/** Every kind of disclosure. A new kind is one folder beside this file and one line here. */
export const kinds: readonly Kind[] = [
  budget,
  emergencyEvent,
  emergencyPlan,
  enrollmentPlan,
  livelihoodProject,
  regulatoryDocument,
];

export const kindNamed = (name: string): Kind | undefined => kinds.find((kind) => kind.name === name);
