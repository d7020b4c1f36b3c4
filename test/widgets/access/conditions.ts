export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export const widths = [320, 768, 1280] as const;
export const themes = ['light', 'dark', 'forced'] as const;

/** How a page is looked at. */
export interface Condition {
  readonly lang: (typeof languages)[number];
  readonly width: (typeof widths)[number];
  readonly theme: (typeof themes)[number];
}

/** All 27. */
export const everyCondition: readonly Condition[] = languages.flatMap((lang) =>
  widths.flatMap((width) => themes.map((theme) => ({ lang, width, theme }))),
);

/** Nine in which every language meets every width and every theme, and every width every theme: a Latin square. */
export const covering: readonly Condition[] = everyCondition.filter(
  ({ lang, width, theme }) => (languages.indexOf(lang) + widths.indexOf(width)) % 3 === themes.indexOf(theme),
);

/** As a browser is told. */
export const mediaOf = (theme: Condition['theme']) =>
  ({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
  }) as const;
