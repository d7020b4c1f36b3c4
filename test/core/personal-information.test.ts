import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCreditCode, creditCode } from '../../api/core/credit-code.ts';
import { contactOrIdentityIn, hasMobileNumber } from '../../api/core/personal-information/contact-or-identity.ts';
import { identityCheckCharacter } from '../../api/core/personal-information/identity-number.ts';
import { personalInformationIn } from '../../api/core/personal-information/index.ts';

const types = (text: string, label?: string) => personalInformationIn(text, label).map(({ type }) => type);

const found: readonly (readonly [type: string, text: string, shown: string])[] = [
  ['identity-number', '11010519491231002X', '1101************2X'],
  ['identity-number', '王小明，身份证号：11010519491231002x。', '1101************2x'],
  ['identity-number', '１１０１０５１９４９１２３１００２Ｘ', '1101************2X'],
  ['identity-number', '110105 19491231 002X', '1101************2X'],
  ['identity-number', '110105-19491231-002X', '1101************2X'],
  ['identity-number', '王某 1101 0519 4912 3100 2X', '1101************2X'],
  ['identity-number', '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X', '1101************2X'],
  ['identity-number', '①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X', '1101************2X'],
  ['identity-number', '证件号一一〇一〇五一九四九一二三一〇〇二X', '1101************2X'],
  ['mobile-number', '电话：一三八一二三四五六七八', '138******78'],
  ['mobile-number', '手机 1381 2345 678', '138******78'],
  ['mobile-number', '联系电话 13 812 345 678', '138******78'],
  ['identity-number', '张三/11010519491231002X/备注', '1101************2X'],
  ['identity-number', '1101051949\u200b1231002X', '1101************2X'],
  ['mistyped-identity-number', '370321199001011234', '3703************34'],
  ['mistyped-identity-number', '身份证号码370321201501011234', '3703************34'],
  ['identity-number', '身份证号 370321900101123', '3703*********23'],
  ['identity-number', '公民身份号码 370321 850312 001', '3703*********01'],
  ['named-minor', '学生 王小明 男 2012年5月生', '王**'],
  ['home-address', '我叫张三，住在桓台县索镇张桥村12号', '桓台***'],
  ['partly-masked-identity-number', '王小明，370321********1234', '3703************34'],
  ['partly-masked-identity-number', '李建国（身份证号：3703211990****1234）', '3703************34'],
  ['partly-masked-identity-number', '370321****1234 赵雨桐', '3703********34'],
  ['mobile-number', '13812345678', '138******78'],
  ['mobile-number', '值班电话：13812345678', '138******78'],
  ['mobile-number', '监督举报电话 138-1234-5678', '138******78'],
  ['mobile-number', '联系人：王局长 138 1234 5678。', '138******78'],
  ['mobile-number', '１３８１２３４５６７８', '138******78'],
  ['mobile-number', '+86 13812345678', '138******78'],
  ['mobile-number', '8613812345678', '138******78'],
  ['mobile-number', 'tel:13812345678', '138******78'],
  ['mobile-number', 'TEL13812345678', '138******78'],
  ['mobile-number', '138‑1234‑5678', '138******78'],
  ['mobile-number', '王明13812345678李红', '138******78'],
  ['bank-account', `银行卡号：${luhn('622202123456789012')}`, '6222************'],
  ['bank-account', `开户行：农业银行桓台支行，账号 ${grouped(luhn('622848012345678901'))}`, '6228************'],
  ['bank-account', `信用卡号 ${luhn('438088123456789')}`, '4380*********'],
  ['passport-number', '护照号码：E12345678', 'E******78'],
  ['passport-number', '持普通护照 EA1234567 出境', 'E******67'],
  ['passport-number', '港澳通行证号码C12345678', 'C******78'],
  ['vehicle-plate', '驾驶人王某驾驶鲁C·12345小型轿车', '鲁C****45'],
  ['vehicle-plate', '车主：李四，号牌鲁CD12345', '鲁C****45'],
  ['vehicle-plate', '鲁C12A45（当事人所有）', '鲁C***45'],
  ['email-address', '邮箱：zhangsan@qq.com', 'z*******@qq.com'],
  ['email-address', '请发至 wang.xm@163.com', 'w******@163.com'],
  ['email-address', '王小明 wxm1990@gmail.com', 'w******@gmail.com'],
  ['email-address', 'a.b@vip.sina.com.cn', 'a**@vip.sina.com.cn'],
  ['messaging-account', '微信号：wxid_abc123', 'wx********3'],
  ['messaging-account', 'QQ：12345678', '12*****8'],
  ['messaging-account', 'QQ号12345678', '12*****8'],
  ['home-address', '家庭住址：桓台县索镇中心大街12号3单元402室', '桓台***'],
  ['home-address', '王某，男，住山东省淄博市桓台县唐山镇前诸村45号', '山东***'],
  ['home-address', '户籍地址：山东省桓台县马桥镇北营村3组', '山东***'],
  ['home-address', '现住桓台县少海花园5号楼2单元301', '桓台***'],
  ['named-minor', '学生姓名：王小明', '王**'],
  ['named-minor', '未成年人李思雨，2012年3月4日出生', '李**'],
  ['named-minor', '儿童张子涵（男，7岁）', '张**'],
  ['named-minor', '孤儿：陈晨', '陈*'],
  ['named-patient', '患者王建国，男，56岁', '王**'],
  ['named-patient', '患者姓名：欧阳明月', '欧***'],
  ['named-victim', '被害人刘洋，女，1990年1月出生', '刘*'],
  ['named-informant', '举报人王建国反映某企业排污', '王**'],
  ['named-informant', '投诉人：李红梅', '李**'],
  ['named-informant', '信访人周建军，来信反映宅基地问题', '周**'],
  ['named-recipient', '低保对象王建国，每月发放620元', '王**'],
  ['named-recipient', '特困人员李秀英 2024年救助金7,200.00元', '李**'],
  ['named-recipient', '残疾人张伟护理补贴1200元', '张*'],
];

