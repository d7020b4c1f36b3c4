import { html } from 'ghtml';
import { parse } from 'graphql';
import type { Bilingual } from '../../core/finding.ts';
import { type ErrorCode, errorCodes } from '../../graphql/errors.ts';
import { assets } from './assets.ts';
import { type Page, type PlatformFacts, platformFields } from './layout.ts';
import type { Markup } from './typography.ts';
import type { View } from './view.ts';

interface Explanation {
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
}

const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  BAD_USER_INPUT: {
    meaning: {
      zh: '参数有误：格式不对、取值不在范围内，或没有这个参数。',
      en: 'A value is malformed, out of range, or belongs to no parameter.',
    },
    remedy: { zh: '按错误信息里的写法改正后再问。', en: 'Write it as the message says and ask again.' },
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: {
      zh: '查询不合 GraphQL 语法，多半是括号不成对。',
      en: 'The query is not GraphQL; most often a bracket is missing.',
    },
    remedy: {
      zh: '看错误信息给出的行和列，或粘到查询接口里看标红的地方。',
      en: 'Look at the line and column given, or paste it into the explorer.',
    },
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: {
      zh: '查询里有数据结构没有的字段、参数或类型。',
      en: 'The query names a field, argument or type that the schema does not have.',
    },
    remedy: {
      zh: '对照 /schema.graphql；错误信息常附相近的名字。',
      en: 'Compare with /schema.graphql; the message often suggests a near name.',
    },
  },
  COST_LIMIT_EXCEEDED: {
    meaning: {
      zh: '一次问得太多：估算的代价超过上限。',
      en: 'The question is too large: its estimated cost is over the limit.',
    },
    remedy: {
      zh: '减小 first，少要几层，或分几次问；要全部数据请下载 CSV、JSON。',
      en: 'Lower `first`, ask for fewer levels, or take the CSV or JSON of the whole list.',
    },
  },
  DEPTH_LIMIT_EXCEEDED: {
    meaning: { zh: '查询嵌套得太深。', en: 'The query is nested too deeply.' },
    remedy: { zh: '拆成两次查询，用 id 接续。', en: 'Split it in two and go on from an id.' },
  },
  CURSOR_MISMATCH: {
    meaning: {
      zh: '翻页位置属于另一次查询：条件或排序变了，或位置被改动过。',
      en: 'The cursor belongs to another query: filter or order changed, or it was altered.',
    },
    remedy: {
      zh: '从第一页重新开始，翻页时条件保持不变。',
      en: 'Begin at the first page and keep the arguments while paging.',
    },
  },
  CURSOR_EXPIRED: {
    meaning: { zh: '翻页位置太旧，平台已不能从那里接着给。', en: 'The cursor is too old to go on from.' },
    remedy: { zh: '从第一页重新开始。', en: 'Begin at the first page.' },
  },
  NOT_FOUND: {
    meaning: {
      zh: '没有这个地址，或没有公开过这样的文件。',
      en: 'There is nothing at this address, or no such document was ever public.',
    },
    remedy: { zh: '核对文号或索引号，或用检索词查找。', en: 'Check the number, or search for it.' },
  },
  WITHDRAWN: {
    meaning: {
      zh: '文件公开过，后来撤回；撤回的时间和理由仍然公开。',
      en: 'It was public and has been withdrawn; when and why stays public.',
    },
    remedy: { zh: '看撤回理由；需要原文可依申请公开。', en: 'Read the reason; the text can be applied for.' },
  },
  METHOD_NOT_ALLOWED: {
    meaning: {
      zh: '这个地址不接受这种请求方法；公开接口只读。',
      en: 'The address does not take this method; the public door is read-only.',
    },
    remedy: { zh: '改用 GET 或 POST，见回答里的 Allow。', en: 'Use GET or POST; see the Allow header.' },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: { zh: '请求体的类型不对。', en: 'The body has the wrong media type.' },
    remedy: { zh: '用 Content-Type: application/json 发送。', en: 'Send it as Content-Type: application/json.' },
  },
  PAYLOAD_TOO_LARGE: {
    meaning: { zh: '查询或请求体超过长度上限。', en: 'The query or the body is over the size limit.' },
    remedy: { zh: '去掉不用的字段，或分几次问。', en: 'Leave out what you do not use, or ask in parts.' },
  },
  TIMEOUT: {
    meaning: { zh: '没能在时限内答完。', en: 'The answer did not come in time.' },
    remedy: { zh: '缩小范围再问，或稍后再试。', en: 'Narrow the question, or try again later.' },
  },
  INTERNAL_SERVER_ERROR: {
    meaning: { zh: '平台内部出错，已记录。', en: 'Something failed on our side and was recorded.' },
    remedy: {
      zh: '稍后再试；仍然如此，请把 requestId 告诉我们。',
      en: 'Try again; if it stays, tell us the requestId.',
    },
  },
};

const platformQuery = parse(`{ ${platformFields} }`);

const entry = ([code, { meaning, remedy }]: [
  string,
  Explanation,
]): Markup => html`<section class="error target" id="${code}">
    <h2><a class="marker" href="#${code}"><code>${code}</code></a> <span class="status">HTTP ${errorCodes[code as ErrorCode]}</span></h2>
    <p>${meaning.zh} <b>怎么办：</b>${remedy.zh}</p>
    <p lang="en">${meaning.en} <b>What to do:</b> ${remedy.en}</p>
  </section>`;

const example = `{
  "errors": [{
    "message": "没有参数 topik；可用的有：… / There is no parameter topik; there are: …",
    "extensions": { "code": "BAD_USER_INPUT", "documentation": "…/docs/errors#BAD_USER_INPUT", "requestId": "0d6f2a51-7c3" }
  }]
}`;

/** `/docs/errors`: every code a caller can meet. */
export async function errorCodesPage(view: View): Promise<Page> {
  const { platform } = await view.ask<{ platform: PlatformFacts }>(platformQuery);
  return {
    title: '错误代码',
    style: assets.docs,
    platform,
    baseUrl: view.baseUrl,
    canonical: `${view.baseUrl}/docs/errors`,
    description: '接口可能返回的每个错误代码：是什么意思，遇到了怎么办。',
    width: 'text',
    main: html`<h1>错误代码 <span class="english" lang="en">Error codes</span></h1>
      <p>
        GraphQL 回答里的 <code>errors[].extensions.code</code> 和其他地址的
        <code>application/problem+json</code> 用同一套代码。代码只增不改，程序可以依它判断；文字说明可能变动。
      </p>
      <p>标题旁是状态码。GraphQL 按规范，只有 <code>Accept: application/graphql-response+json</code> 时才用它；用 <code>application/json</code> 问，这些错误的状态码是 200。</p>
      <p lang="en">The status stands beside each code. By the GraphQL-over-HTTP rules it is used with <code>Accept: application/graphql-response+json</code>; with <code>application/json</code> such an error comes with 200.</p>
      <p lang="en">The same closed list of codes serves GraphQL errors and problem+json. Rely on the code, not on the wording.</p>
      <pre tabindex="0" role="region" aria-label="错误的样子"><code>${example}</code></pre>
      !${Object.entries(explanations).map(entry)}`,
  };
}
