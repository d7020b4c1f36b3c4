import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  summary: '句中的一个数 One number in a sentence',
  description:
    '一个数，写在句子里，附单位、出处和日期，随平台更新；写 as-of 则固定在那一时刻。' +
    'One number inside a sentence, with its unit, source and date; it follows the platform, or with as-of stays as it was.',
  example: { of: 'budget', organization: '县财政局', year: '2024' },
  attributes: {
    of: {
      type: 'string',
      description:
        '取哪个面板的数：budget、documents、projects、emergency 或 emergency-plan。The panel whose number it is.',
    },
    value: {
      type: 'string',
      default: 'total',
      description:
        '哪个数：budget 写 total 或科目代码如 205；documents 写 total、in-force、lapsed、repealed；projects 写 total、done、overdue、planned、invested；emergency-plan 写 total、overdue；emergency 写 total。Which number: see the panel.',
    },
    organization: {
      type: 'string',
      description:
        '哪个机构，名称或信用代码：预决算的机构、文件和预案的发布机构、项目的牵头单位。Whose: the body of a budget, the publisher, the unit that leads.',
    },
    year: {
      type: 'number',
      description:
        '哪一年；预决算必写，项目不写时为最近一年。Which year; a budget needs it, of projects it is the newest without it.',
    },
    stage: {
      type: 'string',
      default: 'FINAL_ACCOUNTS',
      description: '预决算的阶段：BUDGET（预算）或 FINAL_ACCOUNTS（决算）。Budget or final accounts.',
    },
    level: {
      type: 'string',
      description:
        '政府预决算的层级：COUNTY_TOTAL（全县）或 COUNTY_OWN（县本级）。Level of a government’s budget: the whole county or its own.',
    },
    type: {
      type: 'string',
      default: 'LIVELIHOOD',
      description:
        '哪些项目：LIVELIHOOD（民生实事）、WORK_REPORT（政府工作报告任务）或 ALL；与 gk-projects 相同。Which projects, as in gk-projects: livelihood, tasks of the work report, or all.',
    },
    place: { type: 'string', description: '只看这里的预警和响应，名称或代码。Only what is in force here.' },
    ...commonAttributes,
  },
  parts: commonParts,
};
