import divisions from '../../../core/data/divisions-370321.json' with { type: 'json' };
import type { DocumentNumber } from '../../../core/document-number.ts';
import { addDays, addYears, type LocalDate } from '../../../core/local-date.ts';
import { type Random, random as seeded } from '../../../core/random.ts';
import { sampleOrganizations } from '../../../core/sample/organizations.ts';
import type { Draft, Metadata } from '../../kind.ts';
import { cleanUpOf, withCleanUp } from '../clean-up.ts';
import type { ArticleRow, RegulatoryContent, RelationRow } from '../content.ts';
import { genreOfTitle } from '../genres.ts';
import { rankOf } from '../rank.ts';
import { titleKey } from '../title.ts';
import {
  amendmentArticles,
  interpretationArticles,
  listArticles,
  planArticles,
  repealArticles,
  ruleArticles,
} from './articles.ts';
import { cleanUpStatement, isCleanUpDue } from './clean-ups.ts';
import { type Form, type Matter, matters } from './matters.ts';
import { sampleIssuers, sampleTownKeys } from './numbering.ts';
import type { Theme } from './sentences.ts';
import type { Earlier, Statement } from './statement.ts';
import { Register, workingDays } from './timeline.ts';

/** A made-up document, marked 示例 in its title and in its metadata. */
export interface SampleDocument extends Draft<RegulatoryContent> {
  readonly metadata: Metadata & { readonly isSample: true };
}

const MARK = '（示例）';
/** How many earlier documents are remembered; the sample stays within this memory however long it runs. */
const REMEMBERED = 256;
/** Nothing is amended or replaced sooner than this many working days. */
const SETTLED = 250;

const organizations = new Map(sampleOrganizations.map((one) => [one.key, one]));
const nameOf = (key: string): string => organizations.get(key)?.name ?? key;
const shortNameOf = (key: string): string => organizations.get(key)?.aliases[0]?.name ?? nameOf(key);

const villages = divisions.divisions
  .filter(({ level }) => level === 'VILLAGE')
  .map(({ name }) => name.replace(/社区居委会$|居委会$/, '社区').replace(/村委会$/, '村'));

const copiedTo = ['县委各部门', '人大常委会办公室', '县政协办公室', '县监委', '县法院', '县检察院'];
const NOBODY: readonly string[] = [];

const isRuleName = (name: string): boolean => /(办法|细则|规定|规程)(（试行）)?$/.test(name);

function themeOf(matter: Matter, year: number): Theme {
  return {
    field: matter.field,
    subject: matter.subject,
    year,
    everywhere: sampleTownKeys.includes(matter.issuer) ? '全镇' : '全县',
    lead: shortNameOf(matter.owner),
    partner: shortNameOf(matter.partner),
  };
}

/** 暂行 and 试行 hold 1 or 2 years, other rules 3 to 5; yearly papers end with their year. */
function period(random: Random, name: string, day: LocalDate): { from: LocalDate; to: LocalDate } {
  const year = /^(\d{4})年/.exec(name)?.[1];
  if (year !== undefined) return { from: day, to: `${year}-12-31` as LocalDate };
  const from = isRuleName(name) ? addDays(day, random.int(10, 40)) : day;
  const years = /暂行|试行/.test(name) ? random.int(1, 2) : /应急预案|规划/.test(name) ? 5 : random.int(3, 5);
  return { from, to: addDays(addYears(from, years), -1) };
}

function relation(
  type: RelationRow['type'],
  target: Pick<Earlier, 'number' | 'title'>,
  article: number | null,
): RelationRow {
  return { type, targetNumber: target.number, targetTitle: target.title, targetKey: target.number, article };
}

/** A law of the field that has to do with the subject; most documents name one. */
function basisOf(random: Random, { field, subject }: Matter): string | null {
  const fitting = field.bases.filter(({ words }) => words.test(subject));
  return fitting.length > 0 && random.next() < 0.85 ? random.pick(fitting).title : null;
}

const basisKeys = new Map<string, string>();

function basedOn(basis: string | null, articles: readonly ArticleRow[]): RelationRow[] {
  if (basis === null) return [];
  const targetKey = basisKeys.get(basis) ?? titleKey(basis);
  basisKeys.set(basis, targetKey);
  const at = articles.findIndex(({ text }) => text.includes(basis));
  return [{ type: 'BASED_ON', targetNumber: null, targetTitle: basis, targetKey, article: at < 0 ? null : at }];
}

