import type { Bilingual } from '../core/finding.ts';
import type { FieldPath } from '../disclosures/kind.ts';
import { kindNamed } from '../disclosures/registry.ts';

/** What every record states, as forms call it. */
const common: Readonly<Record<string, Bilingual>> = {
  changeNote: { zh: '变更说明', en: 'change note' },
  'metadata.title': { zh: '题名', en: 'title' },
  'metadata.summary': { zh: '摘要', en: 'summary' },
  'metadata.publisher': { zh: '发布机构', en: 'publisher' },
};

const written = (path: FieldPath): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

const isStated = (value: unknown): value is { readonly kind: string; readonly content: unknown } =>
  typeof value === 'object' && value !== null && 'kind' in value && 'content' in value;

/** Where in a statement something stands: in words where its kind has some, else by its path. */
export function fieldPlace(statement: unknown, path: FieldPath): Bilingual {
  const [top, ...inner] = path;
  const named = common[path.join('.')];
  if (named) return named;
  if (top === 'files') return { zh: '文件名', en: 'name of a file' };
  const kind = top === 'content' && isStated(statement) ? kindNamed(statement.kind) : undefined;
  const place = isStated(statement) ? kind?.placeNamed(statement.content, inner) : null;
  return place ?? { zh: `字段 ${written(path)}`, en: `field ${written(path)}` };
}
