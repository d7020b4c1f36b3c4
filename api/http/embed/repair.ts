import { panelNamed } from '../../../widgets/panels.ts';
import type { Finding } from '../../core/finding.ts';
import { told } from '../panels/answered.ts';
import { askedFor } from '../panels/asked.ts';
import { picture } from '../panels/picture/picture.ts';
import { showPanel } from '../panels/show.ts';
import { summaryOf } from '../panels/summary.ts';
import { newContext, type Platform } from '../platform.ts';
import type { Examination } from './examine.ts';
import { finding } from './findings.ts';
import type { Meant } from './meant.ts';
import { type Snippet, snippetsOf, usualWidth } from './snippets.ts';

/** What the doctor says of a page, and the code its first panel should have. */
export interface Report extends Pick<Examination, 'findings' | 'found'> {
  readonly repaired: readonly Snippet[];
}

/** Panels of one page that are asked at most. */
const mostAsked = 20;

interface Shown {
  readonly snippets: readonly Snippet[];
  /** What it refuses. */
  readonly findings: readonly Finding[];
}

/** A panel as it would be shown: with its title, its sentence and its height; or why it would not. */
async function shownAs({ line, stem, params }: Meant, platform: Platform, baseUrl: string): Promise<Shown> {
  const panel = panelNamed(stem);
  if (!panel) return { snippets: [], findings: [] };
  const { zh } = summaryOf(panel);
  const plain = { baseUrl, stem, params, title: zh, sentence: zh, isInline: panel.descriptor.isInline };
  const refused = (messageZh: string, messageEn: string): Shown => ({
    snippets: snippetsOf(plain),
    findings: [
      finding(
        'panel-refuses',
        'ERROR',
        line,
        [messageZh, `The panel gk-${stem} refuses what it is asked. ${messageEn}`],
        ['按提示改属性，或到 /embed 选。', 'Change the attributes as it says, or choose at /embed.'],
      ),
    ],
  });
  const shown = (lang: string) => {
    const asked = askedFor(platform, stem, Object.entries({ ...params, lang }));
    return showPanel(platform, asked, newContext(platform, baseUrl));
  };
  try {
    const asked = askedFor(platform, stem, Object.entries(params));
    const context = newContext(platform, baseUrl);
    const document = await showPanel(platform, asked, context);
    if (document.state === 'misused') return refused((await shown('zh-CN')).sentence, (await shown('en')).sentence);
    const { height } = picture(document, { width: usualWidth, theme: 'light', now: context.now });
    const { title, sentence } = document;
    return { snippets: snippetsOf({ ...plain, params: asked.params, title, sentence, height }), findings: [] };
  } catch (error) {
    const fault = told(error);
    if (!fault) throw error;
    return refused(fault.message, '');
  }
}

/** Every panel of a page is asked what it shows, one after the other; the code is that of the first. */
export async function reportOf(
  { findings, found, meant }: Examination,
  platform: Platform,
  baseUrl: string,
): Promise<Report> {
  const shown: Shown[] = [];
  for (const each of meant.slice(0, mostAsked)) shown.push(await shownAs(each, platform, baseUrl));
  const refusals = shown.flatMap((each) => each.findings);
  return { findings: [...findings, ...refusals], found, repaired: shown[0]?.snippets ?? [] };
}
