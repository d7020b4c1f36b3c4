/** What a webmaster and an editor need to know of a panel: the one source of custom-elements.json. */
export interface PanelDescriptor {
  readonly summary: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, AttributeDescriptor>>;
  readonly parts: Readonly<Record<string, string>>;
  /** Attributes of one that shows something, where a builder of tags begins. */
  readonly example?: Readonly<Record<string, string>>;
  /** It stands inside a sentence: what would break one is not offered. */
  readonly isInline?: boolean;
}

/** A value of a closed set, and what it is called. */
export interface Choice {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

export interface AttributeDescriptor {
  readonly type: 'string' | 'number' | 'date';
  readonly label: Omit<Choice, 'value'>;
  readonly description: string;
  readonly default?: string;
  /** Without it the panel shows nothing. */
  readonly isRequired?: boolean;
  readonly choices?: readonly Choice[];
  /** Besides its choices it takes other spellings of them, or several with commas. */
  readonly takesOthers?: boolean;
  /** False: the panel writes it itself, or it is kept for tags pasted before. */
  readonly isOffered?: boolean;
}

/** Attributes every panel has. */
export const commonAttributes: PanelDescriptor['attributes'] = {
  endpoint: {
    type: 'string',
    label: { zh: '平台地址', en: 'Platform' },
    isOffered: false,
    description:
      '平台地址；默认是加载脚本所在的平台。Address of the platform; by default the one the script came from.',
  },
  lang: {
    type: 'string',
    label: { zh: '语言', en: 'Language' },
    choices: [
      { value: 'zh-CN', zh: '简体中文', en: 'Simplified Chinese' },
      { value: 'zh-TW', zh: '繁體中文', en: 'Traditional Chinese' },
      { value: 'en', zh: '英文', en: 'English' },
    ],
    takesOthers: true,
    description:
      '显示语言 zh-CN、zh-TW 或 en；默认随页面。Language: zh-CN, zh-TW or en; by default that of the page around it.',
  },
  'heading-level': {
    type: 'number',
    label: { zh: '标题级别', en: 'Heading level' },
    choices: ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, zh: `${value} 级`, en: `Level ${value}` })),
    default: '2',
    description: '面板标题的级别 1–6。Level of the panel’s heading in the outline of the page.',
  },
  'as-of': {
    type: 'string',
    label: { zh: '固定在某一时刻', en: 'Fixed at an instant' },
    description:
      '显示某一时刻公开的内容，如 2026-03-01T00:00:00+08:00；此后不再更新。What was public at an instant; it is not live.',
  },
  theme: {
    type: 'string',
    label: { zh: '主题', en: 'Theme' },
    choices: [
      { value: 'auto', zh: '随页面', en: 'As the page' },
      { value: 'light', zh: '浅色', en: 'Light' },
      { value: 'dark', zh: '深色', en: 'Dark' },
      { value: 'host', zh: '随页面底色', en: 'The page’s ground' },
    ],
    default: 'auto',
    description:
      'auto（随页面的 color-scheme）、light、dark 或 host（看页面的底色）。auto follows the page’s color-scheme, host the ground it paints.',
  },
  size: {
    type: 'string',
    label: { zh: '字号', en: 'Type size' },
    choices: [{ value: 'large', zh: '大字', en: 'Large' }],
    description: 'large：大字、高对比，便于老年人阅读。large: larger type and stronger contrast.',
  },
  live: {
    type: 'string',
    label: { zh: '自动更新', en: 'Refreshing' },
    choices: [{ value: 'off', zh: '不自动更新', en: 'Off' }],
    description: 'off：不随公开内容的变化自动更新。off: it does not refresh by itself when something is published.',
  },
};

/** Where a list goes on, before and after: written by the panel itself. */
export const turningAttributes: PanelDescriptor['attributes'] = {
  after: {
    type: 'string',
    label: { zh: '翻页位置（后）', en: 'After' },
    isOffered: false,
    description: '翻页的位置，由面板自己写。Place of a page; the panel writes it itself.',
  },
  before: {
    type: 'string',
    label: { zh: '翻页位置（前）', en: 'Before' },
    isOffered: false,
    description: '同上，向前翻页。The same, for a page before.',
  },
};

/** Parts every panel has. */
export const commonParts: PanelDescriptor['parts'] = {
  panel: '整个面板 The whole panel',
  header: '标题区 Heading of the panel',
  sample: '示例标记 Badge of sample data',
  validity: '有效性标记 Badge of legal validity',
  data: '一句话的结论 What it shows, in one sentence',
  empty: '没有时的那句话 That sentence when there is nothing',
  misused: '标签写错时的那句话 That sentence when the tag is wrong',
  withdrawn: '已撤回时的那句话 That sentence when it was withdrawn',
  notice: '出错、副本与其他提示 Notice of a failure, of a saved copy, and others',
  table: '表 A table',
  mark: '图中的条和块 A bar or an area of a chart',
  source: '来源行 Source line',
};

/** The tokens a host page may set, on the tag or on anything around it. */
export const cssProperties: Readonly<Record<`--gk-${string}`, string>> = {
  '--gk-font':
    '字体；要随页面，写 gk-documents::part(panel){font-family:inherit}。Font family; to take the page’s own, set it on ::part(panel).',
  '--gk-size': '正文字号；默认随读者的设置。Text size; by default the reader’s own.',
  '--gk-ink': '文字颜色 Text',
  '--gk-muted': '次要文字颜色 Secondary text',
  '--gk-paper': '底色 Ground',
  '--gk-rule': '线的颜色 Rules',
  '--gk-accent': '链接与现行有效标记的颜色 Links and the mark of what is in force',
  '--gk-mark': '搜索命中的底色 Ground of a match',
  '--gk-inset': '左右留白 Space at both sides',
};
