// A made-up county's answers in the shape of the public schema. Real forms of titles and numbers, no real document.

interface Variables {
  readonly where?: {
    readonly topic?: { readonly eq?: string };
    readonly validity?: { readonly eq?: string };
  };
  readonly search?: string;
  readonly first?: number;
  readonly after?: string;
  readonly lang?: 'ZH' | 'EN';
}

const topics = [
  { value: 'URBAN_RURAL', zh: '城乡建设、环境保护', en: 'Housing and environment' },
  { value: 'EDUCATION', zh: '科技、教育', en: 'Science and education' },
  { value: 'AGRICULTURE', zh: '农业、林业、水利', en: 'Agriculture and water' },
];
const validities = [
  { value: 'IN_FORCE', zh: '现行有效', en: 'In force' },
  { value: 'AMENDED', zh: '已修改', en: 'Amended' },
  { value: 'LAPSED', zh: '失效', en: 'Lapsed' },
  { value: 'REPEALED', zh: '废止', en: 'Repealed' },
  { value: 'NOT_YET_IN_FORCE', zh: '尚未施行', en: 'Not yet in force' },
  { value: 'PARTIALLY_LAPSED', zh: '部分失效', en: 'Partially lapsed' },
];

const matters = [
  '政务公开工作要点',
  '义务教育学校招生工作实施方案',
  '农村公路养护管理办法',
  '县级储备粮管理办法',
  '老旧小区改造项目资金管理和使用暂行规定',
  // The longest real titles have some seventy characters.
  '进一步完善城乡居民基本养老保险、被征地农民社会保障和老年补贴制度衔接工作的若干意见（试行）',
  '㕔前街历史文化街区保护规定',
];

const records = Array.from({ length: 28 }, (_, index) => {
  const year = 2026 - Math.floor(index / 6);
  const validity = validities[index % 7 === 0 ? 1 : index % 5 === 4 ? 2 + (index % 4) : 0];
  return {
    title: `示例县人民政府办公室关于印发${year}年示例县${matters[index % matters.length]}的通知`,
    number: index === 3 ? null : `示政办字〔${year}〕${29 - index}号`,
    formedOn: `${year}-${String(12 - (index % 6) * 2).padStart(2, '0')}-${String(28 - (index % 9)).padStart(2, '0')}`,
    topic: topics[index % 3]?.value ?? '',
    validity: validity?.value ?? 'IN_FORCE',
    path: `1137032100422${String(1000 + index)}`,
  };
});

const labelOf = (list: typeof topics, value: string, lang: 'ZH' | 'EN'): string => {
  const found = list.find((entry) => entry.value === value);
  return (lang === 'EN' ? found?.en : found?.zh) ?? value;
};

const facet = (field: string, list: typeof topics, values: readonly string[], lang: 'ZH' | 'EN') => ({
  field,
  buckets: list
    .map(({ value }) => ({
      value,
      label: labelOf(list, value, lang),
      count: values.filter((each) => each === value).length,
    }))
    .filter(({ count }) => count > 0),
});

const rangesOf = (text: string, search: string): number[][] => {
  const start = text.indexOf(search);
  return start < 0 ? [] : [[start, start + search.length]];
};

