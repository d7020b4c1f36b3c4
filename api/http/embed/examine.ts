import { parse } from 'parse5';
import type { Params } from '../../../widgets/core/document.ts';
import { commonParams } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';
import type { Bilingual, Finding } from '../../core/finding.ts';
import { cspFindings } from './content-policy.ts';
import { attributesOf, type Embedding, elementsOf, embeddingIn } from './embedding.ts';
import { damageFindings, loaderFindings, nearest, tagFindings, usual } from './findings.ts';
import { type Snippet, snippetsOf } from './snippets.ts';

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
  readonly repaired: readonly Snippet[];
}

const parameters = ({ stem, params }: Embedding): Params => {
  const known = panels[stem] ? [...Object.keys(panels[stem].descriptor.attributes), ...commonParams] : [];
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const right = known.includes(name) ? name : usual.test(name) ? undefined : nearest(name, known);
      return right === undefined || right === 'heading-level' ? [] : [[right, value]];
    }),
  );
};

/** The first panel of the page as it should stand there, in every form; none where nothing was found. */
function repairedOf(embeddings: readonly Embedding[], baseUrl: string): readonly Snippet[] {
  const [first] = embeddings;
  const stem = first && (panels[first.stem] ? first.stem : nearest(first.stem, Object.keys(panels)));
  if (!first || stem === undefined) return [];
  const summary = panels[stem]?.descriptor.summary ?? stem;
  return snippetsOf({ baseUrl, stem, params: parameters({ ...first, stem }), title: summary, sentence: summary });
}

const nothingFound: Bilingual = {
  zh: '页面里没有找到面板：没有 gk- 标签、data-gk、面板链接或 iframe；可能被编辑器删去了。',
  en: 'No panel was found: no gk- tag, no data-gk, no link to a panel, no iframe; the editor may have removed them.',
};

/** Looks at a page as a browser would read it, and says what keeps panels from being seen (嵌入检查). */
export function examine({ source, address, policies }: ExaminedPage, baseUrl: string): Examination {
  const elements = [...elementsOf(parse(source, { sourceCodeLocationInfo: true }))];
  const embeddings = elements.flatMap((element) => embeddingIn(element, baseUrl, address) ?? []);
  const metaPolicies = elements
    .filter(({ tagName }) => tagName === 'meta')
    .map(attributesOf)
    .filter((attributes) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((attributes) => attributes.get('content') ?? '');
  const findings = [
    ...damageFindings(source, elements),
    ...(embeddings.length === 0
      ? [
          {
            rule: 'no-panel',
            severity: 'ERROR',
            message: nothingFound,
            remedy: {
              zh: '到 /embed 复制代码；编辑器删去标签的，用链接的写法。',
              en: 'Copy the code at /embed; where the editor removes tags, take the plain link.',
            },
          } as const,
        ]
      : []),
    ...embeddings.flatMap((embedding) => [...tagFindings(embedding)]),
    ...loaderFindings(elements, embeddings, baseUrl, address),
    ...cspFindings(
      [...policies, ...metaPolicies],
      embeddings.map(({ form }) => form),
      baseUrl,
      address,
    ),
  ];
  return { findings, found: embeddings.length, repaired: repairedOf(embeddings, baseUrl) };
}
