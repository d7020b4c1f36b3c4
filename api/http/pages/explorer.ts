import { html } from 'ghtml';
import { parse } from 'graphql';
import { type Asset, assets } from './assets.ts';
import { type Example, examplesFor, exemplar } from './examples.ts';
import { dataBlock, type PlatformFacts, platformFields } from './layout.ts';
import type { Markup } from './typography.ts';
import type { View } from './view.ts';

/** GraphiQL as its package brings it: everything inside, nothing from outside. */
interface Parts {
  readonly js: string;
  readonly css: string;
  readonly editorWorkerService: string;
  readonly jsonWorker: string;
  readonly graphqlWorker: string;
}

const folder = new URL('.', import.meta.resolve('@graphql-yoga/render-graphiql'));

/** The package's own entry writes scripts into the page, which our policy forbids; its parts are served as files instead. */
const parts = async (): Promise<Parts> => (await import(new URL('graphiql.js', folder).href)) as Parts;

const { default: manifest } = (await import(new URL('../package.json', folder).href, { with: { type: 'json' } })) as {
  default: { version: string };
};

const named = (name: string): string => `graphiql-${manifest.version}.${name}`;
const addressOf = (name: string): string => `/assets/${named(name)}`;

const script = 'text/javascript; charset=utf-8';
const files: Readonly<Record<string, readonly [keyof Parts, string]>> = {
  [named('js')]: ['js', script],
  [named('css')]: ['css', 'text/css; charset=utf-8'],
  [named('editor.js')]: ['editorWorkerService', script],
  [named('json.js')]: ['jsonWorker', script],
  [named('graphql.js')]: ['graphqlWorker', script],
};

/** Nine megabytes that few readers want: read when first asked for. */
export async function explorerAsset(name: string): Promise<Asset | undefined> {
  const [part, mediaType] = (Object.hasOwn(files, name) && files[name]) || [];
  return part && mediaType ? { content: (await parts())[part], mediaType } : undefined;
}

/** The editor writes its styles and fonts into the page; scripts still come from files alone. */
export const explorerHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
} as const;

const platformQuery = parse(`{ ${platformFields} }`);

const settings = (examples: readonly Example[]) => ({
  script: addressOf('js'),
  style: addressOf('css'),
  workers: {
    editorWorkerService: addressOf('editor.js'),
    json: addressOf('json.js'),
    graphql: addressOf('graphql.js'),
  },
  tabs: examples.map(({ query }) => ({ query })),
});

const page = (platform: PlatformFacts, examples: readonly Example[]): Markup => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>查询接口 - ${platform.name}</title>
<meta name="color-scheme" content="light dark" />
<link rel="icon" href="${assets.icon}" type="image/svg+xml" />
<link rel="stylesheet" href="${assets.explorer}" />
!${dataBlock('application/json', settings(examples), 'settings')}
<script src="${assets.explorerScript}" defer></script>
</head>
<body>
<header>
  <p><a href="/">${platform.name}</a></p>
  <h1>查询接口</h1>
  <nav aria-label="接口">
    <ul>
      <li><a href="/graphql/plain">简版</a></li>
      <li><a href="/schema.graphql">SDL</a></li>
      <li><a href="/docs/errors">错误代码</a></li>
    </ul>
  </nav>
</header>
<main id="root"><p>编辑器用脚本写成，正在载入。不用脚本、手机上，请用<a href="/graphql/plain">简版</a>。</p></main>
</body>
</html>
`;

/** `/graphql` in a browser. */
export async function explorerPage(view: View): Promise<Markup> {
  const { platform } = await view.ask<{ platform: PlatformFacts }>(platformQuery);
  return page(platform, examplesFor(await exemplar(view), view.now));
}
