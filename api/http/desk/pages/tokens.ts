import { type Role, roleLabels } from '../../../core/lifecycle.ts';
import { type TokenRow, tokensOf } from '../../../desk/administration.ts';
import { act } from '../../../publishing/audit.ts';
import { createToken, longestLife, revokeToken } from '../../../publishing/tokens.ts';
import { area, choices, form, input } from './fields.ts';
import type { Page } from './layout.ts';
import { beijing, html, type Markup, nothing } from './markup.ts';
import type { Said } from './said.ts';
import type { Attempt, Visit } from './visit.ts';

const roles = Object.keys(roleLabels) as Role[];

const state = ({ revokedAt, expiresAt }: TokenRow, now: Date): Markup =>
  revokedAt
    ? html`已停用 revoked ${beijing(revokedAt)}`
    : html`${expiresAt <= now ? '已到期 expired' : '到期 expires'} ${beijing(expiresAt)}`;

const revokeForm = ({ mark }: Visit, { id, holder }: TokenRow): Markup =>
  html`<form method="post" action="/publish/tokens/${id}/revoke" aria-label="停用 ${holder} 的令牌 ${id}">
    <input type="hidden" name="mark" value=${mark} />
    <button>停用 <span class="en" lang="en">Revoke</span></button>
  </form>`;

async function list(visit: Visit): Promise<Markup> {
  const rows = await tokensOf(visit);
  const ids = [...new Set(rows.flatMap(({ organizationIds }) => organizationIds))];
  const organizations = await visit.store.db.organization.findMany({ where: { id: { in: ids } } });
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return html`<table class="stacked">
    <caption>令牌 <span class="en" lang="en">Tokens</span>（${rows.length}）</caption>
    <thead>
      <tr>
        <th scope="col">持有人 <span class="en" lang="en">Holder</span></th>
        <th scope="col">角色 <span class="en" lang="en">Roles</span></th>
        <th scope="col">机构 <span class="en" lang="en">Bodies</span></th>
        <th scope="col">有效 <span class="en" lang="en">Validity</span></th>
        <th scope="col">停用 <span class="en" lang="en">Revoke</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.holder}<div class="small muted"><code>${row.id}</code> ${row.createdBy} 发放</div></th>
            <td data-label="角色">${row.roles.map((role) => roleLabels[role as Role].zh).join('、')}</td>
            <td data-label="机构">${row.organizationIds.map((id) => names.get(id) ?? id).join('、') || '全部'}</td>
            <td data-label="有效">
              ${state(row, visit.now)}<br />${row.lastUsedOn ? `最近使用 ${row.lastUsedOn.toISOString().slice(0, 10)}` : '未曾使用'}
            </td>
            <td data-label="停用">${row.revokedAt ? '—' : revokeForm(visit, row)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const formName = 'CREATE_TOKEN';

/** Every token within reach (令牌), and a form to make one. A new one is shown this once. */
export async function tokensPage(
  visit: Visit,
  attempt: Attempt | null = null,
  fresh: { readonly text: string; readonly expiresAt: Date } | null = null,
): Promise<Page> {
  const place = { form: formName, attempt };
  return {
    title: '令牌',
    main: html`<h1>令牌 <span class="en" lang="en">Tokens</span></h1>
      ${
        fresh
          ? html`<div class="notice" role="status">
              <p>新令牌，只显示这一次，请立即妥善保存： <span lang="en">A new token, shown this once; keep it now:</span></p>
              <p><code class="code" id="fresh">${fresh.text}</code></p>
              <p>到期 <span lang="en">Expires</span> ${beijing(fresh.expiresAt)}</p>
            </div>`
          : nothing
      }
      ${await list(visit)}
      <div class="narrow">
        ${form(visit, place, {
          action: '/publish/tokens',
          heading: { zh: '发放令牌', en: 'Make a token' },
          level: 2,
          button: { zh: '发放', en: 'Make' },
          fields: html`${input(place, {
            name: 'holder',
            label: { zh: '持有人姓名', en: 'Holder' },
            hint: { zh: '同一人的令牌视为一人。', en: 'All tokens of one name are one person.' },
            isRequired: true,
          })}
          ${choices(place, {
            type: 'checkbox',
            name: 'roles',
            label: { zh: '角色', en: 'Roles' },
            choices: roles.map((value) => ({ value, label: roleLabels[value] })),
          })}
          ${area(place, {
            name: 'organizations',
            label: { zh: '机构', en: 'Bodies' },
            hint: { zh: '每行一个名称；不写为你所能代表的全部。', en: 'One name a line; all of yours unless given.' },
          })}
          ${input(place, { name: 'days', type: 'number', value: '90', label: { zh: `有效天数（1–${longestLife}）`, en: 'Days' }, isRequired: true })}`,
        })}
      </div>`,
  };
}

const rolesIn = (said: Said): Role[] => roles.filter((role) => said.all('roles').includes(role));

export async function makeToken(visit: Visit, said: Said): Promise<Page> {
  const given = {
    holder: said.text('holder'),
    roles: rolesIn(said),
    organizations: said.lines('organizations'),
    days: Number(said.text('days')),
  };
  const attempt = { action: formName, subject: given.holder };
  const fresh = await act(visit.store, visit.actor, attempt, (tx) => createToken(tx, visit.actor, given));
  return tokensPage(visit, null, fresh);
}

export const revoke = ({ store, actor }: Visit, id: string): Promise<void> =>
  act(store, actor, { action: 'REVOKE_TOKEN', subject: id }, (tx) => revokeToken(tx, actor, id));
