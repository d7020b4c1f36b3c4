import { fen } from '../../core/money.ts';
import { builder } from '../../graphql/builder.ts';
import { Code, codeOf } from '../../graphql/code.ts';
import { eventGradeCodes } from '../../graphql/emergency-scales.ts';
import { badInput } from '../../graphql/errors.ts';
import { accidentGrade } from './accident-grade.ts';

/** 10 万亿元: more than any accident cost, and exact. */
const mostYuan = 10_000_000_000_000;

builder.queryField('accidentGrade', (t) =>
  t.field({
    type: Code,
    description:
      '生产安全事故等级，按国务院令第493号第三条由伤亡和损失算出；“以上”含本数，“以下”不含。Grade of an accident at work from its toll; the bounds include their own number below and exclude it above.',
    args: {
      deaths: t.arg.int({ required: true, defaultValue: 0, description: '死亡人数。Deaths.' }),
      seriousInjuries: t.arg.int({
        required: true,
        defaultValue: 0,
        description: '重伤人数，含急性工业中毒。Serious injuries, acute poisoning included.',
      }),
      directLossYuan: t.arg.float({
        required: true,
        defaultValue: 0,
        description: '直接经济损失，单位元。Direct economic loss in yuan.',
      }),
    },
    resolve: (_, { deaths, seriousInjuries, directLossYuan }) => {
      if (directLossYuan > mostYuan)
        throw badInput(
          `directLossYuan 为 ${directLossYuan}，超过 10 万亿元；请核对单位（元）。`,
          `directLossYuan is ${directLossYuan}, more than 10^13 yuan; check the unit, which is yuan.`,
        );
      if (deaths < 0 || seriousInjuries < 0 || !(directLossYuan >= 0))
        throw badInput('人数和损失须为零或更多。', 'Numbers and losses must be zero or more.');
      const directLoss = fen(BigInt(Math.round(directLossYuan * 100)));
      return codeOf(eventGradeCodes, accidentGrade({ deaths, seriousInjuries, directLoss }));
    },
  }),
);
