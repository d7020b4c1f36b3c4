import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { laidOut, mount, settled, shown } from './element-mount.ts';

beforeEach(() => localStorage.clear());

describe.each(['', 'lang="en"', 'theme="dark"', 'size="large"'])('with %s', (attributes) => {
  test.each(['every', 'treemap', 'empty'])('axe finds nothing against %s', async (organization) => {
    const panel = mount(shown('ok', `organization="${organization}" ${attributes}`));
    await settled(panel);
    await laidOut(panel);
    document.documentElement.lang = 'zh-CN';
    const { violations } = await axe.run('main', {
      rules: { region: { enabled: false }, 'landmark-unique': { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]),
    ).toEqual([]);
  });
});
