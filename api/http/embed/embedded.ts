import type { PanelDocument, Params } from '../../../widgets/core/document.ts';
import { cellText } from '../../../widgets/core/figures.ts';
import type { Panel } from '../../../widgets/core/panel.ts';
import { frameHeight, usualWidth } from '../panels/frame-height.ts';
import { picture } from '../panels/picture/picture.ts';
import { summaryOf } from '../panels/summary.ts';
import { heldAt, wordsOf } from '../panels/words.ts';
import { type Embedded, narrowWidth } from './snippets.ts';

interface Shown {
  readonly baseUrl: string;
  readonly stem: string;
  readonly panel: Panel;
  readonly params: Params;
  readonly document: PanelDocument;
  readonly now: Date;
}

/** Parameters that name one record, one year or one instant: what is said of it holds. */
const naming = ['year', 'index-number', 'number', 'project', 'as-of'];

const tellsYear = /(?:19|20)\d\d/;

/**
 * Words that stay in somebody's page for years: a warning in force today, or the newest year, is not said there as if it
 * always were so. The sentence is taken where it is of one record and names no state of it.
 */
function lastingWords({ panel, params, document }: Shown): Pick<Embedded, 'title' | 'sentence'> {
  const { lang, badge, source, sentence } = document;
  const isNamed = naming.some((name) => params[name] !== undefined);
  const title =
    isNamed || !tellsYear.test(document.title) ? document.title : summaryOf(panel)[lang === 'en' ? 'en' : 'zh'];
  const isLasting =
    params['as-of'] !== undefined || (isNamed && badge === undefined && source.indexNumber !== undefined);
  return { title, sentence: isLasting ? sentence : title };
}

/**
 * The number of a panel that stands in a sentence, as it is today: the sentence reads right also where the script or the
 * platform is away. Of a number nobody has published there is none.
 */
function numberIn({ document, panel, now }: Shown): Embedded['number'] {
  const [first] = document.blocks;
  if (!panel.descriptor.isInline || first?.type !== 'figures' || !first.items[0]) return undefined;
  const { value, unit } = first.items[0];
  const { lang, source, title, words } = document;
  const said = [cellText(/^[-\d.]+$/.test(value) ? 'number' : 'text', value, lang), unit].filter(Boolean).join(' ');
  return {
    text: `${said}${source.isSample ? (words?.['sample'] ?? '') : ''}`,
    about: `${title} · ${wordsOf(lang).asOf} ${heldAt(document, now)}`,
  };
}

/** What the code of a panel is written from. */
export function embeddedOf(shown: Shown): Embedded {
  const { baseUrl, stem, panel, params, document, now } = shown;
  const heightAt = (width: number) => picture(document, { width, theme: 'light', now }).height;
  return {
    baseUrl,
    stem,
    params,
    ...lastingWords(shown),
    height: heightAt(usualWidth),
    narrowHeight: heightAt(narrowWidth),
    frameHeight: frameHeight(document),
    isInline: panel.descriptor.isInline,
    number: numberIn(shown),
  };
}
