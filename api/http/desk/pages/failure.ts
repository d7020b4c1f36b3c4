import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Bilingual } from '../../../core/finding.ts';
import type { DeskPlatform } from '../door.ts';
import { sendPage } from './entrance.ts';
import { both, html } from './markup.ts';

const tooLarge: Bilingual = {
  zh: '文件超过 30 MB，未存任何内容；更大的请用命令行导入：npx gongkai import。',
  en: 'The file is over 30 MB and nothing was stored; larger ones go in by the shell: npx gongkai import.',
};
const unreadable: Bilingual = { zh: '请求有误，未做任何事。', en: 'The request is malformed; nothing was done.' };
const ours: Bilingual = { zh: '平台内部出错，已记录。', en: 'Something failed on our side and was recorded.' };

/** What went wrong beyond what a step may be refused for: a fault of ours is told by its number only. */
export function failurePage(
  { logger }: DeskPlatform,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = Math.min(error.statusCode ?? 500, 500);
  if (status >= 500) logger.error({ err: error, requestId: request.id }, 'a page of the desk failed');
  const sentence = status === 413 ? tooLarge : status < 500 ? unreadable : ours;
  const page = {
    title: '未能完成',
    status,
    main: html`<h1>未能完成 <span class="en" lang="en">It did not work</span></h1>
      <p class="refusal" role="alert">${both(sentence)} <code>${request.id}</code></p>
      <p><a href="/publish">回工作台 <span class="en" lang="en">Back to the desk</span></a></p>`,
  };
  return sendPage(reply, page, null);
}
