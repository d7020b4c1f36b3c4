import { classOfHazard, hazardNamed } from '../../../core/emergency-hazards.ts';
import {
  type ResponseLevel,
  responseLevels,
  type WarningLevel,
  warningLevels,
} from '../../../core/emergency-scales.ts';
import { localDate } from '../../../core/local-date.ts';
import type { Draft, SampleOptions } from '../../kind.ts';
import type { Episode, Step, StepType } from '../model.ts';
import { type Told, told } from './told.ts';

const hours = (local: string, more: number): string =>
  new Date(Date.parse(`${local}:00Z`) + more * 3_600_000).toISOString().slice(0, 16);

const county = '桓台县';

/** One step in shorthand: hours after the first, what, level. */
const step = (
  { start, places, measures, matter, issuer, headquarters }: Told,
  [after, type, level]: readonly [number, StepType, WarningLevel | ResponseLevel | null],
  expected: number | null,
): Step => {
  const at = hours(start, after);
  const warningLevel = warningLevels.levels.find((one) => one === level) ?? null;
  const responseLevel = responseLevels.levels.find((one) => one === level) ?? null;
  const isWarning = warningLevel !== null;
  const isEnd = type === 'ENDED' || type === 'CANCELLED';
  return {
    type,
    scale: isEnd ? null : isWarning ? 'WARNING' : 'RESPONSE',
    warningLevel,
    responseLevel,
    at,
    places: isEnd ? [] : places,
    matter: isEnd ? null : isWarning ? matter : `应对${matter}`,
    measures: isEnd ? [] : measures,
    issuer: isWarning ? issuer : headquarters,
    issuedAt: at,
    until: isEnd || expected === null ? null : hours(start, expected),
  };
};

function episodeOf(one: Told): Draft<Episode> {
  const hazard = hazardNamed(one.hazard);
  const last = one.steps.at(-1);
  const expected = last && (last[1] === 'ENDED' || last[1] === 'CANCELLED') ? last[0] + 6 : null;
  const publisher = '桓台县应急管理局';
  return {
    metadata: {
      title: `${one.name}预警与应急响应（示例）`,
      summary: `${one.matter}，涉及${one.places.join('、')}。`,
      attribute: 'PROACTIVE',
      topic: null,
      subtopic: null,
      eventClasses: [],
      formedOn: localDate(one.start.slice(0, 10)),
      printedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
      publisher,
    },
    content: {
      name: one.name,
      hazard,
      eventClass: hazard === null ? null : classOfHazard(hazard),
      grade: one.grade ?? null,
      county,
      plan: one.plan,
      planNumber: null,
      hotline: '0533-12345',
      steps: one.steps.map((each) => step(one, each, expected)),
    },
    findings: [],
  };
}

/** Made-up episodes of the county, oldest first; the last one, a season's warning, has not ended. */
export function* sampleEpisodes({ count }: SampleOptions): Generator<Draft<Episode>> {
  for (const one of told.slice(0, count)) yield episodeOf(one);
}
