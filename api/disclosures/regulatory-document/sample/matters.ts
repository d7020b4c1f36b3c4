import type { Random } from '../../../core/random.ts';
import { sampleOrganizations } from '../../../core/sample/organizations.ts';
import { EVENT_CLASSES, suggestEventClasses } from '../event-classes.ts';
import { TOPICS } from '../topics.ts';
import { type Highlight, highlights } from './highlights.ts';
import { sampleIssuers, sampleTownKeys } from './numbering.ts';
import { type SampleField, sampleFields } from './subjects.ts';

/** How a document speaks: 印发 carries an instrument, the others speak for themselves. */
export type Form = '印发' | '通知' | '意见' | '批复' | '决定' | '通报' | '函' | '公告' | '通告';

/** What a document is to be about, before it has a date, a number and a text. */
export interface Matter {
  readonly form: Form;
  readonly issuer: string;
  readonly owner: string;
  readonly partner: string;
  readonly field: SampleField;
  readonly subject: string;
  /** The instrument's name, or the matter of the title. */
  readonly matter: string;
  readonly topic: string;
  readonly subtopic: string | null;
  readonly eventClasses: readonly string[];
}

/** 通知 60, 意见 10, 批复 8, 决定 3.5, 通报 3.4, 函 2.6 of 100 real documents (43,316 records of 11 sites, 2024). */
const forms: readonly (readonly [Form, number])[] = [
  ['印发', 24],
  ['通知', 26],
  ['意见', 10],
  ['批复', 8],
  ['决定', 3.5],
  ['通报', 3.4],
  ['函', 2.6],
  ['公告', 3],
  ['通告', 3],
];

const instruments: readonly (readonly [string, number])[] = [
  ['管理办法', 5],
  ['实施办法', 3],
  ['实施细则', 3],
  ['暂行办法', 1],
  ['管理办法（试行）', 2],
  ['工作规程', 1],
  ['实施方案', 6],
  ['工作要点', 2],
  ['三年行动计划', 2],
  ['应急预案', 2],
  ['若干措施', 1],
  ['事项清单', 1],
];

const works = [
  '供水管网延伸工程',
  '道路硬化工程',
  '村庄规划（2021—2035年）',
  '公益性公墓建设方案',
  '文化广场建设项目',
  '幸福院改扩建项目',
  '雨污分流改造工程',
  '排涝泵站更新改造项目',
  '高标准农田建设项目',
  '卫生室标准化建设项目',
];

const fieldWeights = sampleFields.map((field) => [field, field.subjects.length] as const);

/** Departments and branches; the government, its office and the towns issue as such. */
const organs: readonly string[] = [...sampleIssuers.keys()].filter(
  (key) => !['government', 'office', ...sampleTownKeys].includes(key),
);

const townFields: ReadonlySet<string> = new Set([
  '综合政务',
  '农业、林业、水利',
  '市场监管、安全生产监管',
  '城乡建设、环境保护',
  '科技、教育',
  '劳动、人事、监察',
  '公安、安全、司法',
  '民政、扶贫、救灾',
  '卫生、体育',
]);

const divisionNames = new Map(sampleOrganizations.map(({ key, aliases }) => [key, aliases.at(-1)?.name ?? '']));

/** 桓台县, or 起凤镇 for a document of that town. */
export function placeOf(issuer: string): string {
  if (!sampleTownKeys.includes(issuer)) return '桓台县';
  return (divisionNames.get(issuer) ?? '').replace(/^桓台县/, '').replace(/办事处$/, '');
}

const topicCodes = new Map(TOPICS.map((topic) => [topic.label.zh, topic]));
const eventCodes = new Map(EVENT_CLASSES.map(({ code, label }) => [label.zh, code]));

function codesOf(topic: string, subtopic: string | null): { topic: string; subtopic: string | null } {
  const first = topicCodes.get(topic);
  if (!first) throw new Error(`no topic ${topic}`);
  const second = first.subtopics.find(({ label }) => label.zh === subtopic);
  if (subtopic !== null && !second) throw new Error(`no subtopic ${subtopic} of ${topic}`);
  return { topic: first.code, subtopic: second?.code ?? null };
}

function eventCode(event: string): string {
  const code = eventCodes.get(event);
  if (!code) throw new Error(`no event class ${event}`);
  return code;
}

const fieldOfTopic = new Map(sampleFields.map((field) => [field.topic, field]));

/** 桓台县临时救助实施办法（试行） → 临时救助: what the sentences of the text speak of. */
const subjectOf = (matter: string): string =>
  matter
    .replace(
      /^(做好|开展|深入推进|加快推进|推进|推动|推行|促进|规范|加强|落实|公布|优化|调整|编制|申报|商请提供|征求|取消和下放|更新|划定|表扬)/,
      '',
    )
    .replace(/^\d{4}年度?/, '')
    .replace(/^(桓台县|..镇)(?!.{0,4}规划$)/, '')
    .replace(/（试行）$/, '')
    .replace(/应急预案$/, '应急处置')
    .replace(/((管理|实施|暂行|审批)?办法|(实施|服务)?(细则|方案|规程)|工作要点|若干措施)$/, '');

/** Organs set up in the reform of state institutions of 2018, which reached the counties early in 2019 (机构改革). */
const newIn2019: ReadonlySet<string> = new Set([
  'natural-resources',
  'ecology',
  'emergency',
  'veterans',
  'medical-security',
  'big-data',
]);

