import type { Params } from '../../../widgets/core/document.ts';
import { commonParams } from '../../../widgets/core/panel.ts';
import { panelNamed, panels } from '../../../widgets/panels.ts';
import type { Bilingual, Finding } from '../../core/finding.ts';
import { cspFindings } from './content-policy.ts';
import { elementsOf } from './elements.ts';
import { type Embedding, embeddingIn } from './embedding.ts';
import { damageFindings, nearest, tagFindings, usual } from './findings.ts';
import { loaderFindings } from './loader-findings.ts';

/** A page as it reached its readers. */
export interface ExaminedPage {
  readonly source: string;
  /** Where it came from; null when it was pasted. */
  readonly address: string | null;
  /** Its `Content-Security-Policy` headers. */
  readonly policies: readonly string[];
}

/** What is wrong with how panels stand in a page, and how they should. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** Panels that were found, in the order of the page. */
  readonly found: number;
  /** Those that can be made out, as they were meant, in the same order. */
  readonly meant: readonly Meant[];
}

/** A panel and its parameters, before anybody has asked whether they make sense. */
export interface Meant {
  readonly line: number;
  readonly stem: string;
  readonly params: Params;
}

/** What is said of one page at most: whoever reads it mends some and asks again. */
const mostFindings = 50;

const unquoted = (value: string): string => value.replace(/^[“”„‟″"]+|[“”„‟″"]+$/g, '');

const parameters = ({ stem, params }: Embedding): Params => {
  const panel = panelNamed(stem);
  const known = panel ? [...Object.keys(panel.descriptor.attributes), ...commonParams] : [];
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const right = known.includes(name) ? name : usual.test(name) ? undefined : nearest(name, known);
      return right === undefined || right === 'heading-level' ? [] : [[right, unquoted(value)]];
    }),
  );
};

function meantBy(embedding: Embedding): Meant[] {
  const stem = panelNamed(embedding.stem) ? embedding.stem : nearest(embedding.stem, Object.keys(panels));
  return stem === undefined ? [] : [{ line: embedding.line, stem, params: parameters({ ...embedding, stem }) }];
}

const nothingFound: Bilingual = {
  zh: '页面里没有找到面板：没有 gk- 标签、data-gk、面板链接或 iframe；可能被编辑器删去了。',
  en: 'No panel was found: no gk- tag, no data-gk, no link to a panel, no iframe; the editor may have removed them.',
};

const noPanel: Finding = {
  rule: 'no-panel',
  severity: 'ERROR',
  message: nothingFound,
  remedy: {
    zh: '到 /embed 复制代码；编辑器删去标签的，用链接的写法。',
    en: 'Copy the code at /embed; where the editor removes tags, take the plain link.',
  },
};

/**
 * Looks at a page tag by tag, and says what keeps panels from being seen (嵌入检查). `scripts` are the pinned scripts that the
 * platform knows; without them their names are not looked at.
 */
export function examine(
  { source, address, policies }: ExaminedPage,
  baseUrl: string,
  scripts: ReadonlySet<string> = new Set(),
): Examination {
  const elements = elementsOf(source);
  const embeddings = elements.flatMap((element) => embeddingIn(element, baseUrl, address) ?? []);
  const metaPolicies = elements
    .filter(
      ({ tagName, attributes }) =>
        tagName === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
    )
    .map(({ attributes }) => attributes.get('content') ?? '');
  const said = function* (): Generator<Finding> {
    yield* damageFindings(source, elements);
    if (embeddings.length === 0) yield noPanel;
    for (const embedding of embeddings) yield* tagFindings(embedding);
    yield* loaderFindings(elements, embeddings, baseUrl, address, scripts);
    yield* cspFindings(
      [...policies, ...metaPolicies],
      embeddings.map(({ form }) => form),
      baseUrl,
      address,
    );
  };
  const findings: Finding[] = [];
  for (const each of said()) {
    if (findings.length === mostFindings) break;
    findings.push(each);
  }
  return { findings, found: embeddings.length, meant: embeddings.flatMap(meantBy) };
}