/** 关于印发《X》的通知: the instrument is new, or replaces an earlier one of the same name. */
function carry(random: Random, matter: Matter, day: LocalDate, replaced: Earlier | null): Statement {
  const theme = themeOf(matter, Number(day.slice(0, 4)));
  const instrument = matter.matter + MARK;
  const basis = basisOf(random, matter);
  const { from, to } = period(random, matter.matter, day);
  const terms = {
    basis: basis === null ? null : `《${basis}》`,
    from,
    to,
    replaces: replaced === null ? null : `原《${replaced.instrument}》（${replaced.number}）`,
  };
  const isRule = isRuleName(matter.matter);
  const kind = /(办法|细则|规定|规程)(?:（试行）)?$/.exec(matter.matter)?.[1] ?? '办法';
  const articles = isRule ? ruleArticles(random, theme, kind, terms) : planArticles(random, theme, terms);
  const approved = matter.issuer === 'office' ? '已经县政府同意，' : '';
  return {
    matter,
    title: `${nameOf(matter.issuer)}关于印发《${instrument}》的通知`,
    instrument,
    intro: `《${instrument}》${approved}现印发给你们，请认真贯彻执行。`,
    articles,
    relations: [
      ...basedOn(basis, articles),
      ...(replaced === null ? [] : [relation('SUPERSEDES', replaced, articles.length - 1)]),
    ],
    isRule,
    numbered: true,
    from,
    to,
    theme,
  };
}

/** A document that carries nothing and says it itself. */
function speak(random: Random, matter: Matter, day: LocalDate, cited: Earlier | null): Statement {
  const theme = themeOf(matter, Number(day.slice(0, 4)));
  const isOpinion = matter.form === '意见';
  const basis = isOpinion ? basisOf(random, matter) : null;
  const { from, to } = isOpinion ? period(random, matter.matter, day) : { from: null, to: null };
  const terms = { basis: basis === null ? null : `《${basis}》`, from, to, replaces: null };
  const articles = isOpinion ? planArticles(random, theme, terms) : listArticles(random, theme, random.int(3, 5));
  const ground = cited === null ? '' : `按照《${cited.title}》（${cited.number}）要求，`;
  return {
    matter,
    title: `${nameOf(matter.issuer)}关于${matter.matter}的${isOpinion ? '实施意见' : matter.form}`,
    instrument: null,
    intro: `${ground}现将${matter.matter}有关事项${matter.form === '批复' ? '批复' : '明确'}如下：`,
    articles,
    relations: [...basedOn(basis, articles), ...(cited === null ? [] : [relation('IMPLEMENTS', cited, null)])],
    isRule: false,
    numbered: matter.form !== '公告' && matter.form !== '通告',
    from,
    to,
    theme,
  };
}

/** A notice that amends or repeals an earlier document. */
function change(random: Random, earlier: Earlier, type: 'AMENDS' | 'REPEALS', year: number): Statement {
  const { instrument } = earlier;
  const matter: Matter = {
    ...earlier.matter,
    form: '通知',
    matter: `${type === 'AMENDS' ? '修改' : '废止'}《${instrument}》`,
  };
  const theme = themeOf(matter, year);
  return {
    matter,
    title: `${nameOf(matter.issuer)}关于${matter.matter}的通知`,
    instrument: null,
    intro: `经研究，决定${type === 'AMENDS' ? '对' : '废止'}《${instrument}》（${earlier.number}）${type === 'AMENDS' ? '作如下修改：' : '，现就有关事项通知如下：'}`,
    articles:
      type === 'AMENDS'
        ? amendmentArticles(random, theme, instrument, isRuleName(earlier.matter.matter))
        : repealArticles(random, theme, instrument),
    relations: [relation(type, earlier, null)],
    isRule: false,
    numbered: true,
    from: null,
    to: null,
    theme,
  };
}

/** 政策解读, published with the document it explains. */
function interpret(random: Random, { matter, theme, instrument, number, title }: Earlier): Statement {
  return {
    matter,
    title: `《${instrument}》（${number}）政策解读`,
    instrument: null,
    intro: `现对《${instrument}》（${number}）解读如下：`,
    articles: interpretationArticles(random, theme, instrument),
    relations: [relation('INTERPRETS', { number, title }, null)],
    isRule: false,
    numbered: false,
    from: null,
    to: null,
    theme,
  };
}

