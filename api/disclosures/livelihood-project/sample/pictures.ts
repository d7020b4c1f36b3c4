import { readFileSync } from 'node:fs';
import type { Source } from '../../../core/grid.ts';

const read = (name: string): Uint8Array => readFileSync(new URL(`pictures/${name}.png`, import.meta.url));

/** Drawings of building sites; each says on itself that it is no photo of a real place. */
const pictures = { road: read('road'), building: read('building'), land: read('land') } as const;

/** What is built outdoors and is no house, by the words for categories. */
const outdoors: Readonly<Record<string, keyof typeof pictures>> = {
  交通出行: 'road',
  市政设施: 'road',
  公共安全: 'road',
  生态环境: 'land',
  乡村振兴: 'land',
};

/** The file of a photo of a made-up project (示例). */
export function pictureFile(name: string, category: string | null): Source {
  const bytes = pictures[outdoors[category ?? ''] ?? 'building'];
  return {
    name,
    size: bytes.byteLength,
    async *open() {
      yield bytes;
    },
  };
}
