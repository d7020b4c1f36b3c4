import type { Bilingual } from '../../../core/finding.ts';
import { input } from './fields.ts';
import type { Page } from './layout.ts';
import { both, html, nothing } from './markup.ts';

/** With what status somebody is turned away; `first`: nobody is signed in. */
export type TurnedAway = 'first' | 401 | 403 | 429;

const sentences: Readonly<Record<TurnedAway, Bilingual>> = {
  first: { zh: '请先登录。', en: 'Sign in first.' },
  // One sentence for a wrong, an expired and a revoked token: which of these it is, nobody is told.
  401: { zh: '令牌无效；请核对，或请管理员发放。', en: 'No valid token; check it, or ask an administrator for one.' },
  403: {
    zh: '请求不是从发布台的页面发出的，未予受理。',
    en: 'The request did not come from a page of the desk, and nothing was done.',
  },
  429: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
};

/** An address of the desk, and no other, to go on to. */
export const isOfDesk = (address: string): boolean => /^\/publish(?:[/?][\w\-/.?=&%]*)?$/.test(address);

const place = { form: 'sign-in', attempt: null };

/** Where one signs in with a token (登录). */
export const signInPage = (to: string, why?: TurnedAway): Page => ({
  title: '登录',
  status: why === 'first' ? 401 : (why ?? 200),
  main: html`<div class="narrow">
    <h1>登录发布台 <span class="en" lang="en">Sign in to the publisher’s desk</span></h1>
    ${why ? html`<p class="refusal" role="alert">${both(sentences[why])}</p>` : nothing}
    <form method="post" action="/publish/sign-in" class="step">
      <input type="hidden" name="to" value=${isOfDesk(to) ? to : '/publish'} />
      ${input(place, {
        name: 'token',
        type: 'password',
        label: { zh: '令牌', en: 'Token' },
        hint: { zh: 'gkt_ 开头，由管理员发放。', en: 'It begins with gkt_; an administrator gives it.' },
        isRequired: true,
      })}
      <p class="go"><button>登录 <span class="en" lang="en">Sign in</span></button></p>
    </form>
    <p class="muted">
      令牌存于本次会话的 Cookie，关闭浏览器或退出后即删除。
      <span lang="en">The token is kept in a cookie until the browser is closed or you sign out.</span>
    </p>
  </div>`,
});