function addresseesOf(random: Random, { form, issuer, partner, owner }: Matter): string | null {
  if (form === '公告' || form === '通告') return null;
  if (form === '批复') return nameOf(random.pick(sampleTownKeys));
  if (form === '函') return nameOf(partner);
  if (sampleTownKeys.includes(issuer)) return '各村（社区），各有关单位';
  if (issuer === 'government' || issuer === 'office') return '各镇人民政府、街道办事处，县政府各部门，各有关单位';
  return random.pick([
    '各镇（街道），各有关单位',
    `各有关单位`,
    `各镇人民政府、街道办事处，${shortNameOf(owner)}有关单位`,
  ]);
}

function numberOf(random: Random, register: Register, { matter, isRule }: Statement, day: LocalDate): DocumentNumber {
  const issuer = sampleIssuers.get(matter.issuer);
  if (!issuer) throw new Error(`no numbering for ${matter.issuer}`);
  const letter: readonly Form[] = ['函', '批复'];
  const issuerCode = letter.includes(matter.form) ? issuer.letterCode : isRule ? issuer.ruleCode : issuer.code;
  const sequence = register.next(issuerCode, day, random.next() < 0.2 ? random.int(1, 3) : 0);
  const year = Number(day.slice(0, 4));
  return { text: `${issuerCode}〔${year}〕${sequence}号`, form: 'NUMBER', issuerCode, year, sequence, defects: [] };
}

function summaryOf({ isRule, theme, articles }: Statement, isInterpretation: boolean): string {
  const { subject, everywhere, lead } = theme;
  if (isInterpretation) return `介绍${subject}的政策背景、出台目的、重要举措和适用范围。`;
  if (isRule) return `规定${everywhere}${subject}的职责分工、办理要求和监督检查，共${articles.length}条。`;
  return `由${lead}牵头，明确${subject}的工作任务和要求。`;
}

/** HTDR = 桓台 district rule; 3 digits of the organ, 4 of the serial (山东省规范性文件“三统一”). */
function registrationOf(register: Register, issuer: string, year: number): string {
  const registrar = sampleIssuers.get(issuer)?.registrar ?? '000';
  return `HTDR-${year}-${registrar}${String(register.count(`HTDR${year}${registrar}`)).padStart(4, '0')}`;
}

/** Puts date, number and metadata to a statement. */
function issue(random: Random, register: Register, statement: Statement, dayIndex: number): SampleDocument {
  const { matter, instrument, articles } = statement;
  const formedOn = workingDays[dayIndex] as LocalDate;
  const printedOn = random.next() < 0.15 ? (workingDays[dayIndex + 1] ?? formedOn) : formedOn;
  const year = Number(formedOn.slice(0, 4));
  const number = statement.numbered ? numberOf(random, register, statement, formedOn) : null;
  const isInterpretation = statement.relations[0]?.type === 'INTERPRETS';
  const serial =
    number === null && !isInterpretation
      ? `（${year}年第${register.count(`${matter.issuer}${matter.form}${year}`)}号）`
      : '';
  const title = `${statement.title}${serial}${instrument === null ? MARK : ''}`;
  const isJoint = !['government', 'office', ...sampleTownKeys].includes(matter.issuer) && random.next() < 0.06;
  const issuers =
    isJoint && !isInterpretation ? [nameOf(matter.issuer), nameOf(matter.partner)] : [nameOf(matter.issuer)];
  const isCounty = matter.issuer === 'government' || matter.issuer === 'office';
  const lines = articles.map(({ level, marker, text }) => (level === 'ARTICLE' ? `${marker} ${text}` : marker + text));
  const text = [statement.intro, ...(instrument === null ? [] : [instrument]), ...lines].join('\n');
  const genre = isInterpretation ? 'INTERPRETATION' : (genreOfTitle(title) ?? 'OTHER');
  const carried = instrument === null ? null : { title: instrument, genre: genreOfTitle(instrument) ?? 'OTHER' };
  const registration = statement.isRule && number !== null ? registrationOf(register, matter.issuer, year) : null;
  const cleanUp = cleanUpOf(title, text);
  return {
    metadata: {
      title,
      summary: summaryOf(statement, isInterpretation),
      attribute: 'PROACTIVE',
      topic: matter.topic,
      subtopic: matter.subtopic,
      eventClasses: matter.eventClasses,
      formedOn,
      printedOn,
      effectiveFrom: statement.from,
      effectiveTo: statement.to,
      publisher: nameOf(matter.issuer),
      isSample: true,
    },
    content: {
      rank: rankOf({
        title: carried?.title ?? title,
        genre: carried?.genre ?? genre,
        issuers,
        number: number?.text ?? null,
        registration,
        text,
      }),
      number,
      numberWritten: number === null ? null : random.next() < 0.05 ? number.text.replace('号', ' 号') : number.text,
      lapsesOn: null,
      registration,
      genre,
      instrument: carried,
      titleKey: titleKey(title),
      issuers,
      addressees: isInterpretation ? null : addresseesOf(random, matter),
      annotation: isInterpretation ? null : '（此件公开发布）',
      copiedTo: isCounty && !isInterpretation && random.next() < 0.6 ? copiedTo : NOBODY,
      text,
      articles,
      relations: withCleanUp(statement.relations, cleanUp),
      cleanUp,
    },
    findings: [],
  };
}

