import type { Bilingual } from '../core/finding.ts';
import { type LocalDate, toUtcDate } from '../core/local-date.ts';
import { kindNamed } from '../disclosures/registry.ts';
import type { Transaction } from '../store/client.ts';
import { type Actor, automaticReturn } from './actor.ts';
import { refuse } from './errors.ts';
import { exemption, noAttribute } from './gate.ts';
import type { GateNote } from './gate-note.ts';
import { type HeldEdition, hold, instant, move } from './held.ts';
import { nearestNames } from './nearest-names.ts';
import { organizationResolver } from './organizations.ts';
import { scanEdition, storeNotes } from './scan.ts';

/** The grounds on which information is withheld: 《政府信息公开条例》第十四、十五、十六条. */
export const grounds = ['ARTICLE_14', 'ARTICLE_15', 'ARTICLE_16'] as const;
export type Ground = (typeof grounds)[number];

/** What an editor states about a draft when he submits it. */
export interface Submission {
  /** Why it is withheld (不予公开须说明并记载理由). */
  readonly withholding?: {
    readonly ground: Ground;
    readonly reason: string;
    readonly decider: string;
    /** When the decision is looked at again (条例第十八条). */
    readonly reassessOn: LocalDate;
  };
  /** The authority whose release this one follows (跟进发布). */
  readonly upstream?: { readonly organ: string; readonly url: string; readonly at: Date | null };
  /** Organizations that must agree, by any written name. */
  readonly signOffs?: readonly string[];
  /** Why a policy document needs no interpretation; a reviewer must agree. */
  readonly withoutInterpretation?: string;
}

export interface Submitted {
  readonly state: 'IN_REVIEW' | 'RETURNED';
  /** Why it was returned at once. */
  readonly returned: readonly Bilingual[];
}

const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';

const noGround: Bilingual = {
  zh: '不予公开的须写明依据（条例第十四、十五、十六条）、理由、决定人和重新评估的日期；未写明的予以退文。',
  en: 'What is withheld needs a ground (articles 14 to 16), a reason, who decided, and a day on which that is looked at again.',
};

/** What is missing from a submission, so that it is returned (材料不齐全的，予以退文). */
async function missingFrom(
  tx: Transaction,
  { id, kind, attribute, documentId }: HeldEdition,
  { withholding, withoutInterpretation }: Submission,
): Promise<Bilingual[]> {
  if (attribute === null) return [noAttribute.message];
  if (attribute === 'WITHHELD') {
    const isWhole = withholding && !blank(withholding.reason) && !blank(withholding.decider);
    return isWhole ? [] : [noGround];
  }
  if (attribute !== 'PROACTIVE' || !blank(withoutInterpretation)) return [];
  // Not published yet, but staged: submitted beside it.
  const beside = await tx.edition.findMany({
    where: { publishedAt: null, kind, documentId: { not: documentId } },
    select: { id: true },
  });
  const lacks = await kindNamed(kind)?.lacks(
    tx,
    id,
    beside.map((one) => one.id),
  );
  return (lacks ?? []).map(({ message }) => message);
}

const exempted = (reason: string): GateNote => ({
  rule: exemption,
  file: null,
  place: { zh: '解读', en: 'Interpretation' },
  shown: reason.trim(),
  value: null,
  message: {
    zh: `拟稿人说明无需解读：${reason.trim()}。`,
    en: `The author says that it needs no interpretation: ${reason.trim()}.`,
  },
});

async function refuseUnknown(tx: Transaction, name: string): Promise<never> {
  const { zh, en } = await nearestNames(tx, name);
  return refuse(
    'BAD_INPUT',
    `会签机构“${name}”不在机构名录中。${zh}`,
    `"${name}", who is to sign off, is not in the register.${en}`,
  );
}

async function demandSignOffs(tx: Transaction, editionId: string, names: readonly string[]): Promise<void> {
  const resolve = await organizationResolver(tx, names, null);
  const ids: string[] = [];
  for (const name of names) ids.push(resolve(name) ?? (await refuseUnknown(tx, name)));
  await tx.signOff.deleteMany({ where: { editionId } });
  await tx.signOff.createMany({ data: [...new Set(ids)].map((organizationId) => ({ editionId, organizationId })) });
}

/**
 * Submits a draft for review (报送): what the law wants to know is stored with it, its fields and files are searched for
 * personal information. What is incomplete is returned at once, with the reason.
 */
export async function submit(
  tx: Transaction,
  editionId: string,
  actor: Actor,
  submission: Submission = {},
): Promise<Submitted> {
  const edition = await hold(tx, editionId, 'SUBMIT', actor);
  const errors = await tx.finding.count({ where: { editionId, severity: 'ERROR' } });
  if (errors > 0) {
    refuse(
      'GATE_CLOSED',
      `有 ${errors} 个错误未改正，不能报送。`,
      `${errors} errors must be mended before it can be submitted.`,
    );
  }
  const { withholding, upstream, signOffs = [], withoutInterpretation = '' } = submission;
  if (upstream && (blank(upstream.organ) || !URL.canParse(upstream.url))) {
    refuse(
      'BAD_INPUT',
      '跟进发布须写明上级机关名称和来源网址。',
      'Following a release takes the name of the authority and the address of its source.',
    );
  }
  await tx.edition.update({
    where: { id: editionId },
    data: {
      ground: withholding?.ground ?? null,
      groundReason: withholding?.reason.trim() ?? null,
      groundDecider: withholding?.decider.trim() ?? null,
      reassessOn: withholding ? toUtcDate(withholding.reassessOn) : null,
      upstreamOrgan: upstream?.organ.trim() ?? null,
      upstreamUrl: upstream?.url ?? null,
      upstreamAt: upstream?.at ?? null,
    },
  });
  await demandSignOffs(tx, editionId, signOffs);
  await move(tx, edition, 'SUBMITTED', actor);
  const returned = await missingFrom(tx, edition, submission);
  if (returned.length > 0) {
    await move(tx, edition, 'RETURNED', automaticReturn, {
      state: 'RETURNED',
      reason: returned.map(({ zh }) => zh).join(' '),
    });
    return { state: 'RETURNED', returned };
  }
  const notes = await scanEdition(tx, edition);
  await storeNotes(tx, editionId, [
    ...notes,
    ...(blank(withoutInterpretation) ? [] : [exempted(withoutInterpretation)]),
  ]);
  await tx.edition.update({ where: { id: editionId }, data: { state: 'IN_REVIEW', scannedAt: await instant(tx) } });
  return { state: 'IN_REVIEW', returned: [] };
}
