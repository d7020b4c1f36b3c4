import type { CategoryValues } from '../forms.ts';

/** What every category must meet and bring; made up after common practice (示例). */
export const requirements: readonly CategoryValues[] = [
  {
    category: 'HUKOU_HOUSE',
    conditions: ['适龄儿童与父母同户籍', '户籍地址与房产地址一致并实际居住'],
    materials: ['户口簿', '不动产权证书或购房合同', '预防接种证'],
    clause: '第六条第一项',
  },
  {
    category: 'HUKOU_ONLY',
    conditions: ['适龄儿童户籍在招生范围内', '父母在本县无房产'],
    materials: ['户口簿', '无房证明', '租房备案证明', '预防接种证'],
    clause: '第六条第二项',
  },
  {
    category: 'MIGRANT',
    conditions: ['父母一方持有本县有效居住证', '在本县务工或经营'],
    materials: ['户口簿', '居住证', '劳动合同或营业执照', '租房或购房证明', '预防接种证'],
    clause: '第七条',
  },
  {
    category: 'PREFERENTIAL',
    conditions: ['军人、消防救援人员、引进人才等依法优待对象的子女'],
    materials: ['户口簿', '优待对象身份证明', '预防接种证'],
    clause: '第八条',
  },
  {
    category: 'DISABLED',
    conditions: ['经评估能够接受普通教育的，就近随班就读', '不能到校的，由学校送教上门'],
    materials: ['户口簿', '残疾人证或医院诊断证明', '预防接种证'],
    clause: '第九条',
  },
];
