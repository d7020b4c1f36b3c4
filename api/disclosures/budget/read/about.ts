import { normalise } from '../../../core/chinese.ts';
import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { GridRow, Merge } from '../../../core/grid.ts';
import { sayFact } from '../../../core/said-at-import.ts';
import { type Form, formOf, forms } from '../forms.ts';
import type { Level, Stage } from '../model.ts';
import { type Facts, factsIn, levelIn, ofDepartment, stageIn, yearIn } from './facts.ts';
import { formNamed } from './form-names.ts';
import { findHeader, type Mapping } from './header.ts';
import { misstated } from './misstated.ts';
import type { Reading } from './roles.ts';

/** Finds a header without knowing yet of which table. */
const anyReading: Reading = { stage: 'FINAL_ACCOUNTS', fiscalYear: 0, form: formOf('DETAIL') };

/** What stands above a sheet's table, and whether there is one. */
export interface SheetWords {
  readonly facts: Facts;
  readonly titles: readonly string[];
  readonly hasTable: boolean;
}

export function wordsOf(head: readonly GridRow[], merges: readonly Merge[], mapping: Mapping): SheetWords {
  const header = findHeader(head, merges, anyReading, mapping);
  const above = header ? head.filter(({ row }) => row < header.firstRow) : head.slice(0, 30);
  return { ...factsIn(above), hasTable: header !== null };
}

export interface About {
  readonly fiscalYear: number;
  readonly stage: Stage;
  readonly level: Level;
  readonly owner: 'GOVERNMENT' | 'DEPARTMENT';
  readonly body: string;
  readonly title: string;
  readonly findings: readonly Finding[];
}

const ask = (rule: string, zh: string, en: string, set: string): Finding =>
  finding(
    rule,
    'ERROR',
    {},
    [zh, en],
    [`请在文件中写明，或${sayFact(set).zh}。`, `State it in the file, or ${sayFact(set).en}.`],
  );

const departmental = /财政拨款|部门|单位(预|决)算|所属单位/;
const governmental =
  /全[县市区省]|本级|债务|债券|转移支付|政府(预|决)算|政府性基金(预算)?(收入|支出|收支)|一般公共预算(收支|收入|支出)|平衡/;

function ownerOf(level: Level | null, texts: string, facts: Facts, body: string): About['owner'] | null {
  if (level !== null) return level === 'DEPARTMENT' || level === 'UNIT' ? 'DEPARTMENT' : 'GOVERNMENT';
  if (departmental.test(texts) || facts.has(ofDepartment)) return 'DEPARTMENT';
  if (governmental.test(texts) || /人民政府$/.test(body)) return 'GOVERNMENT';
  // A finance bureau prints both its own tables and the government's.
  return body === '' || /财政局$/.test(body) ? null : 'DEPARTMENT';
}

function levelOf(owner: About['owner'], said: Level | null, texts: string, body: string): Level {
  if (said) return said;
  if (owner === 'DEPARTMENT')
    return /单位(预|决)算/.test(texts) && !/部门(预|决)算/.test(texts) ? 'UNIT' : 'DEPARTMENT';
  if (/(镇|乡|街道)(人民政府|政府|办事处)?$/.test(body)) return 'TOWN';
  return 'COUNTY_TOTAL';
}

const bodyName =
  /^(?:(?:19|20)\d{2}年?度?)?([\p{Script=Han}（）()]{2,30}?(?:局|委员会|委|办公室|中心|管理站|救助站|服务站|站|学校|小学|中学|幼儿园|医院|卫生院|图书馆|馆|院|所|大队|人民政府|街道|镇|乡|县|区|市|省))(?:政府)?(?:(?:19|20)\d{2}年?度?)?(?:全[县市区]|本级|部门|单位|一般|政府|地方|社会|国有|收|财政|“|"|三公|预|决|支|债|项目|[（(])/u;

/** The body a title names: 2021年度丰都县一般公共预算收支决算表 is of 丰都县人民政府. */
export function bodyIn(title: string): string | null {
  const key = normalise(title).replace(/\s/g, '');
  const found = bodyName.exec(key)?.[1] ?? null;
  if (found === null || /^(全|本)/.test(found)) return null;
  return /[县区市省]$/.test(found) ? `${found}人民政府` : found;
}

const stageWords: Readonly<Record<Stage, string>> = {
  BUDGET: '预算',
  ADJUSTMENT: '预算调整',
  EXECUTION: '预算执行情况',
  FINAL_ACCOUNTS: '决算',
};

const levelWords: Readonly<Record<Level, string>> = {
  COUNTY_TOTAL: '政府',
  COUNTY_OWN: '本级政府',
  TOWN: '',
  DEPARTMENT: '部门',
  UNIT: '单位',
};

const titleOf = (year: number, body: string, level: Level, stage: Stage): string => {
  const place = level.startsWith('COUNTY') ? body.replace(/人民政府$/, '') : body;
  return `${year}年${place}${levelWords[level]}${stageWords[stage]}`;
};

/** The commonest answer; the first of several as common. */
function commonest<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}

