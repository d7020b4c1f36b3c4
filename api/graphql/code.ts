import type { EnumRef } from '@pothos/core';
import type { Bilingual } from '../core/finding.ts';
import { builder, type FieldsOf, type Types } from './builder.ts';
import { said } from './language.ts';

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
    label: said(t, '名称。Its name.', ({ label }) => label),
  }),
});

/** A field that tells a code of the row with its name. */
export const coded = <Key extends string>(t: FieldsOf<Key, string>, list: CodeList, key: Key, description: string) =>
  t.field({ type: Code, description, resolve: (row) => codeOf(list, row[key]) });

/** The same where the row may have none. */
export const codedOrNull = <Key extends string>(
  t: FieldsOf<Key, string | null>,
  list: CodeList,
  key: Key,
  description: string,
) => t.field({ type: Code, nullable: true, description, resolve: (row) => codeOrNull(list, row[key]) });

/** A field that tells a code of the row as a value of its enum. What is stored was read by the same list. */
export const chosen = <Key extends string, Value extends string>(
  t: FieldsOf<Key, string>,
  type: EnumRef<Types, Value>,
  key: Key,
  description: string,
) => t.field({ type, description, resolve: (row) => row[key] as never });

export const chosenOrNull = <Key extends string, Value extends string>(
  t: FieldsOf<Key, string | null>,
  type: EnumRef<Types, Value>,
  key: Key,
  description: string,
) => t.field({ type, nullable: true, description, resolve: (row) => row[key] as never });
