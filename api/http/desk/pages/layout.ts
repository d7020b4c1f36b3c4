import { type Action, lifecycle, roleLabels } from '../../../core/lifecycle.ts';
import type { Actor } from '../../../publishing/actor.ts';
import type { NotAllowed } from '../../../publishing/errors.ts';
import { icon, sheet } from './assets.ts';
import { findingTable } from './finding-table.ts';
import { both, html, type Markup, nothing, textOf } from './markup.ts';
import type { Visit } from './visit.ts';

/** A page of the desk, without what all have in common. */
export interface Page {
  readonly title: string;
  readonly main: Markup;
  readonly status?: number;
  /** Why something was refused: a sentence at the top, with what is behind it. */
  readonly refused?: NotAllowed | undefined;
  /** Where on the page the refused form stands. */
  readonly refusedAt?: string | undefined;
}

type Door = readonly [href: string, zh: string, en: string];

export const isAdministrator = ({ roles }: Actor): boolean => roles.includes('ADMINISTRATOR');
const isAuditor = ({ roles, organizationIds }: Actor): boolean =>
  roles.includes('AUDITOR') && organizationIds === 'ALL';

const doors = (actor: Actor): Door[] => [
  ['/publish', '工作台', 'Desk'],
  ...(actor.roles.includes('EDITOR') ? [['/publish/upload', '导入', 'Upload'] as const] : []),
  ['/publish/published', '已发布', 'Published'],
  ...(isAdministrator(actor) ? [['/publish/tokens', '令牌', 'Tokens'] as const] : []),
  ...(isAuditor(actor) ? [['/publish/audit', '审计', 'Audit'] as const] : []),
];

const header = ({ actor, mark }: Visit): Markup =>
  html`<header class="site">
    <a class="skip" href="#main">跳到正文</a>
    <div class="inside">
      <a class="brand" href="/publish">发布台 <span class="en" lang="en">Publisher’s desk</span></a>
      <nav aria-label="发布台">
        <ul>
          ${doors(actor).map(([href, zh, en]) => html`<li><a href=${href}>${both({ zh, en })}</a></li>`)}
        </ul>
      </nav>
      <form class="who" method="post" action="/publish/sign-out" aria-label="退出 sign out">
        <span>${actor.name}（${actor.roles.map((role) => roleLabels[role].zh).join('、')}）</span>
        <input type="hidden" name="mark" value=${mark} />
        <button>退出 <span class="en" lang="en">Sign out</span></button>
      </form>
    </div>
  </header>`;

const alert = ({ refused, refusedAt }: Page): Markup =>
  refused
    ? html`<div class="refusal" role="alert" tabindex="-1" autofocus>
        <p><b>未能完成</b> ${both(refused.reason)}</p>
        ${refusedAt ? html`<p><a href="#form-${refusedAt}">到所填的表单 <span class="en" lang="en">To the form</span></a></p>` : nothing}
        ${refused.findings.length > 1 ? findingTable(refused.findings, { caption: '原因 Reasons' }) : nothing}
      </div>`
    : nothing;

const labelOf = (done: string) =>
  done === 'RETURNED_AT_ONCE'
    ? {
        zh: '已报送，但材料不齐全，当即退文；理由见下。',
        en: 'Submitted, but incomplete: returned at once, for the reason below.',
      }
    : done in lifecycle
      ? { zh: `已完成：${lifecycle[done as Action].label.zh}。`, en: `Done: ${lifecycle[done as Action].label.en}.` }
      : done === 'REVOKED'
        ? { zh: '令牌已停用。', en: 'The token is revoked.' }
        : null;

function notice({ done }: Visit, { refused }: Page): Markup {
  const sentence = refused ? null : labelOf(done);
  return sentence ? html`<p class="notice" role="status">${both(sentence)}</p>` : nothing;
}

/** A whole page, for somebody who is signed in or (null) for nobody yet. */
export const layout = (page: Page, visit: Visit | null): Promise<string> =>
  textOf(html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${page.refused ? '未能完成：' : ''}${page.title} - 发布台</title>
    <link rel="stylesheet" href=${sheet} />
    <link rel="icon" href=${icon} type="image/svg+xml" />
  </head>
  <body class="desk">
    ${visit ? header(visit) : nothing}
    <main id="main" tabindex="-1" class="inside">
      ${visit ? notice(visit, page) : nothing} ${alert(page)} ${page.main}
    </main>
    <footer class="site">
      <div class="inside">
        <p>时刻均为北京时间；每次操作都留有审计记录。 <span lang="en">Times are Beijing time; every attempt is on record.</span></p>
      </div>
    </footer>
  </body>
</html>
`);
