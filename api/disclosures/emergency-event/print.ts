import { hazardLabels } from '../../core/emergency-hazards.ts';
import { responseLevels, warningLevels } from '../../core/emergency-scales.ts';
import { printForms, templateSheets } from '../../core/form/print-forms.ts';
import type { PrintedSheet } from '../../core/printed-sheet.ts';
import { coverOf } from '../cover.ts';
import type { Draft, Template } from '../kind.ts';
import { eventForms } from './forms.ts';
import type { Episode, Step } from './model.ts';

const levelWritten = ({ warningLevel, responseLevel }: Step): string | null => {
  if (warningLevel !== null) return warningLevels.labels[warningLevel].zh;
  return responseLevel === null ? null : responseLevels.labels[responseLevel].zh;
};

/** An episode as its department would fill it in. */
export function printEpisode({ metadata, content }: Draft<Episode>): PrintedSheet[] {
  const { steps, hazard, ...facts } = content;
  return printForms(
    eventForms,
    { ...coverOf(metadata), ...facts, hazard: hazard === null ? null : hazardLabels[hazard].zh },
    { steps: steps.map((step) => ({ ...step, level: levelWritten(step) })) },
  );
}

const notes: readonly string[] = [
  '1. 一次过程一个文件：发布预警、启动响应、调整级别、解除，每一步一行，按时间先后；每有新的一步，加一行后重新导入。',
  '2. 预警写明：类别（封面）、级别、起始时间、影响范围、警示事项、应采取的措施、签发单位、发布时间（突发事件应对法第六十四条）。',
  '3. 启动响应写明：响应事项、级别、预计期限、应急处置措施（第七十二条）。',
  '4. 预警级别写一级（红色）至四级（蓝色），响应级别写Ⅰ级至Ⅳ级，两种标度不换算。',
  '5. 影响范围写镇（街道）、村（社区）名称，几处之间用“、”；全县写“全县”。',
  '6. 措施写给群众看，一条一行；咨询电话只写单位值班电话。',
  '7. 先校核：在发布台“导入”页选“只校核”，或在命令行 gongkai import emergency-event 文件.xlsx --dry-run。',
];

export const templates: readonly Template[] = [
  {
    name: 'event',
    label: { zh: '预警与应急响应模板', en: 'Template for warnings and responses' },
    sheets: () => templateSheets(eventForms, notes),
  },
];
