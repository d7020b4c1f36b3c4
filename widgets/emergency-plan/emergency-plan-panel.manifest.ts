import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  className: 'EmergencyPlanPanel',
  summary: '一份应急预案 An emergency plan',
  description:
    '应急响应各级的启动条件和行动、值班电话、避难场所，评估超期的会写明。标签里的内容在脚本或平台不可用时保留。' +
    'What the response levels of a plan mean, its duty phones and shelters, and whether its assessment is overdue. What stands inside the tag stays when the script or the platform is not available.',
  attributes: {
    plan: {
      type: 'string',
      description: '预案名称，如“桓台县防汛抗旱应急预案”。Name of the plan.',
    },
    place: {
      type: 'string',
      description: '避难场所只列这里的：区划代码或名称，如“起凤镇”。Shelters of this place only.',
    },
    ...commonAttributes,
  },
  parts: {
    ...commonParts,
    table: '响应分级表 The table of response levels',
    empty: '没有时的说明 What is said when there is nothing',
  },
};
