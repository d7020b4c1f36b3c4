/** The languages views write in; traditional characters are made of the first. */
export type Language = 'zh-CN' | 'en';

/** The same as the platform's enum `Language`. */
export const languageCode = (language: Language): 'ZH' | 'EN' => (language === 'en' ? 'EN' : 'ZH');
