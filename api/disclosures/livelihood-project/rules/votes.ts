import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { planCell, type Sourced } from '../sourced.ts';

/** Votes on a project (满意、基本满意、不满意) cannot be more than there were voters. */
export function votesExceedVoters(sourced: Sourced, voters: number | null): Finding[] {
  const { satisfied, mostlySatisfied, dissatisfied, name } = sourced.project;
  const votes = (satisfied ?? 0) + (mostlySatisfied ?? 0) + (dissatisfied ?? 0);
  if (voters === null || votes <= voters) return [];
  return [
    finding(
      'votes-exceed-voters',
      'WARNING',
      planCell(sourced, '满意'),
      [
        `“${name}”的满意度票数合计 ${votes}，超过参评人数 ${voters}。`,
        `"${name}" has ${votes} votes, more than the ${voters} who voted.`,
      ],
      ['请核对各项票数和参评人数。', 'Check the votes and the number of voters.'],
    ),
  ];
}
