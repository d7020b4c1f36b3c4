import { emergencyAnswer, emergencyPlanAnswer } from './fixtures/emergency.ts';
import { schoolFinderAnswer } from './fixtures/enrollment-plan.ts';
import { projectsAnswer } from './fixtures/livelihood-project.ts';
import { budgetAnswer, documentAnswer, documentsAnswer } from './fixtures.ts';

type Answer = (base: string, variables: Record<string, never>, none?: boolean) => unknown;

/** How the stand-in answers each panel's question, by the name of its operation. */
const answers: Readonly<Record<string, Answer>> = {
  Documents: documentsAnswer,
  Document: documentAnswer,
  Budget: budgetAnswer,
  Emergency: emergencyAnswer,
  EmergencyPlan: emergencyPlanAnswer,
  Projects: projectsAnswer,
  SchoolFinder: schoolFinderAnswer,
};

export const answerTo = (query: string): Answer => answers[/query (\w+)/.exec(query)?.[1] ?? ''] ?? documentAnswer;
