import { classOfHazard, hazardNamed } from '../../core/emergency-hazards.ts';
import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { readForms } from '../../core/form/read-forms.ts';
import { localDate } from '../../core/local-date.ts';
import { countyNamed } from '../../core/place-in-town.ts';
import { metadataOf } from '../cover.ts';
import type { Draft, SourceTables } from '../kind.ts';
import { eventForms } from './forms.ts';
import type { Episode } from './model.ts';
import { checkComplete } from './rules/complete.ts';
import { checkIssued } from './rules/issued.ts';
import { checkPersons } from './rules/persons.ts';
import { checkSequence } from './rules/sequence.ts';
import { stepsOf } from './steps.ts';

const unknownHazard = (written: string): Finding =>
  finding(
    'unknown-hazard',
    'WARNING',
    { column: '预警类别' },
    [
      `“${written}”不在灾种和事故类型中，不能按类别查到。`,
      `"${written}" is no hazard of the list; it cannot be found by hazard.`,
    ],
    ['请写如“暴雨”“防汛抗旱”“森林火灾”“危险化学品事故”。', 'Write a hazard such as 防汛抗旱 or 森林火灾.'],
  );

const noName = finding(
  'missing-cell',
  'ERROR',
  { column: '事件名称' },
  ['没有写明事件名称，也没有标题。', 'The event is named neither on the cover nor by a title.'],
  ['请在封面写“事件名称：2021年7月强降雨”。', 'Write 事件名称：… on the cover.'],
);

/** Reads an episode from its cover and its table of steps. Never throws on bad data. */
export async function readEpisode(source: SourceTables): Promise<Draft<Episode>> {
  const { facts, rows, findings, memory } = await readForms(source, eventForms);
  const { steps, findings: levels } = stepsOf(rows.steps);
  const hazard = facts.hazard === null ? null : hazardNamed(facts.hazard);
  const name = facts.name ?? facts.title;
  const episode: Episode = {
    name: name ?? '',
    hazard,
    eventClass: facts.eventClass ?? (hazard === null ? null : classOfHazard(hazard)),
    grade: facts.grade,
    county: facts.county ?? countyNamed(facts.publisher ?? ''),
    plan: facts.plan,
    planNumber: facts.planNumber,
    hotline: facts.hotline,
    steps: steps.map(({ step }) => step),
  };
  const first = episode.steps[0]?.at.slice(0, 10);
  const cover = metadataOf(
    { ...facts, formedOn: facts.formedOn ?? (first === undefined ? null : localDate(first)) },
    { title: facts.title ?? episode.name, topic: null, subtopic: null },
  );
  return {
    metadata: cover.metadata,
    content: episode,
    findings: [
      ...findings,
      ...cover.findings,
      ...(name === null && steps.length > 0 ? [noName] : []),
      ...(facts.hazard !== null && hazard === null ? [unknownHazard(facts.hazard)] : []),
      ...levels,
      ...checkSequence(steps),
      ...checkIssued(steps),
      ...checkComplete(steps),
      ...checkPersons(facts.hotline, steps),
    ],
    memory,
  };
}
