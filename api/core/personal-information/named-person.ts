import type { PersonalType, Sighting } from './datum.ts';
import { maskedName } from './masked.ts';
import { isPersonName, namePattern } from './person-name.ts';

interface Role {
  readonly type: PersonalType;
  readonly words: string;
  /** What may follow a name where the role alone is enough. */
  readonly follows?: string;
}

const roles: readonly Role[] = [
  {
    type: 'named-minor',
    words: '未成年人|未成年|学生|考生|幼儿|儿童|新生|孤儿|被监护人|被收养人|婴儿|少年|学员|女童|男童',
  },
  { type: 'named-patient', words: '患者|病人|病例|确诊者|感染者|产妇|精神障碍者' },
  { type: 'named-victim', words: '被害人|受害人|受害者|遇难者|遇难人员|伤者|死者|伤员|被拐人' },
  {
    type: 'named-informant',
    words: '举报人|检举人|控告人|投诉人|信访人|上访人|来信人|来访人',
    follows: '反映|举报|投诉|来信|来访|实名|称|[，,（(。；;]',
  },
  {
    type: 'named-recipient',
    words:
      '低保户|低保对象|低保人员|特困供养人员|特困人员|特困户|五保户|残疾人|困难群众|困难家庭|困难学生|困难职工|脱贫户|贫困户|救助对象|保障对象|优抚对象|受助人|受助学生|孤寡老人',
    // An amount said of a person.
    follows: '[^。；;\\n]{0,30}?\\d[\\d.,]*(?:万|余|多)?元',
  },
];

/** What is only said of persons. */
const aboutPerson =
  '[\\s，,、（(]{0,2}(?:男(?!女|生|性)|女(?!生|性)|\\d{1,3}周?岁|(?:19|20)\\d\\d年\\d{1,2}月(?:\\d{1,2}日)?出?生|(?:19|20)\\d\\d[-.]\\d{1,2}|出生|身份证|公民身份|证件号|住|家住|电话|联系电话|手机)';

const sentences = roles.map(({ type, words, follows }) => ({
  type,
  pattern: new RegExp(
    `(?:${words})(?:(?:姓名|名字)\\s*[:：]?\\s*|\\s*[:：]\\s*)(${namePattern})(?![\\u4e00-\\u9fff*×])|(?:${words})\\s?(${namePattern})(?=${aboutPerson}${follows === undefined ? '' : `|${follows}`})`,
    'gu',
  ),
}));

export const roleWords = roles.map(({ words }) => words).join('|');

const anyRole = new RegExp(roleWords, 'u');

/** People named for what should not be known of them. A role and a masked name (张某, 朱**) are fine. */
export function* namedPersons(plain: string): Generator<Sighting> {
  if (!anyRole.test(plain)) return;
  for (const { type, pattern } of sentences) {
    for (const { 0: written, 1: labelled, 2: bare, index } of plain.matchAll(pattern)) {
      const name = labelled ?? bare ?? '';
      // 于 and 向 begin what was done when and to whom more often than a name.
      if (!isPersonName(name) || (labelled === undefined && /^[于向]/.test(name))) continue;
      const end = index + written.length;
      yield { type, start: end - name.length, end, shown: maskedName(name) };
    }
  }
}
