/** The commonest surnames (百家姓前列，公安部姓名报告), and the two-character ones. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂焦巩荆宗伊';
const doubleSurnames = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐';
const doubleSurname = new RegExp(`^(?:${doubleSurnames})\\p{Script=Han}{1,2}$`, 'u');

/** How places and things end that begin like a name: 马桥, 石店, 张庄, 王茂村. */
const placeEnding =
  /[村庄店桥屯营坊寨家埠镇街路乡县区市里城楼河湖沟庙阁王台堡集岭坡洼滩园苑府校院所局部委组班号校长任师电话东西南北前后大小中一二三四五六七八九十]$/u;

/** Words that begin with what is also a surname. */
const ordinaryWord =
  /^(?:安全|安置|安排|安装|管理|成绩|成长|方面|方式|方法|方案|方向|金额|金融|高中|高考|高校|高度|高级|高新|高龄|时间|应急|应当|温馨|平安|平台|常见|常规|常住|任务|任何|任职|向[上下我该本]|于[是当此]|万元|白天|史料|文化|文件|文明|文体|文物|康复|马上|黄金|黄河|江苏|江西|金属|石油|石化|龙头|段落|章节|章程|程序|程度|范围|范例|严重|严格|严禁|施工|施行|施救|易发|易燃|贺信|毕业|季度|季节|申请|申报|申诉|申领|许可|计划|项目|何时|何种|何地|曾经|曾用|谢绝|陈述|陈列|唐山|孔子|孟子|孙子|牛羊|牛肉|田地|田间|林地|林业|林木|周边|周末|周期|周围|水平|经费|明确|全部|全体|单位|关系|关于|关爱|白酒|白色|黄色|金色|兰州|苏州|洪水|洪涝|雷电|雷雨|温度|温暖|乔木|叶片|陆地|陆续|钟点)/u;

/** Whether a text looks like the name of a person: a surname and one or two characters, nothing a place ends in. */
export function looksLikeName(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s·]/g, '');
  if (doubleSurname.test(plain)) return true;
  if (!/^\p{Script=Han}{2,3}$/u.test(plain) || placeEnding.test(plain)) return false;
  return surnames.includes(plain.charAt(0));
}

/** The same of a name told whole: 李某 and 张某某 tell nobody, and 金额 is no person. */
export const isPersonName = (text: string): boolean =>
  looksLikeName(text) && !/某/u.test(text) && !ordinaryWord.test(text.replace(/\s/g, ''));

/** What a name may be, inside a longer expression; who matches it asks `isPersonName` as well. */
export const namePattern = `(?:(?:${doubleSurnames})[\\u4e00-\\u9fff]{1,2}|[${surnames}][\\u4e00-\\u9fff]{1,2})`;

/** What stands in a column of names without being one. */
const notListed =
  /[某局办委厅部院所站处校园司厂社队组村镇乡街]$|^(?:合计|小计|总计|共计|姓名|名字|户主|同上|以下|以上|备注|单位|签字|签名|示例)$|某/u;

/** Whether what stands under 姓名 is a name told whole: there, the surname need not be a common one. */
export function isListedName(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^\p{Script=Han}{2,10}(?:·\p{Script=Han}{1,10}){1,3}$/u.test(plain)) return true;
  return /^\p{Script=Han}{2,4}$/u.test(plain) && !notListed.test(plain);
}
