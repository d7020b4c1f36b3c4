import { organizationKey } from '../../core/organization-name.ts';
import { townKey } from '../../core/place-name.ts';
import type { TableRows } from '../../store/rows.ts';
import type { ResolveOrganization, ResolvePlace } from '../kind.ts';
import type { Progress, Project } from './model.ts';
import { periodEnd } from './period.ts';
import { standingNow } from './standing.ts';

/** A town by itself, or the village of the town it is written with. */
export const writtenPlace = ({ town, village }: Project['places'][number]) =>
  village === null ? { name: town, town: null } : { name: village, town };

const progressRow = (report: Progress, position: number) => ({
  position,
  period: report.period,
  period_end: periodEnd(report.period),
  status: report.status,
  pace: report.pace,
  status_word: report.statusWord,
  quantity: report.quantity,
  unit: report.unit,
  rate: report.rate,
  invested: report.invested,
  invested_rate: report.investedRate,
  progress: report.text,
  results: report.results,
  problems: report.problems,
  next_steps: report.nextSteps,
  reason: report.reason,
});

/** The rows of one edition, parents first. Amounts are whole fen. */
export function rowsOf(
  editionId: string,
  project: Project,
  resolve: ResolveOrganization,
  placeOf: ResolvePlace,
): readonly TableRows[] {
  const now = standingNow(project);
  const [lead] = project.units.filter(({ role }) => role === 'LEAD');
  const towns = project.places.map(({ town }) => town);
  const townCodes = project.places.flatMap((place) => {
    const code = placeOf({ name: place.town, town: null }) ?? placeOf(writtenPlace(place));
    return code === null ? [] : [code.slice(0, 9)];
  });
  const below = <Row extends object>(table: string, rows: readonly Row[]): TableRows => ({
    table,
    rows: rows.map((row, position) => ({ edition_id: editionId, position, ...row })),
  });
  return [
    {
      table: 'livelihood_project',
      rows: [
        {
          edition_id: editionId,
          type: project.type,
          year: project.year,
          programme: project.programme,
          number: project.number,
          name: project.name,
          category: project.category,
          category_word: project.categoryWord,
          nature: project.nature,
          content: project.content,
          target: project.target,
          location: project.location,
          leader: project.leader,
          started_on: project.startedOn,
          due_word: project.dueWord,
          due_on: project.dueOn,
          completed_on: project.completedOn,
          acceptance: project.acceptance,
          total_investment: project.totalInvestment,
          planned_investment: project.plannedInvestment,
          fund_sources: project.fundSources,
          measures: project.measures,
          steps: project.steps,
          responsibilities: project.responsibilities,
          supervision: project.supervision,
          satisfied: project.satisfied,
          mostly_satisfied: project.mostlySatisfied,
          dissatisfied: project.dissatisfied,
          status: now.status,
          pace: now.pace,
          status_word: now.statusWord,
          completion_rate: now.completionRate,
          published_rate: now.publishedRate,
          invested: now.invested,
          last_period: now.lastPeriod,
          last_period_end: now.lastPeriodEnd,
          town_codes: [...new Set(townCodes)],
          town_keys: [...new Set(towns.map(townKey))],
          lead_id: lead ? resolve(lead.name) : null,
        },
      ],
    },
    below('livelihood_target', project.targets),
    below(
      'livelihood_unit',
      project.units.map(({ role, name }) => ({
        role,
        name,
        key: organizationKey(name),
        organization_id: resolve(name),
      })),
    ),
    below(
      'livelihood_place',
      project.places.map((place) => ({ ...place, code: placeOf(writtenPlace(place)) })),
    ),
    below(
      'livelihood_milestone',
      project.milestones.map(({ name, dueWord, dueOn, doneOn }) => ({
        name,
        due_word: dueWord,
        due_on: dueOn,
        done_on: doneOn,
      })),
    ),
    below('livelihood_fund', project.funds),
    below('livelihood_progress', project.progress.map(progressRow)),
    below(
      'livelihood_photo',
      project.photos.map(({ name, caption, takenOn }) => ({ name, caption, taken_on: takenOn })),
    ),
  ];
}
