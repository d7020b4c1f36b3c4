import { expect, test } from 'vitest';
import type { Finding } from '../../api/core/finding.ts';
import { kinds } from '../../api/disclosures/registry.ts';
import { readFile } from '../../api/importing/import.ts';
import { operator } from '../../api/publishing/actor.ts';

const options = { actor: operator('test'), now: new Date('2026-01-01T00:00:00Z') };

const remediesOf = (findings: readonly Finding[]) => findings.flatMap(({ remedy }) => (remedy ? [remedy] : []));

test('a remedy that names an option of the shell names the field of the desk too', async () => {
  const sources = [
    '项目,金额,备注\n教育支出,12345.00,x\n',
    '收入支出决算总表\n项目,决算数,随便\n一、财政拨款收入,100.00,200.00\n',
    '2024年民生实事项目\n项目名称,牵头单位,某列\n甲,乙,丙\n',
    '应急预案\n灾种,级别\n洪涝,一级\n',
  ];
  const remedies = [];
  for (const kind of kinds)
    for (const [index, text] of sources.entries()) {
      const bytes = new TextEncoder().encode(text);
      const given = new Map([['没有这一栏', 'x']]);
      const mapping = new Map([['没有这一列', 'y']]);
      const { findings } = await readFile(kind, { ...options, name: `${index}.csv`, bytes, given, mapping });
      remedies.push(...remediesOf(findings));
    }
  const named = remedies.filter(({ zh, en }) => /--(set|map|attribute|encoding)/.test(zh + en));
  expect(named.length).toBeGreaterThan(5);
  for (const { zh, en } of named) {
    expect(zh).toMatch(/发布台的“(文件没有写明的|列的含义|公开属性|文本编码)”|“列的含义”（--map）/);
    expect(en).toMatch(/at the desk|"What columns mean" \(--map\)/);
  }
});