/** The answer to `documentsQuery`. */
export const documentsAnswer = (
  base: string,
  { where, search = '', first = 10, after, lang = 'ZH' }: Variables,
  none = false,
) => {
  const matching = records.filter(
    ({ title, number }) => !none && (title.includes(search) || (number ?? '').includes(search)),
  );
  const topic = where?.topic?.eq;
  const validity = where?.validity?.eq;
  const found = matching.filter(
    (record) => (!topic || record.topic === topic) && (!validity || record.validity === validity),
  );
  const start = after ? Number(after.slice(1)) : 0;
  const page = found.slice(start, start + first);
  return {
    platform: { name: '示例县政府信息公开平台' },
    regulatoryDocuments: {
      totalCount: found.length,
      pageInfo: {
        hasNextPage: start + page.length < found.length,
        endCursor: page.length > 0 ? `c${start + page.length}` : null,
      },
      facets: [
        facet(
          'TOPIC',
          topics,
          matching.filter((each) => !validity || each.validity === validity).map((each) => each.topic),
          lang,
        ),
        facet(
          'VALIDITY',
          validities,
          matching.filter((each) => !topic || each.topic === topic).map((each) => each.validity),
          lang,
        ),
      ],
      edges: page.map((record) => ({
        highlights: search
          ? [
              { field: 'title', text: record.title, ranges: rangesOf(record.title, search) },
              { field: 'number', text: record.number ?? '', ranges: rangesOf(record.number ?? '', search) },
              {
                field: 'articles.1',
                text: `加强${search}工作的组织领导，每季度调度一次。`,
                ranges: [[2, 2 + search.length]],
              },
            ].filter(({ ranges }) => ranges.length > 0)
          : [],
        node: {
          id: record.path,
          title: record.title,
          permalink: `${base}/id/regulatory-document/${record.path}`,
          formedOn: record.formedOn,
          isSample: true,
          number: record.number === null ? null : { text: record.number },
          publisher: { name: '示例县人民政府办公室' },
          genre: { label: lang === 'EN' ? 'Notice' : '通知' },
          validity: { code: record.validity, label: labelOf(validities, record.validity, lang) },
        },
      })),
    },
  };
};

const organs = ['县政府各部门单位', '各镇人民政府', '县住房和城乡建设局', '县教育和体育局', '县财政局'];
const parts = ['夯实政务公开工作基础', '深化重点领域信息公开', '强化监督保障'];
const body =
  '用好政府信息公开平台，对照目录逐项更新。第三条所列事项于2026年10月31日前完成，参照《示例县政府信息公开办法》（示政发〔2019〕8号）执行。';

const article = (
  base: string,
  page: string,
  level: string,
  marker: string,
  path: string,
  parent: string | null,
  heading: string,
) => ({
  id: path,
  level,
  marker,
  path,
  heading,
  text: level === 'PART' ? heading : `${heading}。${body}（责任单位：${organs.slice(0, 3).join('，')}）`,
  permalink: `${base}/id/regulatory-document/${page}#${path}`,
  parent: parent === null ? null : { id: parent },
  responsibilities: level === 'PART' ? [] : organs.slice(0, 3).map((writtenName) => ({ writtenName })),
});

/** The answer to `budgetQuery`. */
export const budgetAnswer = (
  base: string,
  { lang = 'ZH', report }: Variables & { readonly report?: { readonly organization: string } },
  none = false,
) => {
  const organization = report?.organization;
  const code = (key: string, zh: string, en: string) => ({ code: key, label: lang === 'EN' ? en : zh });
  const line = (key: string, zh: string, en: string, depth: number, approved: string | null, final: string) => ({
    code: code(key, zh, en),
    depth,
    approved: approved === null ? null : { amount: approved },
    final: { amount: final },
  });
  return {
    platform: { name: '示例县政府信息公开平台' },
    organization: organization === '没有这个局' ? null : { name: '示例县财政局' },
    budget:
      none || organization === '没有这个局'
        ? null
        : {
            id: 'b',
            title: '2024年示例县政府决算（示例）',
            permalink: `${base}/id/budget/113703210042212345/2025-0000007`,
            fiscalYear: 2024,
            isSample: true,
            firstPublishedAt: '2026-07-15T01:00:00Z',
            modifiedAt: '2026-07-15T01:00:00Z',
            publisher: { name: '示例县政府信息公开平台财政局' },
            classes: [
              {
                unit: '万元',
                lines: [
                  line('205', '教育支出', 'Education', 1, '159261.00', '175896.50'),
                  line('208', '社会保障和就业支出', 'Social security and employment', 1, null, '82016.00'),
                  line('227', '预备费', 'Reserve', 1, '100.00', '-12.30'),
                ],
              },
            ],
            expenses: [
              {
                unit: '万元',
                lines: [
                  line('TOTAL', '“三公”经费合计', 'The three public expenses', 0, '10.00', '9.00'),
                  line('ABROAD', '因公出国（境）费', 'Official travel abroad', 1, '1.00', '0.00'),
                ],
              },
            ],
          },
  };
};

