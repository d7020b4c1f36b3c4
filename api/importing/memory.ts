import type { Store } from '../store/client.ts';

const settingOf = (kind: string): string => `columns:${kind}`;

/** What publishers said of columns, by signature of the header and label (列的含义). */
export async function remembered(store: Store, kind: string): Promise<ReadonlyMap<string, string>> {
  const setting = await store.db.setting.findUnique({ where: { name: settingOf(kind) } });
  return new Map(setting ? (JSON.parse(setting.value) as [string, string][]) : []);
}

/** Remembers what was said for the next file with the same header; the newest word counts. */
export async function remember(store: Store, kind: string, said: ReadonlyMap<string, string>): Promise<void> {
  if (said.size === 0) return;
  const name = settingOf(kind);
  const value = JSON.stringify(
    [...(await remembered(store, kind)), ...said].filter(
      ([key], index, all) => all.findLastIndex(([other]) => other === key) === index,
    ),
  );
  await store.db.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}
