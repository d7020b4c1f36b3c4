import type { Badge, ListBlock, Params, Shown } from '../core/document.ts';
import { formatInstantDay } from '../core/format.ts';
import { givenMessages, listGiven, wholeGiven } from '../core/given.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { kindLabel, kindNames } from './kinds.ts';
import { descriptor } from './latest.manifest.ts';
import { latestQuery } from './latest.query.ts';
import { type Change, type LatestAnswer, latestShape } from './latest.shape.ts';
import { latestWords } from './latest.words.ts';

const most = 20;
const firstOf = ({ first }: Params): number => wholeGiven(first, 1, most) ?? 10;

function variables({ params, language }: Scene): Variables | Misuse {
  const say = givenMessages(language);
  const { first, kind, organization } = params;
  if (wholeGiven(first, 1, most) === null) return { misuse: say.whole('first', first ?? '', 1, most) };
  const unknown = listGiven(kind)?.find((name) => !kindNames.includes(name));
  if (unknown !== undefined) return { misuse: say.choice('kind', unknown, kindNames) };
  return { last: firstOf(params), kinds: listGiven(kind) ?? null, organization: organization ?? null };
}

const happened = ({ type, reason }: Change): string => (type === 'PUBLISHED' ? (reason ?? 'FIRST') : type);

function badge(change: Change, isWithdrawnSince: boolean, { language }: Scene): Badge {
  const words = latestWords(language);
  const code = happened(change);
  const text = words.happened[code] ?? code;
  if (change.type !== 'PUBLISHED') return { text, tone: 'void' };
  return isWithdrawnSince ? { text: words.withdrawnSince(text), tone: 'void' } : { text, tone: 'plain' };
}

/** Records whose last entry is their withdrawal: what was published of them before is read no more. */
function withdrawnOf(newestFirst: readonly Change[]): ReadonlySet<string> {
  const last = new Map<string, string>();
  for (const { indexNumber, type } of newestFirst)
    if (type !== 'SEALED' && !last.has(indexNumber)) last.set(indexNumber, type);
  return new Set([...last].filter(([, type]) => type === 'WITHDRAWN').map(([indexNumber]) => indexNumber));
}

type Item = ListBlock['items'][number];

function item(change: Change, withdrawn: ReadonlySet<string>, scene: Scene): Item {
  const words = latestWords(scene.language);
  const text = change.withdrawalReason ?? change.changeNote;
  return {
    title: change.title ?? words.untitled(change.indexNumber),
    href: change.permalink,
    badge: badge(change, withdrawn.has(change.indexNumber), scene),
    meta: [
      formatInstantDay(change.at, scene.language),
      change.publisher,
      kindLabel(change.kind, scene.language),
      words.edition(change.edition),
    ],
    ...(text ? { text } : {}),
  };
}

function show({ platform, changes }: LatestAnswer, scene: Scene): Shown {
  const { params, language } = scene;
  const words = latestWords(language);
  const newestFirst = [...changes.nodes].reverse();
  const [newest] = newestFirst;
  const href = `${scene.platform}/changes.atom`;
  const chosen = (listGiven(params['kind']) ?? []).map((name) => kindLabel(name, language));
  const publisher = params['organization'] === undefined ? [] : [newest?.publisher ?? params['organization']];
  const what = [...publisher, ...chosen].join(words.between);
  const title = what === '' ? words.title : words.titleOf(what);
  const source = { publisher: platform.name, permalink: `${scene.platform}/`, isSample: platform.hasSampleData };
  if (!newest) {
    const blocks = [{ type: 'notice', tone: 'plain', text: words.nothing, href, hrefText: words.all }] as const;
    return { title, state: 'empty', sentence: words.nothing, blocks, source };
  }
  const withdrawn = withdrawnOf(newestFirst);
  const code = happened(newest);
  return {
    title,
    state: 'data',
    sentence: words.sentence(
      formatInstantDay(newest.at, language),
      newest.publisher,
      words.happened[code] ?? code,
      newest.title ?? words.untitled(newest.indexNumber),
    ),
    blocks: [
      {
        type: 'list',
        items: newestFirst.map((change) => item(change, withdrawn, scene)),
        total: newestFirst.length,
        more: { text: words.all, href },
      },
    ],
    source: { ...source, modifiedAt: newest.at },
  };
}

/** `<gk-latest>`: what happened last, over all kinds or of one. */
export const latest = panelOf<LatestAnswer>({ descriptor, query: latestQuery, guard: latestShape, variables, show });
