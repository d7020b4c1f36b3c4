import DOMPurify from 'dompurify';
import { describe, expect, test } from 'vitest';
import { snippetsOf } from '../../../api/http/embed/snippets.ts';

const snippets = snippetsOf({
  baseUrl: 'https://gk.example.gov.cn',
  stem: 'budget',
  params: { organization: '县财政局', year: '2024' },
  title: '2024年县财政局部门决算',
  sentence: '支出合计 3,803.67 万元。',
});

/** The browser's own sanitizer, where it has one. */
const withSetHtml = (html: string): string => {
  const place = document.createElement('div');
  (place as HTMLDivElement & { setHTML(html: string): void }).setHTML(html);
  return place.innerHTML;
};

const sanitizers: Readonly<Record<string, (html: string) => string>> = {
  DOMPurify: (html) => DOMPurify.sanitize(html),
  setHTML: withSetHtml,
};

/** It takes a tag it does not know away with all that stands in it: for such editors there are the link and the div. */
const lost: Readonly<Record<string, readonly string[]>> = { DOMPurify: [], setHTML: ['image', 'element'] };

describe.each(Object.entries(sanitizers))('what %s leaves of a snippet', (name, sanitize) => {
  test.each(snippets.filter(({ form }) => !lost[name]?.includes(form)).map(({ form, code }) => [form, code]))(
    '%s: the reader keeps a link with its title',
    (_form, code) => {
      const place = document.createElement('div');
      place.innerHTML = sanitize(code);
      const link = [...place.querySelectorAll('a')].find(({ textContent }) => textContent === '2024年县财政局部门决算');
      expect(link?.href).toBe(
        'https://gk.example.gov.cn/w/budget?organization=%E5%8E%BF%E8%B4%A2%E6%94%BF%E5%B1%80&year=2024',
      );
    },
  );
});