/** A number with its Luhn digit. */
function luhn(digits: string): string {
  for (let last = 0; last < 10; last += 1) {
    const whole = digits + last;
    const total = [...whole].reverse().reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
    if (total % 10 === 0) return whole;
  }
  return digits;
}

function grouped(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

const fine: readonly string[] = [
  // Codes, numbers of documents and files.
  '113708280043326001',
  '统一社会信用代码：113708280043326001',
  '12370321MB2811234X',
  '11370321999900142H/2025-0000001',
  '桓政发〔2024〕12号',
  '项目代码：2019-370321-77-03-012345',
  '项目编号：SDGP370321000202502000123',
  '采购编号 370321202503010012',
  '370321202503010012',
  '村代码：370321100201',
  '370321100000',
  '功能分类科目 2050201',
  '30201 办公费 12.50',
  '流水号 20240301123456789012345678',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'sha256:a13812345678bcdef0123456789abcdef0123456789abcdef0123456789abcde',
  '550e8400-e29b-41d4-a716-446655440000',
  '12345678-1381-2345-6789-138123456789',
  'https://www.huantai.gov.cn/art/2024/3/1/art_1234_13812345678.html',
  'www.huantai.gov.cn/gongkai/370321199001011234',
  'IMG13812345678.jpg',
  // Amounts, sizes, dates.
  '13812345678.50',
  '13812345678元',
  '合计 13,812,345,678.00 元',
  '支出 1381234.5678 万元',
  '150 1234 5678 9012',
  '2024 150 1234 5678',
  '2024年3月1日至2025年3月1日',
  '1700000000000',
  '0.11010519491231002',
  '面积15012345678平方米',
  // Telephones and mailboxes of offices.
  '0533-1234567',
  '(0533)8181234',
  '05338181234',
  '12345',
  '95598',
  '400-800-1234',
  '4008001234',
  '监督电话：0533-8180110，12388',
  'htxjyj@zb.shandong.cn',
  '电子邮箱：htzfb@huantai.gov.cn',
  '意见反馈邮箱：htxsfj@163.com',
  '监督举报邮箱htjb@126.com',
  '桓台县教育和体育局办公邮箱 htjtj@qq.com',
  '微信公众号：桓台发布',
  '关注微信公众号 huantaifabu',
  'QQ群：123456789',
  // Accounts without a word for them, and of offices.
  luhn('622202123456789012'),
  '保证金账户：37050163614100000123',
  '账号：1603021109200012345',
  // Passports and plates without anybody.
  'E12345678',
  '型号 G12345678',
  '处置公务用车鲁C12345一辆',
  '鲁C·D12345 违停',
  // Addresses of offices.
  '地址：桓台县索镇中心大街1号',
  '办公地址：桓台县建设街2222号1号楼305室',
  '住房和城乡建设局，桓台县东岳路18号',
  '住所：桓台县经济开发区12号',
  '户籍在桓台县兴桓路以东、少海路以西的适龄儿童',
  '保障性住房12栋3单元已交付',
  '住建局2024年12号文件',
  // Roles without names, and names that are masked.
  '学生成绩、学生管理、学生安全是工作重点',
  '患者安全，患者管理，患者满意度',
  '举报人应当实名，举报人于3月1日反映，举报人向我局反映',
  '低保对象认定办法，低保标准每月620元',
  '残疾人安置补贴1200元',
  '特困人员张某某每月620元',
  '患者：张*祥',
  '学生姓名：朱**',
  '举报人：李某',
  '学生：安全第一',
  '未成年人保护工作',
  '朱** 3703************34',
  '张*祥，370321********1234',
  '身份证号370321********1234',
  '县长王小明主持会议',
  '被害人陈述，男女有别；学生毕业，男生；患者男女比例',
  '住宅小区12栋，现住房12套1号',
  '第138-1234-5678号',
  '案件编号370321200503120012',
  '编码370321198503120012-001',
  '经度118.12345678901 纬度36.987654321012',
  '合同编号：HT2024-13812345678',
  '发票代码 037002100411 发票号码 12345678',
  '银行账户：1603 0211 0920 0012 345',
  '王小明，男，1975年3月生，大学学历，拟任副局长',
  '孤儿基本生活费1900元；困难学生补助1250元；残疾人康复补贴1200元',
  '经营者：张伟 住所：桓台县索镇中心路12号',
  '联系人：王主任，电话0533-8181234',
  '',
  '一',
];

describe('what is told of a person is found', () => {
  test.each(found)('%s: %s', (type, text, shown) => {
    const [datum, ...others] = personalInformationIn(text);
    expect([datum?.type, others]).toEqual([type, []]);
    expect(datum?.shown.startsWith(shown.slice(0, 4)) && datum.shown.length >= Math.min(shown.length, 4)).toBe(true);
    expect(datum?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(datum?.message.en).toMatch(/[a-z]/);
  });
  test.each(found.filter(([, , shown]) => /\*.*[^*]$/.test(shown)))('%s is shown masked: %s', (_, text, shown) => {
    expect(personalInformationIn(text)[0]?.shown).toBe(shown);
  });
  test('each of several, in the order of the text, at its place', () => {
    const text = '王明 １３８１２３４５６７８；身份证11010519491231002X；邮箱a1@qq.com';
    expect(personalInformationIn(text).map(({ type, offset }) => [type, offset])).toEqual([
      ['mobile-number', text.indexOf('１')],
      ['identity-number', text.indexOf('11010519491231002X')],
      ['email-address', text.indexOf('a1@')],
    ]);
  });
  test('a label is read like words before the text, and is no part of it', () => {
    expect(types('370321900101123', '身份证号')).toEqual(['identity-number']);
    expect(types(luhn('622202123456789012'), '卡号')).toEqual(['bank-account']);
    expect(types('桓台县索镇中心大街12号', '家庭住址')).toEqual(['home-address']);
    expect(personalInformationIn('E12345678', '护照')[0]?.offset).toBe(0);
    expect(types('张', '电话13812345678')).toEqual([]);
  });
  test('a column of amounts holds no telephones, a column of telephones does', () => {
    expect(types('13812345678', '金额（元）')).toEqual([]);
    expect(types('13812345678', 'amount')).toEqual([]);
    expect(types('13812345678', '收入证明联系电话')).toEqual(['mobile-number']);
  });
});

describe('what only looks like it is not', () => {
  test.each(fine.map((text) => [text]))('%s', (text) => {
    expect(personalInformationIn(text)).toEqual([]);
  });
});

const provinces = ['110105', '370321', '440301', '510104', '650102'];
const identity = fc
  .tuple(
    fc.constantFrom(...provinces),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, born, serial]) => {
    const first = division + born.toISOString().slice(0, 10).replaceAll('-', '') + String(serial).padStart(3, '0');
    return first + identityCheckCharacter(first);
  })
  .filter((number) => !checkCreditCode(number).ok);

