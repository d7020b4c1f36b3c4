import type { Bilingual } from './finding.ts';

/** Where a publisher says what a file does not: the fields of the desk's upload page, as they are labelled there. */
export const importFields = {
  set: { zh: '文件没有写明的', en: 'What the file does not say' },
  map: { zh: '列的含义', en: 'What columns mean' },
  attribute: { zh: '公开属性', en: 'Disclosure attribute' },
  encoding: { zh: '文本编码', en: 'Encoding' },
} as const satisfies Record<string, Bilingual>;

// A remedy is read at the desk and in a shell: it names the field, and the option beside it.
const saidIn = (field: Bilingual, zh: string, en: string, option: string): Bilingual => ({
  zh: `在发布台的“${field.zh}”中${zh}（命令行用 ${option}）`,
  en: `at the desk, under "${field.en}", ${en} (in a shell: ${option})`,
});

/** How to say a fact: `年度=2024`. */
export const sayFact = (zh: string, en: string = zh): Bilingual =>
  saidIn(importFields.set, `写 ${zh}`, `write ${en}`, `--set ${zh}`);

/** How to say what a column means. */
export const sayColumn = (label: string, meaning: string, meant: string = meaning): Bilingual => ({
  zh: saidIn(importFields.map, `写 ${label}=${meaning}`, '', `--map "${label}=${meaning}"`).zh,
  en: saidIn(importFields.map, '', `write ${label}=${meant}`, `--map "${label}=${meant}"`).en,
});

export const sayAttribute: Bilingual = saidIn(
  importFields.attribute,
  '选“主动公开”',
  'choose "disclosed proactively"',
  '--attribute PROACTIVE',
);

export const sayEncoding = (encoding: string): Bilingual =>
  saidIn(importFields.encoding, `选 ${encoding}`, `choose ${encoding}`, `--encoding ${encoding}`);
