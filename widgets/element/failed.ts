import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formatInstant } from '../core/format.ts';
import { link } from '../core/link.ts';
import type { Pen } from './pen.ts';
import type { Failure } from './transport.ts';

interface Failed {
  readonly document: unknown;
  readonly savedAt: number;
  readonly asked: string;
  readonly answered: string;
  readonly platform: string;
  load(cache: RequestCache): Promise<void>;
}

/** What is wrong, what still holds, and what happens next. Until it is there, the platform's address is. */
export function failed(failure: Failure, { say, language }: Pen, panel: Failed): TemplateResult {
  const { document, savedAt, platform, asked, answered } = panel;
  const saved = say('saved', formatInstant(savedAt, language === 'en' ? 'en' : 'zh-CN'));
  return html`
    <div class="notice" part="notice">
      <p><b>${say(failure)}</b> ${document && answered !== asked ? say('unmet') : nothing}</p>
      <p>${failure === 'misuse' ? nothing : say('holds')}${document ? saved : link(platform, say('open'))}</p>
      ${failure === 'misuse' ? nothing : html`<button type="button" @click=${() => panel.load('no-cache')}>${say('retry')}</button>`}
    </div>
  `;
}
