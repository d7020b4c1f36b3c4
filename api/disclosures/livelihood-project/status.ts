import { labelKey } from '../../core/table/labels.ts';
import { atLeast, moreThan } from './decimal.ts';
import type { Pace, Status } from './model.ts';

/** What a word of a source says of where a project stands. */
export interface Standing {
  readonly status: Status | null;
  readonly pace: Pace | null;
}

const standing = (status: Status | null, pace: Pace | null = null): Standing => ({ status, pace });

/**
 * The words of three places and of plain speech (状态对照表). 会昌县: 未开工、已开工、已完成. 巴中市: 提前或超额完成、正常推进、推进缓慢.
 * 金寨县: 已完成和提前完成、超进度、达进度、欠进度、其它, the last of which says nothing of where a task stands.
 */
const words: readonly (readonly [RegExp, Standing])[] = [
  [/^(提前或超额完成|提前超额完成)$/, standing('IN_PROGRESS', 'AHEAD')],
  [/^(超额完成|超目标完成)$/, standing('OVERFULFILLED')],
  [
    /^(已|全部|全面|已全部|提前|按期|已提前)?(完成|完工|竣工|建成|办结|交付|投用|投入使用)(和提前完成|并投用|验收)?$/,
    standing('COMPLETED'),
  ],
  [/^(未|尚未|没有|还未)(开工|启动|开始|实施)$|^(前期|前期工作|谋划|筹备)(中|阶段)?$/, standing('NOT_STARTED')],
  [/^(超|超过?序时|快于序时|领先)进度$|^(超序时|提前推进|快于序时|进度超前)$/, standing('IN_PROGRESS', 'AHEAD')],
  [
    /^(达|达到|达到序时|按|按序时|序时|符合)进度$|^(正常|正常推进|按计划推进|顺利推进|有序推进|序时推进|达序时|达到序时)$/,
    standing('IN_PROGRESS', 'ON'),
  ],
  [
    /^(欠|滞后|慢于|慢于序时|落后|未达)进度$|^(推进缓慢|进展缓慢|缓慢|滞后|进度滞后|推进滞后|欠序时|未达序时)$/,
    standing('IN_PROGRESS', 'BEHIND'),
  ],
  [
    /^(已|正)?(开工|启动|动工|实施)$|^(正在)?(建设|推进|实施|施工|进行|办理)中?$|^(在建|正在推进|正在实施|正在建设|持续推进)$/,
    standing('IN_PROGRESS'),
  ],
  [/^(已)?(停工|暂停|缓建|暂缓|暂停实施|中止)$/, standing('SUSPENDED')],
  [/^(已)?(取消|终止|调出|不再实施|撤销)$/, standing('CANCELLED')],
  [/^(已)?(结转|跨年|结转下年|转入下年|跨年实施|转下年续建|续建)$/, standing('CARRIED_OVER')],
  [/^(其它|其他)$/, standing(null)],
];

/** Where a project stands by the word of its source and its rate in percent; null for a word that is none of ours. */
export function standingOf(word: string, rate: string | null): Standing | null {
  const key = labelKey(word);
  const found = words.find(([pattern]) => pattern.test(key))?.[1] ?? null;
  if (!found) return null;
  const isDone = found.status === 'COMPLETED' || /完成/.test(key);
  if (!isDone || rate === null || found.status === null) return found;
  if (moreThan(rate, '100')) return standing('OVERFULFILLED');
  return found.pace === 'AHEAD' && atLeast(rate, '100') ? standing('COMPLETED') : found;
}

export const isDone = (status: Status | null): boolean => status === 'COMPLETED' || status === 'OVERFULFILLED';
