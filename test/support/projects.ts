import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { type ImportOptions, importFile } from '../../api/importing/import.ts';
import type { Store } from '../../api/store/client.ts';
import { onPaper, tester } from './gate.ts';

export const livelihoodProject = kindNamed('livelihood-project') as Kind;

/** Imports a table of projects as one CSV file of the county office, through the whole pipeline. */
export const importProjects = (
  store: Store,
  rows: readonly (readonly string[])[],
  { publishing = true, ...given }: Partial<ImportOptions> & { readonly publishing?: boolean } = {},
) =>
  importFile(
    store,
    livelihoodProject,
    {
      name: 'projects.csv',
      bytes: new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n')),
      attribute: 'PROACTIVE',
      given: new Map([['发布机构', '县政府办公室']]),
      actor: tester,
      now: new Date(),
      ...given,
    },
    publishing ? onPaper : null,
  );

export const planRows = [
  ['2025年民生实事项目清单', '', '', '', '', '', ''],
  ['序号', '项目名称', '类别', '年度目标', '建设地点', '牵头单位', '完成时限'],
  ['1', '付庙村道路改造', '交通', '改造道路12.5公里', '起凤镇付庙村', '县交通运输局', '2025年10月底'],
  ['2', '东马村幸福院', '养老', '建成幸福院2处', '果里镇东马村', '县民政局', '2025年底'],
  ['3', '老旧小区改造', '住房', '改造老旧小区800户', '起凤镇、果里镇', '县住房和城乡建设局', '2025年底'],
];

export const quarterRows = (quarter: string, ...rows: readonly (readonly string[])[]) => [
  [`2025年${quarter}民生实事项目进展情况`, '', '', '', ''],
  ['项目名称', '进度状态', '累计完成量', '完成率', '进展情况'],
  ...rows,
];
