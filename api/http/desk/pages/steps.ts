import { type Action, lifecycle } from '../../../core/lifecycle.ts';
import { draftById } from '../../../desk/draft.ts';
import { act } from '../../../publishing/audit.ts';
import { discard } from '../../../publishing/discard.ts';
import { BadInput, NotFound } from '../../../publishing/errors.ts';
import { publishTogether } from '../../../publishing/publish.ts';
import { approve, clear, returnDraft, review, signOff } from '../../../publishing/review.ts';
import { schedule, unschedule } from '../../../publishing/schedule.ts';
import { submit } from '../../../publishing/submit.ts';
import { seal, withdraw } from '../../../publishing/withdraw.ts';
import type { Transaction } from '../../../store/client.ts';
import type { Said } from './said.ts';
import { submissionIn } from './submission.ts';
import type { Visit } from './visit.ts';

export const slugOf = (action: Action): string => action.toLowerCase().replace('_', '-');

const actions = Object.keys(lifecycle) as Action[];
export const actionOf = (slug: string): Action | undefined => actions.find((action) => slugOf(action) === slug);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mostTogether = 50;

/** One edition, and those that were ticked to go with it. */
function together(id: string, said: Said): readonly string[] {
  const ids = [...new Set([id, ...said.all('together')])];
  if (ids.length <= mostTogether && ids.every((one) => uuid.test(one))) return ids;
  throw new BadInput({ zh: `一次至多 ${mostTogether} 件。`, en: `At most ${mostTogether} at once.` });
}

async function indexNumberOf(visit: Visit, id: string): Promise<string> {
  const indexNumber = (await draftById(visit, id))?.document.indexNumber;
  if (indexNumber) return indexNumber;
  throw new NotFound({ zh: '没有这一版。', en: 'There is no such edition.' });
}

function momentIn(said: Said): Date {
  const at = said.moment('at');
  if (at) return at;
  throw new BadInput({ zh: '请写明发布的时刻。', en: 'Say when it is to be published.' });
}

function resultIn(said: Said): 'PASSED' | 'REFUSED' {
  const result = said.text('result');
  if (result === 'PASSED' || result === 'REFUSED') return result;
  throw new BadInput({ zh: '请选择审查结果。', en: 'Choose the result of the review.' });
}

interface Given {
  readonly visit: Visit;
  readonly id: string;
  readonly said: Said;
}

type Work = (tx: Transaction) => Promise<unknown>;
interface Prepared {
  readonly subject: string;
  readonly work: Work;
}

const alone =
  (work: (tx: Transaction, given: Given) => Promise<unknown>) =>
  async (given: Given): Promise<Prepared> => ({ subject: given.id, work: (tx) => work(tx, given) });

/** Each step of an edition's life, from what its form says: the same as at the door for programs. */
const steps: Readonly<Record<Exclude<Action, 'STAGE'>, (given: Given) => Promise<Prepared>>> = {
  SUBMIT: async ({ visit, id, said }) => {
    const submission = submissionIn(said);
    return { subject: id, work: (tx) => submit(tx, id, visit.actor, submission) };
  },
  REVIEW: async ({ visit, id, said }) => {
    const given = { result: resultIn(said), basis: said.text('basis'), note: said.text('note') };
    return { subject: id, work: (tx) => review(tx, id, visit.actor, given) };
  },
  CLEAR: alone((tx, { visit, id, said }) =>
    clear(tx, id, visit.actor, { findingId: said.text('finding'), reason: said.text('reason') }),
  ),
  SIGN_OFF: alone((tx, { visit, id }) => signOff(tx, id, visit.actor)),
  RETURN: alone((tx, { visit, id, said }) => returnDraft(tx, id, visit.actor, said.text('reason'))),
  APPROVE: alone((tx, { visit, id }) => approve(tx, id, visit.actor)),
  DISCARD: alone((tx, { visit, id }) => discard(tx, id, visit.actor)),
  UNSCHEDULE: alone((tx, { visit, id }) => unschedule(tx, id, visit.actor)),
  SEAL: alone((tx, { visit, id, said }) => seal(tx, id, visit.actor, said.text('reason'))),
  PUBLISH: async ({ visit, id, said }) => {
    const ids = together(id, said);
    return { subject: ids.join(' '), work: (tx) => publishTogether(tx, ids, visit.actor) };
  },
  SCHEDULE: async ({ visit, id, said }) => {
    const ids = together(id, said);
    const at = momentIn(said);
    return { subject: ids.join(' '), work: (tx) => schedule(tx, ids, visit.actor, at) };
  },
  WITHDRAW: async ({ visit, id, said }) => {
    const indexNumber = await indexNumberOf(visit, id);
    return { subject: indexNumber, work: (tx) => withdraw(tx, indexNumber, visit.actor, said.text('reason')) };
  },
};

/** Takes a step and records the attempt; gives the word by which the next page says that it is done. */
export async function take(visit: Visit, action: Exclude<Action, 'STAGE'>, id: string, said: Said): Promise<string> {
  const { subject, work } = await steps[action]({ visit, id, said });
  const result = await act(visit.store, visit.actor, { action, subject }, work);
  const isReturned = action === 'SUBMIT' && (result as Awaited<ReturnType<typeof submit>>).state === 'RETURNED';
  return isReturned ? 'RETURNED_AT_ONCE' : action;
}
