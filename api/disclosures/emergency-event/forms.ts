import { type EmergencyClass, emergencyClasses } from '../../core/emergency-hazards.ts';
import { eventGrades, levelCell } from '../../core/emergency-scales.ts';
import { choice, dayAndTime, line, list, paragraphs, sentences } from '../../core/form/cell-types.ts';
import { field } from '../../core/form/form.ts';
import { coverFacts } from '../cover.ts';
import { stepScales, stepTypes } from './codes.ts';
import type { StepScale, StepType } from './model.ts';

const wordsOf = <Code extends string>(labels: Readonly<Record<Code, { readonly zh: string }>>) =>
  Object.fromEntries(Object.entries<{ readonly zh: string }>(labels).map(([code, { zh }]) => [code, zh])) as Record<
    Code,
    string
  >;

const facts = {
  ...coverFacts,
  name: field('事件名称', 'Event', line, { aliases: /^(过程名称|预警名称|响应名称)$/, note: '如“2021年7月强降雨”' }),
  hazard: field('预警类别', 'Hazard', line, { required: true, aliases: /^(类别|灾种|事故类型|事件种类|预警种类)$/ }),
  eventClass: field('事件类别', 'Event class', choice<EmergencyClass>(wordsOf(emergencyClasses)), {
    aliases: /^(突发事件类别|突发事件分类)$/,
  }),
  grade: field('事件级别', 'Event grade', levelCell(eventGrades), { aliases: /^(事件等级|事件分级)$/ }),
  county: field('行政区划', 'County', line, { aliases: /^(所在县|县区)$/, note: '“全县”所指的县' }),
  plan: field('依据预案', 'Plan', line, { aliases: /^(预案|预案名称|依据)$/ }),
  planNumber: field('预案文号', 'Number of the plan', line, { aliases: /^(预案发文字号)$/ }),
  hotline: field('咨询电话', 'Hotline', line, { aliases: /^(值班电话|热线|联系电话|应急值守电话)$/ }),
};

const steps = {
  label: { zh: '预警与响应过程', en: 'Steps' },
  names: /过程|时间线|预警信息|响应信息|启动情况|发布情况/,
  fields: {
    type: field(
      '步骤',
      'Step',
      choice<StepType>(wordsOf(stepTypes), [
        [/发布/, 'WARNED'],
        [/启动/, 'ACTIVATED'],
        [/提升|升级|上调|升为/, 'RAISED'],
        [/降低|降级|下调|降为/, 'LOWERED'],
        [/解除|结束|终止/, 'ENDED'],
        [/撤销|取消/, 'CANCELLED'],
      ]),
      { required: true, aliases: /^(类型|动作|事项类型|措施类型|信息类型)$/ },
    ),
    scale: field('标度', 'Scale', choice<StepScale>(wordsOf(stepScales), [[/^响应$/, 'RESPONSE']]), {
      aliases: /^(预警或响应|种类)$/,
      note: '预警或应急响应；由步骤和级别看得出的可不填',
    }),
    level: field('级别', 'Level', line, {
      aliases: /^(等级|预警级别|响应级别|级别等级|信号级别|应急响应级别)$/,
      note: '预警写一级（红色）至四级（蓝色），响应写Ⅰ级至Ⅳ级',
    }),
    at: field('起始时间', 'Begins at', dayAndTime, {
      required: true,
      aliases: /^(时间|起始|开始时间|生效时间|启动时间|起止时间)$/,
    }),
    places: field('影响范围', 'Places', list, { aliases: /^(范围|可能影响的范围|影响区域|适用区域|区域)$/ }),
    matter: field('警示或响应事项', 'Matter', paragraphs, { aliases: /^(警示事项|响应事项|事项|内容|预警内容)$/ }),
    measures: field('应采取的措施', 'Measures', sentences, {
      aliases: /^(措施|防御指南|应急处置措施|处置措施|公众措施|防范措施)$/,
    }),
    issuer: field('签发单位', 'Issued by', line, { aliases: /^(发布单位|发布机关|启动单位|发布机构)$/ }),
    issuedAt: field('发布时间', 'Issued at', dayAndTime, { aliases: /^(签发时间|公布时间)$/ }),
    until: field('预计期限', 'Expected until', dayAndTime, {
      aliases: /^(预计结束时间|预计解除时间|期限|预计期限至)$/,
    }),
  },
};

/** An episode as its table of steps. */
export const eventForms = { facts, forms: { steps } };
