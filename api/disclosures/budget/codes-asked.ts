import { badInput } from '../../graphql/errors.ts';
import { namesLike, suggestion } from '../../graphql/names-like.ts';
import type { Scheme } from './codes/classification.ts';
import { debt, type Item, itemNamed, threePublic, totals } from './codes/items.ts';
import { codeNamed, subjectsOf } from './codes/subject.ts';
import { type Form, formOf } from './forms.ts';
import { namesOn } from './read/codes-in-rows.ts';

function itemsOf({ layout }: Form): readonly Item[] {
  if (layout === 'THREE_PUBLIC') return threePublic;
  return layout === 'DEBT' ? debt : totals;
}

/** Departments print revenue by the function it is spent on. */
const schemesOf = (form: Form): readonly Scheme[] => {
  const named = namesOn(form, form.side);
  return named.length > 0 ? named : ['FUNCTION'];
};

function codeAsked(form: Form, written: string): string {
  const text = written.trim();
  if (/^\d{3,7}$/.test(text) || itemNamed(text)) return text;
  const schemes = schemesOf(form);
  for (const scheme of schemes) {
    const code = codeNamed(scheme, text);
    if (code !== undefined) return code;
  }
  const item = itemsOf(form).find(({ label, names }) => label.zh === text || names.test(text));
  if (item) return item.code;
  const known = [
    ...schemes.flatMap((scheme) => [...subjectsOf(scheme).values()].filter(({ code }) => code.length <= 5)),
  ].flatMap(({ code, names }) => names.map(({ zh }) => ({ zh, code })));
  const names = namesLike(text.slice(0, 40), [
    ...known.map(({ zh }) => zh),
    ...itemsOf(form).map(({ label }) => label.zh),
  ]);
  const codeOf = (name: string): string =>
    known.find(({ zh }) => zh === name)?.code ?? itemsOf(form).find(({ label }) => label.zh === name)?.code ?? '';
  const { zh, en } = suggestion(names.map((name) => `${codeOf(name)} ${name}`));
  throw badInput(
    `codes：没有科目“${text.slice(0, 40)}”；请写代码（如 205）或类、款的名称（如“教育支出”）。${zh}`,
    `codes: there is no code "${text.slice(0, 40)}"; give a code such as 205, or the name of a class or group.${en}`,
  );
}

/** Codes of a table by what was written: a code, or the name of a class or group in any year (教育支出). Any other is refused. */
export const codesAsked = (table: string, written: readonly string[]): readonly string[] => {
  const form = formOf(table);
  return [...new Set(written.map((one) => codeAsked(form, one)))];
};
