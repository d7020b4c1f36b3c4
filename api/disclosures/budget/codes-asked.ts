import type { Bilingual } from '../../core/finding.ts';
import { badInput } from '../../graphql/errors.ts';
import { namesLike, suggestion } from '../../graphql/names-like.ts';
import type { Scheme } from './codes/classification.ts';
import { debt, type Item, itemNamed, threePublic, totals } from './codes/items.ts';
import { codeNamed, isOfSomeClass, subjectsOf } from './codes/subject.ts';
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

/** A code, refused where its class is in no list at all: nothing can be published under it. */
function ofSomeClass(argument: string, code: string, schemes: readonly Scheme[]): string {
  if (isOfSomeClass(code)) return code;
  const classes = schemes.flatMap((scheme) => [...subjectsOf(scheme).values()].filter((one) => one.code.length === 3));
  const known = classes.map(({ code: own, names: [newest] }) => `${own} ${newest?.zh ?? ''}`);
  const like = namesLike(
    code.slice(0, 3),
    classes.map((one) => one.code),
  );
  const near = known.filter((one) => like.includes(one.slice(0, 3)));
  const { zh, en } = near.length > 0 ? suggestion(near) : allOf(known);
  throw badInput(
    `${argument}：没有科目 ${code}，各科目表都没有 ${code.slice(0, 3)} 这一类。${zh}`,
    `${argument}: there is no code ${code}: no list has a class ${code.slice(0, 3)}.${en}`,
  );
}

const allOf = (classes: readonly string[]): Bilingual => ({
  zh: `这张表的类有：${classes.join('、')}。`,
  en: ` The classes of this table: ${classes.join(', ')}.`,
});

function codeAsked(form: Form, written: string): string {
  const text = written.trim();
  const schemes = schemesOf(form);
  if (/^\d{3,7}$/.test(text)) return ofSomeClass('codes', text, schemes);
  if (itemNamed(text)) return text;
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

/** The code whose next level is asked for; one that is a code of no class is refused. */
export const underAsked = (table: string, code: string): string =>
  /^\d{3,}$/.test(code) ? ofSomeClass('under', code.slice(0, 40), schemesOf(formOf(table))) : code;
