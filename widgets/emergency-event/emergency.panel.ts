import { askedText } from '../core/asked-text.ts';
import type { Block, FactsBlock, PanelSource, Shown, Tone } from '../core/document.ts';
import { formatInstant } from '../core/format.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { refusal } from '../core/refusal.ts';
import { phoneFact } from '../core/telephone.ts';
import { hazardAsked, hazardMisuse, hazardName, hazardOptions } from '../emergency-plan/hazards.ts';
import { descriptor } from './emergency.manifest.ts';
import { emergencyQuery } from './emergency.query.ts';
import { type Alert, type EmergencyAnswer, emergencyShape } from './emergency.shape.ts';
import { emergencyWords } from './emergency.words.ts';

type Fact = FactsBlock['items'][number];

const placeOf = ({ params }: Scene): string => askedText(params['place']);

/** The instant that is asked about, in words; empty for now. */
const instantOf = ({ params, now, language }: Scene): string =>
  params['as-of'] === undefined ? '' : formatInstant(now, language);

function variables(scene: Scene): Variables | Misuse {
  const said = scene.params['hazard'] ?? '';
  const hazard = hazardAsked(said);
  if (hazard === undefined) return { misuse: hazardMisuse(said, scene.language) };
  const place = placeOf(scene);
  return { place: place === '' ? null : place, hazard, lang: languageCode(scene.language) };
}

const warningTones: Readonly<Record<string, Tone>> = { RED: 'red', ORANGE: 'orange', YELLOW: 'yellow', BLUE: 'blue' };

/** The colours are of warnings; a response has another scale and none. */
const toneOf = ({ scale, warningLevel }: Alert): Tone =>
  (scale === 'WARNING' && warningLevel !== null ? warningTones[warningLevel] : undefined) ?? 'plain';

const nameOf = ({ hazardLabel, scaleLabel, levelLabel }: Alert, { language }: Scene): string =>
  emergencyWords(language).name(hazardLabel?.label ?? '', scaleLabel.label, levelLabel?.label ?? '');

const whereOf = ({ places }: Alert, { language }: Scene): string =>
  places.length === 0 ? emergencyWords(language).everywhere : places.join(language === 'en' ? ', ' : '、');

function untilOf({ endsAt, until }: Alert, { language }: Scene): string {
  const words = emergencyWords(language);
  if (endsAt !== null) return words.ends(formatInstant(endsAt, language));
  return until === null ? words.untilLifted : words.expected(formatInstant(until, language));
}

function facts(alert: Alert, scene: Scene): Block {
  const { language } = scene;
  const words = emergencyWords(language);
  const { hotline, issuer, plan, since, begunAt, event, permalink } = alert;
  const items: Fact[] = [
    ...(hotline === null ? [] : [phoneFact(words.phone, hotline)]),
    { label: words.where, text: whereOf(alert, scene) },
    { label: words.since, text: formatInstant(since, language) },
    ...(begunAt === since ? [] : [{ label: words.begun, text: formatInstant(begunAt, language) }]),
    { label: words.until, text: untilOf(alert, scene) },
    ...(issuer === null ? [] : [{ label: words.issuer, text: issuer }]),
    ...(plan === null ? [] : [{ label: words.plan, text: plan.title, href: plan.permalink }]),
    { label: words.record, text: event.title, href: permalink },
  ];
  return { type: 'facts', items };
}

/** What was announced step by step, up to what is still to come. */
function course({ event }: Alert, { language, now }: Scene): Block[] {
  const words = emergencyWords(language);
  const { steps } = event;
  if (steps.length < 2) return [];
  const passed = steps.filter(({ at }) => Date.parse(at) <= Date.parse(now)).length;
  const items = steps.map(({ at, issuer, typeLabel, scaleLabel, levelLabel }, index) => {
    const state = index >= passed ? 'todo' : index === passed - 1 ? 'now' : 'done';
    const title = words.name(typeLabel.label, scaleLabel?.label ?? '', levelLabel?.label ?? '');
    return {
      title:
        language === 'en' ? title : [typeLabel, scaleLabel, levelLabel].flatMap((one) => one?.label ?? []).join(' '),
      state,
      stateText: words.states[state],
      time: formatInstant(at, language),
      ...(issuer === null ? {} : { text: issuer }),
    } as const;
  });
  return [{ type: 'group', heading: words.course, isFolded: true, blocks: [{ type: 'steps', items }] }];
}

/** A sentence by itself ends as one: what leads to the announcement stands behind it. */
const ended = (sentence: string): string =>
  /[。！？；…”）.!?]$/.test(sentence) ? sentence : `${sentence}${/[\u4e00-\u9fff]$/.test(sentence) ? '。' : '.'}`;

/** One warning or response: what it is about, what to do, then everything else about it. */
function blocksOf(alert: Alert, index: number, scene: Scene): Block[] {
  const words = emergencyWords(scene.language);
  const { matter, whatToDo, permalink } = alert;
  const name = nameOf(alert, scene);
  const duties = whatToDo.map((measure, place) => ({
    id: `do-${index + 1}-${place + 1}`,
    level: 4,
    marker: `${place + 1}.`,
    paragraphs: [measure],
  }));
  return [
    { type: 'notice', tone: toneOf(alert), text: ended(matter ?? name), href: permalink, hrefText: words.more },
    ...(duties.length === 0
      ? []
      : [{ type: 'group', heading: words.whatToDo, blocks: [{ type: 'sections', items: duties }] } as const]),
    facts(alert, scene),
    ...course(alert, scene),
  ];
}

