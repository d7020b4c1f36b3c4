import type { Language } from './language.ts';

// The few words drawn around what a panel says. They come with its document, in its language, so that no page pays for three;
// what is said without a document (that the platform is away) is the browser's own. `{}` is filled in.

const chinese = {
  sample: '示例',
  source: '来源：{}',
  published: '发布 {}',
  updated: '更新 {}',
  edition: '第 {} 版',
  asOf: '截至 {}',
  permalink: '永久链接',
  menu: '下载、引用',
  unit: '单位：{}',
  compared: '细线：{}',
  unlabelled: '图上未写名称的：',
  table: '表格',
  all: '全部 {} 行',
  total: '列出 {} 条',
  next: '下一页',
  previous: '上一页',
  back: '返回',
  contents: '目录',
  cite: '复制引用',
  copyLink: '复制链接',
  copied: '已复制',
  print: '打印',
  unmet: '所选的内容没有取到，下面仍是先前的。',
};

export type Around = typeof chinese;

const english: Around = {
  sample: 'Sample',
  source: 'Source: {}',
  published: 'Published {}',
  updated: 'Updated {}',
  edition: 'Edition {}',
  asOf: 'As of {}',
  permalink: 'Permalink',
  menu: 'Download and cite',
  unit: 'Unit: {}',
  compared: 'Thin line: {}',
  unlabelled: 'Without a name in the drawing: ',
  table: 'Table',
  all: 'All {} rows',
  total: 'Shown: {}',
  next: 'Next',
  previous: 'Previous',
  back: 'Back to',
  contents: 'Contents',
  cite: 'Copy citation',
  copyLink: 'Copy link',
  copied: 'Copied',
  print: 'Print',
  unmet: 'What was chosen has not come; below is still what stood here before.',
};

export const wordsAround = (language: Language): Around => (language === 'en' ? english : chinese);
