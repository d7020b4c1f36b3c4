import { panelNamed } from '../../../widgets/panels.ts';
import { told } from '../panels/answered.ts';
import { askedFor } from '../panels/asked.ts';
import { picture } from '../panels/picture/picture.ts';
import { showPanel } from '../panels/show.ts';
import { summaryOf } from '../panels/summary.ts';
import { newContext, type Platform } from '../platform.ts';
import type { Examination } from './examine.ts';
import { finding } from './findings.ts';
import { type Snippet, snippetsOf, usualWidth } from './snippets.ts';

/** What the doctor says of a page, and the code its first panel should have. */
export interface Report extends Pick<Examination, 'findings' | 'found'> {
  readonly repaired: readonly Snippet[];
}

/** The panel as it would be shown: with its title, its sentence and its height; what it refuses is a finding too. */
export async function reportOf(
  { findings, found, meant }: Examination,
  platform: Platform,
  baseUrl: string,
): Promise<Report> {
  const panel = meant && panelNamed(meant.stem);
  if (!panel) return { findings, found, repaired: [] };
  const { stem, params } = meant;
  const { zh } = summaryOf(panel);
  const plain = { baseUrl, stem, params, title: zh, sentence: zh };
  const refused = (message: string): Report => ({
    findings: [
      ...findings,
      finding(
        'panel-refuses',
        'ERROR',
        0,
        [message, `The panel gk-${stem} refuses what it is asked.`],
        ['按提示改属性，或到 /embed 选。', 'Change the attributes as it says, or choose at /embed.'],
      ),
    ],
    found,
    repaired: snippetsOf(plain),
  });
  try {
    const asked = askedFor(platform, stem, Object.entries(params));
    const context = newContext(platform, baseUrl);
    const document = await showPanel(platform, asked, context);
    if (document.state === 'misused') return refused(document.sentence);
    const { height } = picture(document, { width: usualWidth, theme: 'light', now: context.now });
    const shown = { ...plain, params: asked.params, title: document.title, sentence: document.sentence, height };
    return { findings, found, repaired: snippetsOf(shown) };
  } catch (error) {
    const fault = told(error);
    if (!fault) throw error;
    return refused(fault.message);
  }
}
