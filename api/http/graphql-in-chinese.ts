import type { GraphQLError } from 'graphql';

/** What a message of graphql-js says: in Chinese, and what its English leaves unsaid. */
export interface Translated {
  readonly zh: string;
  readonly en: string;
}

type Parts = readonly (string | undefined)[];
type Sentence = string | Translated;

const longestValue = 60;

/** A value as it was written, in one line and short; a stroke between blanks would part the two languages. */
const value = (text = ''): string => {
  const line = text.replace(/\s+/g, ' ').replaceAll(' / ', '/').trim();
  return line.length > longestValue ? `${line.slice(0, longestValue)}…` : line;
};

/** “Did you mean "a", "b", or "c"?” */
function suggested(text = ''): string {
  const names = [...text.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  return names.length === 0 ? '' : `；是不是 ${names.join('、')}？`;
}

const isWord = (text: string): boolean => /^[_A-Za-z]\w*$/.test(text) && !/^(true|false|null)$/.test(text);

/** Text stands in quotation marks: a bare word is how a value of an enumeration is written. */
function notText(type: string, given: string): Sentence {
  const zh = `此处要 ${type}（文字，须加双引号），却是 ${value(given)}`;
  if (!isWord(given)) return zh;
  return { zh: `${zh}；请写 "${given}"`, en: `Text stands in quotation marks: write "${given}".` };
}

/** Values of an enumeration stand without them; in variables, which are JSON, every text has them. */
function notBare(type: string, given: string, hint?: string): Sentence {
  const bare = /^"(\w+)"$/.exec(given)?.[1];
  if (bare === undefined) return `${type} 是枚举，${value(given)} 不是它的值${suggested(hint)}`;
  return {
    zh: `${type} 是枚举，它的值不加引号，却是 ${value(given)}${suggested(hint)}`,
    en: 'Values of an enumeration stand without quotation marks.',
  };
}

const kinds: Readonly<Record<string, string>> = {
  Int: '整数，不加引号',
  Float: '数，不加引号',
  Boolean: 'true 或 false，不加引号',
  ID: '标识，须加双引号',
};

const tokens: Readonly<Record<string, string>> = { '<EOF>': '结尾', Name: '名称', String: '文字', Int: '整数' };

/** A token as the parser names it: <EOF>, "}", Name "x". */
const token = (text = ''): string =>
  value(text).replace(/^(<EOF>|Name|String|Int)(?= |$)/, (kind) => tokens[kind] ?? kind);

/** Every message we know, by its beginning (long values are cut off at the end), and how it reads in Chinese. */
const messages: readonly (readonly [pattern: RegExp, sentence: (...parts: Parts) => Sentence])[] = [
  [
    /^Cannot query field "(.+?)" on type "(.+?)"\.(?: Did you mean to use an inline fragment on (.*)\?)?(.*)/,
    (field, type, fragments, others) =>
      fragments === undefined
        ? `类型 ${type} 没有字段 ${field}${suggested(others)}`
        : `类型 ${type} 没有字段 ${field}；它在下级类型里，请用内联片段 ... on 写明类型${suggested(fragments)}`,
  ],
  [
    /^Unknown argument "(.+?)" on (?:field|directive) "(.+?)"\.(.*)/,
    (name, of, others) => `${of} 没有参数 ${name}${suggested(others)}`,
  ],
  [/^Unknown type "(.+?)"\.(.*)/, (type, others) => `没有类型 ${type}${suggested(others)}`],
  [/^Unknown fragment "(.+?)"/, (name) => `没有片段 ${name}；请用 fragment ${name} on 类型 { … } 写明`],
  [/^Unknown directive "(.+?)"/, (name) => `没有指令 ${name}`],
  [
    /^(?:Field "(.+?)" argument|Directive "(.+?)" argument) "(.+?)" of type "(.+?)" is required, but it was not provided/,
    (field, directive, name, type) => `${field ?? directive} 缺少必填参数 ${name}（类型 ${type}）`,
  ],
  [/^Field "(.+?)" of required type "(.+?)" was not provided/, (field, type) => `缺少必填的 ${field}（类型 ${type}）`],
  [
    /^Field "(.+?)" is not defined by type "(.+?)"\.(.*)/,
    (field, type, others) => `输入类型 ${type} 没有 ${field} 这一项${suggested(others)}`,
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have (?:a selection of subfields|at least one field selected)/,
    (field, type) => `字段 ${field} 是 ${type}，须写明要它的哪些字段：${field} { … }`,
  ],
  [
    /^Field "(.+?)" must not have a selection since type "(.+?)" has no subfields/,
    (field, type) => `字段 ${field} 是 ${type}，没有下级字段，请去掉它后面的 { … }`,
  ],
  [/^Variable "(.+?)" is not defined/, (name) => `变量 ${name} 没有声明；请在操作名后写明，如 query (${name}: 类型)`],
  [/^Variable "(.+?)" is never used/, (name) => `变量 ${name} 声明了而没有用到`],
  [
    /^Variable "(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    (name, type, wanted) => `变量 ${name} 声明为 ${type}，用它的地方要 ${wanted}`,
  ],
  [
    /^Variable "(.+?)" of required type "(.+?)" was not provided/,
    (name, type) => `没有给变量 ${name} 的值（类型 ${type}，必填）`,
  ],
  [
    /^Variable "(.+?)" of non-null type "(.+?)" must not be null/,
    (name, type) => `变量 ${name} 不能是 null（类型 ${type}）`,
  ],
  [/^Fragment "(.+?)" is never used/, (name) => `片段 ${name} 写了而没有用到`],
  [
    /^Fields "(.+?)" conflict because/,
    (name) => `两处 ${name} 要的不是同一内容；请给其中一处起别名，如 other: ${name}`,
  ],
  [/^There can be only one \w[\w ]* named "(.+?)"/, (name) => `${name} 写了不止一次`],
  [/^(String) cannot represent a non string value: ([\s\S]*)/, (type = '', given = '') => notText(type, given)],
  [
    /^(Int|Float|Boolean|ID) cannot represent (?:an? )?(?:non.*? )?(?:integer |numeric |boolean )?value: ([\s\S]*)/,
    (type = '', given) => `此处要 ${type}（${kinds[type]}），却是 ${value(given)}`,
  ],
  [
    /^Enum "(.+?)" cannot represent non-(?:enum|string) value: ([\s\S]*?)\.(?: Did you mean the enum value (.*))?$/,
    (type = '', given = '', hint) => notBare(type, given, hint),
  ],
  [
    /^Value "([\s\S]*?)" does not exist in "(.+?)" enum\.(.*)/,
    (given = '', type = '', hint) => notBare(type, given, hint),
  ],
  [/^Expected value of type "(.+?)", found ([\s\S]*)\.$/, (type, given) => `此处要 ${type}，却是 ${value(given)}`],
  [/^Expected non-nullable type "(.+?)" not to be null/, (type) => `此处不能是 null（类型 ${type}）`],
  [/^Expected type "(.+?)" to be an object/, (type) => `此处要 ${type}，须写成 { 名称: 值 }`],
  [/^Syntax Error: Expected (.+), found (.+)\.$/, (wanted, found) => `此处应为 ${token(wanted)}，却是 ${token(found)}`],
  [/^Syntax Error: Unexpected single quote/, () => '此处有单引号；文字须用双引号'],
  [/^Syntax Error: (?:Unexpected|Invalid) character: (.+)\.$/, (found) => `此处不能有字符 ${value(found)}`],
  [/^Syntax Error: Unterminated string/, () => '此处的文字没有结束的引号'],
  [/^Syntax Error: Unexpected (.+)\.$/, (found) => `此处不能有 ${token(found)}`],
];

const ofVariable = /^Variable "(\$.+?)" got invalid value ([\s\S]*?)(?: at "(.+?)")?; ([\s\S]*)$/;

function said(message: string): Translated | undefined {
  for (const [pattern, sentence] of messages) {
    const parts = pattern.exec(message)?.slice(1);
    if (!parts) continue;
    const told = sentence(...parts);
    return typeof told === 'string' ? { zh: told, en: '' } : told;
  }
  const [, name, , at, reason = ''] = ofVariable.exec(message) ?? [];
  const why = name === undefined ? undefined : said(reason);
  return why && { zh: `变量 ${at === undefined ? name : `$${at}`}：${why.zh}`, en: '' };
}

/** A message of graphql-js in Chinese, where it is one of the common ones; of a query that cannot be read, with the place. */
export function inChinese({ message, locations }: Pick<GraphQLError, 'message' | 'locations'>): Translated | undefined {
  const told = said(message);
  const [place] = message.startsWith('Syntax Error') ? (locations ?? []) : [];
  return told && place ? { ...told, zh: `第 ${place.line} 行第 ${place.column} 列，${told.zh}` } : told;
}
