import type { PanelDocument, PanelLanguage } from '../../../widgets/core/document.ts';
import { inLanguage } from './words.ts';

interface Titled {
  readonly title: string;
  readonly isSample: boolean;
  readonly lang?: PanelLanguage;
}

/**
 * A title as it goes where nothing of ours stands beside it (tabs, files, previews, pictures): what is made up says so
 * itself.
 */
export const markedTitle = ({ title, isSample, lang = 'zh-CN' }: Titled): string =>
  isSample && !/示例|\(sample\)/i.test(title) ? `${title}${inLanguage(lang, '（示例）', ' (sample)')}` : title;

/** The title of a panel as it goes out. */
export const titleOf = ({ title, source, lang }: PanelDocument): string =>
  markedTitle({ title, isSample: source.isSample === true, lang });
