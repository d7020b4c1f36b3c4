import { rehype } from 'rehype';
import rehypeSanitize from 'rehype-sanitize';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, test } from 'vitest';
import xss from 'xss';
import { snippetsOf } from '../../api/http/embed/snippets.ts';
import { tell } from '../support/target.ts';

const baseUrl = 'https://gk.example.gov.cn';
const snippets = snippetsOf({
  baseUrl,
  stem: 'budget',
  params: { organization: '县财政局', year: '2024' },
  title: '2024年县财政局部门决算',
  sentence: '支出合计 3,803.67 万元。',
});

/** Editors in their default settings. */
const sanitizers: Readonly<Record<string, (html: string) => string>> = {
  'sanitize-html': (html) => sanitizeHtml(html),
  xss: (html) => xss(html),
  rehype: (html) => String(rehype().data('settings', { fragment: true }).use(rehypeSanitize).processSync(html)),
};

const address =
  /href="?https:\/\/gk\.example\.gov\.cn\/w\/budget\?organization=%E5%8E%BF%E8%B4%A2%E6%94%BF%E5%B1%80(?:&amp;|&#x26;|&)year=2024/;

test('T12: the link is left by every editor, the picture first by most', () => {
  const left = (form: string): number =>
    Object.values(sanitizers).filter((sanitize) =>
      address.test(sanitize(snippets.find((snippet) => snippet.form === form)?.code ?? '')),
    ).length;
  const others = 'others 0 of 5; two more editors are tried in a browser';
  tell('T12', 'editors that leave the plain link', left('link'), '3', others);
  tell('T12', 'editors that leave link and words of the picture first', left('image'), '3', others);
  expect([left('link'), left('image')]).toEqual([3, 3]);
});

describe.each(Object.entries(sanitizers))('what %s leaves of a snippet', (_, sanitize) => {
  test.each(snippets.map(({ form, code }) => [form, code]))(
    '%s: the reader keeps a link with its title',
    (form, code) => {
      const left = sanitize(code);
      // An iframe is no fallback of itself: the link beside it is.
      if (form === 'iframe') expect(left).not.toContain('<iframe');
      expect(left).toMatch(address);
      expect(left).toContain('2024年县财政局部门决算');
    },
  );
});
