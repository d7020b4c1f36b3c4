import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';
import { hazardChoices } from './hazards.ts';

export const descriptor: PanelDescriptor = {
  summary: '一份应急预案 An emergency plan',
  description:
    '响应分几级、每级什么情况启动、谁批准、做什么，预警信号、值班电话、避难场所和正文各章；评估超期、已废止的会写明。可打印。' +
    'The response levels of a plan, when each begins, who approves it and what is done; warning signals, duty phones, shelters and the chapters; whether its assessment is overdue or it is repealed. Made to be printed.',
  example: { hazard: 'FLOOD_DROUGHT' },
  attributes: {
    plan: {
      type: 'string',
      label: { zh: '预案名称', en: 'Plan' },
      description: '预案名称，如“桓台县防汛抗旱应急预案”；与 hazard 写一个即可。Name of the plan; this or hazard.',
    },
    hazard: {
      type: 'string',
      label: { zh: '灾种', en: 'Hazard' },
      choices: hazardChoices,
      takesOthers: true,
      description:
        '灾种：代码或名称，如 FLOOD_DROUGHT 或“防汛抗旱”，看现行的县级预案。A hazard, by code or name: the county’s plan in force.',
    },
    level: {
      type: 'string',
      label: { zh: '响应级别', en: 'Response level' },
      choices: [
        { value: 'I', zh: 'Ⅰ级', en: 'Level I' },
        { value: 'II', zh: 'Ⅱ级', en: 'Level II' },
        { value: 'III', zh: 'Ⅲ级', en: 'Level III' },
        { value: 'IV', zh: 'Ⅳ级', en: 'Level IV' },
      ],
      takesOthers: true,
      description: '只看一级应急响应：I、II、III、IV，或“Ⅲ级”“三级”。Only one response level: I, II, III or IV.',
    },
    place: {
      type: 'string',
      label: { zh: '地方', en: 'Place' },
      description:
        '避难场所只列这里的：区划代码或名称，如“起凤镇”。Shelters of this place only, by division code or written name.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