const present = <Value>(value: Value | null): Value[] => (value === null ? [] : [value]);

/** What a report is about, from what it says of itself and what its publisher said; what is not certain is asked for. */
export function aboutReport(name: string, facts: Facts, titles: readonly string[], named: readonly string[]): About {
  const findings: Finding[] = misstated(facts);
  const all = [...present(facts.get('标题') ?? null), ...titles, ...named];
  const texts = all.map(normalise).join('\n');
  const fiscalYear =
    yearIn(facts.get('年度') ?? '') ??
    commonest(titles.flatMap((title) => present(yearIn(title)))) ??
    yearIn(facts.get('标题') ?? '') ??
    yearIn(name);
  if (fiscalYear === null && !facts.get('年度'))
    findings.push(ask('fiscal-year-missing', '没有写明预算年度。', 'The fiscal year is not stated.', '年度=2021'));
  const stage =
    stageIn(facts.get('阶段') ?? '') ?? commonest(all.flatMap((title) => present(stageIn(title)))) ?? stageIn(name);
  if (stage === null && !facts.get('阶段'))
    findings.push(
      ask(
        'stage-missing',
        '没有写明是预算还是决算。',
        'Whether this is a budget or final accounts is not stated.',
        '阶段=决算',
      ),
    );
  const said = levelIn(facts.get('层级') ?? '');
  const body = facts.get('机构') ?? titles.map(bodyIn).find((found) => found !== null) ?? bodyIn(name);
  if (body == null || body === '')
    findings.push(
      ask('body-missing', '没有写明是哪个机构的收支。', 'Whose money it is is not stated.', '机构=桓台县财政局'),
    );
  const owner = ownerOf(said, texts, facts, body ?? '');
  if (owner === null && !facts.get('层级')) {
    findings.push(
      ask(
        'level-missing',
        '不能确定是政府还是部门的收支。',
        'Whether this is of a government or a department is not certain.',
        '层级=全县',
      ),
    );
  }
  const level = levelOf(owner ?? 'DEPARTMENT', said, texts, body ?? '');
  if (said === null && owner !== null && level === 'COUNTY_TOTAL' && !/全[县市区省]/.test(texts)) {
    findings.push(
      finding(
        'level-assumed',
        'NOTICE',
        {},
        [
          '没有写明全县还是本级：题名有“本级”的表按本级，其余按全县。',
          'County total or own level is not stated: tables that say 本级 are of the own level, the others of the county.',
        ],
        [`如不对，请${sayFact('层级=本级').zh}。`, `If that is wrong, ${sayFact('层级=本级').en}.`],
      ),
    );
  }
  const known = { fiscalYear: fiscalYear ?? 0, stage: stage ?? 'BUDGET', body: body ?? '' };
  return {
    ...known,
    level,
    owner: owner ?? 'DEPARTMENT',
    title: facts.get('标题') ?? titleOf(known.fiscalYear, known.body, level, known.stage),
    findings,
  };
}

/** The table a sheet holds: by what its publisher said, its titles, or its name. */
export function formOfSheet(
  owner: About['owner'],
  said: string | undefined,
  titles: readonly string[],
  sheet: string | null,
  file: string,
): { readonly form: Form; readonly title: string } | null {
  const exact = forms.find(({ code, label }) => code === said?.toUpperCase() || label.zh === said);
  if (exact) return { form: exact, title: titles[0] ?? sheet ?? exact.label.zh };
  for (const title of [...present(said ?? null), ...titles, ...present(sheet), file.replace(/\.[a-z]+$/i, '')]) {
    const form = formNamed(title, owner);
    if (form) return { form, title: title.trim().replace(/\s*\n\s*/g, '') };
  }
  return null;
}
