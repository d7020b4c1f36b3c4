import type { Around } from '../core/around.ts';
import type { PanelDocument, PanelLanguage } from '../core/document.ts';
import type { moreWords } from './more-words.ts';

/** What is said without a document, in zh-CN, zh-TW and en; all other words come with it. `{}` is filled in. */
const said = { loading: '正在取数据|正在取得資料|Loading' };

export type Word = keyof typeof said | keyof typeof moreWords | keyof Around;
export type Say = (word: Word, filling?: string | number) => string;

/** Words that came later. */
export const learn = (words: Readonly<Record<string, string>>): void => void Object.assign(said, words);

/** Says a word in the language of a document, or of the page around where there is none. */
export const speaker =
  (language: PanelLanguage, document?: PanelDocument): Say =>
  (word, filling = '') => {
    const spellings = ((said as Record<string, string>)[word] ?? '').split('|');
    const own = document?.words?.[word] ?? spellings[language === 'en' ? 2 : language === 'zh-TW' ? 1 : 0] ?? '';
    return own.replace('{}', () => `${filling}`);
  };
