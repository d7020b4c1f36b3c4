import type { Bilingual } from './finding.ts';

/** The values of a GraphQL enum, each described in both languages by its label. */
export const described = <Code extends string>(labels: Readonly<Record<Code, Bilingual>>) =>
  Object.fromEntries(
    Object.entries<Bilingual>(labels).map(([code, { zh, en }]) => [code, { description: `${zh}。${en}.` }]),
  ) as Record<Code, { description: string }>;
