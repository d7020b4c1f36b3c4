import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { stage } from '../../api/publishing/stage.ts';
import type { Store } from '../../api/store/client.ts';
import { publish, tester } from './gate.ts';
import { type Rows, sourceOf } from './grids.ts';

export const enrollmentPlan = kindNamed('enrollment-plan') as Kind;

/** A small plan as its tables say it: `areas` are the rows of 招生范围 below its header. */
export interface SmallPlan {
  readonly year?: number;
  readonly stage?: '小学' | '初中';
  readonly publisher?: string;
  readonly attribute?: string;
  readonly schools: readonly string[];
  readonly areas: Rows;
}

export const areaHeader = ['对口学校', '招生范围', '所在镇街', '门牌起', '门牌止', '单双号', '依据条款'] as const;

const statementOf = async ({ year = 2024, stage: of = '小学', schools, areas, ...said }: SmallPlan) => {
  const { reading } = enrollmentPlan;
  if (reading.of !== 'tables') throw new TypeError('plans are tables');
  const tables: Record<string, Rows> = {
    学校名录: [['学校名称', '办学类型'], ...schools.map((name) => [name, '公办'])],
    招生范围: [areaHeader, ...areas],
    入学条件与材料: [
      ['招生对象', '报名材料'],
      ['本地户籍有房', '户口簿、房产证明'],
      ['随迁子女', '户口簿、居住证'],
    ],
    时间安排: [
      ['环节', '开始时间', '结束时间'],
      ['网上报名', `${year}-07-05`, `${year}-07-10`],
      ['录取结果', `${year}-08-10`, null],
    ],
  };
  const given = {
    招生年度: String(year),
    学段: of,
    发布机构: said.publisher ?? '桓台县教育和体育局',
    公开属性: said.attribute ?? '主动公开',
    成文日期: `${year}-06-20`,
    咨询电话: '0533-0000801',
    监督电话: '0533-0000802',
  };
  return reading.read(sourceOf(tables, given));
};

/** Stages a small plan, or stages and publishes it. */
export async function putPlan(store: Store, plan: SmallPlan, publishing = true) {
  const statement = await statementOf(plan);
  return store.db.$transaction(async (tx) => {
    const staged = await stage(tx, { statement, files: [], actor: tester, now: new Date() });
    if (staged.outcome === 'refused') throw new Error(JSON.stringify(staged.findings));
    if (publishing) await publish(tx, staged.editionId);
    return staged;
  });
}
