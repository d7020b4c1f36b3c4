import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { parse } from 'graphql';
import type { Kind } from '../../disclosures/kind.ts';
import type { Platform } from '../platform.ts';
import { answerMissing, tombstoneAt } from '../withdrawn.ts';
import { layout, type PlatformFacts, platformFields } from './layout.ts';
import { instant, type Markup, typeset } from './typography.ts';
import { isBrowser, sendPage } from './view.ts';

const platformQuery = parse(`{ ${platformFields} }`);

/** A page that says what is not here, and where to go on. */
export const sayMissing = (
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, main }: { readonly status: number; readonly title: string; readonly main: Markup },
): Promise<FastifyReply> =>
  sendPage(platform, request, reply, status, async (view) => {
    const answer = await view.ask<{ platform: PlatformFacts }>(platformQuery);
    return layout({
      title,
      platform: answer.platform,
      baseUrl: view.baseUrl,
      meta: { robots: 'noindex' },
      width: 'text',
      main,
    });
  });

const searchForm = html`<form class="filters" action="/regulatory-documents" method="get" role="search" aria-label="查找政策文件">
  <label class="field words"><span>标题、文号或正文里的词</span> <input type="search" name="search" autocomplete="off" /></label>
  <p class="go"><button>查找</button></p>
</form>`;

export const notFound = (platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  sayMissing(platform, request, reply, {
    status: 404,
    title: '没有这个页面',
    main: html`<h1>没有这个页面 <span class="english" lang="en">Not found</span></h1>
      <p>地址 <code class="address">${decoded(request.url)}</code> 上没有内容。可能是抄错了，也可能从来没有公开过。</p>
      <p lang="en">There is nothing at this address.</p>
      !${searchForm}
      <p><a href="/">回到首页</a></p>`,
  });

function decoded(url: string): string {
  const short = url.slice(0, 300);
  try {
    return decodeURI(short);
  } catch {
    return short;
  }
}

/** 410 with the reason for what was withdrawn, 404 for what never was public; a page for people, a problem for programs. */
export async function missingDocument(
  platform: Platform,
  kind: Kind,
  indexNumber: string,
  request: FastifyRequest,
  reply: FastifyReply,
  edition: number | null = null,
): Promise<FastifyReply> {
  if (!isBrowser(request)) return answerMissing(platform, kind, indexNumber, request, reply, edition);
  const tombstone = await tombstoneAt(platform, kind, indexNumber, edition);
  if (!tombstone) return notFound(platform, request, reply);
  return sayMissing(platform, request, reply, {
    status: 410,
    title: `已撤回：${tombstone.title}`,
    main: html`<h1>!${typeset(tombstone.title)}</h1>
      <p class="notice" role="note"><b>这件文件已撤回。</b> <span lang="en">This document has been withdrawn.</span></p>
      <dl class="plain">
        <div><dt>撤回时间</dt><dd>!${instant(tombstone.at.toISOString())}</dd></div>
        <div><dt>撤回理由</dt><dd>${tombstone.reason}</dd></div>
        <div><dt>索引号</dt><dd><span class="code">${indexNumber}</span></dd></div>
      </dl>
      <p>这个地址不再提供原来的内容；撤回的事实和理由长期保留在这里。</p>
      !${searchForm}`,
  });
}
