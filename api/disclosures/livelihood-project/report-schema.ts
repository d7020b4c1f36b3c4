import { builder } from '../../graphql/builder.ts';
import { chosenOrNull } from '../../graphql/code.ts';
import { said } from '../../graphql/language.ts';
import { moneyField } from '../../graphql/money.ts';
import { LivelihoodPace, LivelihoodStatus } from './enums.ts';
import { periodName } from './period.ts';
import type { ProgressRow } from './reads.ts';

/** One report of a project: cumulative to the end of its period. */
export const LivelihoodReport = builder.objectRef<ProgressRow>('LivelihoodReport').implement({
  description: '一期进展；数字均为年初以来累计。A report of one period; its figures are cumulative.',
  fields: (t) => ({
    period: t.exposeString('period', {
      description: '报告期代码：2024Q2 为第二季度，2024M06 为 6 月。Code of the period: a quarter or a month.',
    }),
    periodLabel: said(t, '报告期名称。Its name.', ({ period }) => ({ zh: periodName(period), en: period })),
    periodEnd: t.expose('periodEnd', { type: 'Date', description: '报告期最后一天。Its last day.' }),
    status: chosenOrNull(
      t,
      LivelihoodStatus,
      'status',
      '状态；原文没有或不能归类时为 null。Status; null where the source gives none that is known.',
    ),
    pace: chosenOrNull(t, LivelihoodPace, 'pace', '快慢；原文没有时为 null。Pace; null where the source does not say.'),
    statusWord: t.exposeString('statusWord', { nullable: true, description: '状态的原词。The word of the source.' }),
    quantity: t.field({
      type: 'Decimal',
      nullable: true,
      description: '累计完成量。Done so far.',
      resolve: ({ quantity }) => quantity,
    }),
    unit: t.exposeString('unit', { nullable: true, description: '计量单位。Unit of measure.' }),
    publishedRate: t.field({
      type: 'Decimal',
      nullable: true,
      description: '原文所载完成率，%。Rate of completion as published, in percent.',
      resolve: ({ rate }) => rate,
    }),
    invested: moneyField(t, 'invested', '累计完成投资。Invested so far.', '万元'),
    progress: t.exposeString('text', { nullable: true, description: '工作进展。What was done.' }),
    results: t.exposeString('results', { nullable: true, description: '取得成效。What came of it.' }),
    problems: t.exposeString('problems', { nullable: true, description: '存在问题。What stands in the way.' }),
    nextSteps: t.exposeString('nextSteps', { nullable: true, description: '后续举措。What comes next.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: '累计数减少时的说明。Why a cumulative figure is lower than before.',
    }),
  }),
});
