/** Columns that hold amounts and counts. */
const quantity =
  /金额|[（(](?:万|亿|千)?元|合计|预算|决算|收入|支出|余额|数额|总额|资产|负债|面积|数量|人数|调整数|执行数|amount|total|fen\b|yuan|budget|count|size|bytes|final/i;
const ofPerson = /电话|手机|联系|账号|帐号|卡号|账户|身份证|phone|mobile|account|contact/i;

export const isQuantityLabel = (label: string): boolean => quantity.test(label) && !ofPerson.test(label);

/** Columns of persons by name: whose names they are says what the list tells. */
export const nameLabel =
  /^(?:(?:学生|考生|幼儿|儿童|新生|患者|病人|死者|户主|农户|领取人|领款人|受助人|受益人|救助对象|补贴对象|补助对象|保障对象|低保对象|低保户|特困人员|残疾人|贫困户|脱贫户|举报人|投诉人|信访人|被害人|受害人|被征收人|居民|村民|家庭成员)(?:姓名|名字)?|姓名|名字)$/;

export const isNameLabel = (cell: string): boolean =>
  cell.length < 16 && nameLabel.test(cell.normalize('NFKC').replace(/\s/g, ''));

/** Whose names a title or a column says these are. */
export const roles = {
  'named-minor': /学生|考生|幼儿|儿童|新生|未成年|孤儿|学籍|监护人|班级|家长|录取名单|录取学校/,
  'named-patient': /患者|病人|病例|病种|诊断|住院号|确诊/,
  'named-victim': /死者|被害人|受害人|遇难/,
  'named-informant': /举报人|投诉人|信访人|检举人/,
  'named-recipient': /低保|特困|五保|残疾|救助|孤儿|困境|困难|优抚|贫困|临时生活补助|高龄津贴|受助|保障对象|供养/,
} as const;

export const amountLabel = /金额|补贴|补助|资金|救助金|保障金|实发|应发|发放|款|元[）)]?$|标准/;
/** What tells one of many of the same name. */
export const closeLabel = /身份证|公民身份|证件号|银行|卡号|[账帐][号户]|住址|家庭地址|户籍地?址?$|出生|生日/;
export const phoneLabel = /电话|手机|联系方式|联系号码/;

/** Who holds an office or sits an examination is named in public, with a telephone or a sum beside it. */
export const officeLabel =
  /职务|职称|职位|岗位|工作单位|所在单位|任职|执法证|准考证|办公|科室|级别|企业|公司|单位名称|股室/;
