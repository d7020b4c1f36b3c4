import type { Bilingual, Finding, Severity } from '../../../core/finding.ts';
import { both, html, type Markup, nothing, when } from './markup.ts';

const severities: Readonly<Record<Severity, Bilingual>> = {
  ERROR: { zh: '错误', en: 'Errors' },
  WARNING: { zh: '提醒', en: 'Warnings' },
  NOTICE: { zh: '说明', en: 'Notices' },
};

/** So many are listed; of more the number is told. */
const most = 300;

export interface FindingTable {
  readonly caption: string;
  /** What stands in the row of the source a finding is about. */
  readonly dataOf?: (finding: Finding) => string | undefined;
}

const placeOf = ({ sheet, row, column }: Finding): Markup => [
  ...(sheet === undefined && row === undefined && column === undefined ? ['全文'] : []),
  ...(sheet === undefined ? [] : [html`<span>${sheet}</span> `]),
  ...(row === undefined ? [] : [html`<span class="keep">第 ${row} 行</span> `]),
  ...(column === undefined ? [] : [html`<span>列 ${column}</span>`]),
];

/** Findings of one severity, by sheet, row and column as they came. */
const group = (severity: Severity, findings: readonly Finding[], { caption, dataOf }: FindingTable): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}：${severities[severity].zh}">
    <table class="findings stacked of-${severity.toLowerCase()}">
      <caption>${caption}：${both(severities[severity])}（${findings.length}）</caption>
      <thead>
        <tr>
          <th scope="col">位置 <span class="en" lang="en">Place</span></th>
          ${when(dataOf !== undefined, () => html`<th scope="col">原文 <span class="en" lang="en">Data</span></th>`)}
          <th scope="col">发现 <span class="en" lang="en">Finding</span></th>
          <th scope="col">怎么办 <span class="en" lang="en">Remedy</span></th>
        </tr>
      </thead>
      <tbody>
        ${findings.slice(0, most).map(
          (finding) =>
            html`<tr>
              <td data-label="位置">${placeOf(finding)}</td>
              ${dataOf ? html`<td class="data" data-label="原文">${dataOf(finding) ?? '—'}</td>` : nothing}
              <td data-label="发现">${both(finding.message)} <code>${finding.rule}</code></td>
              <td data-label="怎么办">${finding.remedy ? both(finding.remedy) : '—'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${when(
      findings.length > most,
      () => html`<p class="muted">另有 ${findings.length - most} 条 <span lang="en">more</span></p>`,
    )}
  </div>`;

/** Findings beside what they are about: errors first. */
export const findingTable = (findings: readonly Finding[], table: FindingTable): Markup =>
  (Object.keys(severities) as Severity[]).flatMap((severity) => {
    const alike = findings.filter((finding) => finding.severity === severity);
    return alike.length === 0 ? [] : [group(severity, alike, table)];
  });
