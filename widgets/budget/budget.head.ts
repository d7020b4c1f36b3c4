import type { Row, TableBlock } from '../core/document.ts';
import type { Scene } from '../core/panel.ts';
import type { Chosen, Place } from './budget.report.ts';
import type { BudgetAnswer } from './budget.shape.ts';
import { budgetWords } from './budget.words.ts';

export interface Head {
  readonly whole: string | null;
  /** The largest first, never none. */
  readonly parts: readonly {
    readonly label: string;
    readonly code: string;
    readonly perHead: string;
    readonly wan: string;
  }[];
}

/** Per head of the county's people, where they are known; null elsewhere. */
export function headOf(answer: BudgetAnswer, { level, own }: Chosen, { total, code: at }: Place): Head | null {
  const lists = { COUNTY_TOTAL: [answer.county, answer.countyWhole], COUNTY_OWN: [answer.own, answer.ownWhole] }[level];
  if (!lists || own === 'prior') return null;
  const [parts = [], whole = []] = lists.map((list) =>
    list?.filter(({ organization }) => organization !== null && organization.code === answer.organization?.code),
  );
  const known = parts.flatMap((part) => {
    const sum = part[own];
    return part.code && sum?.perHead ? [{ ...part.code, perHead: sum.perHead, wan: sum.wanYuan }] : [];
  });
  if (known.length === 0) return null;
  // Of a code there is no sum to ask for: it is what its parts come to, and only they are shown.
  const isWhole = at === '' && total.own !== null;
  return {
    whole: isWhole ? (whole[0]?.[own]?.perHead ?? null) : null,
    parts: known.sort((one, other) => Number(other.perHead) - Number(one.perHead)),
  };
}

export function headTable({ parts }: Head, scene: Scene): TableBlock {
  const words = budgetWords(scene.language);
  const longest = Math.max(1, ...parts.map(({ perHead }) => Math.abs(Number(perHead))));
  return {
    type: 'table',
    id: 'per-head',
    caption: words.perHeadOf,
    unit: words.perHeadUnit,
    chart: 'bars',
    columns: [
      { key: 'subject', label: words.subject, type: 'text' },
      { key: 'per-head', label: words.perHead, type: 'number' },
      { key: 'amount', label: words.wan, type: 'number' },
    ],
    rows: parts.map(
      ({ label, code, perHead, wan }): Row => ({
        cells: [label, perHead, wan],
        level: 1,
        ...(code.length < 7 ? { go: { code } } : {}),
        mark: Math.round((Number(perHead) / longest) * 10_000) / 10_000,
      }),
    ),
  };
}