/** Each of several under its name; of one the badge and the sentence have said it. */
const inForce = (alerts: readonly Alert[], scene: Scene): Block[] =>
  alerts.flatMap((alert, index): Block[] => {
    const blocks = blocksOf(alert, index, scene);
    return alerts.length === 1 ? blocks : [{ type: 'group', heading: nameOf(alert, scene), blocks }];
  });

function form(towns: readonly string[], scene: Scene): Block {
  const words = emergencyWords(scene.language);
  return {
    type: 'form',
    // A page may hold several of these: each says whose it is.
    label: [words.title(placeOf(scene), instantOf(scene)), words.form].join(scene.language === 'en' ? ': ' : '：'),
    fields: [
      {
        name: 'place',
        label: words.place,
        kind: 'search',
        value: placeOf(scene),
        hint: words.placeHint,
        options: towns.map((town) => ({ value: town, text: town })),
      },
      {
        name: 'hazard',
        label: words.hazard,
        kind: 'choice',
        value: hazardAsked(scene.params['hazard']) ?? '',
        options: hazardOptions(scene.language, words.anyHazard),
      },
    ],
  };
}

/** Towns of the county whose departments warn. */
const townsOf = ({ known }: EmergencyAnswer): string[] =>
  known.nodes.flatMap(({ publisher: { division } }) =>
    (division?.children ?? []).flatMap(({ name, level }) => (level === 'TOWN' ? [name] : [])),
  );

const platformSource = (publisher: string, { platform }: Scene): PanelSource => ({
  publisher,
  permalink: `${platform}/emergency-events`,
});

/** Of one warning or response its record; of several the platform that lists them. */
function sourceOf({ inForceNow, platform }: EmergencyAnswer, scene: Scene): PanelSource {
  const events = new Map(inForceNow.map((alert) => [alert.event.indexNumber, alert]));
  const [only, ...others] = events.values();
  if (!only || others.length > 0) {
    const isSample = inForceNow.some((alert) => alert.isSample);
    return { ...platformSource(platform.name, scene), ...(isSample ? { isSample } : {}) };
  }
  const { event, permalink, isSample } = only;
  return {
    publisher: event.publisher.name,
    permalink,
    indexNumber: event.indexNumber,
    edition: event.edition.number,
    digest: event.digest,
    publishedAt: event.firstPublishedAt,
    modifiedAt: event.modifiedAt,
    isSample,
    citation: event.citation,
  };
}

function sentenceOf({ inForceNow }: EmergencyAnswer, scene: Scene): string {
  const { language } = scene;
  const words = emergencyWords(language);
  const names = inForceNow.map((alert) => nameOf(alert, scene));
  const [only, ...others] = inForceNow;
  if (!only || others.length > 0) return words.several(names.length, names.join(language === 'en' ? '; ' : '、'));
  return words.one(names[0] ?? '', whereOf(only, scene), formatInstant(only.since, language), only.issuer ?? '');
}

function show(data: EmergencyAnswer, scene: Scene): Shown {
  const { language } = scene;
  const words = emergencyWords(language);
  const place = placeOf(scene);
  const hazard = hazardAsked(scene.params['hazard']);
  const checked = formatInstant(scene.now, language);
  const common = {
    title: words.title(place, instantOf(scene)),
    source: sourceOf(data, scene),
    ...(instantOf(scene) === '' && { words: { holds: words.away } }),
  };
  const asking = form(townsOf(data), scene);
  const [first] = data.inForceNow;
  if (!first) {
    const nothing = words.nothing(place, hazard ? hazardName(hazard, language) : '', instantOf(scene));
    return {
      ...common,
      state: 'empty',
      sentence: `${nothing}${language === 'en' ? '. ' : '。'}${words.checkedAt(checked)}${language === 'en' ? '.' : '。'}`,
      blocks: [
        { type: 'notice', tone: 'plain', text: nothing },
        { type: 'facts', items: [{ label: words.checked, text: checked }] },
        asking,
      ],
    };
  }
  return {
    ...common,
    badge: { text: nameOf(first, scene), tone: toneOf(first) },
    state: 'data',
    sentence: sentenceOf(data, scene),
    blocks: [
      ...inForce(data.inForceNow, scene),
      { type: 'facts', items: [{ label: words.checked, text: checked }] },
      asking,
    ],
  };
}

/** A place that nobody knows, or that several have: what to write instead, and where. */
const refused = (reason: string, scene: Scene): Shown =>
  refusal(emergencyWords(scene.language).title('', ''), reason, `${scene.platform}/emergency-events`, [
    form([], scene),
  ]);

/** `<gk-emergency>`: what is in force now, what to do, and whom to call (预警与应急响应). */
export const emergency = panelOf<EmergencyAnswer>({
  descriptor,
  query: emergencyQuery,
  guard: emergencyShape,
  variables,
  show,
  refused,
  isHungUp: true,
});