/** The answer to `documentQuery`. */
export const documentAnswer = (base: string, { lang = 'ZH' }: Variables, none = false) => {
  const page = '11370321004220001';
  const address = `${base}/regulatory-documents/${page}`;
  const numerals = '一二三四五六七八九十';
  return {
    platform: { name: '示例县政府信息公开平台' },
    regulatoryDocument: none
      ? null
      : {
          id: 'document-1',
          title: '示例县人民政府办公室关于印发2026年示例县政务公开工作要点的通知',
          permalink: `${base}/id/regulatory-document/${page}`,
          url: address,
          versionUrl: `${address}/editions/1`,
          indexNumber: page,
          attribute: 'PROACTIVE',
          annotation: '（此件公开发布）',
          addressees: '各镇人民政府，城区街道办事处，县政府各部门，各有关单位',
          copiedTo: ['县委办公室', '县人大常委会办公室'],
          summary: null,
          text: '',
          isSample: true,
          firstPublishedAt: '2026-07-15T01:00:00.000Z',
          modifiedAt: '2026-07-20T08:30:00.000Z',
          formedOn: '2026-07-15',
          printedOn: '2026-07-15',
          effectiveFrom: null,
          effectiveTo: null,
          citation: `示例县人民政府办公室. 示例县人民政府办公室关于印发2026年示例县政务公开工作要点的通知: 示政办字〔2026〕29号[EB/OL]. (2026-07-15)[2026-11-24]. ${address}/editions/1.`,
          number: { text: '示政办字〔2026〕29号' },
          publisher: { name: '示例县人民政府办公室' },
          issuers: [{ name: '示例县人民政府办公室' }],
          genre: { label: lang === 'EN' ? 'Notice' : '通知' },
          topic: { label: lang === 'EN' ? 'General affairs' : '综合政务' },
          subtopic: { label: lang === 'EN' ? 'Government transparency' : '政务公开' },
          eventClasses: [],
          validity: { code: 'IN_FORCE', label: labelOf(validities, 'IN_FORCE', lang) },
          edition: { number: 1, changeNote: null },
          articles: parts.flatMap((heading, index) => [
            article(base, page, 'PART', `${numerals[index]}、`, `part-${index + 1}`, null, heading),
            ...['规范政府信息管理', '做好主动公开内容维护', '提升政策解读质量'].map((point, place) =>
              article(
                base,
                page,
                'POINT',
                `（${numerals[place]}）`,
                `${index + 1}.${place + 1}`,
                `part-${index + 1}`,
                point,
              ),
            ),
          ]),
          relations: [
            {
              type: 'BASED_ON',
              label: lang === 'EN' ? 'Based on' : '依据',
              targetNumber: null,
              targetTitle: '中华人民共和国政府信息公开条例',
              article: null,
              document: null,
            },
            {
              type: 'CITES',
              label: lang === 'EN' ? 'Cites' : '引用',
              targetNumber: '示政发〔2019〕8号',
              targetTitle: '示例县政府信息公开办法',
              article: { marker: '（一）', permalink: `${base}/id/regulatory-document/${page}#1.1` },
              document: {
                title: '示例县政府信息公开办法',
                permalink: `${base}/id/regulatory-document/11370321004220002`,
              },
            },
            {
              type: 'CITES',
              label: lang === 'EN' ? 'Cites' : '引用',
              targetNumber: '国办发〔2021〕12号',
              targetTitle: null,
              article: null,
              document: null,
            },
          ],
          interpretations: [
            {
              title: '《2026年示例县政务公开工作要点》政策解读',
              permalink: `${base}/id/regulatory-document/11370321004220003`,
              formedOn: '2026-07-16',
            },
          ],
        },
  };
};

/** Every string of an answer, replaced. Codes and structure stay. */
export const withText = (value: unknown, text: (name: string) => string | undefined, name = ''): unknown => {
  if (typeof value === 'string') return text(name) ?? value;
  if (Array.isArray(value)) return value.map((item) => withText(item, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withText(inner, text, key)]));
};
