import type { Bilingual } from '../../../core/finding.ts';
import type { ExaminedPage } from './examine.ts';

const largest = 2 << 20;
const patience = 10_000;
const mostRedirects = 3;

/** Why a page was not fetched, for whoever asked. */
export class Unfetched extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(`${sentence.zh} / ${sentence.en}`);
    this.name = 'Unfetched';
    this.sentence = sentence;
  }
}

const refuse = (zh: string, en: string): never => {
  throw new Unfetched({ zh, en });
};

/** Host and port of an address the operator lets the platform fetch; anything else is refused before it is asked. */
function demandAllowed(address: string, allowed: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return refuse(
      '请写完整的网址，如 https://www.example.gov.cn/index.html。',
      'Write a whole address such as https://www.example.gov.cn/index.html.',
    );
  if (!allowed.includes(url.host.toLowerCase())) {
    const list = allowed.length > 0 ? `${allowed.join('、')}` : '（没有）';
    return refuse(
      `平台只取运营者允许的网站：${list}。其他页面请把源代码粘贴在下面。`,
      `The platform fetches only from sites its operator allows (EMBED_HOSTS): ${allowed.join(', ') || 'none'}. Paste the source of other pages below.`,
    );
  }
  return url;
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      if (size > largest) return refuse('页面超过 2 MB。', 'The page is larger than 2 MB.');
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof Unfetched) throw cause;
    return refuse(
      '页面没有完整送到：网站中途断开、太慢，或写错了压缩方式（Content-Encoding）。',
      'The page did not come whole: the site broke off, was too slow, or names a wrong Content-Encoding.',
    );
  }
  return Buffer.concat(parts);
}

const charsetIn = /charset\s*=[\s"']*([\w-]+)/i;

/** Old sites say their encoding in the page: GBK more often than not. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const [, said = 'utf-8'] = charsetIn.exec(contentType) ?? charsetIn.exec(head) ?? [];
  try {
    return new TextDecoder(said).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * Fetches a page of a site the operator allows. Every redirection is held to the same list, so that no page leads the
 * platform to an address inside.
 */
export async function fetchPage(address: string, allowed: readonly string[]): Promise<ExaminedPage> {
  const signal = AbortSignal.timeout(patience);
  let url = demandAllowed(address, allowed);
  for (let turn = 0; turn <= mostRedirects; turn += 1) {
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      credentials: 'omit',
      headers: { accept: 'text/html' },
    }).catch(() => refuse(`取不到 ${url.host} 的页面。`, `The page could not be fetched from ${url.host}.`));
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (to === null) {
      const policy = response.headers.get('content-security-policy');
      return {
        source: decoded(await bodyOf(response), response.headers.get('content-type') ?? ''),
        address: url.href,
        policies: policy === null ? [] : policy.split(/,(?=\s*[a-z-]+(?:\s|$))/),
      };
    }
    await response.body?.cancel();
    url = demandAllowed(URL.canParse(to, url) ? new URL(to, url).href : to, allowed);
  }
  return refuse('跳转次数太多。', 'There are too many redirections.');
}
