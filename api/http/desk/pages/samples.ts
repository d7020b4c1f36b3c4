import { kindNamed } from '../../../disclosures/registry.ts';
import { both, html, type Markup, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

/** Sample records are public and nobody's work: whoever counts what the desk shows is told where they are. */
export async function samples({ store, readersAt }: Visit): Promise<Markup> {
  const counts = await store.db.edition.groupBy({
    by: ['kind'],
    where: { isSample: true, state: 'PUBLISHED' },
    _count: true,
    orderBy: { kind: 'asc' },
  });
  if (counts.length === 0) return nothing;
  const lists = counts.map(({ kind, _count }, index) => {
    const { label = { zh: kind, en: kind }, plural = '' } = kindNamed(kind) ?? {};
    const named = html`${index > 0 ? '、' : nothing}`;
    return readersAt === undefined
      ? html`${named}${both(label)}（${_count}）`
      : html`${named}<a href="${readersAt}/${plural}">${both(label)}</a>（${_count}）`;
  });
  return html`<p class="muted">
    示例记录公开可查，但不在发布台管理，不计入以上各数：${lists}。
    <span lang="en">Sample records (示例) are public and not managed here, nor counted above.</span>
  </p>`;
}
