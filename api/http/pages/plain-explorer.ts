import type { FastifyInstance } from 'fastify';
import { html } from 'ghtml';
import { parse } from 'graphql';
import { assets } from './assets.ts';
import { type Example, examplesFor, exemplar } from './examples.ts';
import { type Page, type PlatformFacts, platformFields } from './layout.ts';
import type { Markup } from './typography.ts';
import type { View } from './view.ts';

const platformQuery = parse(`{ ${platformFields} }`);

export interface Asked {
  readonly query?: string;
  readonly variables?: string;
  readonly example?: string;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asked through the same door as everyone else's question: same limits, same errors. */
async function answerTo(server: FastifyInstance, { baseUrl }: View, query: string, variables: string): Promise<Answer> {
  const { statusCode, body } = await server.inject({
    method: 'GET',
    url: '/graphql',
    query: variables ? { query, variables } : { query },
    headers: { host: new URL(baseUrl).host, accept: 'application/graphql-response+json' },
  });
  try {
    return { status: statusCode, text: JSON.stringify(JSON.parse(body), null, 2) };
  } catch {
    return { status: statusCode, text: body };
  }
}

const result = ({ status, text }: Answer): Markup => html`<section aria-labelledby="answer">
    <h2 id="answer">回答 <span class="status">HTTP ${status}</span></h2>
    <pre class="tall" tabindex="0" role="region" aria-label="回答"><code>${text}</code></pre>
  </section>`;

const list = (examples: readonly Example[], chosen: string | undefined): Markup => html`<nav aria-labelledby="examples">
    <h2 id="examples">例子</h2>
    <ul class="examples">
      !${examples.map(
        ({ name, question }) =>
          html`<li><a href="/graphql/plain?example=${name}" !${name === chosen ? 'aria-current="page"' : ''}>${question}</a></li>`,
      )}
    </ul>
  </nav>`;

/** `/graphql/plain`: the explorer for a phone, for a keyboard, for a browser without scripts. */
export async function plainExplorerPage(server: FastifyInstance, view: View, asked: Asked): Promise<Page> {
  const { platform } = await view.ask<{ platform: PlatformFacts }>(platformQuery);
  const examples = examplesFor(await exemplar(view), view.now);
  const chosen = examples.find(({ name }) => name === asked.example);
  const query = asked.query ?? chosen?.query ?? examples[0]?.query ?? '';
  const variables = asked.variables?.trim() ?? '';
  const isAsked = asked.query !== undefined || chosen !== undefined;
  const answer = isAsked && query.trim() ? await answerTo(server, view, query, variables) : null;
  return {
    title: '查询接口（简版）',
    style: assets.docs,
    platform,
    baseUrl: view.baseUrl,
    canonical: `${view.baseUrl}/graphql/plain`,
    description: '不用脚本的 GraphQL 查询页：写查询，看回答。',
    ...(isAsked ? { meta: { robots: 'noindex' } } : {}),
    main: html`<h1>查询接口（简版） <span class="english" lang="en">Plain explorer</span></h1>
      <p>写一段 GraphQL，按“查询”，回答在下面。<a href="/graphql?full">完整的编辑器</a>有补全和文档，适合大屏幕。</p>
      <div class="plain-explorer">
        !${list(examples, chosen?.name)}
        <form action="/graphql/plain" method="get">
          <label class="field"><span>查询</span>
          <textarea name="query" rows="14" spellcheck="false" autocapitalize="off" lang="en">
${query}</textarea></label>
          <details !${variables ? 'open' : ''}>
            <summary id="variables">变量（JSON）</summary>
            <p class="field"><textarea name="variables" rows="3" spellcheck="false" lang="en" aria-labelledby="variables">
${variables}</textarea></p>
          </details>
          <p class="go"><button>查询</button></p>
        </form>
      </div>
      !${answer ? result(answer) : ''}`,
  };
}
