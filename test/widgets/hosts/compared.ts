import type { Page } from 'playwright';

/** How much of two pictures differs, 0 to 1: pixels of which a channel is more than a little another. */
export const difference = (page: Page, first: Buffer, second: Buffer): Promise<number> =>
  page.evaluate(
    async ([one = '', other = '']) => {
      const pixels = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext(
          '2d',
        ) as OffscreenCanvasRenderingContext2D;
        canvas.drawImage(bitmap, 0, 0);
        return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [left, right] = [await pixels(one), await pixels(other)];
      if (left.width !== right.width || left.height !== right.height) return 1;
      let different = 0;
      for (let at = 0; at < left.data.length; at += 4)
        if (
          [0, 1, 2, 3].some(
            (channel) => Math.abs((left.data[at + channel] ?? 0) - (right.data[at + channel] ?? 0)) > 24,
          )
        )
          different++;
      return different / (left.width * left.height);
    },
    [first.toString('base64'), second.toString('base64')],
  );
