// What a panel says, ready to be drawn and without markup. The platform makes it from an answer of its GraphQL API; the
// panel in the browser, the picture, the page, the tables and the plain text are all drawn from it, so that no number can
// differ between them. Values are exact strings; how they look (grouping, dates) is decided where they are drawn.

export type PanelLanguage = 'zh-CN' | 'zh-TW' | 'en';

/** Beside colour every tone has a word and a shape; `red`, `orange`, `yellow`, `blue` are reserved for warnings (预警). */
export type Tone = 'plain' | 'good' | 'late' | 'ended' | 'void' | 'red' | 'orange' | 'yellow' | 'blue';

/** Parameters of a panel as its address has them: `organization`, `year`, `as-of` and so on. */
export type Params = Readonly<Record<string, string>>;

/** A word on a state, with its tone: 现行有效, 进度滞后. */
export interface Badge {
  readonly text: string;
  readonly tone: Tone;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  /** `number`: an exact decimal string; `share`: of one, as a decimal string (0.31 is 31 %); `date`: 2021-07-15. */
  readonly type: 'text' | 'number' | 'share' | 'date';
}

export interface Row {
  /** One for each column; null: nothing is stated there. */
  readonly cells: readonly (string | null)[];
  /** Depth in a hierarchy: 0 is a total. */
  readonly level?: number;
  readonly href?: string;
  /** Parameters that lead to what is below this row (款、项). */
  readonly go?: Params;
  readonly badge?: Badge;
  /** Length of its mark, 0 to 1, and of the thin mark of what it is compared with (last year, the target). Negative is below the line. */
  readonly mark?: number;
  readonly before?: number;
}

/** Values in rows; with `chart`, marks are drawn for the rows that have one, and the values stay reachable one by one. */
export interface TableBlock {
  readonly type: 'table';
  readonly id: string;
  readonly caption: string;
  /** Said once in the header: 万元. */
  readonly unit?: string;
  readonly chart?: 'bars' | 'treemap' | 'columns';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What a thin mark stands for: 上年. */
  readonly compared?: string;
  readonly note?: string;
}

export interface NoticeBlock {
  readonly type: 'notice';
  readonly tone: Tone;
  readonly text: string;
  readonly href?: string;
  readonly hrefText?: string;
}

/** Facts as pairs of name and value (文号、成文日期). */
export interface FactsBlock {
  readonly type: 'facts';
  readonly items: readonly {
    readonly label: string;
    readonly text: string;
    readonly href?: string;
    /** Parameters that lead there within the panel, where it can ask again; an empty value takes a parameter away. */
    readonly go?: Params;
  }[];
}

/** Few large numbers. */
export interface FiguresBlock {
  readonly type: 'figures';
  readonly items: readonly {
    readonly label: string;
    /** Exact decimal string, or a short text. */
    readonly value: string;
    readonly unit?: string;
    readonly note?: string;
  }[];
}

/** Records, each with its permalink. */
export interface ListBlock {
  readonly type: 'list';
  readonly items: readonly {
    readonly title: string;
    readonly href: string;
    readonly badge?: Badge;
    /** Short facts under the title. */
    readonly meta: readonly string[];
    readonly text?: string;
    /** Half-open ranges of UTF-16 units of `title` that match the search, in order. */
    readonly hits?: readonly (readonly [number, number])[];
    /** The same of `text`. */
    readonly textHits?: readonly (readonly [number, number])[];
    /** How far it is: done and target of one unit, with its words (3/5 个标段). */
    readonly progress?: { readonly share: number; readonly target?: number; readonly text: string };
  }[];
  readonly total: number;
  readonly more?: { readonly text: string; readonly href: string };
  /** The next and the previous page, as parameters. */
  readonly next?: Params;
  readonly previous?: Params;
}

/** A text in its parts: chapters, articles, paragraphs. */
export interface SectionsBlock {
  readonly type: 'sections';
  readonly items: readonly {
    readonly id: string;
    readonly level: number;
    /** 第三条. */
    readonly marker?: string;
    readonly heading?: string;
    readonly paragraphs: readonly string[];
  }[];
}

/** What comes after what: milestones, steps, dates. */
export interface StepsBlock {
  readonly type: 'steps';
  readonly caption?: string;
  readonly items: readonly {
    readonly title: string;
    readonly state: 'done' | 'now' | 'late' | 'todo';
    /** The state in a word: 已完成. */
    readonly stateText: string;
    readonly time?: string;
    readonly text?: string;
  }[];
}

export interface PhotosBlock {
  readonly type: 'photos';
  readonly items: readonly { readonly src: string; readonly alt: string; readonly caption: string }[];
}

/** What a reader may choose or type; each field is a parameter of the panel. */
export interface FormBlock {
  readonly type: 'form';
  readonly label: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'search' | 'choice' | 'day';
  readonly value: string;
  readonly hint?: string;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

/** Blocks under a heading; folded when `isFolded`. */
export interface GroupBlock {
  readonly type: 'group';
  readonly heading: string;
  readonly isFolded?: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | TableBlock
  | NoticeBlock
  | FactsBlock
  | FiguresBlock
  | ListBlock
  | SectionsBlock
  | StepsBlock
  | PhotosBlock
  | FormBlock
  | GroupBlock;

/** Where it comes from: on every panel, in every form. */
/** A QR code: a path of squares, filled, on a white square of so many units a side. */
export interface PaperCode {
  readonly side: number;
  readonly path: string;
}

export interface PanelSource {
  readonly publisher: string;
  /** Where a person finds it again: the record it tells of, or else the panel's own address with what was asked. */
  readonly permalink: string;
  /** The permalink for who reads on paper. */
  readonly code?: PaperCode;
  /** The list of all there is, where it tells of no one record. */
  readonly catalogue?: string;
  readonly indexNumber?: string;
  readonly edition?: number;
  /** sha256:… of the edition's statement. */
  readonly digest?: string;
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly isSample?: boolean;
  /** For citations, one text each. */
  readonly citation?: string;
}

/** What a panel's own view says; the platform adds address, time and version. */
export interface Shown {
  readonly title: string;
  readonly badge?: Badge;
  /** `empty`: nothing is public (yet), and a block says which; `misused`: the tag is wrong, for whoever wrote it. */
  readonly state: 'data' | 'empty' | 'misused' | 'withdrawn';
  /** What it shows in one sentence, made from the same numbers: alternative text, caption, announcement. */
  readonly sentence: string;
  readonly blocks: readonly Block[];
  readonly source: PanelSource;
  /** Words drawn around it that are its own: the platform adds those of every panel. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface PanelDocument extends Shown {
  /** The stem of the tag: `budget` of `<gk-budget>`. */
  readonly panel: string;
  readonly lang: PanelLanguage;
  /** The panel's own address, `/w/budget?…`: what it shows, for a person; with .json, .csv and so on for programs. */
  readonly address: string;
  /** The instant it holds for, as asked (`as-of`); null: now. */
  readonly asOf: string | null;
  /** Names of what it was made from: a change of one of these may change it. */
  readonly touches: readonly string[];
}
