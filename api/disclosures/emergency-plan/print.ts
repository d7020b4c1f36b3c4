import { hazardLabels } from '../../core/emergency-hazards.ts';
import { printForms, templateSheets } from '../../core/form/print-forms.ts';
import { formatChinese } from '../../core/local-date.ts';
import type { PrintedSheet } from '../../core/printed-sheet.ts';
import { coverOf } from '../cover.ts';
import type { Draft, Template } from '../kind.ts';
import { planForms } from './forms.ts';
import type { Plan, Repeal } from './model.ts';

const repealWritten = ({ title, issuedOn, number }: Repeal): string =>
  `${issuedOn === null ? '' : `${formatChinese(issuedOn)}印发的`}《${title}》${number === null ? '' : `（${number}）`}同时废止。`;

/** A plan as its department would fill it in. */
export function printPlan({ metadata, content }: Draft<Plan>): PrintedSheet[] {
  const { responses, grades, warnings, chapters, phones, shelters, drills, repeals, hazard, ...facts } = content;
  return printForms(
    planForms,
    {
      ...coverOf(metadata),
      ...facts,
      hazard: hazard === null ? null : hazardLabels[hazard].zh,
      repeals: repeals.length === 0 ? null : repeals.map(repealWritten).join('\n'),
    },
    { responses, grades, warnings, chapters, phones, shelters, drills },
  );
}

const notes: readonly string[] = [
  '1. 封面每行一项；“响应级别”“预警级别”“事件级别”是三种不同的分级，各填各的表。',
  '2. 启动条件、响应行动每条一行；响应级别从Ⅰ级起连续填写，本预案只设三级的填到Ⅲ级。',
  '3. 值班电话只填单位和座机，不填个人姓名和手机号码。',
  '4. 避难场所写明所在镇（街道）和村（社区），群众按村名查询。',
  '5. 正文应有：组织指挥体系与职责、预防与预警机制、处置程序、应急保障措施、事后恢复与重建措施。',
  '6. 新预案替代旧预案的，在“废止预案”写明标题和印发日期。',
  '7. 先校核：在发布台“导入”页选“只校核”，或在命令行 gongkai import emergency-plan 文件.xlsx --dry-run。',
];

export const templates: readonly Template[] = [
  {
    name: 'plan',
    label: { zh: '应急预案模板', en: 'Template for an emergency plan' },
    sheets: () => templateSheets(planForms, notes),
  },
];
