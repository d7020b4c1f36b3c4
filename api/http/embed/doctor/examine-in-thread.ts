import type { Bilingual } from '../../../core/finding.ts';
import { inThread } from '../../../core/in-thread.ts';
import { ApiError } from '../../../graphql/errors.ts';
import { type Reader, Turns } from '../../turns.ts';
import type { Examination } from './examine.ts';
import type { Examinable } from './examine-worker.ts';

/** What the examination of one page may take: a page of a megabyte can be made to take minutes. */
const limits = { seconds: 8, heapMegabytes: 384 } as const;

const places = 50;
const retryAfter = 10;

/** Two pages at once, beside the thread that answers; one address, whatever it pastes, leaves room for another. */
const examinationTurns = new Turns(
  2,
  places,
  () => {
    const words = {
      zh: `现在要检查的页面太多，请 ${retryAfter} 秒后再检查。`,
      en: `Too many pages are being examined now; examine again in ${retryAfter} seconds.`,
    };
    return new ApiError('TIMEOUT', words, { retryAfter });
  },
  1,
);

const tooMuch: Bilingual = {
  zh: `页面在 ${limits.seconds} 秒内没有检查完；请只粘贴面板前后的一段。`,
  en: `The page could not be examined within ${limits.seconds} seconds; paste only the part around the panel.`,
};

/** Examines a page in the reader’s turn, in a thread of its own; or says why it could not be. */
export async function examineInThread(page: Examinable, reader: Reader): Promise<Examination | Bilingual> {
  const examined = await examinationTurns.take(reader, () =>
    inThread<Examination>(new URL('./examine-worker.ts', import.meta.url), page, limits),
  );
  return 'answer' in examined ? examined.answer : tooMuch;
}
