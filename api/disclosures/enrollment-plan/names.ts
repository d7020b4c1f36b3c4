/** The commonest surnames (百家姓前列，公安部姓名报告), and the two-character ones. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂焦巩荆宗伊';
const doubleSurname = /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐)[\p{Script=Han}]{1,2}$/u;

/** How places and things end that begin like a name: 马桥, 石店, 张庄, 王茂村. */
const placeEnding =
  /[村庄店桥屯营坊寨家埠镇街路乡县区市里城楼河湖沟庙阁王台堡集岭坡洼滩园苑府校院所局部委组班号校长任师电话东西南北前后大小中一二三四五六七八九十]$/u;

/** Whether a text looks like the name of a person: a surname and one or two characters, nothing a place ends in. */
export function looksLikeName(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s·]/g, '');
  if (doubleSurname.test(plain)) return true;
  if (!/^\p{Script=Han}{2,3}$/u.test(plain) || placeEnding.test(plain)) return false;
  return surnames.includes(plain.charAt(0));
}

/** So many, and most of what stands there: of the villages of a county a sixth begin like a name. */
const fewest = 8;
const most = 0.6;

/** People named for their office, whose names are public. */
const office = /^(校长|园长|负责人|联系人|责任人|法人|法定代表人|经办人|举办者|招生负责人|学校负责人)(姓名)?$/;

/** Counts, column by column, how much of a sheet looks like names of persons. */
export class NameCount {
  readonly #columns = new Map<number, { names: number; all: number; first: number; isOffice: boolean }>();

  see(row: { readonly row: number; readonly cells: readonly (string | null)[] }): void {
    for (const [column, cell] of row.cells.entries()) {
      for (const word of (cell ?? '').split(/[、，,;；\n]|\s{2,}/)) {
        if (word.trim() === '') continue;
        const count = this.#columns.get(column) ?? { names: 0, all: 0, first: row.row, isOffice: false };
        if (office.test(word.replace(/\s/g, ''))) count.isOffice = true;
        const isName = looksLikeName(word);
        if (isName && count.names === 0) count.first = row.row;
        count.all += 1;
        if (isName) count.names += 1;
        this.#columns.set(column, count);
      }
    }
  }

  /** The row where a list of names begins; null where there is none. */
  listAt(): number | null {
    const found = [...this.#columns.values()].find(
      ({ names, all, isOffice }) => !isOffice && names >= fewest && names >= all * most,
    );
    return found?.first ?? null;
  }
}
