import { builder } from '../../graphql/builder.ts';

export const EnrollmentStage = builder.enumType('EnrollmentStage', {
  description: '学段。Stage of compulsory schooling.',
  values: {
    PRIMARY: { description: '小学。Primary school.' },
    JUNIOR: { description: '初中。Junior middle school.' },
  },
});

export const AdmissionCategory = builder.enumType('AdmissionCategory', {
  description: '入学类别。Category under which a child is admitted.',
  values: {
    HUKOU_HOUSE: { description: '本地户籍有房。Local hukou and own home.' },
    HUKOU_ONLY: { description: '本地户籍无房。Local hukou, no own home.' },
    MIGRANT: { description: '随迁子女（外地户口）。Child of people who moved here.' },
    PREFERENTIAL: { description: '政策照顾对象（军人、消防、人才子女等）。By preferential policy.' },
    DISABLED: { description: '残疾儿童。Child with a disability.' },
  },
});

export const DoorSide = builder.enumType('DoorSide', {
  description: '路段的哪一侧（门牌单双号）。Which side of a road.',
  values: {
    ALL: { description: '两侧。Both sides.' },
    ODD: { description: '单号。Odd doors.' },
    EVEN: { description: '双号。Even doors.' },
  },
});