const existed = (key: string, year: number): boolean => year >= 2019 || !newIn2019.has(key);

function highlighted(random: Random, row: Highlight, year: number): Matter {
  const field = fieldOfTopic.get(row.topic);
  if (!field) throw new Error(`no field ${row.topic}`);
  const matter = row.matter.replace('{year}', String(year));
  const subject = subjectOf(matter);
  return {
    form: row.genre as Form,
    issuer: row.issuer,
    owner: row.owner,
    partner: partnerOf(random, field, row.owner),
    field,
    subject,
    matter,
    ...codesOf(row.topic, row.subtopic),
    eventClasses: row.event === null ? suggestEventClasses(matter) : [eventCode(row.event)],
  };
}

function partnerOf(random: Random, field: SampleField, owner: string): string {
  const others = field.owners.filter((key) => key !== owner);
  return others.length > 0 && random.next() < 0.6
    ? random.pick(others)
    : random.pick(organs.filter((key) => key !== owner));
}

function issuerFor(random: Random, form: Form, field: SampleField, owner: string): string {
  if (form === '批复') return 'government';
  if (form === '决定')
    return random.weighted([
      ['government', 3],
      [owner, 1],
    ]);
  const townWeight = townFields.has(field.topic) && form !== '函' ? 22 : 0;
  const choice = random.weighted([
    ['government', form === '意见' || form === '印发' ? 9 : 3],
    ['office', 16],
    ['owner', 55],
    ['town', townWeight],
  ]);
  return choice === 'owner' ? owner : choice === 'town' ? random.pick(sampleTownKeys) : choice;
}

/** The quarter that a circular of that month looks back on. */
const lastQuarter = (year: number, month: number): string =>
  month <= 3 ? `${year - 1}年第四季度` : `${year}年第${month <= 6 ? '一' : month <= 9 ? '二' : '三'}季度`;

function matterOf(
  random: Random,
  form: Form,
  subject: string,
  place: string,
  year: number,
  month: number,
  village: () => string,
): string {
  switch (form) {
    case '印发': {
      const kind = random.weighted(instruments);
      const named = subject.endsWith('管理') ? `${subject}${kind.replace(/^管理/, '')}` : `${subject}${kind}`;
      return kind === '工作要点' || (kind === '实施方案' && random.next() < 0.5)
        ? `${year}年${place}${named}`
        : `${place}${named}`;
    }
    case '通知':
      return random.weighted([
        [`做好${year}年${subject}工作`, 6],
        [`进一步加强${subject}工作`, 5],
        [`开展${subject}专项检查`, 3],
        [`规范${subject}有关事项`, 3],
        [`申报${year}年${subject}项目`, 2],
        [`公布${subject}事项清单`, 2],
        [`调整${subject}工作领导小组`, 1],
        [`做好${village()}${subject}试点`, 2],
      ]);
    case '意见':
      return `${random.pick(['进一步加强', '加快推进', '规范', '支持和促进'])}${subject}`;
    case '批复':
      return `${village()}${random.pick(works)}`;
    case '决定':
      return random.pick([`表扬${year}年度${subject}先进集体`, `调整${subject}行政权力事项`]);
    case '通报':
      return random.pick([`${lastQuarter(year, month)}${subject}检查情况`, `${subject}典型案例`]);
    case '函':
      return random.pick([`征求${subject}意见`, `商请支持${subject}工作`]);
    case '公告':
      return random.pick([`公布${subject}名单`, `公布${year}年${subject}抽查结果`]);
    case '通告':
      return random.pick([`加强${subject}`, `${subject}期间有关事项`]);
  }
}

/** Chooses what the next document is about: from the chosen subjects while they last, then from the whole field. */
export function matters(random: Random, villages: readonly string[]): (year: number, month: number) => Matter {
  const first = random.shuffle(highlights);
  return (year, month) => {
    const fits = ({ issuer, months }: Highlight) => existed(issuer, year) && (months?.includes(month) ?? true);
    const at = first.findIndex(fits);
    const [row] = at < 0 ? [] : first.splice(at, 1);
    if (row) return highlighted(random, row, year);
    const form = random.weighted(forms);
    const field = random.weighted(fieldWeights);
    const subject = random.pick(field.subjects);
    const owner = random.next() < 0.6 ? (field.owners[0] ?? 'office') : random.pick(field.owners);
    const chosen = issuerFor(random, form, field, owner);
    const issuer = existed(chosen, year) ? chosen : 'office';
    const subtopic = field.subtopics.length > 0 && random.next() < 0.8 ? random.pick(field.subtopics) : null;
    // Drawn in any case, so that a change in the words of the classes leaves the rest of the sample as it was.
    const guess = field.events.length > 0 && random.next() < 0.35 ? [eventCode(random.pick(field.events))] : [];
    const suggested = suggestEventClasses(subject);
    const events = suggested.length > 0 ? suggested : guess;
    return {
      form,
      issuer,
      owner,
      partner: partnerOf(random, field, owner),
      field,
      subject,
      matter: matterOf(random, form, subject, placeOf(issuer), year, month, () => random.pick(villages)),
      ...codesOf(field.topic, subtopic),
      eventClasses: events,
    };
  };
}
