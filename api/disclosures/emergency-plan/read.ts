import { parseDocumentNumber } from '../../core/document-number.ts';
import { classOfHazard, hazardNamed } from '../../core/emergency-hazards.ts';
import { type Finding, hasErrors } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { Values } from '../../core/form/form.ts';
import { readForms } from '../../core/form/read-forms.ts';
import { countyNamed } from '../../core/place-in-town.ts';
import { planKey } from '../../core/plan-title.ts';
import { metadataOf } from '../cover.ts';
import type { Draft, SourceTables } from '../kind.ts';
import { planForms } from './forms.ts';
import type { Plan, PlanLevel, PlanType, Repeal } from './model.ts';
import { repealsIn } from './repeals.ts';
import { checkContacts } from './rules/contacts.ts';
import { checkContents } from './rules/contents.ts';
import { checkLevels } from './rules/levels.ts';
import { checkProcedure } from './rules/procedure.ts';
import type { PlanRows } from './rules/rows.ts';

type Facts = Values<typeof planForms.facts>;

const assumed = (label: string, value: string): Finding =>
  finding(
    'fact-assumed',
    'NOTICE',
    { column: label },
    [`没有写明“${label}”，按名称判断为“${value}”。`, `"${label}" is not stated; by the names it is "${value}".`],
    [`请在封面写“${label}：${value}”。`, `Write ${label}：${value} on the cover.`],
  );

const noName = finding(
  'missing-cell',
  'ERROR',
  { column: '预案名称' },
  ['没有写明预案名称，标题里也没有。', 'The plan is not named, on the cover or in a title.'],
  ['请在封面写“预案名称：桓台县防汛抗旱应急预案”。', 'Write 预案名称：… on the cover.'],
);

/** The name of a plan inside a title: 关于印发桓台县防汛抗旱应急预案的通知. */
const nameIn = (texts: readonly (string | null)[]): string | null => {
  for (const text of texts) {
    const found = /预案/.test(text ?? '') ? planKey((text ?? '').replace(/预案.*?(的通知)?$/, '预案')) : '';
    if (found.length > 4) return found;
  }
  return null;
};

const levelOf = (words: string): PlanLevel => {
  if (/镇|街道|乡/.test(words)) return 'TOWN';
  if (/村|社区|居委会/.test(words)) return 'VILLAGE';
  if (/县|区/.test(words)) return 'COUNTY';
  return /省/.test(words) ? 'PROVINCE' : 'COUNTY';
};

const typeOf = (name: string, level: PlanLevel): PlanType => {
  if (/总体/.test(name)) return 'GENERAL';
  return ['TOWN', 'VILLAGE', 'UNIT'].includes(level) ? 'GRASSROOTS' : 'SPECIAL';
};

/** Said on the cover and in the text, each plan once. */
function repealsOf(facts: Facts, rows: PlanRows): Repeal[] {
  const all = [facts.repeals, ...rows.chapters.map(({ values }) => values.text)].flatMap((text) =>
    repealsIn(text ?? ''),
  );
  return [...new Map(all.reverse().map((repeal) => [planKey(repeal.title), repeal])).values()].reverse();
}

function planOf(facts: Facts, rows: PlanRows, name: string): Plan {
  const hazardWords = facts.hazard ?? name;
  const level = facts.level ?? levelOf(`${name}${facts.publisher ?? ''}`);
  const hazard = hazardNamed(hazardWords);
  return {
    name,
    level,
    type: facts.type ?? typeOf(name, level),
    eventClass: facts.eventClass ?? (hazard === null ? null : classOfHazard(hazard)),
    hazard,
    area: facts.area ?? countyNamed(facts.publisher ?? ''),
    number: facts.number === null ? null : (parseDocumentNumber(facts.number)?.text ?? facts.number),
    formedOn: facts.formedOn,
    effectiveFrom: facts.effectiveFrom,
    leadUnit: facts.leadUnit,
    isAbridged: facts.isAbridged ?? /简本/.test(facts.title ?? ''),
    upperPlan: facts.upperPlan,
    filedWith: facts.filedWith,
    filedOn: facts.filedOn,
    lastAssessedOn: facts.lastAssessedOn,
    reviewYears: facts.reviewYears ?? 3,
    revisionReason: facts.revisionReason,
    repeals: repealsOf(facts, rows),
    responses: rows.responses.flatMap(({ values: { level: one, conditions, approver, actions, members } }) =>
      one === null
        ? []
        : [{ level: one, conditions: conditions ?? [], approver, actions: actions ?? [], members: members ?? [] }],
    ),
    grades: rows.grades.flatMap(({ values: { grade, criteria } }) =>
      grade === null ? [] : [{ grade, criteria: criteria ?? [] }],
    ),
    warnings: rows.warnings.flatMap(({ values: { level: one, criteria, measures } }) =>
      one === null ? [] : [{ level: one, criteria: criteria ?? [], measures: measures ?? [] }],
    ),
    chapters: rows.chapters.flatMap(({ values: { number, heading, text } }) =>
      heading === null ? [] : [{ number, heading, text: text ?? '' }],
    ),
    phones: rows.phones.flatMap(({ values: { unit, phone, hours } }) =>
      unit === null || phone === null ? [] : [{ unit, phone, hours }],
    ),
    shelters: rows.shelters.flatMap(({ values: { name: place, ...shelter } }) =>
      place === null ? [] : [{ name: place, ...shelter }],
    ),
    drills: rows.drills.flatMap(({ values: { on, name: what, participants } }) =>
      on === null || what === null ? [] : [{ on, name: what, participants }],
    ),
  };
}

/** Reads a plan from its cover and tables. Never throws on bad data. */
export async function readPlan(source: SourceTables): Promise<Draft<Plan>> {
  const { facts, rows, titles, findings, memory } = await readForms(source, planForms);
  const name = facts.name ?? nameIn([facts.title, ...titles]);
  const plan = planOf(facts, rows, name ?? '');
  const cover = metadataOf(facts, {
    title: facts.title ?? plan.name,
    topic: null,
    subtopic: null,
    summary: null,
  });
  const own = [
    ...(name === null && !hasErrors(findings) ? [noName] : []),
    ...(facts.level === null && name !== null
      ? [assumed('预案层级', planForms.facts.level.type.print(plan.level) as string)]
      : []),
    ...(facts.type === null && name !== null
      ? [assumed('预案类别', planForms.facts.type.type.print(plan.type) as string)]
      : []),
    ...checkLevels(plan, rows),
    ...checkContents(plan, rows),
    ...checkContacts(rows),
    ...checkProcedure(plan),
  ];
  return {
    metadata: cover.metadata,
    content: plan,
    findings: [...findings, ...cover.findings, ...own],
    memory,
  };
}
