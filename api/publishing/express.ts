import { personName } from '../core/person-name.ts';
import type { Transaction } from '../store/client.ts';
import { type Actor, operator } from './actor.ts';
import { GateClosed, refuse } from './errors.ts';
import { exemption, openFindings } from './gate.ts';
import { type Publication, publishTogether } from './publish.ts';
import { approve, clear, review } from './review.ts';
import { type Submission, submit } from './submit.ts';

/** What was decided on paper, for whoever publishes at once from the shell: by whom, and on what basis. */
export interface PaperReview {
  /** The person who reviewed it; not the one who publishes. */
  readonly reviewer: string;
  readonly basis: string;
  /** Why findings of a rule may stay, by rule. */
  readonly clearing: ReadonlyMap<string, string>;
  readonly submission: Submission;
}

async function approveOnPaper(
  tx: Transaction,
  editionId: string,
  actor: Actor,
  { reviewer, basis, clearing, submission }: PaperReview,
): Promise<void> {
  const { state, returned } = await submit(tx, editionId, actor, submission);
  const [why] = returned;
  if (state === 'RETURNED' && why) throw new GateClosed(why);
  const another = operator(reviewer);
  await review(tx, editionId, another, { result: 'PASSED', basis });
  // Whoever reviewed it on paper agreed with what the author says there.
  const reasons = new Map([[exemption, submission.withoutInterpretation ?? ''], ...clearing]);
  const open = await openFindings(tx, editionId);
  for (const rule of new Set(open.map((one) => one.rule))) {
    const reason = reasons.get(rule);
    if (reason !== undefined) await clear(tx, editionId, another, { rule, reason });
  }
  const left = open.filter(({ rule }) => !reasons.has(rule));
  const [first] = left;
  if (first) {
    const findings = left.map(({ rule, placed }) => ({
      rule,
      severity: 'ERROR' as const,
      message: placed,
      remedy: {
        zh: `请改正后重新导入；确需公开的，由审核人说明理由：--clear ${rule}=理由。`,
        en: `Mend it and import again; if it must be public, the reviewer says why: --clear ${rule}=reason.`,
      },
    }));
    throw new GateClosed(
      {
        zh: `有 ${left.length} 处须先核（个人信息等），未发布：${first.message.zh}`,
        en: `${left.length} findings must be settled first, nothing was published: ${first.message.en}`,
      },
      findings,
    );
  }
  await approve(tx, editionId, another);
}

/** Takes drafts through the whole gate at once, all of them or none, with a review that was held on paper. */
export async function publishOnPaper(
  tx: Transaction,
  editionIds: readonly string[],
  actor: Actor,
  paper: PaperReview,
): Promise<readonly Publication[]> {
  if (actor.tokenId !== undefined) {
    refuse(
      'FORBIDDEN',
      '用令牌的只代表持有人本人，不能代录他人的审查；请存为草稿后报送。',
      'A token stands for its holder alone and records no review by others; stage the draft and submit it.',
    );
  }
  const reviewer = personName(paper.reviewer);
  if (reviewer === null || reviewer === actor.name) {
    return refuse(
      'GATE_CLOSED',
      '发布前须由拟稿人以外的人保密审查；请写明审查人。',
      'A secrecy review by somebody other than the author comes first; name who held it.',
    );
  }
  for (const id of editionIds) await approveOnPaper(tx, id, actor, { ...paper, reviewer });
  return publishTogether(tx, editionIds, actor);
}
