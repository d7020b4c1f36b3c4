import type { Bilingual } from '../core/finding.ts';
import { builder, type Types } from './builder.ts';

const Language = builder.enumType('Language', {
  description: '说明文字的语言。The language of a label.',
  values: {
    ZH: { description: '简体中文。Simplified Chinese.' },
    EN: { description: '英文。English.' },
  },
});

/** The argument of a field that speaks either language. */
export const lang = {
  type: Language,
  required: true as const,
  defaultValue: 'ZH' as const,
  description: '语言。Language.',
};

/** A field that says something of the row in the language asked for. */
export const said = <Row extends object>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Row>,
  description: string,
  words: (row: Row) => Bilingual,
) =>
  t.string({
    args: { lang: t.arg(lang) },
    description,
    resolve: (row, args) => words(row)[args.lang === 'EN' ? 'en' : 'zh'],
  });
