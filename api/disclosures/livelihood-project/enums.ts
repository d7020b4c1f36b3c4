import { builder } from '../../graphql/builder.ts';

export const LivelihoodType = builder.enumType('LivelihoodType', {
  description: '民生实事项目，或政府工作报告分解的任务。A livelihood project, or a task of the work report.',
  values: {
    LIVELIHOOD: { description: '民生实事项目。A livelihood project of the year.' },
    WORK_REPORT: { description: '政府工作报告任务。A task the work report is broken down into.' },
  },
});

export const LivelihoodStatus = builder.enumType('LivelihoodStatus', {
  description:
    '项目状态，由各地用语归并而来；原词见 statusWord。Where a project stands; the source’s own word is statusWord.',
  values: {
    NOT_STARTED: { description: '未开工、未启动。Not started.' },
    IN_PROGRESS: { description: '进行中；快慢见 pace。In progress; pace says how it goes.' },
    COMPLETED: { description: '已完成。Completed.' },
    OVERFULFILLED: { description: '超额完成，完成率大于 100%。Completed beyond its target.' },
    SUSPENDED: { description: '暂停、停工。Suspended.' },
    CANCELLED: { description: '取消、终止。Cancelled.' },
    CARRIED_OVER: { description: '结转下年。Carried over to the next year.' },
  },
});

export const LivelihoodPace = builder.enumType('LivelihoodPace', {
  description: '进行中项目的快慢。How what is in progress goes against its plan.',
  values: {
    AHEAD: { description: '超进度。Ahead of plan.' },
    ON: { description: '达进度、正常推进。On plan.' },
    BEHIND: { description: '欠进度、推进缓慢。Behind plan.' },
  },
});

export const LivelihoodUnitRole = builder.enumType('LivelihoodUnitRole', {
  description: '单位的职责。What a unit does for a project.',
  values: {
    LEAD: { description: '牵头（责任）单位。It leads.' },
    SUPPORT: { description: '配合单位。It supports.' },
  },
});