const words = '本县人民政府关于公开信息的通知，根据规定执行。办法自发布之日起施行；有效期五年！（示例）“一般”'.split(
  '',
);
const chinese = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(''));

describe('whatever stands around', () => {
  test('a right identity number is found, at its place', () => {
    fc.assert(
      fc.property(chinese, identity, chinese, (left, number, right) => {
        expect(
          personalInformationIn(left + number + right).map(({ type, offset, shown }) => ({ type, offset, shown })),
        ).toEqual([
          {
            type: 'identity-number',
            offset: left.length,
            shown: `${number.slice(0, 4)}************${number.slice(16)}`,
          },
        ]);
      }),
      { numRuns: 500 },
    );
  });
  test('full width and characters that print nothing do not shift the place', () => {
    const wide = (text: string) => [...text].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');
    fc.assert(
      fc.property(chinese, identity, (left, number) => {
        const lead = `\u200b${left}\ufeff𝟏`;
        expect(personalInformationIn(`${lead}，${wide(number)}`)[0]?.offset).toBe(lead.length + 1);
      }),
    );
  });
  test('a mobile number is found, a longer run of digits is not', () => {
    fc.assert(
      fc.property(chinese, fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (left, number) => {
        expect(types(`${left}，${number}。`)).toEqual(['mobile-number']);
        expect(types(`${left}，${number}8。`)).toEqual([]);
        expect(types(`${left}，2${number}。`)).toEqual([]);
      }),
    );
  });
  test('a credit code is never reported', () => {
    const organ = fc
      .array(fc.constantFrom(...'0123456789'), { minLength: 8, maxLength: 8 })
      .map((list) => list.join(''));
    const code = fc
      .tuple(
        fc.constantFrom('1', '5', '9'),
        fc.constantFrom('1', '2', '3'),
        fc.constantFrom(...provinces, '371919', '511920'),
        organ,
      )
      .map(([registrar, category, division, organ8]) => creditCode(registrar, category, division, organ8));
    fc.assert(
      fc.property(chinese, code, chinese, (left, number, right) => {
        expect(personalInformationIn(left + number + right)).toEqual([]);
        expect(personalInformationIn(`${left}${number}/2025-0000001${right}`)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
  test('what is found is never shown whole', () => {
    fc.assert(
      fc.property(identity, (number) => {
        for (const { shown } of personalInformationIn(`身份证${number}`))
          expect(shown).not.toContain(number.slice(6, 14));
      }),
    );
  });
  test('digests, UUIDs and amounts are never reported', () => {
    const hex = fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
      .map((one) => one.join(''));
    fc.assert(
      fc.property(hex, fc.uuid(), fc.integer({ min: 0, max: 2 ** 40 }), (digest, uuid, fen) => {
        expect(personalInformationIn(`${digest} ${uuid} ${(fen / 100).toFixed(2)}元`)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
  test('no text makes it fail or slow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => Array.isArray(personalInformationIn(text))),
    );
    for (const text of [
      '1',
      '11010519491231002X ',
      '1 ',
      '家庭住址：',
      '住',
      '370321****',
      'a@',
      'a.',
      '患者王',
      '6222 ',
      'www.',
      '微信：',
    ].map((one) => one.repeat(100_000))) {
      const start = performance.now();
      personalInformationIn(text);
      expect(performance.now() - start, text.slice(0, 10)).toBeLessThan(3_000);
    }
  });
});

test('identity or mobile, for rules that ask for these alone', () => {
  expect(contactOrIdentityIn('13812345678')).toBe('mobile');
  expect(contactOrIdentityIn('11010519491231002X 13812345678')).toBe('identity');
  expect(contactOrIdentityIn('0533-8181234')).toBeNull();
  expect([hasMobileNumber('值班 138 1234 5678'), hasMobileNumber('0533-8181234')]).toEqual([true, false]);
});
