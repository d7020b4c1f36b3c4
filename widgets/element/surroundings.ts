import type { PanelLanguage } from '../core/document.ts';

/** The language a panel speaks: its own `lang`, else the one around it, else Chinese. */
export const languageAround = (element: HTMLElement): PanelLanguage => {
  const lang = element.lang || element.closest<HTMLElement>('[lang]:not([lang=""])')?.lang || '';
  if (/^en\b/i.test(lang)) return 'en';
  return /^zh-(tw|hk|mo|hant)/i.test(lang) ? 'zh-TW' : 'zh-CN';
};
