import { importFields } from '../../../core/said-at-import.ts';
import { draftById } from '../../../desk/draft.ts';
import { kinds } from '../../../disclosures/registry.ts';
import { attributeLabels } from './draft-facts.ts';
import { area, choices, form, input, type Place, select } from './fields.ts';
import { both, html, type Markup } from './markup.ts';
import { templateList } from './templates.ts';
import type { Attempt, Visit } from './visit.ts';

export const formName = 'UPLOAD';
export const largestFile = 30 << 20;

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'];

/** What an address may fill in beforehand: the kind, or the record that is to be corrected. */
export interface Beforehand {
  readonly kind: string;
  readonly correction: string;
}

const fileField = ({ attempt }: Place): Markup =>
  html`<div class="field">
    <label for="UPLOAD-file">${both({ zh: '文件', en: 'File' })} <span class="muted">（必填）</span></label>
    <p class="hint" id="UPLOAD-file-hint">
      ${both({ zh: '至多 30 MB；更大的请用命令行导入。', en: 'At most 30 MB; larger ones go in by the shell.' })}
    </p>
    <input
      id="UPLOAD-file"
      name="file"
      type="file"
      required
      aria-describedby=${attempt?.refused ? 'UPLOAD-file-hint error-UPLOAD' : 'UPLOAD-file-hint'}
    />
  </div>`;

const attachmentsField: Markup = html`<div class="field">
    <label for="UPLOAD-attachments">${both({ zh: '附件', en: 'Attachments' })}</label>
    <p class="hint" id="UPLOAD-attachments-hint">
      ${both({ zh: '可多选；连同文件共 30 MB 以内，报送时逐个检查。', en: 'Several may be chosen, 30 MB with the file; each is inspected when submitted.' })}
    </p>
    <input id="UPLOAD-attachments" name="attachments" type="file" multiple aria-describedby="UPLOAD-attachments-hint" />
  </div>`;

const details = (place: Place): Markup =>
  html`${area(place, {
    name: 'given',
    label: importFields.set,
    hint: { zh: '每行 名称=值，如 年度=2023。', en: 'name=value, one a line.' },
  })}
  ${area(place, {
    name: 'mapping',
    label: importFields.map,
    hint: {
      zh: '每行 列名=含义，如 金额=final；同一表头下次不再问。',
      en: 'column=meaning, one a line; remembered for that header.',
    },
  })}
  ${select(place, {
    name: 'encoding',
    label: importFields.encoding,
    choices: [
      { value: '', label: { zh: '自动识别', en: 'as the file shows' } },
      ...encodings.map((value) => ({ value, label: { zh: value, en: '' } })),
    ],
  })}`;

/** What is to be uploaded, and what is said of it. */
export async function uploadForm(
  visit: Visit,
  attempt: Attempt | null,
  { kind, correction }: Beforehand,
): Promise<Markup> {
  const place = { form: formName, attempt };
  const asked = attempt?.said.text('corrects') || correction;
  const corrected = asked === '' ? null : await draftById(visit, asked);
  return html`${
    corrected
      ? html`<p class="notice">
          更正 <a href="/publish/drafts/${corrected.id}">${corrected.title}</a>：新文件须是同一件（同一机构、同一文号或题名）。
          <span lang="en">The new file must state the same record.</span>
        </p>`
      : ''
  }
  <div class="narrow">${form(visit, place, {
    action: '/publish/upload',
    heading: { zh: '文件与说明', en: 'The file and what is said of it' },
    level: 2,
    hasFile: true,
    button: { zh: '导入为草稿', en: 'Store as a draft' },
    buttons: html` <button name="only-check" value="yes">只校核 <span class="en" lang="en">Only check</span></button>`,
    fields: html`${corrected ? html`<input type="hidden" name="corrects" value=${corrected.id} />` : ''}
    ${select(place, {
      name: 'kind',
      value: corrected?.kind ?? kind,
      label: { zh: '种类', en: 'Kind' },
      isRequired: true,
      choices: [
        { value: '', label: { zh: '请选择', en: 'Choose' } },
        ...kinds.map(({ name, label }) => ({ value: name, label })),
      ],
    })}
    <details>
      <summary>下载模板 <span class="en" lang="en">Templates to fill in</span></summary>
      ${templateList}
    </details>
    ${fileField(place)}
    ${attachmentsField}
    ${select(place, {
      name: 'attribute',
      label: importFields.attribute,
      hint: { zh: '原文未标明时选。', en: 'Where the file prints none.' },
      choices: [
        { value: '', label: { zh: '以原文为准', en: 'as the file says' } },
        ...Object.entries(attributeLabels).map(([value, label]) => ({ value, label })),
      ],
    })}
    ${details(place)}
    ${input(place, { name: 'changeNote', label: { zh: '变更说明', en: 'Change note' } })}
    ${choices(place, {
      type: 'checkbox',
      name: 'correction',
      value: corrected ? 'yes' : '',
      label: { zh: '更正', en: 'Correction' },
      choices: [
        { value: 'yes', label: { zh: '这是更正已发布版本的错误', en: 'It mends an error of what is published' } },
      ],
    })}`,
  })}</div>`;
}
