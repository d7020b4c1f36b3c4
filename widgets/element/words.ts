import type { PanelLanguage } from '../core/document.ts';
import type { moreWords } from './more-words.ts';

/** The few words that are the browser's own, in zh-CN, zh-TW and en; all others come with the document. `{}` is filled in. */
const said = {
  loading: '正在取数据|正在取得資料|Loading',
  sample: '示例|示例|Sample',
  source: '来源：{}|來源：{}|Source: {}',
  published: '发布 {}|發布 {}|Published {}',
  updated: '更新 {}|更新 {}|Updated {}',
  edition: '第 {} 版|第 {} 版|Edition {}',
  asOf: '截至 {}|截至 {}|As of {}',
  permalink: '永久链接|永久連結|Permalink',
  menu: '下载、引用|下載、引用|Download and cite',
  unit: '单位：{}|單位：{}|Unit: {}',
};

export type Word = keyof typeof said | keyof typeof moreWords;
export type Say = (word: Word, filling?: string | number) => string;

/** Words that came later. */
export const learn = (words: Readonly<Record<string, string>>): void => void Object.assign(said, words);

/** Says a word in a language. */
export const speaker =
  (language: PanelLanguage): Say =>
  (word, filling = '') => {
    const spellings = ((said as Record<string, string>)[word] ?? '').split('|');
    return (spellings[language === 'en' ? 2 : language === 'zh-TW' ? 1 : 0] ?? '').replace('{}', () => `${filling}`);
  };
