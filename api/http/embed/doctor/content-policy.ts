import type { Finding } from '../../../core/finding.ts';
import { cut } from './cut.ts';
import { finding } from './findings.ts';

type Form = 'element' | 'div' | 'link' | 'iframe';

/** What panels load, by the directive that rules it; the first of the list that a policy has decides (CSP 3). */
const needs = {
  script: { chain: ['script-src-elem', 'script-src', 'default-src'], zh: '脚本', en: 'scripts' },
  connect: { chain: ['connect-src', 'default-src'], zh: '数据', en: 'data' },
  image: { chain: ['img-src', 'default-src'], zh: '图片', en: 'pictures' },
  frame: { chain: ['frame-src', 'child-src', 'default-src'], zh: 'iframe', en: 'frames' },
} as const;

/** Characters of a policy that are repeated: some have hundreds of sources. */
const mostRepeated = 300;

const neededBy = (form: Form): readonly (keyof typeof needs)[] =>
  form === 'iframe' ? ['frame'] : form === 'link' ? [] : ['script', 'connect', 'image'];

const directivesOf = (policy: string): Map<string, readonly string[]> => {
  const directives = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // Of two with one name browsers follow the first.
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
};

/** Whether a source expression lets the platform in. */
function admits(source: string, platform: URL, page: URL | null): boolean {
  const said = source.toLowerCase();
  if (said === '*') return true;
  if (said === "'self'") return page?.origin === platform.origin;
  if (/^[a-z][a-z0-9+.-]*:$/.test(said))
    return said === platform.protocol || (said === 'http:' && platform.protocol === 'https:');
  const [, scheme, host = '', port] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+|\[[^\]]+\])(?::(\d+|\*))?(?:\/.*)?$/.exec(said) ?? [];
  if (
    scheme !== undefined &&
    `${scheme}:` !== platform.protocol &&
    !(scheme === 'http' && platform.protocol === 'https:')
  )
    return false;
  const own = platform.port || (platform.protocol === 'https:' ? '443' : '80');
  const usual = platform.protocol === 'https:' ? '443' : '80';
  if (port !== '*' && (port ?? usual) !== own) return false;
  return host.startsWith('*.') ? platform.hostname.endsWith(host.slice(1)) : host === platform.hostname;
}

/** What a page's own policy (内容安全策略) keeps from being loaded, with the line that would let it in. */
export function cspFindings(
  policies: readonly string[],
  forms: readonly Form[],
  baseUrl: string,
  address: string | null,
): readonly Finding[] {
  const platform = new URL(baseUrl);
  const page = address === null ? null : new URL(address);
  const wanted = [...new Set(forms.flatMap(neededBy))];
  return policies.flatMap((policy) => {
    const directives = directivesOf(policy);
    return wanted.flatMap((need): Finding[] => {
      const { chain, zh, en } = needs[need];
      const ruling = chain.find((name) => directives.has(name));
      const sources = ruling === undefined ? ['*'] : (directives.get(ruling) ?? []);
      if (sources.some((source) => admits(source, platform, page))) return [];
      const [own] = need === 'script' ? ['script-src'] : chain;
      const kept = sources.filter((source) => source !== "'none'");
      const line = `${own} ${[...kept, platform.origin].join(' ')}`;
      const given = cut(`${ruling} ${sources.join(' ')}`, mostRepeated);
      return [
        finding(
          `csp-${own}`,
          'ERROR',
          0,
          [
            `页面的内容安全策略（${given}）不许从 ${platform.origin} 取${zh}。`,
            `The page’s content security policy (${given}) admits no ${en} from ${platform.origin}.`,
          ],
          // Half a line would be copied as if it were whole.
          line.length > mostRepeated
            ? [
                `在 ${ruling} 这一条的末尾加上：${platform.origin}`,
                `Add at the end of the directive ${ruling}: ${platform.origin}`,
              ]
            : [`把这一条写成：${line}`, `Write this directive as: ${line}`],
        ),
      ];
    });
  });
}
