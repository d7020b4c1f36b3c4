import { askedText } from '../core/asked-text.ts';
import type { PanelSource, Shown } from '../core/document.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { recordSource } from '../core/record-source.ts';
import { refusal } from '../core/refusal.ts';
import {
  chapters,
  facts,
  grades,
  notices,
  phones,
  plansToChoose,
  responses,
  shelters,
  signals,
  standingBadge,
} from './emergency-plan.blocks.ts';
import { descriptor } from './emergency-plan.manifest.ts';
import { emergencyPlanQuery } from './emergency-plan.query.ts';
import { type EmergencyPlanAnswer, emergencyPlanShape, type Plan } from './emergency-plan.shape.ts';
import { emergencyPlanWords } from './emergency-plan.words.ts';
import { hazardAsked, hazardMisuse, hazardName } from './hazards.ts';

const levels: Readonly<Record<string, string>> = {
  ...{ I: 'I', Ⅰ: 'I', 一: 'I', 1: 'I', II: 'II', Ⅱ: 'II', 二: 'II', 2: 'II' },
  ...{ III: 'III', Ⅲ: 'III', 三: 'III', 3: 'III', IV: 'IV', Ⅳ: 'IV', 四: 'IV', 4: 'IV' },
};

/** The response level as a tag says it (III, Ⅲ级, 三级, 3); null for all, undefined for what is none. */
function levelAsked(said = ''): string | null | undefined {
  const written = said.trim().replace(/级$/, '').toUpperCase();
  if (written === '') return null;
  return Object.hasOwn(levels, written) ? levels[written] : undefined;
}

function variables({ params, language }: Scene): Variables | Misuse {
  const words = emergencyPlanWords(language);
  const [plan, place, level] = [askedText(params['plan']), askedText(params['place']), levelAsked(params['level'])];
  const hazard = hazardAsked(params['hazard']);
  if (hazard === undefined) return { misuse: hazardMisuse(params['hazard'] ?? '', language) };
  if (level === undefined) return { misuse: words.wrongLevel(params['level'] ?? '') };
  if (plan === '' && hazard === null) return { misuse: words.unsaid };
  if (plan !== '' && hazard !== null) return { misuse: words.both };
  const ofHazard = { hazard: { eq: hazard ?? 'ALL' }, standing: { eq: 'IN_FORCE' } };
  return {
    plan,
    byName: plan !== '',
    byHazard: plan === '',
    ofHazard,
    ofCounty: { ...ofHazard, level: { eq: 'COUNTY' } },
    level,
    place,
    withPlace: place !== '',
    lang: languageCode(language),
  };
}

const listed = (labels: readonly { readonly levelLabel: { readonly label: string } }[], { language }: Scene): string =>
  labels.map(({ levelLabel }) => levelLabel.label).join(language === 'en' ? ', ' : '、');

function sentenceOf(plan: Plan, scene: Scene): string {
  const words = emergencyPlanWords(scene.language);
  const level = levelAsked(scene.params['level']);
  const [shown] = plan.shown;
  if (plan.responses.length === 0) return words.sentencePlain(plan.title);
  if (!level) return words.sentence(plan.title, listed(plan.responses, scene), plan.responses.length);
  if (!shown) return words.noLevel(level, listed(plan.responses, scene));
  const conditions = shown.conditions.join(scene.language === 'en' ? '; ' : '；');
  return words.sentenceOne(plan.title, shown.levelLabel.label, conditions);
}

const sourceOf = (plan: Plan | undefined, publisher: string, scene: Scene): PanelSource =>
  plan ? recordSource(plan) : { publisher, permalink: `${scene.platform}/emergency-plans` };

/** There is none of that name or hazard: which there are. */
function missing(data: EmergencyPlanAnswer, scene: Scene): Shown {
  const words = emergencyPlanWords(scene.language);
  const hazard = hazardAsked(scene.params['hazard']);
  const text = hazard
    ? words.nothingOf(hazardName(hazard, scene.language))
    : words.nothing(askedText(scene.params['plan']));
  return {
    title: words.title,
    state: 'empty',
    sentence: text,
    blocks: [
      { type: 'notice', tone: 'plain', text },
      ...plansToChoose(words.perhaps, (data.alike ?? data.ofHazard)?.nodes ?? [], scene),
    ],
    source: sourceOf(undefined, data.platform.name, scene),
  };
}

function show(data: EmergencyPlanAnswer, scene: Scene): Shown {
  const words = emergencyPlanWords(scene.language);
  const plan = data.named ?? data.ofCounty?.nodes[0];
  if (!plan) return missing(data, scene);
  const hazard = hazardAsked(scene.params['hazard']);
  const others = (data.ofHazard?.nodes ?? []).filter(({ indexNumber }) => indexNumber !== plan.indexNumber);
  const sentence = sentenceOf(plan, scene);
  const hasNoSuchLevel = plan.shown.length === 0 && plan.responses.length > 0;
  return {
    title: plan.title,
    badge: standingBadge(plan),
    state: 'data',
    sentence,
    blocks: [
      ...notices(plan, scene),
      ...(hasNoSuchLevel ? [{ type: 'notice', tone: 'plain', text: sentence } as const] : []),
      ...responses(plan.shown, scene),
      ...phones(plan, scene),
      ...signals(plan.warnings, scene),
      ...shelters(
        data.emergencyShelters?.map(({ shelter }) => shelter) ?? plan.shelters ?? [],
        askedText(scene.params['place']),
        scene,
      ),
      ...grades(plan, scene),
      facts(plan, scene),
      ...chapters(plan, scene),
      ...(hazard ? plansToChoose(words.others(hazardName(hazard, scene.language)), others, scene) : []),
    ],
    source: sourceOf(plan, data.platform.name, scene),
  };
}

/** A place of shelters that nobody knows, or that several have. */
const refused = (reason: string, { language, platform }: Scene): Shown =>
  refusal(emergencyPlanWords(language).title, reason, `${platform}/emergency-plans`);

/** `<gk-emergency-plan>`: what a plan’s levels mean, whom to call, where to go (应急预案). */
export const emergencyPlan = panelOf<EmergencyPlanAnswer>({
  descriptor,
  query: emergencyPlanQuery,
  guard: emergencyPlanShape,
  variables,
  show,
  refused,
  isHungUp: true,
});
