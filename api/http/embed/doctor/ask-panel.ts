import type { PanelDocument, Params } from '../../../../widgets/core/document.ts';
import type { Bilingual } from '../../../core/finding.ts';
import { ApiError } from '../../../graphql/errors.ts';
import { told } from '../../panels/answered.ts';
import { askedFor } from '../../panels/asked.ts';
import { showInTurn } from '../../panels/in-turn.ts';
import { newContext, type Platform } from '../../platform.ts';
import type { Reader } from '../../turns.ts';

/** What a panel shows, with the one spelling of its parameters. */
export interface Shown {
  readonly document: PanelDocument;
  readonly params: Params;
}

/** The same; or why it shows nothing. */
export type Answered = Shown | { readonly refusal: Bilingual };

/** Asks a panel as its readers would, for whoever embeds it. */
export async function askPanel(
  platform: Platform,
  baseUrl: string,
  stem: string,
  given: Params,
  reader: Reader,
): Promise<Answered> {
  const shown = async (params: Params) => {
    const asked = askedFor(platform, stem, Object.entries(params));
    return { document: await showInTurn(platform, asked, newContext(platform, baseUrl), reader), params: asked.params };
  };
  try {
    const answer = await shown(given);
    if (answer.document.state !== 'misused') return answer;
    const sentence = async (lang: string) => (await shown({ ...given, lang })).document.sentence;
    return { refusal: { zh: await sentence('zh-CN'), en: await sentence('en') } };
  } catch (error) {
    const fault = told(error);
    if (!fault) throw error;
    return { refusal: fault instanceof ApiError ? fault.words : { zh: fault.message, en: fault.message } };
  }
}
