import type { Finding } from '../../../core/finding.ts';
import type { Embedding } from './embedding.ts';
import { finding } from './findings.ts';

/** Whether browsers that run scripts show nothing of it. A link or a frame in `<noscript>` is for the others. */
const isHidden = ({ element, form }: Embedding): boolean =>
  element.inert === 'template' || (element.inert === 'noscript' && (form === 'element' || form === 'div'));

/** A panel that stands only where nothing is shown; one that stands elsewhere too may be copied there by a script. */
export function* hiddenFindings(embedding: Embedding, shown: ReadonlySet<string>): Generator<Finding> {
  const { stem, line, element } = embedding;
  if (!isHidden(embedding) || shown.has(stem)) return;
  yield finding(
    'panel-not-shown',
    'ERROR',
    line,
    element.inert === 'noscript'
      ? [
          '面板在 <noscript> 里：能运行脚本的浏览器不显示那里的内容，不能的也不显示面板。',
          'The panel stands in <noscript>: browsers that run scripts show nothing of it, and the others no panel.',
        ]
      : [
          '面板只在 <template> 里：那里的内容浏览器不显示。',
          'The panel stands only in <template>: browsers show nothing of what is there.',
        ],
    [`移到 <${element.inert}> 外面。`, `Move it out of <${element.inert}>.`],
  );
}

/** Panels that stand where they can be seen. */
export const shownIn = (embeddings: readonly Embedding[]): ReadonlySet<string> =>
  new Set(embeddings.filter((embedding) => !isHidden(embedding)).map(({ stem }) => stem));
