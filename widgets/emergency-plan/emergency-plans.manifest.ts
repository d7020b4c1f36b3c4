import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';
import { hazardChoices } from './hazards.ts';

export const descriptor: PanelDescriptor = {
  summary: '应急预案列表 Emergency plans',
  description:
    '已公开的应急预案，可按灾种、有效性和检索词查找；写明是否现行有效、评估是否超期。' +
    'The published emergency plans, by hazard, validity and words; with whether each holds and whether its assessment is overdue.',
  attributes: {
    hazard: {
      type: 'string',
      label: { zh: '灾种', en: 'Hazard' },
      choices: hazardChoices,
      takesOthers: true,
      description:
        '只看一个灾种：代码或名称，如 FLOOD_DROUGHT 或“防汛抗旱”。Only one hazard, by code or name, such as FLOOD_DROUGHT.',
    },
    standing: {
      type: 'string',
      label: { zh: '有效性', en: 'Standing' },
      choices: [
        { value: 'IN_FORCE', zh: '现行有效', en: 'In force' },
        { value: 'NOT_YET_IN_FORCE', zh: '尚未施行', en: 'Not yet in force' },
        { value: 'REPEALED', zh: '已废止', en: 'Repealed' },
      ],
      description:
        '只列这种有效性：IN_FORCE 现行有效、NOT_YET_IN_FORCE 尚未施行、REPEALED 已废止；不写为全部。Only plans in force, not yet in force, or repealed; all without it.',
    },
    search: {
      type: 'string',
      label: { zh: '检索词', en: 'Words' },
      description: '检索词，如“避难场所”。Words to find.',
    },
    after: {
      type: 'string',
      label: { zh: '翻页位置（后）', en: 'After' },
      isOffered: false,
      description: '从这一位置之后列起。Lists what comes after this place.',
    },
    before: {
      type: 'string',
      label: { zh: '翻页位置（前）', en: 'Before' },
      isOffered: false,
      description: '列到这一位置之前。Lists what comes before this place.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
