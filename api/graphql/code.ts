import type { Bilingual } from '../core/finding.ts';
import { builder } from './builder.ts';
import { Language } from './language.ts';

/** A closed list of codes with names (代码表). */
export interface CodeList {
  readonly scheme: string;
  readonly labels: Readonly<Record<string, Bilingual>>;
}

/** A list written as entries, as the kinds keep theirs. */
export const codeList = (
  scheme: string,
  entries: readonly { readonly code: string; readonly label: Bilingual }[],
): CodeList => ({
  scheme,
  labels: Object.fromEntries(entries.map(({ code, label }) => [code, label])),
});

export interface CodeValue {
  readonly scheme: string;
  readonly code: string;
  readonly label: Bilingual;
}

export const codeOf = ({ scheme, labels }: CodeList, code: string): CodeValue => ({
  scheme,
  code,
  label: labels[code] ?? { zh: code, en: code },
});

export const codeOrNull = (list: CodeList, code: string | null): CodeValue | null =>
  code === null ? null : codeOf(list, code);

export const Code = builder.objectRef<CodeValue>('Code').implement({
  description: '代码及其名称。A code and its name.',
  fields: (t) => ({
    code: t.exposeString('code', { description: '代码，可用于 where。The code, as given to where.' }),
    scheme: t.exposeString('scheme', { description: '出自哪个代码表。The list it is from.' }),
    label: t.string({
      args: { lang: t.arg({ type: Language, required: true, defaultValue: 'ZH', description: '语言。Language.' }) },
      description: '名称。Its name.',
      resolve: ({ label }, { lang }) => (lang === 'EN' ? label.en : label.zh),
    }),
  }),
});
