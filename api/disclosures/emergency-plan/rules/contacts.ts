import type { Finding } from '../../../core/finding.ts';
import { finding, type Place } from '../../../core/finding-list.ts';
import { hasMobileNumber } from '../../../core/personal-information/contact-or-identity.ts';
import { cellOf, type PlanRows } from './rows.ts';

const surname =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤荆宗';
const name = new RegExp(`^[${surname}][\\p{Script=Han}]{1,2}$`, 'u');
const titled = new RegExp(`[${surname}][\\p{Script=Han}]{0,2}(先生|女士|同志|主任|科长|局长|镇长|县长|书记|队长)`, 'u');
const organ = /局|办|站|所|队|院|中心|部|镇|村|社区|委|公司|厂|室|处|台|会|街道|学校|热线|专线/;

const personal = (place: Place, what: readonly [string, string]): Finding =>
  finding(
    'personal-contact',
    'ERROR',
    place,
    [`联系方式中有${what[0]}，不得公开。`, `A contact holds ${what[1]}, which must not be published.`],
    ['请只保留单位名称和值班座机。', 'Keep the unit and the phone of its duty room only.'],
  );

const mobileWords = ['个人手机号码', 'a mobile number'] as const;
const nameWords = ['个人姓名', 'the name of a person'] as const;

/** Duty phones only: no mobile number and no person anywhere in a plan. */
export function checkContacts(rows: PlanRows): Finding[] {
  return [
    ...rows.phones.flatMap((row) => {
      const { unit, phone, hours, person } = row.values;
      const isNamed = name.test((unit ?? '').replace(/\s/g, '')) && !organ.test(unit ?? '');
      return [
        ...(hasMobileNumber(phone ?? '') ? [personal(cellOf(row, '值守电话'), mobileWords)] : []),
        ...(isNamed || titled.test(unit ?? '') ? [personal(cellOf(row, '值守单位'), nameWords)] : []),
        ...(person !== null ? [personal(cellOf(row, '联系人'), nameWords)] : []),
        ...(hasMobileNumber(hours ?? '') ? [personal(cellOf(row, '值守时间'), mobileWords)] : []),
      ];
    }),
    ...rows.shelters.flatMap((row) =>
      [row.values.phone, row.values.address].some((text) => hasMobileNumber(text ?? ''))
        ? [personal(cellOf(row, '场所电话'), mobileWords)]
        : [],
    ),
    ...rows.chapters.flatMap((row) =>
      hasMobileNumber(row.values.text ?? '') ? [personal(cellOf(row, '章节内容'), mobileWords)] : [],
    ),
  ];
}
