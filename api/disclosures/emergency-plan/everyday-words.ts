import type { Plan } from './model.ts';

const ofHazard: readonly (readonly [RegExp, string])[] = [
  [/防汛|洪/, '下大雨 发大水 洪水 内涝 淹水 汛期 暴雨'],
  [/地震/, '地震了 房子晃 避震'],
  [/森林/, '着火 山火 火灾 烧荒'],
  [/危险化学品/, '化工厂 爆炸 泄漏 毒气'],
  [/燃气/, '煤气 天然气 漏气'],
  [/食品/, '食物中毒 吃坏肚子'],
  [/冰冻|雨雪/, '下大雪 结冰 冰冻 路滑'],
  [/环境/, '污染 河水 异味'],
  [/停电/, '停电 没电'],
  [/卫生|疫/, '传染病 疫情'],
];

/** The words people look for it by (群众用语): they ask 几级, 什么意思, 怎么办, not 响应分级. */
export const everydayWords = ({ name, responses, shelters }: Plan): string =>
  [
    ...(responses.length > 0 ? ['应急响应 几级 分几级 什么意思 什么时候启动 怎么办 一级 二级 三级 四级'] : []),
    ...(shelters.length > 0 ? ['避难场所 避险 安置点 去哪里 往哪跑 我村 我镇'] : []),
    ...ofHazard.flatMap(([pattern, words]) => (pattern.test(name) ? [words] : [])),
  ].join('\n');
