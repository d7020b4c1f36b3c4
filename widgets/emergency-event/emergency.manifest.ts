import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';
import { hazardChoices } from '../emergency-plan/hazards.ts';

export const descriptor: PanelDescriptor = {
  summary: '现在生效的预警和应急响应 Warnings and responses in force now',
  description:
    '此刻什么预警或应急响应生效、几级、该怎么做、自何时、谁发布、打什么电话、依据哪份预案；没有时写明查询时间。有变化时自动更新。' +
    'What is in force now, at which level, what to do, since when, who issued it, whom to call and the plan it rests on; when nothing is, it says so with the time of the check. It is refreshed when something changes.',
  attributes: {
    place: {
      type: 'string',
      label: { zh: '地方', en: 'Place' },
      description:
        '地方：区划代码或名称，如“起凤镇”“起凤镇付庙村”；不写为全部。The place, by division code or written name; everywhere by default.',
    },
    hazard: {
      type: 'string',
      label: { zh: '灾种', en: 'Hazard' },
      choices: hazardChoices,
      takesOthers: true,
      description:
        '只看一个灾种：代码或名称，如 FLOOD_DROUGHT 或“防汛抗旱”。Only one hazard, by code or name, such as FLOOD_DROUGHT.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
