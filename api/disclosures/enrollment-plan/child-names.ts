import { surnames } from '../../core/personal-information/person-name.ts';

/** A child is spoken of: what follows may be a name. */
const spokenOf = '(?:学生|新生|幼儿|儿童|考生|学员|小朋友|补录|录取|招收|派位)';
const han = '\\p{Script=Han}';
const ends = '(?=[、，,；;。.）)\\s]|等|的|同学|小朋友|和|及|$)';
const name = `(?:[${surnames}]${han}{1,2}?|(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐)${han}{1,2}?)${ends}`;

const named = new RegExp(
  `${spokenOf}(?:名单|姓名|名字)?[:：（(\\s]*(?:为|是|有)?(${name}(?:(?:同学|小朋友)?[、，,；;和及\\s]+${name})*)`,
  'gu',
);
const separators = /(?:同学|小朋友)?[、，,；;和及\s]+/u;

/** Words of such texts that begin with a surname and name nobody. */
const noName =
  /^(方[式案法面可能便向]|任[何意务教课]|常[住驻规见]|严[格禁重肃]|程[序度]|章程|安[全排置]|范围|申[请报]|许可|康复|毕业|文[件化艺体]|陆续|尤其|尤为|何[时种处地]|余[额下]|于[是今]|向[上社学校]|高[中考级等校龄]|温馨|施[行教]|易地|乔迁|付费|金额|万[名人]|成绩|武术|季[度节]|石油|田径|时间|史料|江[苏西]|白[天色]|牛|龙|马上|曾[经用]|应)/u;

/** How places end, and words of days: 新生于八月, 录取马桥. */
const noPerson =
  /[村庄店桥屯营坊寨家埠镇街路乡县区市里城楼河湖沟庙阁堡集岭坡洼滩园苑府校院所局部委组班号]$|[一二三四五六七八九十年月日]/u;

const isName = (text: string): boolean => !noName.test(text) && !noPerson.test(text);

/** How many children a running text names (学生：李某某、王某某): those that follow a word for a child. */
export function childrenNamedIn(text: string): number {
  const plain = text.normalize('NFKC').replaceAll('·', '');
  let most = 0;
  for (const [, list = ''] of plain.matchAll(named))
    most = Math.max(most, list.split(separators).filter((one) => isName(one.trim())).length);
  return most;
}

const wholeName = new RegExp(`^(?:[${surnames}]${han}{1,2}|${han}{4})$`, 'u');
const doubleSurname = /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐)/u;

/** Whether a cell below a header that announces children holds nothing but names. */
export function isNames(cell: string): boolean {
  const words = cell
    .normalize('NFKC')
    .split(/[、，,;；\s]+/u)
    .map((word) => word.replace(/(同学|小朋友)$/u, ''))
    .filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.every((word) => wholeName.test(word) && isName(word) && (word.length < 4 || doubleSurname.test(word)))
  );
}

/** What is told of a person beside a name, and makes one name as bad as a list. */
export const tellsMore = (text: string): boolean =>
  /[，,、（(\s](男|女)[，,。、）)\s]|出生|生于|身份证|监护人|孤儿|残疾|单亲|家住|住址|户籍在/u.test(text);
