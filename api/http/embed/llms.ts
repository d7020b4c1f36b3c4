import { panels } from '../../../widgets/panels.ts';
import { kinds } from '../../disclosures/registry.ts';

const panelLines = ([stem, { descriptor }]: [string, (typeof panels)[string]]): string => {
  const attributes = Object.entries(descriptor.attributes).map(
    ([name, { description }]) => `  - ${name}: ${description}`,
  );
  return [`- <gk-${stem}>, /w/${stem}: ${descriptor.summary}. ${descriptor.description}`, ...attributes].join('\n');
};

/** `/llms.txt`: what a program that reads text needs to know to use the platform rightly. */
export const llmsText = (baseUrl: string): string => `# gongkai: disclosures of a county government, as data

> A read-only GraphQL API and web components over what the government published by law. No key. Every figure has a permalink, an edition and a digest.

## Ask
- GraphQL: GET or POST ${baseUrl}/graphql; schema with descriptions: ${baseUrl}/schema.graphql; examples to try: ${baseUrl}/graphql
- Files: ${kinds.map(({ plural }) => `${baseUrl}/api/v1/${plural}.json`).join(', ')} (also .csv, .xlsx)
- Changes: ${baseUrl}/changes.json?since=2026-06-01 (a day, from 00:00 Beijing time, or an instant), or ?after=<the last number you saw>; ${baseUrl}/changes.atom?since=…; ${baseUrl}/changes (server-sent events)
- Errors and what to do: ${baseUrl}/docs/errors

## Rules
- "asOf" (an instant) says what the platform said then; "validOn" (a day) says which rule was in force then. Say which one you used.
- Amounts are decimal strings; null is not zero. Levels (全县, 本级, 部门, 单位) are never added together.
- Whatever has isSample: true, or 示例 in its title, is made up. Never report it as fact.
- Cite with the field "citation": it holds permalink, edition and digest. Data are under CC BY 4.0.
- Withdrawn records answer 410 or the code WITHDRAWN with the reason: do not quote them as current.

## Panels
One script, ${baseUrl}/widgets/loader.js, and a tag. Each panel is also an address: ${baseUrl}/w/<panel>?<attributes>, with .svg .png .csv .xlsx .json .md before the "?".
Builder: ${baseUrl}/embed; what is wrong with a page: ${baseUrl}/embed/doctor; every state: ${baseUrl}/embed/gallery; the same in steps: ${baseUrl}/skill.md

${Object.entries(panels).map(panelLines).join('\n')}

All panels take lang (zh-CN, zh-TW, en), as-of (an instant), theme (auto, light, dark, host), heading-level.
`;
