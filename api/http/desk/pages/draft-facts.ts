import type { Bilingual } from '../../../core/finding.ts';
import { fromUtcDate } from '../../../core/local-date.ts';
import type { DraftRow } from '../../../desk/draft.ts';
import { kindNamed } from '../../../disclosures/registry.ts';
import { beijing, both, html, type Markup } from './markup.ts';
import type { Visit } from './visit.ts';

type Fact = readonly [label: Bilingual, value: Markup];

export const attributeLabels = {
  PROACTIVE: { zh: '主动公开', en: 'disclosed proactively' },
  ON_REQUEST: { zh: '依申请公开', en: 'disclosed on request' },
  WITHHELD: { zh: '不予公开', en: 'withheld' },
} as const;

/** Where readers find it; null while it is not public, or where their door is not known. */
export function publicAddress(
  { readersAt }: Pick<Visit, 'readersAt'>,
  { kind, document }: { readonly kind: string; readonly document: { readonly indexNumber: string | null } },
): string | null {
  const plural = kindNamed(kind)?.plural;
  if (readersAt === undefined || !plural || !document.indexNumber) return null;
  return `${readersAt}/${plural}/${document.indexNumber.split('/').map(encodeURIComponent).join('/')}`;
}

const fact = (zh: string, en: string, value: Markup | null): Fact[] => (value === null ? [] : [[{ zh, en }, value]]);
const moment = (at: Date | null): Markup | null => at && beijing(at);

function withheld({ ground, groundReason, groundDecider, reassessOn }: DraftRow): Fact[] {
  if (ground === null) return [];
  const until = reassessOn ? `，${fromUtcDate(reassessOn)} 重新评估` : '';
  return fact(
    '不予公开',
    'Withheld',
    `条例第 ${ground.slice(8)} 条：${groundReason ?? ''}（${groundDecider ?? ''}${until}）`,
  );
}

/** The address was typed by a person: it is shown, and never a link. */
const followed = ({ upstreamOrgan, upstreamUrl, upstreamAt }: DraftRow): Fact[] =>
  upstreamOrgan === null
    ? []
    : fact(
        '跟进发布',
        'Follows',
        html`${upstreamOrgan} <span class="code">${upstreamUrl}</span> ${moment(upstreamAt) ?? ''}`,
      );

async function signed({ store }: Visit, { signOffs }: DraftRow): Promise<Fact[]> {
  if (signOffs.length === 0) return [];
  const ids = signOffs.map(({ organizationId }) => organizationId);
  const names = new Map(
    (await store.db.organization.findMany({ where: { id: { in: ids } } })).map(({ id, name }) => [id, name]),
  );
  const list = signOffs.map(
    ({ organizationId, signedAt, signedBy }) =>
      html`<div>${names.get(organizationId)}：${signedAt ? html`${signedBy} ${beijing(signedAt)}` : '未会签'}</div>`,
  );
  return fact('会签', 'Sign-off', list);
}

/** What is known of an edition beside what it states. */
export async function facts(visit: Visit, row: DraftRow): Promise<Markup> {
  const address = row.publishedAt ? publicAddress(visit, row) : null;
  const scheduledAt = row.release?.state === 'PENDING' ? row.release.at : null;
  const all: Fact[] = [
    ...fact('种类', 'Kind', both(kindNamed(row.kind)?.label ?? { zh: row.kind, en: '' })),
    ...fact('责任机构', 'Body', row.document.organization.name),
    ...fact(
      '版本',
      'Edition',
      html`第 ${row.number} 版 <a href="/publish/records/${row.documentId}">各版 <span class="en" lang="en">All editions</span></a>`,
    ),
    ...fact('索引号', 'Index number', row.document.indexNumber),
    ...fact('公开属性', 'Attribute', row.attribute ? both(attributeLabels[row.attribute]) : '未标明 none stated'),
    ...withheld(row),
    ...followed(row),
    ...fact('拟稿', 'Drafted', html`${row.author ?? '—'} · ${beijing(row.createdAt)}`),
    ...fact('变更说明', 'Change note', row.changeNote),
    ...(await signed(visit, row)),
    ...fact('定时', 'Scheduled', moment(scheduledAt)),
    ...fact('发布', 'Published', moment(row.publishedAt)),
    ...fact('公开至', 'Public until', moment(row.publishedUntil)),
    ...fact('封存', 'Sealed', moment(row.sealedAt)),
    ...fact(
      '公开页',
      'Public page',
      address && row.state === 'PUBLISHED' ? html`<a href=${address}>${address}</a>` : null,
    ),
    ...fact('内容摘要', 'Digest', html`<span class="code">${row.digest}</span>`),
  ];
  return html`<dl class="facts-list">
    ${all.map(([label, value]) => html`<div><dt>${both(label)}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
