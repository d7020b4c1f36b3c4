import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { act } from '../../../publishing/audit.ts';
import { NotFound } from '../../../publishing/errors.ts';
import type { GivenFile } from './answers.ts';
import { demandDraft } from './demand-draft.ts';
import { html, type Markup, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

const sizeOf = (bytes: number): string =>
  bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;

interface Stated {
  readonly id: string;
  /** What was sealed is read by nobody any more, here neither. */
  readonly sealedAt: Date | null;
}

/** The files of an edition, each to be opened by whoever it concerns: a reviewer reads what he reviews. */
export async function files({ store }: Visit, { id, sealedAt }: Stated): Promise<Markup> {
  if (sealedAt) return nothing;
  const rows = await store.db.attachment.findMany({
    where: { editionId: id },
    select: { position: true, role: true, name: true, size: true },
    orderBy: { position: 'asc' },
  });
  if (rows.length === 0) return nothing;
  return html`<section aria-labelledby="files">
    <h2 id="files">文件 <span class="en" lang="en">Files</span></h2>
    <ul>
      ${rows.map(
        ({ position, role, name, size }) =>
          html`<li>
            <a href="/publish/drafts/${id}/files/${position}" download>${name}</a>
            <span class="muted">${role === 'SOURCE' ? '原文 source' : '附件 attachment'} · ${sizeOf(size)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** One file of an edition, byte for byte. Who took it is recorded. */
export async function givenFile(visit: Visit, id: string, position: string): Promise<GivenFile> {
  const { sealedAt } = await demandDraft(visit, id);
  const file =
    sealedAt || !/^(0|[1-9]\d{0,3})$/.test(position)
      ? null
      : await visit.store.db.attachment.findFirst({ where: { editionId: id, position: Number(position) } });
  if (!file) throw new NotFound({ zh: '没有这个文件。', en: 'There is no such file.' });
  await act(visit.store, visit.actor, { action: 'DOWNLOAD', subject: `${id}/${position}` }, async () => undefined);
  const content = Buffer.from(file.content);
  return {
    name: file.name,
    mediaType: file.mediaType,
    content: file.isPacked ? Readable.from([content]).pipe(createGunzip()) : content,
  };
}
