import type { PanelLanguage } from '../../../widgets/core/document.ts';
import type { Bilingual } from '../../core/finding.ts';
import type { Context } from '../../graphql/context.ts';
import type { Asked } from '../panels/asked.ts';
import { showInTurn } from '../panels/in-turn.ts';
import type { Platform } from '../platform.ts';
import type { Reader } from '../turns.ts';
import type { Chosen } from './builder.ts';

/** Whoever fills in a form has no tag before him. */
const withoutTag = ({ zh, en }: Bilingual): Bilingual => ({
  zh: zh.replace(/^请改正标签：|在标签上|标签上的? ?/g, ''),
  en: en
    .replace(/^Please correct the tag\. | on the tag/g, '')
    .replace(/^The tag (?:does not say|names no)/, (said) => (said.endsWith('no') ? 'There is no' : 'It is not said')),
});

/** What a panel shows, or why it refuses what was chosen: that in both languages, whichever it speaks itself. */
export async function outcomeOf(
  platform: Platform,
  asked: Asked,
  context: Context,
  reader: Reader,
): Promise<Chosen['outcome']> {
  const document = await showInTurn(platform, asked, context, reader);
  if (document.state !== 'misused') return { document };
  const saidIn = async (lang: PanelLanguage): Promise<string> =>
    (await showInTurn(platform, { ...asked, params: { ...asked.params, lang } }, context, reader)).sentence;
  return { refusal: withoutTag({ zh: await saidIn('zh-CN'), en: await saidIn('en') }) };
}
