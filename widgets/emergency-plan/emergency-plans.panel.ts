import { askedText } from '../core/asked-text.ts';
import type { Block, Params, Shown } from '../core/document.ts';
import { givenMessages } from '../core/given.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { refusal } from '../core/refusal.ts';
import { standingBadge } from './emergency-plan.blocks.ts';
import { descriptor } from './emergency-plans.manifest.ts';
import { emergencyPlansQuery } from './emergency-plans.query.ts';
import { type EmergencyPlansAnswer, emergencyPlansShape, type ListedPlan } from './emergency-plans.shape.ts';
import { emergencyPlansWords } from './emergency-plans.words.ts';
import { hazardAsked, hazardMisuse, hazardName, hazardOptions, hazards } from './hazards.ts';

const pageSize = 20;
const standings: readonly string[] = ['IN_FORCE', 'NOT_YET_IN_FORCE', 'REPEALED'];

function variables({ params, language }: Scene): Variables | Misuse {
  const said = params['hazard'] ?? '';
  const hazard = hazardAsked(said);
  if (hazard === undefined) return { misuse: hazardMisuse(said, language) };
  const { after = '', before = '', standing } = params;
  if (standing !== undefined && !standings.includes(standing)) {
    return { misuse: givenMessages(language).choice('standing', standing, standings) };
  }
  if (after !== '' && before !== '') return { misuse: emergencyPlansWords(language).both };
  const search = askedText(params['search']);
  const page = before === '' ? { first: pageSize, ...(after === '' ? {} : { after }) } : { last: pageSize, before };
  return {
    where: {
      ...(hazard === null ? {} : { hazard: { eq: hazard } }),
      ...(standing === undefined ? {} : { standing: { eq: standing } }),
    },
    search: search === '' ? null : search,
    ...page,
    lang: languageCode(language),
  };
}

const bucketsOf = ({ emergencyPlans }: EmergencyPlansAnswer, name: 'HAZARD' | 'STANDING') =>
  emergencyPlans.facets.find(({ field }) => field === name)?.buckets ?? [];

function form(answer: EmergencyPlansAnswer, { params, language }: Scene): Block {
  const words = emergencyPlansWords(language);
  const published = new Set(bucketsOf(answer, 'HAZARD').map(({ value }) => value));
  const { standing = '' } = params;
  const counted = bucketsOf(answer, 'STANDING');
  // What the tag says stays a choice though no plan is so.
  const own =
    standing === '' || counted.some(({ value }) => value === standing) ? [] : [{ value: standing, text: standing }];
  return {
    type: 'form',
    label: words.form,
    fields: [
      {
        name: 'search',
        label: words.search,
        kind: 'search',
        value: askedText(params['search']),
        hint: words.searchHint,
      },
      {
        name: 'hazard',
        label: words.hazard,
        kind: 'choice',
        value: hazardAsked(params['hazard']) ?? '',
        options: hazardOptions(
          language,
          words.anyHazard,
          Object.keys(hazards).filter((code) => published.has(code)),
        ),
      },
      {
        name: 'standing',
        label: words.standing,
        kind: 'choice',
        value: standing,
        options: [
          { value: '', text: words.anyStanding },
          ...own,
          ...counted.map(({ value, label, count }) => ({ value, text: words.option(label, count) })),
        ],
      },
    ],
  };
}

/** How many there are of what was asked for; of all of them, how many hold. */
function countOf(answer: EmergencyPlansAnswer, { params, language }: Scene): string {
  const words = emergencyPlansWords(language);
  const { standing = '' } = params;
  const hazard = hazardAsked(params['hazard']);
  const counted = bucketsOf(answer, 'STANDING');
  const label = counted.find(({ value }) => value === standing)?.label ?? standing;
  const scope = words.scope(askedText(params['search']), label, hazard ? hazardName(hazard, language) : '');
  const inForce = counted.find(({ value }) => value === 'IN_FORCE')?.count ?? 0;
  const held = standing === '' ? words.inForce(inForce) : '';
  return `${words.count(scope, answer.emergencyPlans.totalCount)}${held}${words.stop}`;
}

const metaOf = (plan: ListedPlan, { language }: Scene): string[] =>
  [
    plan.number,
    plan.levelLabel.label,
    plan.typeLabel.label,
    plan.leadUnit,
    plan.overdue ? emergencyPlansWords(language).overdue : null,
  ].flatMap((fact) => fact ?? []);

function list({ emergencyPlans }: EmergencyPlansAnswer, scene: Scene): Block {
  const { nodes, totalCount, pageInfo } = emergencyPlans;
  const { after: _, before: __, ...kept } = scene.params;
  const page = (name: 'after' | 'before', cursor: string | null, isThere: boolean): Params | undefined =>
    isThere && cursor !== null ? { ...kept, [name]: cursor } : undefined;
  const next = page('after', pageInfo.endCursor, pageInfo.hasNextPage);
  const previous = page('before', pageInfo.startCursor, pageInfo.hasPreviousPage);
  return {
    type: 'list',
    items: nodes.map((plan) => ({
      title: plan.title,
      href: plan.permalink,
      badge: standingBadge(plan),
      meta: metaOf(plan, scene),
    })),
    total: totalCount,
    more: { text: emergencyPlansWords(scene.language).all, href: `${scene.platform}/emergency-plans` },
    ...(next ? { next } : {}),
    ...(previous ? { previous } : {}),
  };
}

function show(data: EmergencyPlansAnswer, scene: Scene): Shown {
  const { language, params, platform } = scene;
  const words = emergencyPlansWords(language);
  const hazard = hazardAsked(params['hazard']);
  const { totalCount, nodes } = data.emergencyPlans;
  const isAsked = hazard !== null || askedText(params['search']) !== '' || params['standing'] !== undefined;
  const sentence = totalCount > 0 ? countOf(data, scene) : isAsked ? words.noneFound : words.none;
  return {
    title: words.title(hazard ? hazardName(hazard, language) : ''),
    state: totalCount > 0 ? 'data' : 'empty',
    sentence,
    blocks: [form(data, scene), totalCount > 0 ? list(data, scene) : { type: 'notice', tone: 'plain', text: sentence }],
    source: {
      publisher: data.platform.name,
      permalink: `${platform}/emergency-plans`,
      ...(nodes.some(({ isSample }) => isSample) ? { isSample: true } : {}),
    },
  };
}

/** A place in the list that is none, or none any more. */
const refused = (reason: string, { language, platform }: Scene): Shown =>
  refusal(emergencyPlansWords(language).title(''), reason, `${platform}/emergency-plans`);

/** `<gk-emergency-plans>`: the published plans, by hazard and by words (应急预案). */
export const emergencyPlans = panelOf<EmergencyPlansAnswer>({
  descriptor,
  query: emergencyPlansQuery,
  guard: emergencyPlansShape,
  variables,
  show,
  refused,
  isHungUp: true,
});
