import './schema.ts';
import './list.ts';
import './lookup.ts';
import './in-force-schema.ts';
import { hazardLabels } from '../../core/emergency-hazards.ts';
import { defineKind } from '../kind.ts';
import { compareWithPublished, identityOf } from './compare.ts';
import type { Episode } from './model.ts';
import { templates } from './print.ts';
import { questions } from './questions.ts';
import { readEpisode } from './read.ts';
import { kindName, plural } from './reads.ts';
import { placeOfStep, rowsOf } from './rows.ts';
import { sampleEpisodes } from './sample/episodes.ts';
import { sampleFiles } from './sample/faults.ts';
import { exports } from './sheet.ts';

/** 预警与应急响应。 */
export const emergencyEvent = defineKind<Episode>({
  name: kindName,
  plural,
  label: { zh: '预警与应急响应', en: 'Warnings and emergency responses' },
  shortLabel: { zh: '预警响应', en: 'Warnings' },
  readTables: readEpisode,
  compare: compareWithPublished,
  identity: ({ content }) => identityOf(content),
  organizations: () => [],
  places: (episode) => episode.steps.flatMap(({ places }) => places.map((written) => placeOfStep(written, episode))),
  searchText: ({ metadata, content }) => ({
    head: metadata.title,
    body: [
      content.name,
      content.hazard === null ? null : hazardLabels[content.hazard].zh,
      content.plan,
      ...content.steps.flatMap(({ places, matter, measures, issuer }) => [...places, matter, ...measures, issuer]),
      '预警 应急响应 怎么办 现在生效',
    ]
      .filter((text) => text !== null)
      .join('\n'),
  }),
  rows: rowsOf,
  exports,
  templates,
  questions,
  panels: [
    { tag: 'gk-emergency', heading: '此刻该怎么做', attributes: {} },
    { tag: 'gk-emergency', heading: '起凤镇现在生效的预警和应急响应', attributes: { place: '起凤镇' } },
  ],
  files: sampleFiles,
  sample: sampleEpisodes,
});
