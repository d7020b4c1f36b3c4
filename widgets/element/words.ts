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
  unit: '单位：{}|單位：{}|Unit: {}',
  offline: '现在连不上公开平台|現在連不上公開平台|The platform cannot be reached now',
  timeout: '公开平台没有及时答复|公開平台沒有及時答覆|The platform did not answer in time',
  http: '没有收到公开平台的有效答复|沒有收到公開平台的有效答覆|No valid answer came from the platform',
  misuse: '公开平台不认识标签上写的条件|公開平台不認識標籤上寫的條件|The platform does not know what the tag asks for',
  misuseHint: '请网站管理员核对。|請網站管理員核對。|This is for the webmaster to correct.',
  holds:
    '已经公开的内容不受影响，恢复后这里自动更新。|已經公開的內容不受影響，恢復後這裡自動更新。|What was published is unaffected; this panel refreshes by itself.',
  saved: '下面是 {} 保存的副本。|下面是 {} 儲存的副本。|Below is the copy saved at {}.',
  earlier: '下面是上一次的结果。|下面是上一次的結果。|Below is the previous result.',
  open: '到公开平台查看|到公開平台查看|Open the platform',
  retry: '重试|重試|Try again',
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
