import { hasErrors } from '../../../core/finding.ts';
import { importFields } from '../../../core/said-at-import.ts';
import { draftById } from '../../../desk/draft.ts';
import { type Staged, stageFile } from '../../../desk/staging.ts';
import type { Attribute } from '../../../disclosures/kind.ts';
import { kindNamed } from '../../../disclosures/registry.ts';
import { demandRole } from '../../../publishing/actor.ts';
import { BadInput, GateClosed } from '../../../publishing/errors.ts';
import { bytesSource } from '../../../reading/source.ts';
import { attributeLabels } from './draft-facts.ts';
import { findingTable } from './finding-table.ts';
import type { Page } from './layout.ts';
import { html, type Markup, nothing } from './markup.ts';
import type { Said } from './said.ts';
import { sourceRows, type UploadedFile } from './source-rows.ts';
import { type Beforehand, formName, uploadForm } from './upload-form.ts';
import type { Attempt, Visit } from './visit.ts';

const nothingSaid: Beforehand = { kind: '', correction: '' };

const heading = html`<h1>导入 <span class="en" lang="en">Upload</span></h1>`;

export async function uploadPage(
  visit: Visit,
  beforehand: Beforehand = nothingSaid,
  attempt: Attempt | null = null,
): Promise<Page> {
  demandRole(visit.actor, ['EDITOR'], { zh: '拟稿', en: 'stage' });
  return { title: '导入', main: html`${heading}${await uploadForm(visit, attempt, beforehand)}` };
}

const attributeIn = (said: Said): Attribute | undefined =>
  (Object.keys(attributeLabels) as Attribute[]).find((name) => name === said.text('attribute'));

const outcome = ({ outcome: became, findings, drafts }: Staged, isDryRun: boolean): Markup => {
  if (became === 'REFUSED' || hasErrors(findings))
    return html`<p>有错误，未存任何内容；改正后请重新选择文件。 <span lang="en">It has errors; nothing was stored.</span></p>`;
  if (isDryRun)
    return html`<p>校核通过，未存任何内容：文件、权限、机构名录、与现行版本的比较、个人信息均已检查。${findings.length > 0 ? '提醒和说明见下。' : ''} <span lang="en">It can be stored; nothing was. The file, your permission, the register, what is live and personal information were checked.</span></p>`;
  if (drafts.length === 0)
    return html`<p>与现行版本相同，未作改动。 <span lang="en">The same as what is live; nothing was changed.</span></p>`;
  return html`<p>已存为草稿 ${drafts.length} 件： <span lang="en">Stored as drafts:</span></p>
    <ul>${drafts.map(({ id, title }) => html`<li><a href="/publish/drafts/${id}">${title}</a></li>`)}</ul>`;
};

/** Reads an uploaded file: stores it as a draft, or only says what was found. What was typed stays in the form. */
export async function upload(
  visit: Visit,
  said: Said,
  file: UploadedFile | null,
  attachments: readonly UploadedFile[] = [],
): Promise<Page> {
  const isDryRun = said.has('only-check');
  demandRole(visit.actor, ['EDITOR'], { zh: '拟稿', en: 'stage' });
  const kind = kindNamed(said.text('kind'));
  if (!kind) throw new BadInput({ zh: '请选择种类。', en: 'Choose the kind.' });
  if (!file || file.bytes.byteLength === 0) throw new BadInput({ zh: '请选择文件。', en: 'Choose a file.' });
  const encoding = said.has('encoding') ? said.text('encoding') : undefined;
  const corrected = said.has('corrects') ? await draftById(visit, said.text('corrects')) : null;
  const staged = await stageFile(
    visit,
    kind.name,
    {
      ...file,
      attachments: attachments.map(({ name, bytes }) => bytesSource(name, bytes)),
      encoding,
      attribute: attributeIn(said),
      given: said.pairs('given', importFields.set.zh),
      mapping: said.pairs('mapping', importFields.map.zh),
      changeNote: said.has('changeNote') ? said.text('changeNote') : undefined,
      isCorrection: said.has('correction'),
      ofDocument: corrected?.documentId,
      actor: visit.actor,
      now: visit.now,
    },
    { isDryRun },
  );
  const dataOf = await sourceRows(kind, file, encoding, staged.findings);
  const isRefused = staged.outcome === 'REFUSED';
  const refused = isRefused
    ? new GateClosed({ zh: '文件有错误，见上面的列表。', en: 'The file has errors; see the list above.' })
    : null;
  const attempt = { form: formName, said, refused };
  const isDone = staged.drafts.length > 0;
  return {
    title: isRefused ? '导入：有错误' : '导入：结果',
    status: isRefused && !isDryRun ? 422 : 200,
    main: html`${heading}
      <section class=${isRefused ? 'refusal' : 'notice'} role=${isRefused ? 'alert' : 'status'} tabindex="-1" autofocus>
        <p><b>${file.name}</b></p>
        ${outcome(staged, isDryRun)}
      </section>
      ${staged.findings.length > 0 ? findingTable(staged.findings, { caption: '发现 Findings', dataOf }) : nothing}
      ${isDone ? html`<p><a href="/publish/upload?kind=${kind.name}">再导入一件 <span class="en" lang="en">Upload another</span></a></p>` : await uploadForm(visit, attempt, nothingSaid)}`,
  };
}
