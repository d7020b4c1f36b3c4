import { describe, expect, test } from 'vitest';
import { inspectImage } from '../../api/inspecting/image/inspect-image.ts';
import {
  brief,
  type CameraData,
  heicOf,
  inspect,
  jpegOf,
  pngOf,
  rulesOf,
  tiffOf,
  webpOf,
} from '../support/inspected.ts';

describe('pictures', () => {
  const data: CameraData = { artist: '王小明', serial: 'SN12345678', hasPlace: true, description: '手机13812345678' };
  test.each<[string, (data: CameraData) => Buffer]>([
    ['JPEG', jpegOf],
    ['PNG', pngOf],
    ['WebP', webpOf],
    ['TIFF', tiffOf],
    ['HEIC', heicOf],
  ])('%s: where, by whom, with which camera', async (_, make) => {
    const rules = new Set(rulesOf(await inspect(make(data))));
    expect([...rules].sort()).toEqual([
      'image-author',
      'image-location',
      'image-serial-number',
      'personal-mobile-number',
    ]);
    expect(await inspect(make({}))).toEqual([]);
  });
  test('masked, and by the property', async () => {
    const found = brief(await inspect(jpegOf(data)));
    expect(found).toContainEqual(['image-author', '图片属性 Artist', '王**']);
    expect(found).toContainEqual(['image-serial-number', '图片属性 BodySerialNumber', 'SN*******8']);
  });
  test('an office as author is fine', async () => {
    expect(await inspect(jpegOf({ artist: '桓台县融媒体中心' }))).toEqual([]);
  });
  test('a format that cannot be read is said to be', async () => {
    expect(rulesOf(await inspect(Buffer.from('II+\0', 'latin1')))).toEqual(['not-inspected']);
  });
  test('a picture cut short or without sense harms nobody', async () => {
    const whole = jpegOf(data);
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length);
      expect(await inspectImage(cut)).toBeInstanceOf(Array);
      expect(await inspectImage(Buffer.concat([cut, Buffer.alloc(99, length)]))).toBeInstanceOf(Array);
    }
  });
});