/** What a fresh platform starts with. */
export const defaultSample: SampleOptions = { seed: 20_210_715, count: 120 };

export interface SampleOptions {
  /** The same seed and count give the same documents on every machine. */
  readonly seed: number;
  readonly count: number;
}

/**
 * Believable regulatory documents of 桓台县 from 2016 to 2026, oldest first, one at a time: any number of them fits
 * in memory. An interpretation directly follows the document it explains.
 */
export function* sampleDocuments({ seed, count }: SampleOptions): Generator<SampleDocument> {
  const random = seeded(seed);
  const register = new Register();
  const nextMatter = matters(random, villages);
  const earlier: Earlier[] = [];
  let awaiting: Earlier | null = null;

  /** Any earlier document that has been in force for a while; -1 when there is none. */
  const settled = (now: number): number => {
    const old: number[] = [];
    for (const [at, { index }] of earlier.entries()) if (index <= now - SETTLED) old.push(at);
    return old.length === 0 ? -1 : random.pick(old);
  };

  const compose = (index: number): Statement => {
    const day = workingDays[index] as LocalDate;
    const year = Number(day.slice(0, 4));
    const chance = random.next();
    const at = chance < 0.14 ? settled(index) : -1;
    const old = earlier[at];
    if (old && chance < 0.09) {
      if (chance < 0.03) return change(random, old, 'AMENDS', year);
      earlier.splice(at, 1);
      if (chance < 0.05) return change(random, old, 'REPEALS', year);
      return carry(random, old.matter, day, old);
    }
    const matter = nextMatter(year, Number(day.slice(5, 7)));
    const cited = old && old.matter.field === matter.field && matter.form === '通知' ? old : null;
    return matter.form === '印发' ? carry(random, matter, day, null) : speak(random, matter, day, cited);
  };

  let index = 0;
  let lastIndex = 0;
  for (let i = 0; i < count; i += 1) {
    if (awaiting !== null) {
      yield issue(random, register, interpret(random, awaiting), index);
      awaiting = null;
      continue;
    }
    index = Math.floor(((i + random.next()) / count) * workingDays.length);
    const statement = isCleanUpDue(lastIndex, index, earlier)
      ? cleanUpStatement(random, earlier, workingDays[index] as LocalDate)
      : compose(index);
    lastIndex = index;
    const document = issue(random, register, statement, index);
    yield document;
    const { number } = document.content;
    if (statement.instrument === null || number === null) continue;
    const { matter, instrument, theme } = statement;
    const entry: Earlier = { matter, instrument, number: number.text, title: document.metadata.title, theme, index };
    // A paper for one year lapses with it; nobody amends it later.
    if (!/^\d{4}年/.test(instrument)) {
      if (earlier.length < REMEMBERED) earlier.push(entry);
      else if (random.next() < 0.2) earlier[random.int(0, REMEMBERED - 1)] = entry;
    }
    if (random.next() < 0.35) awaiting = entry;
  }
}
