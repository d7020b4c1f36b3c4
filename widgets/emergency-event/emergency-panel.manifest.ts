import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  className: 'EmergencyPanel',
  summary: '现在生效的预警和应急响应 Warnings and responses in force now',
  description:
    '此刻什么预警或应急响应生效、在哪里、该怎么做、打什么电话；没有时明确写出查询时间。标签里的内容在脚本或平台不可用时保留。' +
    'What is in force now, where, what to do and whom to call; when nothing is, it says so with the time of the check. What stands inside the tag stays when the script or the platform is not available.',
  attributes: {
    place: {
      type: 'string',
      description:
        '地方：区划代码或名称，如“起凤镇”“起凤镇付庙村”；不写为全部。The place, by division code or written name; everywhere by default.',
    },
    hazard: { type: 'string', description: '只看一个灾种，如 FLOOD_DROUGHT。Only one hazard.' },
    ...commonAttributes,
  },
  parts: {
    ...commonParts,
    alert: '一项预警或应急响应 One warning or response',
    empty: '没有时的说明 What is said when nothing is in force',
  },
};
