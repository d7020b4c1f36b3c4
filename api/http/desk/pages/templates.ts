import type { Template, TextTemplate } from '../../../disclosures/kind.ts';
import { kindNamed, kinds } from '../../../disclosures/registry.ts';
import { endingOf, templateFile, templatesOf } from '../../../exporting/template.ts';
import { NotFound } from '../../../publishing/errors.ts';
import type { GivenFile } from './answers.ts';
import type { Page } from './layout.ts';
import { both, html, type Markup } from './markup.ts';

const mediaTypes = {
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const link = (kind: string, template: Template | TextTemplate): Markup =>
  html`<a href="/publish/templates/${kind}/${template.name}" download>${both(template.label)}</a>
    <span class="muted">${endingOf(template)}</span>`;

/** Every template there is, by kind: what a department fills in instead of guessing at columns. */
export const templateList: Markup = html`<ul class="templates">
  ${kinds
    .filter((kind) => templatesOf(kind).length > 0)
    .map(
      (kind) =>
        html`<li>
          ${both(kind.label)}
          <ul>${templatesOf(kind).map((template) => html`<li>${link(kind.name, template)}</li>`)}</ul>
        </li>`,
    )}
</ul>`;

/** The templates by themselves, for whoever does not import (下载模板). */
export const templatesPage = (): Page => ({
  title: '下载模板',
  main: html`<h1>下载模板 <span class="en" lang="en">Templates</span></h1>
    <p>填好后从“导入”上传。 <span lang="en">Fill one in and upload it.</span></p>
    ${templateList}`,
});

/** One template as a file. */
export async function givenTemplate(kindName: string, name: string): Promise<GivenFile> {
  const kind = kindNamed(kindName);
  const template = kind && templatesOf(kind).find((known) => known.name === name);
  if (!template) throw new NotFound({ zh: '没有这个模板。', en: 'There is no such template.' });
  const ending = endingOf(template);
  return {
    name: `${template.label.zh}.${ending}`,
    mediaType: mediaTypes[ending],
    content: await templateFile(template),
  };
}
