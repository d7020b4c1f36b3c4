import { expect, test } from 'vitest';
import { emptyCounty, sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { Person, tokenFor } from '../support/desk.ts';
import { openServer } from '../support/server.ts';

const [database] = databases;
if (!database) throw new Error('no database');

test('where only sample records are public, the desk says that it does not manage them, and where they are', async () => {
  const server = await openServer(await sampleCounty(database, 2), { url: null });
  const editor = new Person(server.server);
  await editor.signIn(await tokenFor(server.store, '张三', ['EDITOR']));
  for (const path of ['/publish', '/publish/published'])
    expect((await editor.get(path)).body).toMatch(
      /示例记录公开可查，但不在发布台管理[\s\S]*href="\/regulatory-documents">规范性文件/,
    );
  await server.close();
});

test('an empty desk says how to begin, to each what he may do, and nothing of samples there are not', async () => {
  const server = await openServer(await emptyCounty(database), { url: null });
  const [editor, auditor] = [new Person(server.server), new Person(server.server)];
  await editor.signIn(await tokenFor(server.store, '张三', ['EDITOR']));
  await auditor.signIn(await tokenFor(server.store, '孙七', ['AUDITOR']));
  const begun = (await editor.get('/publish')).body;
  expect(begun).toMatch(/还没有稿件[\s\S]*href="\/publish\/templates"[\s\S]*href="\/publish\/upload">导入/);
  expect(begun).not.toContain('示例记录');
  const { body } = await auditor.get('/publish');
  expect([body.includes('href="/publish/templates"'), body.includes('href="/publish/upload"')]).toEqual([true, false]);
  await server.close();
});
