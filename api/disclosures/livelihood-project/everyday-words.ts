/**
 * What people call things that tables call otherwise (口语检索词): who asks when the road will be mended says 修路, and the table
 * says 道路改造. Found by these words, never shown.
 */
const words: readonly (readonly [RegExp, string])[] = [
  [/道路|公路|路面|干道|街路|硬化/, '修路 道路 公路'],
  [/老旧小区|棚户区|棚改/, '老旧小区改造 旧改'],
  [/供水|饮水|自来水|水厂/, '自来水 吃水 饮水'],
  [/供热|供暖|清洁取暖|热力/, '供暖 暖气 供热'],
  [/小学|中学|学校|校舍|学位/, '学校 上学 建学校'],
  [/幼儿园|托育|托位/, '幼儿园 入园 托育'],
  [/养老|敬老|日间照料|老年|助餐/, '养老 养老院 老人'],
  [/医院|卫生院|卫生室|门诊/, '医院 看病'],
  [/公交|客运/, '公交 坐车'],
  [/停车/, '停车 停车位'],
  [/路灯|亮化/, '路灯'],
  [/公园|广场|健身/, '公园 健身'],
];

export const everydayWords = (text: string): string =>
  words.flatMap(([pattern, more]) => (pattern.test(text) ? [more] : [])).join(' ');
