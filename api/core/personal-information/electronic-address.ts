import type { Sighting } from './datum.ts';
import { masked } from './masked.ts';
import { before } from './surroundings.ts';

/** Where people have their own mailboxes. */
const email =
  /(?<![\w.+-])([\w.+-]{2,64})@((?:vip\.)?(?:qq|foxmail|163|126|yeah|139|189|wo|21cn|sina|sohu|aliyun|gmail|outlook|hotmail|live|msn|icloud|yahoo)\.(?:com|cn|net)(?:\.cn)?)(?![\w.-]*[A-Za-z0-9])/gi;
/** Offices without a mailbox of their own take one there and say what it is for. */
const office =
  /监督|举报|投诉|意见|反馈|征集|征求|咨询|办公|公务|单位|公共|官方|报送|投稿|报名|受理|服务|工作邮箱|公司|中心|局|office/i;

export function* emailAddresses(plain: string): Generator<Sighting> {
  if (!plain.includes('@')) return;
  for (const { 0: written, 1: user = '', 2: host = '', index: start } of plain.matchAll(email)) {
    if (office.test(before(plain, start, 20))) continue;
    yield { type: 'email-address', start, end: start + written.length, shown: `${masked(user, 1, 0)}@${host}` };
  }
}

/** 微信公众号, 微信群 and QQ群 are offices' own. */
const messaging =
  /(?:微信(?:号码?)?|wechat|weixin|(?<![A-Za-z])v信)[:： ]{1,3}([A-Za-z][\w-]{5,19}|1[3-9]\d{9})(?![\w-])|(?<![A-Za-z@])QQ(?:号码?)?[:： ]{0,3}([1-9]\d{4,10})(?!\d)/gi;

export function* messagingAccounts(plain: string): Generator<Sighting> {
  for (const { 0: written, 1: wechat, 2: qq, index } of plain.matchAll(messaging)) {
    const account = wechat ?? qq ?? '';
    const end = index + written.length;
    yield { type: 'messaging-account', start: end - account.length, end, shown: masked(account, 2, 1) };
  }
}
