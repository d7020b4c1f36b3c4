import './schema.ts';
import './list.ts';
import './lookup.ts';
import './shelter-schema.ts';
import './accident-schema.ts';
import { hazardLabels } from '../../core/emergency-hazards.ts';
import { placeInTown } from '../../core/place-in-town.ts';
import { defineKind } from '../kind.ts';
import { compareWithPublished, identityOf } from './compare.ts';
import { everydayWords } from './everyday-words.ts';
import type { Plan } from './model.ts';
import { templates } from './print.ts';
import { questions } from './questions.ts';
import { readPlan } from './read.ts';
import { kindName, plural } from './reads.ts';
import { placeOfShelter, rowsOf } from './rows.ts';
import { sampleFiles } from './sample/faults.ts';
import { samplePlans } from './sample/plans.ts';
import { exports } from './sheet.ts';

const bodyOf = (plan: Plan): string =>
  [
    plan.leadUnit,
    plan.hazard === null ? null : hazardLabels[plan.hazard].zh,
    ...plan.responses.flatMap(({ conditions, approver, actions, members }) => [
      ...conditions,
      approver,
      ...actions,
      ...members,
    ]),
    ...plan.warnings.flatMap(({ criteria, measures }) => [...criteria, ...measures]),
    ...plan.grades.flatMap(({ criteria }) => criteria),
    ...plan.chapters.flatMap(({ heading, text }) => [heading, text]),
    ...plan.shelters.flatMap(({ name, town, village, address }) => [name, town, village, address]),
    ...plan.phones.map(({ unit }) => unit),
    everydayWords(plan),
  ]
    .filter((text) => text !== null)
    .join('\n');

/** 应急预案。 */
export const emergencyPlan = defineKind<Plan>({
  name: kindName,
  plural,
  label: { zh: '应急预案', en: 'Emergency plans' },
  shortLabel: { zh: '应急预案', en: 'Plans' },
  readTables: readPlan,
  compare: compareWithPublished,
  identity: ({ content }) => identityOf(content),
  organizations: ({ leadUnit }) => (leadUnit === null ? [] : [leadUnit]),
  places: ({ area, shelters }) => [
    ...(area === null ? [] : [placeInTown(area)]),
    ...shelters.flatMap((shelter) => {
      const place = placeOfShelter(shelter);
      return place === null ? [] : [place];
    }),
    ...shelters.flatMap(({ town, village }) => (town === null || village === null ? [] : [{ name: town, town: null }])),
  ],
  searchText: ({ metadata, content }) => ({
    head: [metadata.title, content.number].filter((text) => text !== null).join('\n'),
    body: bodyOf(content),
  }),
  rows: rowsOf,
  exports,
  templates,
  questions,
  panels: [
    { tag: 'gk-emergency-plan', heading: '防汛预案与避难场所', attributes: { plan: '桓台县防汛抗旱应急预案' } },
    { tag: 'gk-emergency-plans', heading: '全部应急预案', attributes: {} },
  ],
  files: sampleFiles,
  sample: samplePlans,
});
