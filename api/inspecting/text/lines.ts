import { setImmediate } from 'node:timers/promises';
import type { Source } from '../../core/grid.ts';
import { personalInformationIn } from '../../core/personal-information/index.ts';
import { decode, encodingOf, Undecodable } from '../../reading/decode.ts';
import type { Collector } from '../collector.ts';
import { notInspected, personal, placed } from '../finding.ts';

/** Looked at in pieces of about so many characters. */
const pieceLength = 1 << 18;
/** What stands so far before a number says what it is, also across two pieces. */
const leadLength = 200;

/** Where a piece ends: at a line, or, in a line without end, where no number or word is cut. */
function cutOf(text: string): number {
  const line = text.lastIndexOf('\n') + 1;
  if (line > 0) return line;
  if (text.length < pieceLength * 4) return 0;
  let cut = text.length;
  while (cut > text.length - leadLength && /[\dA-Za-z\s.@·-]/.test(text.charAt(cut - 1))) cut -= 1;
  return cut;
}

class LineScan {
  readonly #collector: Collector;
  #lead = '';
  #line = 1;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  see(piece: string): void {
    const text = this.#lead + piece;
    let line = this.#line;
    let at = this.#lead.length;
    for (const datum of personalInformationIn(text)) {
      if (datum.offset < this.#lead.length) continue;
      for (let next = text.indexOf('\n', at); next >= 0 && next < datum.offset; next = text.indexOf('\n', at)) {
        line += 1;
        at = next + 1;
      }
      this.#collector.add(personal(datum, placed(`第 ${line} 行`, `line ${line}`)));
    }
    for (let next = piece.indexOf('\n'); next >= 0; next = piece.indexOf('\n', next + 1)) this.#line += 1;
    this.#lead = text.slice(-leadLength);
  }

  get line(): number {
    return this.#line;
  }
}

/** Looks through a text line by line, as it comes; numbers and their words may stand on neighbouring lines. */
export async function inspectLines(source: Source, collector: Collector): Promise<void> {
  const decoding = await encodingOf(source, undefined);
  if (!decoding.ok) {
    const { zh, en } = decoding.findings[0]?.message ?? { zh: '无法按文本读取。', en: 'It cannot be read as text.' };
    collector.add(notInspected(zh, en));
    return;
  }
  const scan = new LineScan(collector);
  let pending = '';
  try {
    for await (const text of decode(source, decoding.encoding)) {
      // Bytes in memory come all at once; a server has others to answer meanwhile.
      for (let from = 0; from < text.length; from += pieceLength) {
        pending += text.slice(from, from + pieceLength);
        if (pending.length < pieceLength) continue;
        const cut = cutOf(pending);
        if (cut === 0) continue;
        scan.see(pending.slice(0, cut));
        pending = pending.slice(cut);
        await setImmediate();
      }
    }
    scan.see(pending);
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    scan.see(pending);
    const { zh, en } = error.finding({ row: scan.line }).message;
    collector.add(notInspected(`其后的内容未检查：${zh}`, `What follows was not inspected: ${en}`));
  }
}
