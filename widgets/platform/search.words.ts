import type { Language } from '../core/language.ts';
import { quoted } from '../core/quoted.ts';

interface SearchWords {
  readonly title: string;
  readonly form: string;
  readonly q: string;
  readonly hint: string;
  readonly kind: string;
  readonly all: string;
  readonly option: (label: string, count: number) => string;
  readonly found: (q: string, total: number, parts: string) => string;
  readonly newest: (total: number, title: string, day: string) => string;
  readonly part: (label: string, count: number) => string;
  readonly between: string;
  readonly nothing: (q: string) => string;
  readonly nothingYet: string;
  readonly inText: string;
  readonly platform: string;
  readonly place: (name: string) => string;
}

const chinese: SearchWords = {
  title: '查找公开信息',
  form: '在全部公开信息中查找',
  q: '要找的词',
  hint: '如：道路、义务教育、29号',
  kind: '种类',
  all: '全部种类',
  option: (label, count) => `${label}（${count}）`,
  found: (q, total, parts) => `含“${q}”的公开信息共 ${total} 件：${parts}。`,
  newest: (total, title, day) => `共公开 ${total} 件，最新的是${day}的${quoted(title)}。`,
  part: (label, count) => `${label} ${count} 件`,
  between: '，',
  nothing: (q) => `没有含“${q}”的公开信息。可以换一个词，或改为查全部种类。`,
  nothingYet: '这里还没有公开的信息；公开后会自动出现在这里。',
  inText: '词在正文或表里',
  platform: '在平台上查看',
  place: (name) => `标签上的 ${name} 无法识别；它由面板自己写，可以删去，从第一页看起。`,
};

const english: SearchWords = {
  title: 'Search what is published',
  form: 'Search in all that is published',
  q: 'Words to find',
  hint: 'For example 道路, 义务教育 or 29号',
  kind: 'Kind',
  all: 'All kinds',
  option: (label, count) => `${label} (${count})`,
  found: (q, total, parts) => `“${q}” in ${total} ${total === 1 ? 'record' : 'records'}: ${parts}.`,
  newest: (total, title, day) => `${total} published; the newest is “${title}” of ${day}.`,
  part: (label, count) => `${label} ${count}`,
  between: ', ',
  nothing: (q) => `Nothing published has “${q}”. Try another word, or all kinds.`,
  nothingYet: 'Nothing has been published here yet. It will appear here as soon as it is.',
  inText: 'found in its text or tables',
  platform: 'See it on the platform',
  place: (name) =>
    `${name} on the tag cannot be read; the panel writes it itself: delete it to begin at the first page.`,
};

export const searchWords = (language: Language): SearchWords => (language === 'en' ? english : chinese);
