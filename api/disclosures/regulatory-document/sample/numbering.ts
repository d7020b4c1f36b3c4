/** How an organ numbers its documents (机关代字), and how often it issues one. */
export interface SampleIssuer {
  /** Key of the organization. */
  readonly key: string;
  /** 代字 of ordinary documents. */
  readonly code: string;
  /** 代字 of documents that set rules (规范性文件), where it differs. */
  readonly ruleCode: string;
  /** 代字 of letters (函) and replies (批复). */
  readonly letterCode: string;
  /** Three digits that stand for the organ in a registration number (规范性文件登记号). */
  readonly registrar: string;
}

const departments: readonly (readonly [key: string, stem: string])[] = [
  ['development', '桓发改'],
  ['education', '桓教体'],
  ['science', '桓科'],
  ['industry', '桓工信'],
  ['police', '桓公'],
  ['civil-affairs', '桓民'],
  ['justice', '桓司'],
  ['finance', '桓财'],
  ['labour', '桓人社'],
  ['natural-resources', '桓自然资'],
  ['housing', '桓建'],
  ['transport', '桓交'],
  ['water', '桓水'],
  ['agriculture', '桓农'],
  ['commerce', '桓商'],
  ['culture', '桓文旅'],
  ['health', '桓卫'],
  ['veterans', '桓退役军人'],
  ['emergency', '桓应急'],
  ['audit', '桓审'],
  ['market', '桓市监'],
  ['statistics', '桓统'],
  ['approval', '桓审批'],
  ['petitions', '桓信'],
  ['enforcement', '桓综执'],
  ['big-data', '桓数'],
  ['media', '桓融媒'],
  ['ecology', '桓环'],
  ['medical-security', '桓医保'],
  ['tax', '桓税'],
  ['fire', '桓消'],
  ['weather', '桓气'],
  ['staffing', '桓编办'],
];

const towns: readonly (readonly [key: string, stem: string])[] = [
  ['suozhen', '索街'],
  ['shaohai', '少街'],
  ['qifeng', '起政'],
  ['tianzhuang', '田政'],
  ['jingjia', '荆政'],
  ['maqiao', '马政'],
  ['xincheng', '新政'],
  ['tangshan', '唐政'],
  ['guoli', '果政'],
];

const issuer = (key: string, stem: string, rule: string, ordinary: string, letter: string, index: number) => ({
  key,
  code: stem + ordinary,
  ruleCode: stem + rule,
  letterCode: stem + letter,
  registrar: String(index + 1).padStart(3, '0'),
});

/** Organs that issue documents, by key. 政发 sets rules, 政字 and 政办字 arrange work, 政复 replies. */
export const sampleIssuers: ReadonlyMap<string, SampleIssuer> = new Map(
  [
    issuer('government', '桓政', '发', '字', '复', 0),
    issuer('office', '桓政办', '发', '字', '函', 1),
    ...departments.map(([key, stem], i) => issuer(key, stem, '发', '字', '函', i + 2)),
    ...towns.map(([key, stem], i) => issuer(key, stem, '发', '字', '函', i + 2 + departments.length)),
  ].map((one) => [one.key, one]),
);

/** Keys of the organs of towns and sub-districts. */
export const sampleTownKeys: readonly string[] = towns.map(([key]) => key);

/** Numbers of real documents of the county, which no sample may bear. */
export const realNumbers: ReadonlySet<string> = new Set([
  '桓政办字〔2017〕59号',
  '桓政办字〔2021〕14号',
  '桓政办字〔2021〕29号',
]);
