/** What an XLSX file may take, measured on the bytes it really unpacks to, whatever it declares. */
export const limits = {
  file: 50 << 20,
  entries: 2_000,
  part: 20 << 20,
  total: 50 << 20,
  ratio: 100,
  /** A small part may shrink as much as it likes. */
  ratioFrom: 1 << 20,
  rows: 200_000,
  cells: 5_000_000,
  strings: 500_000,
  merges: 50_000,
  /** What is wrong in so many cells of a sheet is wrong in all of it. */
  faults: 1_000,
  seconds: 60,
  megabytes: 256,
} as const;

/** Why a workbook is refused; it ends the reading. */
export class Refused extends Error {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly place: { readonly sheet?: string; readonly row?: number; readonly column?: string };

  constructor(rule: string, zh: string, en: string, place: Refused['place'] = {}) {
    super(en);
    this.rule = rule;
    this.zh = zh;
    this.en = en;
    this.place = place;
  }
}

export const tooLarge = (what: string, limit: string): Refused =>
  new Refused(
    'workbook-too-large',
    `工作簿的${what}超过上限（${limit}），可能是恶意构造的文件。`,
    `The workbook exceeds a limit (${limit}); it may have been built to do harm.`,
  );
