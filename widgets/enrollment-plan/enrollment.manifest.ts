import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  summary: '查学区 Which school',
  description:
    '填写村、社区、小区或路名门牌，查对口学校、要带的材料、日期和电话；从第一个字起列出可选的地方。几处同名会反问，没有划片的写明向谁反映。只有人数，不涉及任何儿童。' +
    'Write a village, compound or road and number to see its school, what to bring, when, and whom to call; places are offered from the first character on. Several places of one name are asked about, a place in no area is told whom to report it to. Counts only: no child is ever named.',
  example: { place: '周坊村' },
  attributes: {
    place: {
      type: 'string',
      label: { zh: '地方', en: 'Place' },
      description:
        '先查的地方：村、社区、小区、路名加门牌或 12 位村代码，如“果里镇周坊村”。The place to look up first: a village, community, compound, road and number, or a code of 12 digits.',
    },
    stage: {
      type: 'string',
      label: { zh: '学段', en: 'Stage' },
      choices: [
        { value: 'PRIMARY', zh: '小学', en: 'Primary school' },
        { value: 'JUNIOR', zh: '初中', en: 'Junior school' },
      ],
      default: 'PRIMARY',
      description: '学段：PRIMARY（小学）或 JUNIOR（初中）。Stage: PRIMARY or JUNIOR.',
    },
    year: {
      type: 'number',
      label: { zh: '招生年度', en: 'Year of enrollment' },
      description:
        '招生年度，如 2025；默认已公开的最近一年。Year of enrollment, such as 2025; by default the newest published.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
