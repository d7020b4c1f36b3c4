export type Language = 'zh-CN' | 'en';

/** The language a panel speaks: its own `lang`, else the one around it, else Chinese. */
export const languageOf = (element: HTMLElement): Language => {
  const lang = element.lang || element.closest<HTMLElement>('[lang]:not([lang=""])')?.lang || '';
  return /^en\b/i.test(lang) ? 'en' : 'zh-CN';
};

/** The same as the platform's enum `Language`. */
export const languageCode = (language: Language): 'ZH' | 'EN' => (language === 'en' ? 'EN' : 'ZH');
