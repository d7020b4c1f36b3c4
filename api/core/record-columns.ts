import { chinaTime } from './local-date.ts';
import { cell, type Fields } from './record.ts';
import type { Column } from './sheet.ts';

/** A column of exported records: what stands under its key, unless `value` says what does. */
export const column = (key: string, zh: string, en: string, width: number, value = cell(key)): Column<Fields> => ({
  key,
  label: { zh, en },
  value,
  width,
});

export const day = (key: string, zh: string, en: string, width = 12, value = cell(key)): Column<Fields> => ({
  ...column(key, zh, en, width, value),
  isDay: true,
});

/** The columns that lists of several kinds have alike. */
export const publisher = column('publisher', '发布机构', 'Publisher', 24, cell('publisher', 'name'));
export const indexNumber = column('indexNumber', '索引号', 'Index number', 28);
export const publishedAt: Column<Fields> = {
  ...column('publishedAt', '发布时间（北京时间）', 'Published at (China time)', 18, ({ modifiedAt }) =>
    typeof modifiedAt === 'string' ? chinaTime(new Date(modifiedAt)) : null,
  ),
  isInstant: true,
};
export const sample = column('sample', '示例数据', 'Sample data', 8, ({ isSample }) => (isSample ? '示例' : ''));
export const permalink = column('permalink', '永久地址', 'Permalink', 60);
export const digest = column('digest', '校验值（SHA-256）', 'Digest (SHA-256)', 40);
