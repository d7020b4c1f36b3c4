import type { Kind, Template, TextTemplate } from '../disclosures/kind.ts';
import { printedWorkbook } from './printed.ts';

/** Everything of a kind that can be filled in and imported. */
export const templatesOf = ({ templates, textTemplates }: Kind): readonly (Template | TextTemplate)[] => [
  ...templates,
  ...textTemplates,
];

/** What a template is written as, by the ending of its name. */
export const endingOf = (template: Template | TextTemplate): 'txt' | 'xlsx' => ('text' in template ? 'txt' : 'xlsx');

/** The file that is filled in. */
export const templateFile = async (template: Template | TextTemplate): Promise<Buffer> =>
  'text' in template ? Buffer.from(template.text) : printedWorkbook(template.sheets());
