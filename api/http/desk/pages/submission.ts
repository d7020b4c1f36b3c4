import type { DraftRow } from '../../../desk/draft.ts';
import { BadInput } from '../../../publishing/errors.ts';
import { type Ground, grounds, type Submission } from '../../../publishing/submit.ts';
import { area, input, type Place, select } from './fields.ts';
import { html, type Markup, when } from './markup.ts';
import type { Said } from './said.ts';

function groundIn(said: Said): Ground {
  const ground = grounds.find((one) => one === said.text('ground'));
  if (ground) return ground;
  throw new BadInput({ zh: '请选择不予公开的依据。', en: 'Choose the ground on which it is withheld.' });
}

/** What is stated with a submission, as its form says it. */
export function submissionIn(said: Said): Submission {
  const isWithheld = ['ground', 'groundReason', 'decider', 'reassessOn'].some((name) => said.has(name));
  const isFollowing = ['organ', 'url', 'upstreamAt'].some((name) => said.has(name));
  return {
    ...(isWithheld
      ? {
          withholding: {
            ground: groundIn(said),
            reason: said.text('groundReason'),
            decider: said.text('decider'),
            reassessOn: said.day('reassessOn'),
          },
        }
      : {}),
    ...(isFollowing
      ? { upstream: { organ: said.text('organ'), url: said.text('url'), at: said.moment('upstreamAt') } }
      : {}),
    signOffs: said.lines('signOffs'),
    ...(said.has('withoutInterpretation') ? { withoutInterpretation: said.text('withoutInterpretation') } : {}),
  };
}

const articles: Readonly<Record<Ground, string>> = { ARTICLE_14: '十四', ARTICLE_15: '十五', ARTICLE_16: '十六' };

const withholding = (place: Place): Markup =>
  html`<fieldset>
    <legend>不予公开的说明 <span class="en" lang="en">Why it is withheld</span></legend>
    ${select(place, {
      name: 'ground',
      label: { zh: '依据', en: 'Ground' },
      choices: [
        { value: '', label: { zh: '请选择', en: 'Choose' } },
        ...grounds.map((value) => ({
          value,
          label: { zh: `《政府信息公开条例》第${articles[value]}条`, en: `Article ${value.slice(8)}` },
        })),
      ],
    })}
    ${area(place, { name: 'groundReason', label: { zh: '理由', en: 'Reason' } })}
    ${input(place, { name: 'decider', label: { zh: '决定人', en: 'Decided by' } })}
    ${input(place, { name: 'reassessOn', type: 'date', label: { zh: '重新评估的日期', en: 'To be looked at again on' } })}
  </fieldset>`;

/** The fields of a submission. */
export const submissionFields = (place: Place, { attribute }: Pick<DraftRow, 'attribute'>): Markup =>
  html`${when(attribute === 'WITHHELD', () => withholding(place))}
    ${area(place, {
      name: 'withoutInterpretation',
      label: { zh: '无需解读的理由', en: 'Why it needs no interpretation' },
      hint: {
        zh: '政策性文件不附解读时填写，须审核人同意。',
        en: 'For a policy document without one; a reviewer must agree.',
      },
    })}
    ${area(place, {
      name: 'signOffs',
      label: { zh: '会签机构', en: 'To be signed off by' },
      hint: { zh: '每行一个名称。', en: 'One name a line.' },
    })}
    <details ?open=${place.attempt?.form === place.form && place.attempt.said.has('organ')}>
      <summary>跟进上级发布 <span class="en" lang="en">It follows a release</span></summary>
      ${input(place, { name: 'organ', label: { zh: '上级机关', en: 'Authority' } })}
      ${input(place, { name: 'url', label: { zh: '来源网址', en: 'Address of the source' } })}
      ${input(place, {
        name: 'upstreamAt',
        type: 'datetime-local',
        label: { zh: '上级发布的时刻（北京时间）', en: 'When it released (Beijing time)' },
      })}
    </details>`;
