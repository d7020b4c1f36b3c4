import { operator } from '../../api/publishing/actor.ts';
import { type PaperReview, publishOnPaper } from '../../api/publishing/express.ts';
import type { Publication } from '../../api/publishing/publish.ts';
import * as withdrawing from '../../api/publishing/withdraw.ts';
import type { Transaction } from '../../api/store/client.ts';

/** Who drafts and publishes in tests. */
export const tester = operator('test');

/** A review held on paper by somebody else; made-up documents need no interpretation. */
export const onPaper: PaperReview = {
  reviewer: '审查人',
  basis: '测试用保密审查',
  clearing: new Map(),
  submission: { withoutInterpretation: '测试用文件' },
};

/** Takes a draft through the whole gate. */
export async function publish(tx: Transaction, editionId: string): Promise<Publication> {
  const [publication] = await publishOnPaper(tx, [editionId], tester, onPaper);
  if (!publication) throw new Error('nothing was published');
  return publication;
}

export const withdraw = (tx: Transaction, indexNumber: string, reason: string): Promise<void> =>
  withdrawing.withdraw(tx, indexNumber, tester, reason);
