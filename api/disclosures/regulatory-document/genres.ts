import type { CodeEntry } from './codes.ts';

/** A genre and the words that titles of it end in. */
export interface Genre extends CodeEntry {
  readonly endings: readonly string[];
}

const genre = (code: string, zh: string, en: string, endings: readonly string[] = [zh]): Genre => ({
  code,
  label: { zh, en },
  endings,
});

/**
 * 体裁: the fifteen kinds of official document (《党政机关公文处理工作条例》, 中办发〔2012〕14号), the interpretation,
 * and the instruments that a notice carries.
 */
export const GENRES: readonly Genre[] = [
  genre('RESOLUTION', '决议', 'resolution'),
  genre('DECISION', '决定', 'decision'),
  genre('ORDER', '命令（令）', 'order', ['命令', '令']),
  genre('COMMUNIQUE', '公报', 'communiqué'),
  genre('ANNOUNCEMENT', '公告', 'announcement'),
  genre('PUBLIC_NOTICE', '通告', 'public notice'),
  genre('OPINION', '意见', 'opinion'),
  genre('NOTICE', '通知', 'notice'),
  genre('CIRCULAR', '通报', 'circular'),
  genre('REPORT', '报告', 'report'),
  genre('REQUEST', '请示', 'request for instructions'),
  genre('REPLY', '批复', 'reply'),
  genre('BILL', '议案', 'bill'),
  genre('LETTER', '函', 'letter', ['复函', '的函']),
  genre('MINUTES', '纪要', 'minutes'),
  genre('INTERPRETATION', '解读', 'interpretation', ['解读', '解读方案', '解读材料', '政策问答', '一图读懂']),
  genre('LAW', '法律', 'law', ['法']),
  genre('REGULATION', '条例', 'regulation'),
  genre('MEASURES', '办法', 'measures'),
  genre('PROVISIONS', '规定', 'provisions'),
  genre('RULES', '规则（细则）', 'rules', ['规则', '细则', '规程', '准则', '守则', '制度', '章程']),
  genre('EMERGENCY_PLAN', '预案', 'emergency plan'),
  genre('SCHEME', '方案', 'scheme'),
  genre('WORK_POINTS', '要点', 'work points'),
  genre('PLAN', '规划（计划）', 'plan', ['规划', '计划', '纲要']),
  genre('STANDARD', '标准（规范）', 'standard', ['标准', '规范', '指引', '指南']),
  genre('CATALOGUE', '目录（清单）', 'catalogue', ['目录', '清单', '名单', '分工']),
  genre('MEASURE_LIST', '措施', 'set of measures', ['措施', '举措']),
  genre('PUBLICITY', '公示', 'publicity'),
  genre('OTHER', '其他', 'other', []),
];

/** （试行）, （征求意见稿）, （2021年修订）: a note behind the genre word. */
const NOTE_AT_END = /[（(〔][^（）()〔〕]{1,20}[）)〕]$/u;

/**
 * The genre that a title ends in (title grammar: 发文机关 + 关于 + 事由 + 文种). Null when it ends in none: then it is
 * no title of an official document. 办法 and 看法 both end in 法, so the longest ending decides and 法 stands last.
 */
export function genreOfTitle(title: string): string | null {
  let bare = title.replace(/[》〉”\s]+$/u, '');
  while (NOTE_AT_END.test(bare)) bare = bare.replace(NOTE_AT_END, '').replace(/[》〉”\s]+$/u, '');
  let best: { code: string; length: number } | null = null;
  for (const { code, endings } of GENRES) {
    for (const ending of endings) {
      if (bare.length > ending.length && bare.endsWith(ending) && ending.length > (best?.length ?? 0)) {
        best = { code, length: ending.length };
      }
    }
  }
  return best?.code ?? null;
}
