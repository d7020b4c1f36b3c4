import { type Fen, fen, formatMoney, type MoneyUnit } from '../core/money.ts';
import { builder, type FieldsOf } from './builder.ts';

builder.scalarType('Decimal', {
  description: '十进制数，写成字符串，位数固定，不经浮点。A decimal number as a string of fixed scale; never a float.',
});

builder.scalarType('BigInt', {
  description: '整数，写成字符串，可超出 32 位。A whole number as a string; it may exceed 32 bits.',
});

const Unit = builder.enumType('MoneyUnit', {
  description: '金额单位。The unit an amount is written in.',
  values: {
    YUAN: { value: '元' as const, description: '元。Yuan.' },
    THOUSAND_YUAN: { value: '千元' as const, description: '千元。A thousand yuan.' },
    WAN_YUAN: { value: '万元' as const, description: '万元：表中常用。Ten thousand yuan, as tables print it.' },
    MILLION_YUAN: { value: '百万元' as const, description: '百万元。A million yuan.' },
    YI_YUAN: { value: '亿元' as const, description: '亿元：债务常用。A hundred million yuan, as debt is printed.' },
  },
});

/** An amount, and how it was printed where it was. */
export interface MoneyValue {
  readonly fen: Fen;
  readonly unit: MoneyUnit;
  /** Decimals the source prints. */
  readonly scale: number;
}

/** A computed amount, printed nowhere: in yuan. */
export const yuanOf = (amount: Fen): MoneyValue => ({ fen: amount, unit: '元', scale: 2 });

/** An amount read as text from the database; null stays null, which is not zero. */
export const moneyOf = (amount: string | null | undefined, unit: MoneyUnit = '元', scale = 2): MoneyValue | null =>
  amount == null ? null : { fen: fen(BigInt(amount)), unit, scale };

/** Decimals that show an amount to the fen in each unit. */
const exactScale: Readonly<Record<MoneyUnit, number>> = { 元: 2, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10 };

export const Money = builder.objectRef<MoneyValue>('Money').implement({
  description: '金额：以整数分保存。An amount of money, kept as whole fen.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      args: {
        unit: t.arg({ type: Unit, required: true, defaultValue: '元', description: '以何单位写出。In which unit.' }),
        scale: t.arg.int({ description: '小数位数，0–10；默认精确到分。Decimals, 0–10; to the fen by default.' }),
      },
      description: '数额，默认以元计、两位小数。The amount, in yuan with two decimals unless asked otherwise.',
      resolve: ({ fen: amount }, { unit, scale }) =>
        formatMoney(amount, unit, Math.min(Math.max(scale ?? exactScale[unit], 0), 10)),
    }),
    fen: t.field({
      type: 'BigInt',
      description: '以分计的整数。Whole fen, 1/100 yuan.',
      resolve: ({ fen: amount }) => amount.toString(),
    }),
    published: t.string({
      description: '公开时的写法：原单位、原小数位，如“929393万元”。As published, in its unit and decimals.',
      resolve: ({ fen: amount, unit, scale }) => `${formatMoney(amount, unit, scale)}${unit}`,
    }),
    unit: t.field({
      type: Unit,
      description: '公开时的单位。The unit it was published in.',
      resolve: ({ unit }) => unit,
    }),
    currency: t.string({ description: '币种，均为人民币 CNY。Currency, always CNY.', resolve: () => 'CNY' }),
  }),
});

/** A field that tells the amount the row has as text; null where it has none. */
export const moneyField = <Key extends string>(
  t: FieldsOf<Key, string | null>,
  key: Key,
  description: string,
  unit?: MoneyUnit,
) => t.field({ type: Money, nullable: true, description, resolve: (row) => moneyOf(row[key], unit) });
