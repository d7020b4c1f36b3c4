import type { Bilingual } from '../finding.ts';

/** What about a person a text may hold, each with the words it is told with. */
const sentences = {
  'identity-number': ['有公民身份号码（身份证号）。', 'There is a resident identity number.'],
  'mistyped-identity-number': [
    '有像是公民身份号码的数字，校验位不符，可能是抄错的身份证号。',
    'There is a number like a resident identity number whose check digit is wrong: it may be mistyped.',
  ],
  'partly-masked-identity-number': [
    '姓名与只遮了一部分的公民身份号码同在，仍可识别到人。',
    'A name stands with an identity number masked in part: the person can still be told.',
  ],
  'mobile-number': ['有手机号码。', 'There is a mobile telephone number.'],
  'bank-account': ['有银行卡号。', 'There is the number of a bank card.'],
  'passport-number': ['有护照或通行证号码。', 'There is the number of a passport or travel permit.'],
  'vehicle-plate': ['个人与其车辆号牌同在。', 'A person stands with the plate of a vehicle.'],
  'email-address': ['有个人电子邮箱。', 'There is a personal e-mail address.'],
  'messaging-account': ['有个人微信号或 QQ 号。', 'There is a personal WeChat or QQ account.'],
  'home-address': ['有具体到门牌的个人住址。', 'There is a home address down to the door.'],
  'named-minor': ['有未成年人姓名。', 'A minor is named.'],
  'named-patient': ['有患者姓名。', 'A patient is named.'],
  'named-victim': ['有被害人或伤亡人员姓名。', 'A victim is named.'],
  'named-informant': ['有举报人、投诉人或信访人姓名。', 'Somebody who reported or complained is named.'],
  'named-recipient': ['有救助或帮扶对象姓名。', 'Somebody who receives aid is named.'],
  'named-household': [
    '姓名与金额、证件、电话、账号或住址逐户列出。',
    'People are listed by name with amounts, papers, telephones, accounts or addresses.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type PersonalType = keyof typeof sentences;

/** Something about a person, found in a text. What is told of it is masked. */
export interface PersonalDatum {
  readonly type: PersonalType;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly offset: number;
  /** Enough to find it again, masked: `3703************34`. */
  readonly shown: string;
  /** The very thing, by which the same in another place is known again: never stored, logged or shown unasked. */
  readonly value: string;
  readonly message: Bilingual;
}

/** What a detector saw in the folded text, both ends in code units. */
export interface Sighting {
  readonly type: PersonalType;
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

export type Detector = (plain: string) => Iterable<Sighting>;

export const messageOf = (type: PersonalType): Bilingual => ({ zh: sentences[type][0], en: sentences[type][1] });
