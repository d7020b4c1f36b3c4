import type { PanelLanguage } from '../core/document.ts';

/** The language a panel speaks: its own `lang`, else the one around it, else Chinese. */
export const languageAround = (element: HTMLElement): PanelLanguage => {
  const lang = element.lang || element.closest<HTMLElement>('[lang]:not([lang=""])')?.lang || '';
  if (/^en\b/i.test(lang)) return 'en';
  return /^zh-(tw|hk|mo|hant)/i.test(lang) ? 'zh-TW' : 'zh-CN';
};

/** Whether the ground the host page paints behind an element is dark, as computed; a page that paints none is white. */
const isOnDark = (element: Element): boolean => {
  for (let at: Element | null = element.parentElement; at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    if (alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  }
  return false;
};

/** The scheme to draw in; empty: that of the page around (`color-scheme`). */
export const schemeOf = (element: Element): string => {
  const theme = element.getAttribute('theme') ?? '';
  if (theme === 'host') return isOnDark(element) ? 'dark' : 'light';
  return theme === 'dark' || theme === 'light' ? theme : '';
};
