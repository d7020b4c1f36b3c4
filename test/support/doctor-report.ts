import type { TestServer } from './server.ts';

/** Text of a page as it is read. */
export const plain = (text: string): string =>
  text
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex, code) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The markup of what the doctor reports of a page that is pasted. */
export async function reportSection({ server }: TestServer, source: string): Promise<string> {
  const { body } = await server.inject({
    method: 'POST',
    url: '/embed/doctor',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ source }).toString(),
  });
  return /<section aria-labelledby="report"[\s\S]*?<\/section>/.exec(body)?.[0] ?? '';
}
