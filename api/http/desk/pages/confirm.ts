import type { Bilingual } from '../../../core/finding.ts';
import { lifecycle } from '../../../core/lifecycle.ts';
import { type DraftRow, possible } from '../../../desk/draft.ts';
import { NotFound } from '../../../publishing/errors.ts';
import { demandDraft } from './demand-draft.ts';
import { area, form } from './fields.ts';
import type { Page } from './layout.ts';
import { both, html, nothing } from './markup.ts';
import { slugOf } from './steps.ts';
import type { Attempt, Visit } from './visit.ts';

interface Grave {
  readonly consequences: Bilingual;
  readonly hasReason: boolean;
}

/** What cannot be undone, and what it does. */
const grave = {
  DISCARD: {
    consequences: {
      zh: '草稿连同读入的文件一并删除，不能恢复；审计记录仍在。',
      en: 'The draft and its file are deleted for good; the record of it remains.',
    },
    hasReason: false,
  },
  WITHDRAW: {
    consequences: {
      zh: '公开页从此只留题名、索引号和下面的理由，附件不再提供；透明日志里记下撤回，不能抹去。查询过去某一时刻（asOf）的人仍能读到当时的内容：如含个人信息等不该公开的内容，撤回后请管理员再封存。索引号不变，以后可重新发布。',
      en: 'Readers find only its title, its index number and the reason below; its files are no longer given. The withdrawal is written in the public log for ever. Whoever asks for a past instant (asOf) still reads what was public then: where it holds what should not be public, have an administrator seal it afterwards. It may be published again under the same number.',
    },
    hasReason: true,
  },
  SEAL: {
    consequences: {
      zh: '这一版从此在任何时刻都不可读，用 asOf 也查不到；只留版次、摘要和下面的理由。不能解封。',
      en: 'This edition can be read at no instant any more, not even with asOf; its number, digest and the reason remain. It cannot be undone.',
    },
    hasReason: true,
  },
} as const satisfies Record<string, Grave>;

export type GraveAction = keyof typeof grave;
export const isGrave = (action: string): action is GraveAction => action in grave;

/** Says what a step does before it is taken. */
export async function confirmPage(
  visit: Visit,
  action: GraveAction,
  id: string,
  attempt: Attempt | null = null,
): Promise<Page> {
  const row: DraftRow = await demandDraft(visit, id);
  if (!attempt && !possible(row, visit).includes(action)) {
    throw new NotFound({
      zh: `这一版现在不能由你${lifecycle[action].label.zh}。`,
      en: `You cannot ${lifecycle[action].label.en} this edition now.`,
    });
  }
  const { label } = lifecycle[action];
  const { consequences, hasReason } = grave[action];
  const place = { form: action, attempt };
  return {
    title: `${label.zh}：${row.title}`,
    main: html`<div class="narrow">
      <h1>${both(label)}：${row.title}</h1>
      <p class="notice">${both(consequences)}</p>
      ${form(visit, place, {
        action: `/publish/drafts/${id}/${slugOf(action)}`,
        heading: { zh: '确认', en: 'Confirm' },
        level: 2,
        button: { zh: `确认${label.zh}`, en: label.en },
        isGrave: true,
        fields: hasReason
          ? area(place, {
              name: 'reason',
              label: { zh: '理由', en: 'Reason' },
              hint: { zh: '公开显示，请勿写入个人信息。', en: 'It is public: no personal information here.' },
              isRequired: true,
            })
          : nothing,
        buttons: html` <a href="/publish/drafts/${id}">不，返回 <span class="en" lang="en">No, go back</span></a>`,
      })}
    </div>`,
  };
}
